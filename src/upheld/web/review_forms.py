"""The forms of the review desk: correct, split, merge, settle a finding.

A form turns what a person typed into what a service takes, and says at the field what is wrong.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from upheld.core.directions import without_turns
from upheld.core.positions import Position
from upheld.core.states import find_state, state
from upheld.store.models import Record
from upheld.store.queries.desk import LETTERS_SHOWN, DeskRow
from upheld.web.words import POSITIONS


class DescribedForm(forms.Form):
    """A form whose fields know the ids of their help and their error (Django 5.2 sets them).

    What is typed on one line is a name or a title: it is kept without signs that turn words round.
    """

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name, value in given.items():
            if isinstance(value, str) and type(self.fields[name].widget) is forms.TextInput:
                given[name] = without_turns(value)
        return given


class SeenForm(DescribedForm):
    """A form about a record as the person saw it."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)


class CorrectForm(SeenForm):
    """The values of a record that can be put right by hand."""

    number = forms.CharField(
        label=_("Number as printed"),
        required=False,
        max_length=50,
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    text = forms.CharField(
        label=_("Words"),
        widget=forms.Textarea(attrs={"rows": 6, "class": "words", "data-begin": ""}),
    )
    states = forms.CharField(
        label=_("Recommended by"),
        required=False,
        help_text=_("Names of States, separated by semicolons, in any language of the UN."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    position = forms.ChoiceField(label=_("Position"), required=False)
    note = forms.CharField(
        label=_("Why (for the history)"), required=False, max_length=500, widget=forms.TextInput
    )

    def __init__(self, record: Record, *args: Any, **kwargs: Any) -> None:
        held = record.current_position.value if record.current_position else ""
        kwargs["initial"] = {
            "row_version": record.row_version,
            "number": record.number,
            "text": record.text,
            "states": names_of([row.iso3 for row in record.states.all()]),
            "position": held,
        } | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        choices: list[tuple[str, object]] = [(value, POSITIONS[value].name) for value in Position]
        if not held:
            choices.insert(0, ("", _("not stated")))
        self.fields["position"].choices = choices  # type: ignore[attr-defined]

    def clean_states(self) -> list[str]:
        """ISO codes of the names typed; every name that is no State is named in the error."""
        typed = [name.strip() for name in self.cleaned_data["states"].replace("\n", ";").split(";")]
        found = {name: find_state(name) for name in typed if name}
        unknown = [name for name, party in found.items() if party is None]
        if unknown:
            raise forms.ValidationError(
                _("No State is known by this name: %(names)s."),
                params={"names": "; ".join(unknown)},
            )
        return [party.iso3 for party in found.values() if party]

    def changes(self) -> dict[str, Any]:
        """The values that differ from the record's, as ``services.review.correct`` takes them."""
        values: dict[str, Any] = {
            name: self.cleaned_data[name]
            for name in ("number", "text", "states")
            if name in self.changed_data
        }
        if "position" in self.changed_data and self.cleaned_data["position"]:
            values["position"] = Position(self.cleaned_data["position"])
        return values | {"note": self.cleaned_data["note"]}


class SplitForm(SeenForm):
    """Where to cut: the person begins a new line there and changes nothing else."""

    text = forms.CharField(
        label=_("Words"),
        strip=False,
        help_text=_(
            "Put the cursor where the second recommendation begins, and press Enter there. "
            "Change nothing else; wording is put right after the split."
        ),
        widget=forms.Textarea(attrs={"rows": 10, "class": "words", "data-begin": ""}),
    )

    def __init__(self, record: Record, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"row_version": record.row_version, "text": record.text}
        super().__init__(*args, **kwargs)
        self.whole = record.text

    def clean_text(self) -> int:
        """The place of the cut in the record's text."""
        lines = [line for line in self.cleaned_data["text"].splitlines() if line.strip()]
        if "".join(self.cleaned_data["text"].split()) != "".join(self.whole.split()):
            raise forms.ValidationError(
                _("The words were changed. Only the place of the cut can be chosen here.")
            )
        if len(lines) != 2:
            raise forms.ValidationError(
                _("Begin exactly one new line: where the second recommendation begins.")
            )
        letters = len("".join(lines[0].split()))
        for at, letter in enumerate(self.whole):
            if letters == 0 and not letter.isspace():
                return at
            letters -= not letter.isspace()
        return len(self.whole)


class MergeForm(SeenForm):
    """Which neighbour to join with; the row version seen of each stands in its value."""

    other = forms.ChoiceField(
        label=_("Merge with"),
        widget=forms.RadioSelect(attrs={"data-begin": ""}),
        help_text=_("To merge others, choose them in the list and press “Merge chosen”."),
    )

    def __init__(self, record: Record, rows: list[DeskRow], *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"row_version": record.row_version}
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = [  # type: ignore[attr-defined]
            (seen_value(row), f"{row.number} {_whole_words(row.begin)}") for row in rows
        ]


def _whole_words(begin: str) -> str:
    """The beginning of a text without the word that the last letter cuts."""
    return begin if len(begin) < LETTERS_SHOWN else f"{begin.rsplit(' ', 1)[0]} …"


class FindingForm(DescribedForm):
    """The note with which a finding is settled."""

    note = forms.CharField(
        label=_("Note"),
        required=False,
        help_text=_("What was done; or, to set the finding aside, why it is none."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def names_of(iso3: list[str]) -> str:
    """The names of States as the field shows them: "France; Spain"."""
    language = get_language() or "en"
    return "; ".join(state(code).names.get(language, state(code).name) for code in iso3)


def seen_value(row: DeskRow) -> str:
    """A record and its row version as a form sends them: "A-HRC-26-6-143.27@3"."""
    return f"{row.key}@{row.row_version}"


def read_seen(values: list[str]) -> dict[str, int]:
    """The inverse of ``seen_value`` for many; what does not look like one is left out."""
    pairs = (value.rpartition("@") for value in values)
    return {key: int(version) for key, _at, version in pairs if key and version.isdecimal()}
