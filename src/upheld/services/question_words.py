"""How a question was understood, in whole sentences, so that the reader can correct it.

"Records of “children” in the words: children, minors, juvenile. State under review: Viet Nam."
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from upheld.analysis.query import AllOf, AnyOf, Meaning, Node, Not, Phrase, Prefix, Question, Word
from upheld.analysis.query_fields import Field
from upheld.core.states import state
from upheld.services.record_view import RecordView

_SHOWN = 5  # ways of saying one thing that are told; the others follow the same line


def interpreted_as(question: Question) -> str:
    """The sentences, in the language of the reader; "" for a question that asks for nothing."""
    return " ".join(sentences(question))


def sentences(question: Question) -> list[str]:
    """One sentence for each thing that is asked for, and one for what was left out."""
    said = list(dict.fromkeys(_asked(question.root)))
    if question.ignored:
        said.append(_("Left out: %(words)s.") % {"words": _quoted(question.ignored)})
    if question.root is None:
        said.insert(0, _("Everything, because nothing in particular was asked for."))
    return said


def view_words(view: RecordView) -> str:
    """What a view shows, as sentences for people who did not see the page.

    "Question: “tử hình”. State under review: Viet Nam; France."
    """
    said = [_("Question: “%(question)s”.") % {"question": view.question}] if view.question else []
    for name, values in view.chosen.items():
        first, *others = (_field(Field(name, value, value)) for value in values)
        said += [first, *(_("Or: %(what)s") % {"what": other} for other in others)]
    return " ".join(said or [_("All records in force.")])


def _asked(node: Node | None) -> Iterator[str]:
    match node:
        case Word(printed):
            yield _("With “%(word)s” in any of its forms.") % {"word": printed}
        case Phrase(printed, exact):
            said = (
                _("With “%(words)s” as typed.") if exact else _("With “%(words)s” in this order.")
            )
            yield said % {"words": printed}
        case Prefix(printed):
            yield _("With a word that begins with “%(beginning)s”.") % {"beginning": printed}
        case Field():
            yield _field(node)
        case Not(inner):
            yield _("Without: %(what)s") % {"what": " ".join(_asked(inner))}
        case Meaning():
            yield from _meaning(node)
        case AllOf(nodes):
            yield from _every(nodes)
        case AnyOf(nodes):
            yield from _any(nodes)


def _meaning(node: Meaning) -> Iterator[str]:
    ways = _ways(node)
    if ways == [node.printed]:
        yield _("With “%(word)s” in any of its forms.") % {"word": node.printed}
        return
    values = {"words": node.printed, "ways": _quoted(ways[:_SHOWN])}
    if node.aid:
        yield _("Preferably “%(words)s”: %(ways)s.") % values
    elif len(ways) > _SHOWN:
        yield _("“%(words)s” as %(ways)s and the like.") % values
    else:
        yield _("“%(words)s” as %(ways)s.") % values


def _every(nodes: tuple[Node, ...]) -> Iterator[str]:
    words = [node.printed for node in nodes if isinstance(node, Word)]
    if len(words) > 1:
        yield _("With all of %(words)s in any of their forms.") % {"words": _quoted(words)}
    for node in nodes:
        if not isinstance(node, Word) or len(words) < 2:
            yield from _asked(node)


def _any(nodes: tuple[Node, ...]) -> Iterator[str]:
    meant = [node for node in nodes if _has_meaning(node)]
    if meant and all(_is_itself(node) for node in nodes if node not in meant):
        # English ways, or the Vietnamese words as they stand: the words need no line of their own.
        for node in meant:
            yield from _asked(node)
        return
    words = [node.printed for node in nodes if isinstance(node, Word | Phrase)]
    if len(words) == len(nodes):
        yield _("With at least one of %(words)s.") % {"words": _quoted(words)}
        return
    for number, node in enumerate(nodes):
        asked = " ".join(_asked(node))
        yield _("Or: %(what)s") % {"what": asked} if number else asked


def _has_meaning(node: Node) -> bool:
    match node:
        case Meaning():
            return True
        case AllOf(nodes):
            return any(isinstance(inner, Meaning) for inner in nodes)
    return False


def _is_itself(node: Node) -> bool:
    return isinstance(node, AllOf) and all(isinstance(inner, Word) for inner in node.nodes)


def _ways(node: Meaning) -> list[str]:
    ways = []
    for way in node.alternatives:
        match way:
            case Word(printed) | Phrase(printed):
                ways.append(printed)
            case AllOf(nodes):
                ways.append(" + ".join(n.printed for n in nodes if isinstance(n, Word | Phrase)))
    return list(dict.fromkeys(ways))


def _field(field: Field) -> str:
    values = {"value": field.value}
    match field.name:
        case "state":
            return _("State under review: %(value)s.") % {"value": _state(field)}
        case "from":
            return _("Recommended by: %(value)s.") % {"value": _state(field)}
        case "theme":
            return _("Theme: %(value)s.") % {"value": field.printed}
        case "position":
            return _("Position: %(value)s.") % {"value": _position(field)}
        case "cycle":
            return _("Cycle: %(value)s.") % values
        case "body":
            return _("UN body: %(value)s.") % values
        case "kind":
            return _("Kind: %(value)s.") % {"value": field.printed}
        case "symbol":
            return _("Document: %(value)s.") % {"value": field.printed}
        case "number":
            return _("Number: %(value)s.") % {"value": field.printed}
        case "document":
            return _("Document: %(value)s.") % {"value": field.printed}
        case "review":
            return _("State of review: %(value)s.") % {"value": field.printed}
    return _("Year: %(value)s.") % values


def _position(field: Field) -> str:
    names = {"supported": _("supported"), "noted": _("noted"), "pending": _("pending"),
             "none": _("not stated")}  # fmt: skip
    return names.get(field.value, field.printed)


def _state(field: Field) -> str:
    try:
        return state(field.value).name_in(get_language() or "en")
    except KeyError:
        return field.printed


def _quoted(words: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
