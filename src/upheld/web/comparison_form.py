"""The form of a comparison: two sides, each a State and a part of the mechanisms' work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from upheld.core.sides import Publication, Side
from upheld.web.side_names import PUBLICATIONS, part_choices, state_name


class ComparisonForm(forms.Form):
    """First State and part, second State and part; the publication is chosen by itself."""

    state = forms.ChoiceField(label=_("First State"))
    part = forms.ChoiceField(label=_("Mechanism and cycle"), required=False)
    other_state = forms.ChoiceField(label=_("Second State"))
    other_part = forms.ChoiceField(label=_("Mechanism and cycle of the second"), required=False)
    source = forms.ChoiceField(label=_("Counted from"), required=False)

    def __init__(self, states: Sequence[str], *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.label_suffix = ""
        names = sorted((state_name(iso3), iso3) for iso3 in states)
        choices = [("", "–"), *((iso3, name) for name, iso3 in names)]
        sources = [("", _("what both have")), *((name, PUBLICATIONS[name]) for name in Publication)]
        offered: dict[str, Any] = {"state": choices, "other_state": choices, "source": sources,
                   "part": part_choices(), "other_part": part_choices()}  # fmt: skip
        for name, field in self.fields.items():
            if isinstance(field, forms.ChoiceField):
                field.choices = offered[name]

    def sides(self) -> tuple[Side, Side]:
        """What was asked for, once the form is valid."""
        said = self.cleaned_data
        return (
            Side.of(said["state"], said["part"]),
            Side.of(said["other_state"], said["other_part"]),
        )

    def publication(self) -> Publication | None:
        """The publication that was chosen, None where nobody chose."""
        said = self.cleaned_data["source"]
        return Publication(said) if said else None
