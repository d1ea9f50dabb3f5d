"""Who looks at the pages: a coordinator, a reader, nobody in particular."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import factories
from upheld.core.roles import Role
from upheld.store.models import Document


@pytest.fixture
def report(db: None) -> Document:
    return factories.report(6)


@pytest.fixture
def coordinator(db: None) -> Client:
    return signed_in(Role.COORDINATOR)


@pytest.fixture
def reader(db: None) -> Client:
    return signed_in(Role.READER)


def signed_in(role: Role | None) -> Client:
    """A browser in which a person with ``role`` has signed in."""
    client = Client()
    client.force_login(factories.person(role))
    return client
