"""The forms of the tree of bodies: a body's values, an end, a merger, a split."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from upheld.core.body_rows import BodyRow
from upheld.core.national_bodies import NationalBodyKind
from upheld.core.states import STATES
from upheld.services.body_values import values_of
from upheld.store.models import Body
from upheld.web.body_words import BODY_KINDS, name_of
from upheld.web.day_field import day_field
from upheld.web.review_forms import DescribedForm


class BodyForm(DescribedForm):
    """The values of a body; ``bodies`` are those below which it may stand."""

    name_vi = forms.CharField(label=_("Name in Vietnamese"), required=False, max_length=300)
    name_en = forms.CharField(label=_("Name in English"), required=False, max_length=300)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[(kind.value, BODY_KINDS[kind].one) for kind in NationalBodyKind]
    )
    parent = forms.ChoiceField(label=_("Stands below"), required=False)
    abbreviation = forms.CharField(
        label=_("Abbreviation"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    valid_from = day_field(_("Exists since"), help_text=_("Leave it empty when it is not known."))
    order = forms.IntegerField(
        label=_("Place in lists"), required=False, min_value=0, max_value=999_999, initial=0
    )
    source = forms.CharField(
        label=_("Source"),
        required=False,
        max_length=1000,
        help_text=_("The act or page that says so, with its number and date."),
    )
    checked = forms.BooleanField(label=_("I have compared this with the source"), required=False)
    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, bodies: Iterable[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: list[tuple[str, Any]] = [("", _("no body; it stands at the top"))]
        choices += [(body.code, str(name_of(body))) for body in bodies]
        self.fields["parent"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("name_vi") and not given.get("name_en"):
            self.add_error("name_vi", _("A body needs a name in one language."))
        return given

    def row(self, before: Body | None = None, *, state: str = "", code: str = "") -> BodyRow:
        """What was typed; what the form does not ask stays as it is in ``before``."""
        given = self.cleaned_data
        names = dict(before.names) if before else {}
        for language in ("vi", "en"):
            names.pop(language, None)
            if given[f"name_{language}"]:
                names[language] = given[f"name_{language}"]
        return BodyRow(
            code=before.code if before else code,
            state=before.state if before else state,
            kind=NationalBodyKind(given["kind"]),
            names=names,
            parent=given["parent"],
            abbreviation=given["abbreviation"],
            valid_from=given["valid_from"],
            valid_to=before.valid_to if before else None,
            order=given["order"] or 0,
            source=given["source"],
            checked=given["checked"],
        )

    @staticmethod
    def initial_of(body: Body) -> dict[str, Any]:
        """What the fields show of a body."""
        values = values_of(body)
        return {
            **values,
            "name_vi": body.names.get("vi", ""),
            "name_en": body.names.get("en", ""),
            "valid_from": body.valid_from,
            "row_version": body.row_version,
        }


class NewBodyForm(BodyForm):
    """A body that was not there before."""

    state = forms.CharField(
        label=_("State (three letters)"),
        max_length=3,
        min_length=3,
        widget=forms.TextInput(attrs={"class": "short", "spellcheck": "false"}),
    )
    code = forms.RegexField(
        label=_("Code"),
        regex=r"^[A-Z0-9][A-Z0-9-]*$",
        required=False,
        max_length=60,
        help_text=_(
            "Capital letters, figures and hyphens; it never changes. Empty: made from the name."
        ),
    )
    field_order = ("state", "code", "name_vi", "name_en", "kind", "parent")

    def clean_state(self) -> str:
        given: str = self.cleaned_data["state"].upper()
        if given not in {one.iso3 for one in STATES}:
            raise forms.ValidationError(_("No State has this code."))
        return given


class EndForm(DescribedForm):
    """The last day of a body that nothing follows."""

    last_day = day_field(_("Last day"), required=True)
    row_version = forms.IntegerField(widget=forms.HiddenInput)


class SuccessionForm(DescribedForm):
    """From which day on, and which act says so."""

    day = day_field(
        _("First day of the new body"),
        required=True,
        help_text=_("The day before is the last day of the bodies that end."),
    )
    source = forms.CharField(
        label=_("Source"),
        required=False,
        max_length=1000,
        help_text=_("The act or page that says so, with its number and date."),
    )
