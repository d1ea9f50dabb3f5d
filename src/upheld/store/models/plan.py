"""A national plan and its actions: what will be done, by whom, by when, for which demands."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from upheld.core.planning import Part
from upheld.core.wording import wording
from upheld.store.models.body import Body
from upheld.store.models.document import Document
from upheld.store.models.record import Record


class Plan(models.Model):
    """A plan of implementation, for example of the recommendations of one cycle.

    ``titles`` by language. ``decision`` is the act that adopted it, as cited, and ``adopted_on``
    its day; both are empty for a draft.
    """

    code = models.SlugField(max_length=60, unique=True)
    state = models.CharField(max_length=3, db_index=True)
    titles = models.JSONField(default=dict)
    decision = models.CharField(max_length=200, blank=True)
    adopted_on = models.DateField(null=True)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    closed = models.BooleanField(default=False)
    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["state", "-starts", "code"]

    def __str__(self) -> str:
        return wording(self.titles, "en")[0] or self.code

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("plan", "vnm-upr-4")."""
        return "plan", self.code


class PlanSource(models.Model):
    """A document whose recommendations the plan answers: the report of the review, A/HRC/57/6."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="sources")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="plans")

    class Meta:
        ordering = ["-document__date", "document__slug"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "document"], name="source_once_per_plan"),
        ]

    def __str__(self) -> str:
        return str(self.document)


class PlannedAction(models.Model):
    """One action of a plan; it may answer many recommendations of many mechanisms, and pledges.

    ``number`` is its place in the plan ("I.3"). ``titles`` and ``outputs`` by language. ``budget``
    in ``currency`` (ISO 4217); None where none is stated. ``lead`` answers for it.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="actions")
    number = models.CharField(max_length=20)
    titles = models.JSONField(default=dict)
    outputs = models.JSONField(default=dict)
    lead = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="actions_led")
    starts = models.DateField(null=True)
    due = models.DateField(null=True)
    budget = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    withdrawn = models.BooleanField(default=False)
    row_version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["plan", "number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"],
                condition=Q(withdrawn=False),
                name="action_number_once_per_plan",
            ),
            models.CheckConstraint(
                condition=Q(starts=None) | Q(due=None) | Q(starts__lte=F("due")),
                name="action_due_after_its_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {wording(self.titles, 'en')[0]}".strip()

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("action", "12")."""
        return "action", str(self.pk)


class ActionSupport(models.Model):
    """A body that supports an action."""

    action = models.ForeignKey(PlannedAction, on_delete=models.CASCADE, related_name="supports")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="actions_supported")

    class Meta:
        ordering = ["body__order", "body__code"]
        constraints = [
            models.UniqueConstraint(fields=["action", "body"], name="support_once_per_action"),
        ]

    def __str__(self) -> str:
        return Part.SUPPORT.value


class ActionAnswer(models.Model):
    """An action answers a record. ``through`` is the record whose cluster of same demands was
    answered as a whole, None where this record was chosen by itself."""

    action = models.ForeignKey(PlannedAction, on_delete=models.CASCADE, related_name="answers")
    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="answered_by")
    through = models.ForeignKey(Record, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["record__document", "record__order", "record__part", "id"]
        constraints = [
            models.UniqueConstraint(fields=["action", "record"], name="answer_once_per_action"),
        ]

    def __str__(self) -> str:
        return f"{self.action_id} > {self.record_id}"


class Milestone(models.Model):
    """A step of an action with its day: "bill before the National Assembly"."""

    action = models.ForeignKey(PlannedAction, on_delete=models.CASCADE, related_name="milestones")
    titles = models.JSONField(default=dict)
    due = models.DateField()
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ["due", "id"]

    def __str__(self) -> str:
        return wording(self.titles, "en")[0]
