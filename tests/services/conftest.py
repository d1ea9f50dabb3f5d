"""Messages of services are compared in English, whatever language a page was asked for before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with override("en"):
        yield
