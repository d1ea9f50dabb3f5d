"""The trees of bodies that come with the program: "VNM", Viet Nam; "XSP", the specimen State.

Each is a table as ``upheld.core.body_rows`` describes it, dated, with its source in every row.
"checked" is "no" where nobody compared the row with a published act.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from django.utils.translation import gettext as _

from upheld.core.errors import InputProblem

TREES: Mapping[str, tuple[str, str]] = {
    "VNM": ("upheld.core", "data/bodies_VNM.csv"),
    "XSP": ("upheld.specimen", "content/bodies.csv"),
}
"""Where the table of each State lies: package and path."""


def shipped_tree(state: str) -> str:
    """The table of ``state`` as text; ``InputProblem`` for a State without one."""
    if state not in TREES:
        raise InputProblem(
            _("No tree of bodies comes with the program for %(state)s.") % {"state": state},
            next_step=_("Write a table with one line for each body, and import it."),
        )
    package, path = TREES[state]
    return files(package).joinpath(path).read_text(encoding="utf-8")
