"""Labels as readers meet them: "OP-CAT" by its short name, action "5" and target "16.3" in words.

Names of OHCHR and UPR Info stay as they are published; what the program names itself is translated.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from upheld.core.labels import Taxonomy
from upheld.core.sdg_targets import TARGETS
from upheld.core.taxonomies import NAMED_BODIES
from upheld.core.treaties import instrument, is_instrument

ACTIONS: dict[str, Promise] = {
    "1": _("1: asks other States, or asks to seek or share"),
    "2": _("2: continue"),
    "3": _("3: consider"),
    "4": _("4: general action"),
    "5": _("5: specific action"),
}


def label_language(taxonomy: str) -> str:
    """The language of a list's names: "en" of those kept as published, "" of the reader's own."""
    return "" if taxonomy in (Taxonomy.SDG, Taxonomy.ACTION) else "en"


def label_words(taxonomy: str, value: str) -> str:
    """The label in words; a name that a publisher printed is answered as it is."""
    match taxonomy:
        case Taxonomy.ACTION:
            return str(ACTIONS.get(value, value))
        case Taxonomy.SDG if value.isdecimal():
            return gettext("Goal %(number)s") % {"number": value}
        case Taxonomy.SDG if target := TARGETS.get(value.lower()):
            names = {"number": target.number, "name": target.name_in(get_language() or "en")}
            return gettext("Target %(number)s: %(name)s") % names
        case Taxonomy.INSTRUMENT if is_instrument(value):
            short = instrument(value).short
            return value if short == value else f"{value}: {short}"
        case Taxonomy.BODY:
            return NAMED_BODIES.get(value, value)
    return value
