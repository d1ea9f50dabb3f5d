"""What officials type without fields: "cycle 3 noted by Viet Nam", "khuyến nghị của Pháp".

``recognise`` takes words in a row and answers them with the fields it saw in their places. Only
words outside quotation marks and without operators come here, so quoting a name ("Viet Nam") is
the way to look for it as a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from upheld.analysis.query_fields import Field, cycle_number, position_of
from upheld.core.fold import fold, fold_words
from upheld.core.states import State, find_state
from upheld.core.symbols import Symbol

Piece = str | Field

_LONGEST_NAME = 7
_PRINTED_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,2}")
_YEAR = re.compile(r"20[012]\d")
_DONE = frozenset({"da", "duoc", "bi", "was", "were"})
_WHEN = frozenset({"in", "during", "o", "trong", "tai"})
_CYCLE = re.compile(r"cycle|chu ky|chu ki")
_POSITION = re.compile(
    r"noted|accepted|supported|rejected|not accepted|not supported|ghi nhan|chap nhan|chap thuan|"
    r"ung ho|bac bo|khong chap nhan|khong chap thuan|tu choi"
)
_ABOUT_RECOMMENDATIONS = frozenset({"recommendation", "recommendations", "khuyen", "by", "boi"})
_FROM = frozenset({"from", "recommended"})
_RECOMMENDS = frozenset(
    ["recommend", "recommends", "recommended", "asks", "asked", "urged", "urges"]
)
_DIRECTED = frozenset({"danh", "gui", "doi"})
_TO = frozenset({"to", "cho", "gui", "toi", "den"})
# What is numbered beside recommendations: "SDG 16.3", "Article 2.1".
_NUMBERED = frozenset(
    ["sdg", "sdgs", "goal", "goals", "target", "targets", "article", "articles", "art", "tieu",
     "dieu", "khoan", "table", "bang"]
)  # fmt: skip
_LINKS = frozenset(["by", "from", "to", "for", "in", "on", "of", "the", "and"])
_LINKS_VIETNAMESE = frozenset(
    ["cua", "do", "tu", "boi", "cho", "tai", "o", "voi", "duoc", "bi", "nuoc"]
)

# Names do not begin with them, though ``find_state`` passes over some in front of a name.
_NO_BEGINNING = _LINKS | _LINKS_VIETNAMESE | _FROM | {"va", "le", "la", "les", "el", "y", "et", "l"}


def recognise(words: Sequence[str]) -> list[Piece]:
    """The words with fields in the place of what was recognised, linking words beside it left out.

    ["death", "penalty", "noted", "by", "Viet", "Nam"] gives ["death", "penalty", position:noted,
    state:VNM].
    """
    return list(_recognised(tuple(words)))


# Asked for twice by each question: which language it is in, and what it means.
@lru_cache(maxsize=16)
def _recognised(words: tuple[str, ...]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    while at < len(words):
        end, found = _field_at(words, at, pieces)
        pieces.append(found or words[at])
        at = end
    return tuple(_without_links(_with_years(pieces)))


def _field_at(words: Sequence[str], at: int, before: list[Piece]) -> tuple[int, Field | None]:
    word = words[at]
    symbol = Symbol.parse(word) or Symbol.parse(word.upper()) if "/" in word else None
    if symbol:
        return at + 1, Field("symbol", fold(symbol.text), word)
    is_another = at > 0 and fold(words[at - 1]).rstrip(".") in _NUMBERED
    if _PRINTED_NUMBER.fullmatch(word) and not is_another:
        return at + 1, Field("number", fold(word), word)
    for length in (4, 3, 2, 1):
        several = words[at : at + length]
        if len(several) < length:
            continue
        typed = " ".join(several)
        if cycle := _cycle(typed):
            return at + length, Field("cycle", cycle, typed)
        if _is_position(words, at, length):
            return at + length, Field("position", position_of(typed), typed)
    for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
        typed = " ".join(words[at : at + length])
        named = None if words[at + length - 1].isdecimal() else _state(typed)
        if named:
            role = _role(words, at, at + length, before)
            if role == "state" and at > 0 and fold(words[at - 1]) in _TO:
                _let_recommend(before)
            return at + length, Field(role, named.iso3, typed)
    return at + 1, None


# Each run of words of a question is looked at several times, and people ask alike.
@lru_cache(maxsize=8192)
def _cycle(typed: str) -> str:
    words = fold_words(typed)
    found = _CYCLE.search(words)
    if not found:
        return ""
    if found.start() == 0:  # "cycle 3", "chu kỳ thứ ba"
        return cycle_number(words[found.end() :].strip())
    return cycle_number(words[: found.start()].strip()) if found.end() == len(words) else ""


def _is_position(words: Sequence[str], at: int, length: int) -> bool:
    typed = " ".join(words[at : at + length])
    if not _says_position(typed):
        return False
    after = at + length
    beside = [fold(word) for word in words[after : after + 1]]
    if after == len(words) or beside[0] in _ABOUT_RECOMMENDATIONS:
        return True
    # "đã chấp thuận", "was noted"; but who is "bị từ chối thị thực" is refused a visa.
    is_done = at > 0 and fold(words[at - 1]) in _DONE
    if is_done and fold_words(typed) != "tu choi":
        return True
    if beside[0] in _WHEN and _is_cycle_at(words, after + 1):  # "accepted in the first cycle"
        return True
    return any(_state(" ".join(words[after : after + n])) for n in range(1, 4))


def _is_cycle_at(words: Sequence[str], at: int) -> bool:
    starts = (at, at + 1)  # "in the first cycle"
    return any(_cycle(" ".join(words[s : s + n])) for s in starts for n in (2, 3, 4))


@lru_cache(maxsize=8192)
def _says_position(typed: str) -> bool:
    return bool(_POSITION.fullmatch(fold_words(typed)))


@lru_cache(maxsize=8192)
def _state(typed: str) -> State | None:
    """A State by its name. Misspelt ones are not looked for: "Children" is no Chile."""
    if fold(typed.split()[0]) in _NO_BEGINNING:
        return None
    letters = typed.replace(".", "")
    if len(letters) <= 3:
        # "Mỹ", "Nga", "USA" as printed; "my", "nga" and "us" are words, and so is "Us".
        return find_state(typed) if typed[0].isupper() and _is_a_name(typed) else None
    found = find_state(typed.lower())
    if found and " " not in typed and fold(found.name_in("vi")) == fold(typed) != fold(found.name):
        # "pháp" without a capital is the law, not France.
        return found if typed[0].isupper() else None
    return found


def _is_a_name(typed: str) -> bool:
    if not typed.isascii() or typed.isupper():
        return True
    found = find_state(typed)
    return found is not None and typed in found.name_in("vi").split()


def _role(words: Sequence[str], at: int, end: int, before: list[Piece]) -> str:
    """Whether a State recommends or is under review: "from France", "noted by Viet Nam"."""
    fields = [piece.name for piece in before if isinstance(piece, Field)]
    previous = [fold(word) for word in words[max(0, at - 2) : at]]
    following = [fold(word) for word in words[end : end + 2]]
    if previous and previous[-1] in {"by", "boi"}:
        return "state" if fields[-1:] == ["position"] else "from"
    if previous and previous[-1] in _FROM:
        return "from"
    if following and following[0] in _RECOMMENDS:
        return "from"
    if (
        previous == ["nghi", "cua"]
        or previous[-1:] == ["tu"]
        or following[:2] == ["khuyen", "nghi"]
    ):
        return "from"
    if previous[-1:] == ["do"] and following[:1] in (["dua"], ["neu"], ["khuyen"]):
        return "from"
    return "state"


def _let_recommend(before: list[Piece]) -> None:
    """In "Germany to Cuba", "Đức dành cho Cuba" the State named last before is who recommends."""
    for n in range(len(before) - 1, -1, -1):
        piece = before[n]
        if isinstance(piece, Field) and piece.name in {"state", "from"}:
            if any(isinstance(other, Field) and other.name == "from" for other in before):
                return
            before[n] = replace(piece, name="from")
            return


def _with_years(pieces: list[Piece]) -> list[Piece]:
    """A year beside a State is when it was said: "Cuba 2013"; "Agenda 2030" has no State beside."""
    found = list(pieces)
    for n, piece in enumerate(pieces):
        beside = (*pieces[max(0, n - 1) : n], *pieces[n + 1 : n + 2])
        is_beside = any(isinstance(one, Field) and one.name in {"state", "from"} for one in beside)
        if isinstance(piece, str) and is_beside and _YEAR.fullmatch(piece):
            found[n] = Field("year", piece, piece)
    return found


def _without_links(pieces: list[Piece]) -> list[Piece]:
    """Without "by", "in", "của" that only joined a field to the other words."""
    kept: list[Piece] = []
    for n, piece in enumerate(pieces):
        if isinstance(piece, str):
            link = fold(piece)
            after = pieces[n + 1] if n + 1 < len(pieces) else None
            is_before = isinstance(after, Field) and link in _LINKS | _LINKS_VIETNAMESE | _FROM
            trailing = after is None and n > 0 and link in _LINKS
            if is_before or trailing:
                # "dành cho Cuba", "gửi tới Cuba"
                if kept and isinstance(kept[-1], str) and fold(kept[-1]) in _DIRECTED:
                    kept.pop()
                continue
        kept.append(piece)
    return kept
