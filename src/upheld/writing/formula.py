"""Texts that a spreadsheet would run as a formula, and how they are made harmless.

A recommendation that begins "=HYPERLINK(...)" or "- 16 - PEACE, JUSTICE ..." is text; Excel,
LibreOffice and Google Sheets would calculate it when a CSV is opened. An apostrophe in front, which
they do not show, keeps it text (OWASP, "CSV Injection").
"""

from __future__ import annotations

_STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guard_formula(text: str) -> str:
    """``guard_formula("=1+1") == "'=1+1"``; other text is unchanged.

    A text that already begins with an apostrophe before such a sign gets another one, so that
    ``unguard_formula`` always gives back what was written.
    """
    return "'" + text if text.lstrip("'").startswith(_STARTERS) else text


def unguard_formula(text: str) -> str:
    """The inverse: ``unguard_formula(guard_formula(text)) == text`` for every text."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_STARTERS) else text
