"""What holds as of a day, or was done on it, is not said of a day that lies ahead."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem


def require_past(day: date | None) -> None:
    """``InputProblem`` for a day after today; no day is none ahead."""
    if day and day > timezone.localdate():
        raise InputProblem(
            _("This day lies in the future."), next_step=_("Give today or a day before it.")
        )
