"""The pages as a Django app without tables: it brings templates, static files and tags."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "upheld.web"
    label = "web"
