"""Indicators of an action and their values over time: "maternal deaths per 100,000 live births"."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from upheld.core.planning import IndicatorKind
from upheld.core.wording import wording
from upheld.store.models.body import Body
from upheld.store.models.plan import PlannedAction


class Indicator(models.Model):
    """What is measured, in which unit, from where (``baseline``) to where (``target``) by when.

    ``broken_down_by`` says by what values may be divided ("sex", "province"), one a line.
    """

    action = models.ForeignKey(PlannedAction, on_delete=models.CASCADE, related_name="indicators")
    kind = models.CharField(max_length=16, choices=[(k.value, k.value) for k in IndicatorKind])
    names = models.JSONField(default=dict)
    unit = models.CharField(max_length=60, blank=True)
    baseline = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    baseline_day = models.DateField(null=True)
    target = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    target_day = models.DateField(null=True)
    broken_down_by = models.TextField(blank=True)
    source = models.TextField(blank=True)
    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["action", "id"]

    def __str__(self) -> str:
        return wording(self.names, "en")[0]

    def cited_as(self) -> tuple[str, str]:
        """How the history names it: ("indicator", "7")."""
        return "indicator", str(self.pk)


class IndicatorValue(models.Model):
    """One value on one day; ``group`` is the part it is for ("women", "An Giang"), "" for all.

    ``people`` is how many persons a value about a group rests on: small cells are not shown.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="values")
    day = models.DateField()
    group = models.CharField(max_length=120, blank=True)
    value = models.DecimalField(max_digits=18, decimal_places=4)
    people = models.PositiveIntegerField(null=True)
    source = models.TextField(blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["day", "group", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "day", "group"], name="one_value_per_day_and_group"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.value}"
