"""The forms of evidence, assessments and replies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from upheld.core.evidence import Confidentiality, EvidenceKind, EvidenceType
from upheld.core.implementation import AssessorKind, Grade, Implementation
from upheld.services.assessments import View
from upheld.services.evidence import Description
from upheld.store.models import Assessment, Evidence
from upheld.web.day_field import day_field
from upheld.web.review_forms import DescribedForm
from upheld.web.workspace_words import CONFIDENTIALITIES, EVIDENCE_TYPES, GRADES, STATUSES

Choices = list[tuple[str, Any]]


def language_field() -> forms.ChoiceField:
    """The language in which words stand."""
    return forms.ChoiceField(
        label=_("Language of the words"),
        choices=[(code, name) for code, name in settings.LANGUAGES],
        initial=lambda: get_language() or "en",
    )


class EvidenceForm(DescribedForm):
    """What a person says of a piece of evidence; the field of its own kind stands first."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, Word, Excel, plain text, PNG or JPEG; 25 MB at most."),
    )
    url = forms.CharField(
        label=_("Address of the page"),
        max_length=2000,
        help_text=_("Nothing is fetched from it. Addresses vanish: quote the words that matter."),
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    title = forms.CharField(label=_("What it is"), max_length=300)
    type = forms.ChoiceField(label=_("Type"))
    source = forms.CharField(label=_("Publisher or issuing body"), max_length=300, required=False)
    day = day_field(_("Date of the document"), past=True)
    place = forms.CharField(
        label=_("Place of the words"),
        max_length=300,
        required=False,
        help_text=_("For example “Article 14 (2)” or “page 12”."),
    )
    quotation = forms.CharField(
        label=_("The words that matter"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "class": "words"}),
    )
    language = language_field()
    confidentiality = forms.ChoiceField(label=_("Who may see it"), widget=forms.RadioSelect)

    def __init__(self, kind: EvidenceKind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for other, field in ((EvidenceKind.FILE, "file"), (EvidenceKind.LINK, "url")):
            if kind is not other:
                del self.fields[field]
        if kind is EvidenceKind.QUOTATION:
            for field in ("quotation", "source", "place"):
                self.fields[field].required = True
            self.order_fields(["quotation"])
        types: Choices = [("", _("choose one")), *EVIDENCE_TYPES.items()]
        self.fields["type"].choices = types  # type: ignore[attr-defined]
        seen_by: Choices = list(CONFIDENTIALITIES.items())
        self.fields["confidentiality"].choices = seen_by  # type: ignore[attr-defined]
        self.initial.setdefault("confidentiality", Confidentiality.OFFICIAL.value)

    def description(self) -> Description:
        """What was typed, as the service takes it."""
        held = self.cleaned_data
        return Description(
            title=held["title"],
            type=EvidenceType(held["type"]),
            confidentiality=Confidentiality(held["confidentiality"]),
            language=held["language"],
            source=held["source"],
            day=held["day"],
            quotation=held["quotation"],
            place=held["place"],
        )


def held_values(evidence: Evidence) -> dict[str, Any]:
    """A piece of evidence as the form shows it."""
    fields = ("row_version", "url", "title", "type", "source", "day", "place", "quotation",
              "language", "confidentiality")  # fmt: skip
    return {field: getattr(evidence, field) for field in fields}


class AssessmentForm(DescribedForm):
    """What an assessor says of one record."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    assessor = forms.ChoiceField(label=_("Assessor"))
    status = forms.ChoiceField(label=_("Status"), required=False)
    grade = forms.ChoiceField(label=_("Grade"), required=False)
    reasons = forms.CharField(
        label=_("What was found, and on what it rests"),
        widget=forms.Textarea(attrs={"rows": 8, "class": "words"}),
    )
    criteria = forms.CharField(
        label=_("Criteria"),
        required=False,
        help_text=_("Your own, where they are not those shown beside the statuses."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    method = forms.CharField(
        label=_("Method"),
        required=False,
        help_text=_("How you know: documents read, visits, interviews. Never name a source."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    as_of = day_field(_("As of"), required=True, past=True)
    language = language_field()

    def __init__(self, assessors: Choices, *args: Any, graded: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assessor"].choices = assessors  # type: ignore[attr-defined]
        self.initial.setdefault("as_of", timezone.localdate())
        statuses: Choices = [("", _("choose one"))]
        statuses += [(value.value, STATUSES[value].name) for value in Implementation]
        self.fields["status"].choices = statuses  # type: ignore[attr-defined]
        grades: Choices = [("", _("no grade")), *GRADES.items()]
        self.fields["grade"].choices = grades  # type: ignore[attr-defined]
        if not graded:
            del self.fields["grade"]

    def view(self) -> View:
        """What was typed, as the service takes it."""
        held = self.cleaned_data
        return View(
            reasons=held["reasons"],
            as_of=held["as_of"],
            language=held["language"],
            status=Implementation(held["status"]) if held["status"] else None,
            grade=Grade(held["grade"]) if held.get("grade") else None,
            criteria=held["criteria"],
            method=held["method"],
        )


def held_view(row: Assessment) -> dict[str, Any]:
    """An assessment as the form shows it."""
    fields = ("row_version", "status", "grade", "reasons", "criteria", "method", "as_of",
              "language")  # fmt: skip
    return {field: getattr(row, field) for field in fields} | {"assessor": row.assessor_id}


def is_graded(kind: str) -> bool:
    """Whether an assessor of this kind grades."""
    return kind == AssessorKind.UN_BODY


class ReplyForm(DescribedForm):
    """A reply, and for whom it is given."""

    body = forms.ChoiceField(label=_("In the name of"), required=False)
    text = forms.CharField(
        label=_("Reply"), widget=forms.Textarea(attrs={"rows": 6, "class": "words"})
    )
    language = language_field()

    def __init__(self, bodies: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]
        # Only the State has no body: who cannot speak for it has to say for whom they do.
        self.fields["body"].required = "" not in dict(bodies)
