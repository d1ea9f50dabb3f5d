"""The mark that every page of a specimen paper carries."""

from __future__ import annotations

MARK = "SPECIMEN — fictional State; no State said this"
