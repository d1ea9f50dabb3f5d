"""The form in which a body reports: three fields, a status by its criteria, a day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.entry_needs import MOST_LETTERS
from upheld.core.implementation import CRITERIA
from upheld.services.entries import Words, actions_for
from upheld.store.models import Assignment
from upheld.web.day_field import day_field
from upheld.web.review_forms import SeenForm
from upheld.web.workspace_words import STATUSES


class EntryForm(SeenForm):
    """What a person reports. Nothing is required to save a draft but the day."""

    done = forms.CharField(
        label=_("What was done"),
        required=False,
        max_length=MOST_LETTERS,
        help_text=_("Laws, decisions, programmes, services: what, by whom, since when."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    result = forms.CharField(
        label=_("Result"),
        required=False,
        max_length=MOST_LETTERS,
        help_text=_("What people have of it, in figures where there are any. A meeting is none."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    status = forms.ChoiceField(
        label=_("Status, by the criteria below each"), required=False, widget=forms.RadioSelect
    )
    as_of = day_field(
        _("As of"), required=True, help_text=_("The day for which this holds."), past=True
    )
    language = forms.ChoiceField(label=_("Language of the words"), choices=settings.LANGUAGES)
    action = forms.TypedChoiceField(
        label=_("Action of the plan by which it was done"),
        required=False,
        coerce=int,
        empty_value=None,
    )

    def __init__(self, asked: Assignment, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [  # type: ignore[attr-defined]
            (
                status.value,
                format_html(
                    '<span>{}<span class="help criterion">{}</span></span>',
                    STATUSES[status].name,
                    gettext(criterion),
                ),
            )
            for status, criterion in CRITERIA.items()
        ]
        language = get_language() or "en"
        actions = [
            (one.pk, f"{one.number} {one.titles.get(language) or one}".strip())
            for one in actions_for(asked.record)
        ]
        if actions:
            choices = [("", _("none, or another")), *actions]
            self.fields["action"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["action"]

    def words(self) -> Words:
        """What was typed, as ``services.entries.write`` takes it."""
        given = self.cleaned_data
        return Words(
            done=given["done"],
            result=given["result"],
            status=given["status"],
            as_of=given["as_of"],
            language=given["language"],
            action=given.get("action"),
        )

    def now_at(self, row_version: int) -> None:
        """Let the form, when it is shown again, be about the entry as it is now."""
        self.data = {**self.data.dict(), "row_version": str(row_version)}  # type: ignore[attr-defined]
