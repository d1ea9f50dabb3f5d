"""Statuses of implementation in words, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from upheld.core.implementation import Implementation

STATUS_NAMES: dict[Implementation, Promise] = {
    Implementation.NOT_STARTED: _("not started"),
    Implementation.UNDER_CONSIDERATION: _("under consideration"),
    Implementation.PLANNED: _("planned"),
    Implementation.IN_PROGRESS: _("in progress"),
    Implementation.PARTLY_IMPLEMENTED: _("partly implemented"),
    Implementation.IMPLEMENTED: _("implemented"),
    Implementation.REGRESSED: _("regressed"),
    Implementation.NO_LONGER_APPLICABLE: _("no longer applicable"),
}
