"""A day in a form: chosen in a calendar, or typed as 30/06/2027 where a browser has none."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from upheld.core.typed_days import day_typed

MESSAGES = {
    "invalid": _("This is no day. Write day, month and year: 30/06/2027."),
    "future": _("This day lies in the future. Give today or a day before it."),
}
INPUT = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "short"})


class DayField(forms.DateField):
    """A day as ``day_typed`` understands it; with ``past`` none that lies ahead.

    What holds as of a day, or was done or issued on it, cannot be said of tomorrow.
    """

    def __init__(self, *, past: bool = False, **kwargs: Any) -> None:
        super().__init__(widget=INPUT, error_messages=MESSAGES, **kwargs)
        self.past = past

    def to_python(self, value: Any) -> date | None:
        """The day that was typed; ``ValidationError`` for anything else."""
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        day = day_typed(str(value))
        if day is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day

    def validate(self, value: Any) -> None:
        """Refuse a day ahead where the field is about what has been."""
        super().validate(value)
        if self.past and value and value > timezone.localdate():
            raise ValidationError(self.error_messages["future"], code="future")


def day_field(
    label: Any, *, required: bool = False, help_text: Any = "", past: bool = False
) -> DayField:
    """A day with its label; ``past`` for what cannot lie ahead."""
    return DayField(label=label, required=required, help_text=help_text, past=past)
