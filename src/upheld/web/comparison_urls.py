"""The addresses of comparisons, and of what became of the demands to a State."""

from __future__ import annotations

from django.urls import path

from upheld.web.views import comparison, demands

comparison_patterns = [
    path("compare/", comparison.compare, name="comparison"),
    path("compare/records/", comparison.records, name="compared_records"),
    path("compare/table", comparison.table, name="comparison_table"),
    path("states/<str:iso3>/demands/", demands.demands, name="demands"),
    path("states/<str:iso3>/demands/judge", demands.judge, name="demands_judge"),
    path("states/<str:iso3>/demands/undo", demands.undo, name="demands_undo"),
]
