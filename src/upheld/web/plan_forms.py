"""The forms of a plan: its facts, an action, an indicator, a value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from upheld.core.directions import without_turns
from upheld.core.planning import IndicatorKind
from upheld.services.indicators import IndicatorFacts
from upheld.services.planned_actions import ActionFacts
from upheld.services.plans import PlanFacts
from upheld.store.models import Document, Indicator, Plan, PlannedAction
from upheld.web.day_field import day_field
from upheld.web.review_forms import DescribedForm
from upheld.web.words import name_of

INDICATOR_KINDS = {
    IndicatorKind.STRUCTURE: _("Structure: the commitment (a law, a ratified treaty)"),
    IndicatorKind.PROCESS: _("Process: the effort (cases handled, money spent)"),
    IndicatorKind.OUTCOME: _("Outcome: what people have of it"),
}

SHORT = {"class": "short"}
DIGITS, PLACES = 18, 4
"""As much of a figure as the store keeps."""
MOST_PEOPLE = 2_147_483_647
"""The largest whole number that the store keeps."""


class SeenForm(DescribedForm):
    """A form about a row as the person saw it."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def seen(self) -> int:
        """The version that the person saw; 0 for none."""
        return self.cleaned_data["row_version"] or 0


def both(given: dict[str, Any], field: str) -> dict[str, str]:
    """The Vietnamese and English words of a form."""
    return {code: without_turns(given[f"{field}_{code}"]) for code in ("vi", "en")}


class PlanForm(SeenForm):
    """What a plan says of itself."""

    title_vi = forms.CharField(label=_("Title in Vietnamese"), required=False, max_length=500)
    title_en = forms.CharField(label=_("Title in English"), required=False, max_length=500)
    decision = forms.CharField(
        label=_("Decision"),
        required=False,
        max_length=200,
        help_text=_("The act that adopts the plan, with its number."),
    )
    adopted_on = day_field(_("Adopted on"))
    starts = day_field(_("From"))
    ends = day_field(_("To"))
    sources = forms.MultipleChoiceField(
        label=_("Documents that the plan answers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("All that these documents ask of the State belongs to the plan."),
    )

    def __init__(self, documents: Iterable[Document], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.slug, name_of(one)) for one in documents]
        self.fields["sources"].choices = choices  # type: ignore[attr-defined]

    def facts(self, state: str) -> PlanFacts:
        """What was typed, as the service takes it."""
        given = self.cleaned_data
        return PlanFacts(
            titles=both(given, "title"),
            state=state,
            decision=given["decision"],
            adopted_on=given["adopted_on"],
            starts=given["starts"],
            ends=given["ends"],
            sources=tuple(given["sources"]),
        )

    @staticmethod
    def initial_of(plan: Plan) -> dict[str, Any]:
        """What the fields show of a plan."""
        return {
            "row_version": plan.row_version,
            "title_vi": plan.titles.get("vi", ""),
            "title_en": plan.titles.get("en", ""),
            "decision": plan.decision,
            "adopted_on": plan.adopted_on,
            "starts": plan.starts,
            "ends": plan.ends,
            "sources": [one.document.slug for one in plan.sources.select_related("document")],
        }


