"""Which document is this file a version of? A draft, its final report and a corrigendum are one.

"A/HRC/26/6", "A/HRC/26/6/Corr.1" and "A/HRC/26/6/Rev.1" share the symbol before /Corr and /Rev.
A draft report (A/HRC/WG.6/52/L.3) and the final one (A/HRC/63/5) share the State and the session
of the Working Group. A table without a symbol is known by the name of its file.
"""

from __future__ import annotations

from pathlib import Path

from django.db.models import Q, QuerySet

from upheld.core.facts import DocumentFacts, DocumentKind, FirstPage
from upheld.core.fold import fold
from upheld.core.symbols import Symbol
from upheld.core.upr_sessions import cycle_of as cycle_of_session
from upheld.services.public_ids import free_slug
from upheld.store.models import Document

REPLACING = frozenset({"Corr", "Rev"})


def base_symbol(symbol: str) -> str:
    """The symbol without /Corr.1 and /Rev.1 at its end; an addendum keeps its /Add.1."""
    parsed = Symbol.parse(symbol)
    while parsed and parsed.modifiers and parsed.modifiers[-1].kind in REPLACING:
        parsed = parsed.parent
    return parsed.text if parsed else symbol.strip()


def is_corrigendum(symbol: str) -> bool:
    """Whether the symbol ends in /Corr.1: such a paper may print the corrected items alone."""
    parsed = Symbol.parse(symbol)
    return bool(parsed and parsed.modifiers and parsed.modifiers[-1].kind == "Corr")


def is_draft(symbol: str) -> bool:
    """Whether this is an L document, as the Working Group adopts its reports."""
    parsed = Symbol.parse(symbol)
    return bool(parsed and parsed.number.startswith("L."))


def find_document(facts: DocumentFacts, symbol: str, name: str) -> Document | None:
    """The document that this file is another version of, or None."""
    page = facts.first_page
    if not symbol:
        # What was imported has rows and no pages; a file that is read is never a version of it.
        named = Document.objects.filter(
            base_symbol="",
            kind=facts.kind,
            versions__file__name=name,
            versions__file__kept=True,
        ).distinct()
        return _of_states(named, page.states)
    language = Q(language=page.language) | Q(language="") if page.language else Q()
    same = Document.objects.filter(language, base_symbol=base_symbol(symbol)).first()
    if same or facts.kind is not DocumentKind.UPR_REPORT or page.session is None:
        return same
    reports = Document.objects.filter(language, kind=DocumentKind.UPR_REPORT, session=page.session)
    other = _of_states(reports, page.states)
    # Two final reports of one review do not exist; if they seem to, they stay two documents.
    return other if other and is_draft(other.symbol) != is_draft(symbol) else None


def find_report(symbol: str) -> Document | None:
    """The document in force under ``symbol``, whatever its language."""
    return Document.objects.filter(base_symbol=base_symbol(symbol)).order_by("pk").first()


def new_slug(facts: DocumentFacts, symbol: str, name: str) -> str:
    """How the ids of the records of a new document begin: "A-HRC-26-6"."""
    words = base_symbol(symbol) or "-".join([fold(Path(name).stem), *facts.first_page.states[:3]])
    taken = set(Document.objects.values_list("slug", flat=True))
    slug = free_slug(words, taken)
    if slug.endswith("-2") and facts.first_page.language and symbol:
        # The same document in a second language: "A-HRC-26-6-fr".
        return free_slug(f"{words}-{facts.first_page.language}", taken)
    return slug


def cycle_of(page: FirstPage, kind: DocumentKind) -> int | None:
    """The cycle of the Universal Periodic Review that a report belongs to."""
    if kind is not DocumentKind.UPR_REPORT or page.session is None:
        return None
    return cycle_of_session(page.session)


def _of_states(documents: QuerySet[Document], states: tuple[str, ...]) -> Document | None:
    for document in documents.prefetch_related("states_under_review"):
        if {row.iso3 for row in document.states_under_review.all()} == set(states):
            return document
    return None
