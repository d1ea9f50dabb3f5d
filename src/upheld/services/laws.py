"""Laws as a place to find evidence: added by the coordination unit, searched, quoted by a person.

The program proposes passages that share words with what a recommendation asks. It never takes one
as evidence: a person reads it, and quotes it under an entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db import transaction
from django.db.models import Max, Q, Sum
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext as _

from upheld.analysis.law_words import best_passages, words_of_law, words_typed
from upheld.core.document import Document
from upheld.core.errors import InputProblem
from upheld.core.languages import language_of
from upheld.core.roles import Action
from upheld.parsing.law_passages import law_passages, place_of
from upheld.reading.sandbox import Sandbox
from upheld.services import history
from upheld.services.attachments import keep_attachment
from upheld.services.permissions import Actor, authorise, visible_to
from upheld.store.models import Law, LawPassage, Record

READER = "upheld.reading.tasks:read_document"
MOST = 12
BATCH = 500


@dataclass(frozen=True, slots=True)
class LawFacts:
    """What a person says of a law: title, number, day, where it was published."""

    title: str
    source: str
    number: str = ""
    state: str = ""
    issued_on: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may show what was done, and the words that it shares with what was asked."""

    passage: LawPassage
    score: float
    words: tuple[str, ...]


def add_law(actor: Actor, *, facts: LawFacts, name: str, content: bytes) -> Law:
    """Add a law from its file (PDF, DOCX, TXT). The same file again gives the law there is.

    Who: coordinator. The file is read in a process of its own. One transaction: file row, law,
    passages, history. ``InputProblem`` where no articles are found.
    """
    who = authorise(actor, Action.INGEST)
    if not facts.title.strip() or not facts.source.strip():
        raise InputProblem(
            _("A law needs its title and its source."),
            next_step=_("Name the gazette or the page that published it."),
        )
    with Sandbox() as reader:
        document = Document.from_dict(reader.call(READER, name, content))
    found = law_passages(document.text)
    if not found:
        raise InputProblem(
            _("No articles were found in %(name)s.") % {"name": name},
            next_step=_("A law is read by its heads: “Điều 14.” or “Article 14.”."),
        )
    language = language_of(document.text) or "vi"
    with transaction.atomic():
        history.lock()
        file = keep_attachment(who, name=name, content=content)
        known = Law.objects.filter(file=file).first()
        if known:
            return known
        law = Law.objects.create(
            state=facts.state,
            title=" ".join(facts.title.split())[:300],
            number=facts.number.strip()[:80],
            language=language,
            issued_on=facts.issued_on,
            source=facts.source.strip()[:300],
            url=facts.url.strip(),
            file=file,
            added_by=who,
            added_at=timezone.now(),
        )
        LawPassage.objects.bulk_create(
            [
                LawPassage(
                    law=law,
                    order=order,
                    place=place_of(passage, language),
                    name=passage.name[:400],
                    text=passage.text,
                )
                for order, passage in enumerate(found)
            ],
            batch_size=BATCH,
        )
        said: history.Difference = {
            "title": [None, str(law)],
            "source": [None, law.source],
            "passages": [None, len(found)],
        }
        history.record(who, [history.Entry("law.add", law, said)])
    return law


def end_law(actor: Actor, *, law: int, last_day: date | None) -> Law:
    """Say that a law no longer holds after ``last_day``; None takes that back. Who: coordinator."""
    who = authorise(actor, Action.INGEST)
    with transaction.atomic():
        history.lock()
        row = visible_to(who, Law.objects.select_for_update().filter(pk=law)).first()
        if row is None:
            raise InputProblem(_("There is no such law."))
        if row.valid_to != last_day:
            before = row.valid_to.isoformat() if row.valid_to else None
            row.valid_to = last_day
            row.save(update_fields=["valid_to"])
            after = last_day.isoformat() if last_day else None
            history.record(who, [history.Entry("law.end", row, {"valid_to": [before, after]})])
    return row


def candidates(actor: Actor, *, record: Record, words: str = "") -> list[Candidate]:
    """Passages of laws in force that share most with ``record``, or with ``words`` as typed.

    Who: everyone who may read. Nothing is kept of them.
    """
    authorise(actor, Action.READ)
    typed = bool(words.strip())
    asked = words_typed(words) if typed else words_of_law(record.text or record.printed)
    today = timezone.localdate()
    laws = visible_to(actor, Law.objects.filter(Q(valid_to=None) | Q(valid_to__gte=today)))
    keys = tuple(laws.order_by("pk").values_list("pk", flat=True))
    if not asked or not keys:
        return []
    held = LawPassage.objects.aggregate(newest=Max("pk"), letters=Sum(Length("text")))
    ids, texts = _texts(keys, held["newest"] or 0, held["letters"] or 0)
    # What a person typed is found wherever it stands, also where every passage names it.
    best = best_passages(asked, texts, MOST, least=0.0 if typed else 0.5, typed=typed)
    rows = LawPassage.objects.select_related("law").in_bulk([ids[one.at] for one in best])
    return [Candidate(rows[ids[one.at]], one.score, one.words) for one in best]


@lru_cache(maxsize=2)
def _texts(
    laws: tuple[int, ...], _newest: int, _letters: int
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The passages of ``laws`` with their heads; what was added since makes another question."""
    rows = LawPassage.objects.filter(law__in=laws).order_by("pk")
    pairs = [(key, f"{name} {text}") for key, name, text in rows.values_list("pk", "name", "text")]
    return tuple(key for key, _text in pairs), tuple(text for _key, text in pairs)