class ActionForm(SeenForm):
    """What an action says; lead and supports are chosen beside it, by kind of body."""

    title_vi = forms.CharField(
        label=_("Action, in Vietnamese"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    title_en = forms.CharField(
        label=_("Action, in English"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    number = forms.CharField(
        label=_("Number in the plan"),
        required=False,
        max_length=20,
        help_text=_("Empty: the next one."),
        widget=forms.TextInput(attrs=SHORT),
    )
    starts = day_field(_("From"))
    due = day_field(_("Due"))
    outputs_vi = forms.CharField(
        label=_("Outputs, in Vietnamese"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    outputs_en = forms.CharField(
        label=_("Outputs, in English"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    budget = forms.DecimalField(
        label=_("Budget"),
        required=False,
        max_digits=18,
        decimal_places=2,
        widget=forms.TextInput(attrs=SHORT | {"inputmode": "decimal"}),
    )
    currency = forms.CharField(
        label=_("Currency"),
        required=False,
        max_length=3,
        help_text=_("Three letters, for example VND."),
        widget=forms.TextInput(attrs=SHORT),
    )

    def facts(self, lead: str, supports: list[str]) -> ActionFacts:
        """What was typed, as the service takes it."""
        given = self.cleaned_data
        return ActionFacts(
            titles=both(given, "title"),
            outputs=both(given, "outputs"),
            number=given["number"],
            lead=lead,
            supports=tuple(supports),
            starts=given["starts"],
            due=given["due"],
            budget=given["budget"],
            currency=given["currency"],
        )

    @staticmethod
    def initial_of(action: PlannedAction) -> dict[str, Any]:
        """What the fields show of an action."""
        return {
            "row_version": action.row_version,
            "title_vi": action.titles.get("vi", ""),
            "title_en": action.titles.get("en", ""),
            "outputs_vi": action.outputs.get("vi", ""),
            "outputs_en": action.outputs.get("en", ""),
            "number": action.number,
            "starts": action.starts,
            "due": action.due,
            "budget": action.budget,
            "currency": action.currency,
        }


class MilestoneForm(DescribedForm):
    """A step of an action with its day, on the action's page."""

    title_vi = forms.CharField(label=_("Milestone, in Vietnamese"), required=False, max_length=300)
    title_en = forms.CharField(label=_("Milestone, in English"), required=False, max_length=300)
    due = day_field(_("Due"), required=True)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if {"title_vi", "title_en"} <= given.keys() and not any(both(given, "title").values()):
            self.add_error("title_vi", _("The title is missing. Give it in at least one language."))
        return given

    def titles(self) -> dict[str, str]:
        """The words that were typed, by language."""
        return both(self.cleaned_data, "title")


class IndicatorForm(SeenForm):
    """What is measured, from where to where."""

    name_vi = forms.CharField(label=_("Indicator, in Vietnamese"), required=False, max_length=300)
    name_en = forms.CharField(label=_("Indicator, in English"), required=False, max_length=300)
    kind = forms.ChoiceField(
        label=_("What it measures"),
        widget=forms.RadioSelect,
        choices=[(kind.value, name) for kind, name in INDICATOR_KINDS.items()],
    )
    unit = forms.CharField(
        label=_("Unit"), required=False, max_length=60, widget=forms.TextInput(attrs=SHORT)
    )
    baseline = forms.DecimalField(
        label=_("Baseline"),
        required=False,
        widget=forms.TextInput(attrs=SHORT),
        max_digits=DIGITS,
        decimal_places=PLACES,
    )
    baseline_day = day_field(_("Baseline as of"), past=True)
    target = forms.DecimalField(
        label=_("Target"),
        required=False,
        widget=forms.TextInput(attrs=SHORT),
        max_digits=DIGITS,
        decimal_places=PLACES,
    )
    target_day = day_field(_("Target by"))
    broken_down_by = forms.CharField(
        label=_("Broken down by"),
        required=False,
        help_text=_("Sex, age, province, one a line. Values about few people are not shown."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = forms.CharField(label=_("Source of the figures"), required=False, max_length=500)

    def facts(self) -> IndicatorFacts:
        """What was typed, as the service takes it."""
        given = self.cleaned_data
        same = ("unit", "baseline", "baseline_day", "target", "target_day", "broken_down_by",
                "source")  # fmt: skip
        return IndicatorFacts(
            names=both(given, "name"),
            kind=IndicatorKind(given["kind"]),
            **{field: given[field] for field in same},
        )

    @staticmethod
    def initial_of(row: Indicator) -> dict[str, Any]:
        """What the fields show of an indicator."""
        same = ("row_version", "kind", "unit", "baseline", "baseline_day", "target", "target_day",
                "broken_down_by", "source")  # fmt: skip
        names = {f"name_{code}": row.names.get(code, "") for code in ("vi", "en")}
        return {field: getattr(row, field) for field in same} | names


class ValueForm(DescribedForm):
    """A value of one day."""

    day = day_field(_("Day"), required=True, past=True)
    value = forms.DecimalField(
        label=_("Value"),
        widget=forms.TextInput(attrs=SHORT | {"inputmode": "decimal"}),
        max_digits=DIGITS,
        decimal_places=PLACES,
    )
    group = forms.CharField(
        label=_("For which part"),
        required=False,
        max_length=120,
        help_text=_("Empty: for all. Otherwise for example “women” or “An Giang”."),
    )
    people = forms.IntegerField(
        label=_("On how many persons it rests"),
        required=False,
        min_value=0,
        max_value=MOST_PEOPLE,
        help_text=_("A value about a group of fewer than 10 persons is kept and not shown."),
        widget=forms.TextInput(attrs=SHORT | {"inputmode": "numeric"}),
    )
    source = forms.CharField(label=_("Source"), required=False, max_length=500)
