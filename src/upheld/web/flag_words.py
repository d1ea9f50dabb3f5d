"""Flags in words and signs, each with its rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.flags import RULES, Flag
from upheld.web.words import Sign

FLAGS: dict[Flag, Promise] = {
    Flag.LATE: _("late"),
    Flag.SILENT: _("silent"),
    Flag.BODIES_DIFFER: _("bodies claim different statuses"),
    Flag.WITHOUT_EVIDENCE: _("claimed without evidence"),
    Flag.MILESTONE_OPEN: _("a milestone is open"),
    Flag.FELL_BACK: _("fell back without a reason"),
    Flag.ASSESSED_OTHERWISE: _("assessed otherwise by others"),
}


@dataclass(frozen=True, slots=True)
class ShownFlag:
    """A flag with its sign, its word and its rule."""

    sign: Sign
    rule: str


def shown_flags(flags: Iterable[Flag]) -> list[ShownFlag]:
    """Flags as a page shows them."""
    return [
        ShownFlag(
            Sign("bad" if flag is Flag.LATE else "warn", "⚑", FLAGS[flag]), gettext(RULES[flag])
        )
        for flag in flags
    ]
