"""Recommendations that the conclusions name only by where they stand in the dialogue (2008–2010).

"82. The recommendations noted in the report in paragraphs 27 (b), (c), 31, 56, last sentence, and
64 (d) (i) above did not enjoy the support of X": the words stand in those paragraphs of the
interactive dialogue, letters select clauses, and the recommending State is the paragraph's speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from upheld.core.states_text import find_states_in
from upheld.parsing.demand_verbs import begins_demand, verb_length
from upheld.parsing.item_words import clean

REFERENCE_LIST = re.compile(
    r"para(?:graph)?s?[.:]?\s+(?:numbers?\s+|nos?\.\s+)?(?=\d)"
    r"((?:\d{1,3}|\((?:[a-z]|[ivx]{1,4})(?:\s*,\s*[a-z])*\)|[a-z]\)|"
    r"last sentence|and|above|to|at|"
    r"[\s,;.&–-])+)",
    re.I,
)
TOKEN = re.compile(r"(\d{1,3})|\(((?:[ivx]{2,4}|[a-z])(?:\s*,\s*[a-z])*)\)|(last sentence)", re.I)
LETTER = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[:;,.]))\(?([a-z])\)\s*(?=\S)")
ROMAN = re.compile(r"(?<=\s)\((i{1,3}|iv|vi{0,3})\)\s*")
SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bNo)(?<!\bDr)(?<!e\.g)[.](?=\s+(?:[A-Z“\"]|\())|\.?\s*$"
)
STRICTLY = re.compile(r"\b(?:recommend(?:ed|s|ing)|urged|called (?:up)?on)\b", re.I)
RECOMMENDS = re.compile(
    r"\b(?:recommend(?:ed|s|ing)?|urged|encourag(?:ed|es)|called (?:up)?on|suggest(?:ed|s)|"
    r"request(?:ed|s)|invited|asked|advised|proposed)\b",
    re.I,
)
# What a speaker did besides recommending: "…, and wished to know whether restrictions continue"
ASIDE = re.compile(
    r"[;,]?\s+and\s+(?:wished|asked|enquired|inquired|requested\s+(?:further\s+)?information)\b.*$",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """One named place: paragraph 64, letter "d", roman "i"; ``last`` for "last sentence"."""

    paragraph: int
    letter: str = ""
    roman: str = ""
    last: bool = False

    @property
    def label(self) -> str:
        """As the UN cites it: "64 (d) (i)"."""
        return " ".join(
            [str(self.paragraph), *(f"({part})" for part in (self.letter, self.roman) if part)]
        )


@dataclass(frozen=True, slots=True)
class Referred:
    """What stands at a reference: words and their stretch of the flow, and who spoke."""

    reference: Reference
    text: str
    states: tuple[str, ...]
    start: int
    end: int


def read_references(words: str) -> list[Reference]:
    """The dialogue paragraphs and letters that a paragraph of the conclusions names, in order."""
    references: list[Reference] = []
    for listed in REFERENCE_LIST.finditer(words):
        for paragraph, letters, last in TOKEN.findall(listed[1]):
            if paragraph:
                references.append(Reference(int(paragraph)))
            elif last:
                references[-1] = Reference(
                    references[-1].paragraph, references[-1].letter, last=True
                )
            elif (len(letters) > 1 and "," not in letters) or (
                letters == "i" and references[-1].letter
            ):
                _narrow(references, roman=letters)
            else:
                for letter in re.findall(r"[a-z]", letters.lower()):
                    _narrow(references, letter=letter)
    return list(dict.fromkeys(references))


def _narrow(references: list[Reference], *, letter: str = "", roman: str = "") -> None:
    """ "27" becomes "27 (b)"; a further letter is a reference of its own to the same paragraph."""
    last = references[-1]
    if roman:
        if last.roman:
            references.append(Reference(last.paragraph, last.letter, roman))
        else:
            references[-1] = Reference(last.paragraph, last.letter, roman)
    elif last.letter:
        references.append(Reference(last.paragraph, letter))
    else:
        references[-1] = Reference(last.paragraph, letter)


def find_referred(
    text: str, start: int, end: int, reference: Reference, reviewed: tuple[str, ...]
) -> list[Referred]:
    """The recommendations at a reference within its dialogue paragraph ``text[start:end]``."""
    if reference.letter:
        paragraph = text[start:end]
        found = _lettered(paragraph, reference.letter)
        if found is None:
            return []
        first, last = found
        speaker = _speaker(paragraph[:first], reviewed)
        return [
            Referred(reference, _with_verb(paragraph, first, words), speaker, start + a, start + b)
            for words, a, b in _narrowed(paragraph, first, last, reference.roman)
        ]
    letters = _letters_in_order(text[start:end])
    if len(letters) > 1 and not reference.last:
        # "31" names the whole of a lettered paragraph: (a), (b) and (c).
        return [
            referred
            for letter in letters
            for referred in find_referred(
                text, start, end, Reference(reference.paragraph, letter), reviewed
            )
        ]
    return list(_sentences(text, start, end, reference, reviewed))


def _letters_in_order(paragraph: str) -> list[str]:
    """The letters from "a" on without a gap: the roman "(i)" behind "(c)" is none of them."""
    letters: list[str] = []
    for mark in LETTER.finditer(paragraph):
        if mark[1].lower() == chr(ord("a") + len(letters)):
            letters.append(mark[1].lower())
    return letters


def _lettered(paragraph: str, letter: str) -> tuple[int, int] | None:
    """The stretch of clause ``(letter)``: up to the next letter or the end of its sentence."""
    marks = [(m[1].lower(), m.start(), m.end()) for m in LETTER.finditer(paragraph)]
    for index, (name, _, words) in enumerate(marks):
        if name != letter:
            continue
        following = [
            start for other, start, _ in marks[index + 1 :] if other == chr(ord(letter) + 1)
        ]
        limit = following[0] if following else len(paragraph)
        sentence = SENTENCE_END.search(paragraph, words, limit)
        return words, sentence.start() if sentence else limit
    return None


def _with_verb(paragraph: str, first: int, words: str) -> str:
    """A lettered noun takes the verb before the letters: "adhere to (a) CED; (b) the OP-CAT"."""
    opening = LETTER.search(paragraph)
    if begins_demand(words) or opening is None or opening.start() >= first:
        return words
    frames = list(RECOMMENDS.finditer(paragraph, 0, opening.start()))
    lead = paragraph[frames[-1].end() : opening.start()] if frames else ""
    lead = clean(re.sub(r"^\s*(?:that\s+)?(?:the\s+)?(?:[A-Z]\S+\s+|it\s+)*(?:to\s+)?", "", lead))
    return f"{lead} {words}" if lead and verb_length(lead) == len(lead) else words


def _narrowed(paragraph: str, first: int, last: int, roman: str) -> Iterator[tuple[str, int, int]]:
    """A clause, or its head with one of its roman parts: "ratify (i) ILO 111 and (ii) ICRMW"."""
    marks = list(ROMAN.finditer(paragraph, first, last))
    if not roman or not marks:
        yield _trim(paragraph[first:last]), first, last
        return
    head = paragraph[first : marks[0].start()]
    for index, mark in enumerate(marks):
        if mark[1] == roman:
            end = marks[index + 1].start() if index + 1 < len(marks) else last
            yield clean(f"{head} {_trim(paragraph[mark.end() : end])}"), mark.end(), end


def _trim(words: str) -> str:
    """Without what leads over to the next clause: "; and", "; Greece also recommended that"."""
    words = re.sub(
        r"[;,.]\s+[^;,.]{0,60}\brecommended(?:\s+that(?:\s+\S+){0,3})?\s*:?\s*$", "", words
    )
    words = ASIDE.sub("", words)
    return re.sub(r"[\s,;]+(?:and|or)$", "", clean(words))


def _sentences(
    text: str, start: int, end: int, reference: Reference, reviewed: tuple[str, ...]
) -> Iterator[Referred]:
    """The sentences of an unlettered paragraph that recommend something."""
    bounds: list[tuple[int, int]] = []
    position = start
    for match in re.finditer(r"[.](?=\s+[A-Z“\"])", text[start:end]):
        bounds.append((position, start + match.end()))
        position = start + match.end()
    bounds.append((position, end))
    if reference.last:
        bounds = [bound for bound in bounds if text[slice(*bound)].strip()][-1:]
    recommends = any(STRICTLY.search(text, *bound) for bound in bounds)
    speaker: tuple[str, ...] = ()
    for first, last in bounds:
        speaker = _speaker(text[first:last], reviewed) or speaker
        verb = (STRICTLY if recommends else RECOMMENDS).search(text, first, last)
        if verb is None or (verb[0].lower() in {"asked", "requested"} and not reference.last):
            continue
        yield Referred(reference, _trim(text[verb.start() : last]), speaker, first, last)


def _speaker(words: str, reviewed: tuple[str, ...]) -> tuple[str, ...]:
    """The last State that begins a sentence (or stands first of all): the one that speaks."""
    mentions = [mention for mention in find_states_in(words) if mention.state.iso3 not in reviewed]
    chosen: tuple[str, ...] = ()
    for mention in mentions:
        before = re.split(r"[.]\s+", words[: mention.start])[-1]
        if len(before.strip()) <= 12 or not chosen:
            chosen = (mention.state.iso3,)
    return chosen
