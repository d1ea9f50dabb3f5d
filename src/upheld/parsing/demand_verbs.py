"""The verbs with which recommendations begin: "Ratify", "to consider ratifying", "Promptly accede".

Words between two brackets of States either begin a demand of their own ("… (Spain) and establish
a national institution (Chile)") or go on with the one before ("… (Spain), including for children
(Chile)"). The first verb tells. ``data/demand_verbs.txt`` holds the verbs in plain form, the verbs
of recommending and the adverbs that may precede them, each in its section; gerunds are derived.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[A-Za-z][A-Za-z\-’']*")
# What may follow the verb and still belong to it: "consider the possibility of", "accession to"
_VERBAL_NOUN = re.compile(
    r"\s+(?:the\s+|an?\s+)?"
    r"(?:possibility|ratification|accession|adherence|process|signature|party)"
    r"(?:\s+process)?\s+(?:of|to|for)\b"
)

# A verb phrase whose object comes later: "Consider ratifying", "the implementation of"
_INCOMPLETE = re.compile(
    r"\b(?:of|to|the|for|with|in|on|by|from|into|a|an|its|all|and|"
    r"ratification(?: process)?|accession|party|the possibility|signature)$",
    re.I,
)
_ENDS_IN_VERB = re.compile(r"\bto (?:[a-z]+ly )?([a-z]+)$", re.I)


def _sections() -> dict[str, frozenset[str]]:
    text = files("upheld.parsing").joinpath("data/demand_verbs.txt").read_text("utf-8")
    sections: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif not line.startswith("#"):
            sections.setdefault(name, []).extend(line.split())
    return {name: frozenset(words) for name, words in sections.items()}


_READ = _sections()
DEMAND_VERBS = _READ["demand"]
RECOMMENDING = _READ["recommending"]
ADVERBS = _READ["adverbs"]


def begins_demand(words: str) -> bool:
    """True if the words begin with a verb of demanding: "to further strengthen", "Ratify"."""
    for position, match in enumerate(_WORD.finditer(words)):
        word = match[0].lower()
        if _is_verb(word):
            return True
        if position > 4 or (
            word not in ADVERBS and not (position == 0 and word in {"to", "that", "please"})
        ):
            return False
    return False


def begins_recommending(words: str) -> bool:
    """True for "recommends that …" and "calls upon it to …": the State speaks anew."""
    first = _WORD.match(words)
    return first is not None and first[0].lower() in RECOMMENDING


def begins_gerund(words: str) -> bool:
    """True for "signing the Protocol": a demand only together with the verb before it."""
    first = _WORD.match(words)
    return first is not None and first[0].lower().endswith("ing")


def gerund_start(words: str) -> int:
    """Where the gerund of "Consider ratifying the Covenant" begins (9); 0 if there is none."""
    match = re.match(r"(?:to\s+)?([A-Za-z]+)\s+(?=([A-Za-z]+ing)\b)", words)
    if match and _is_verb(match[1].lower()) and _is_gerund(match[2].lower()):
        return match.end()
    return 0


def is_adverb(words: str) -> bool:
    """True if the words are adverbs and nothing else: "Positively", "also promptly"."""
    found = _WORD.findall(words.lower())
    return bool(found) and all(word in ADVERBS for word in found)


def verb_length(words: str) -> int:
    """How many letters the leading verbs take: 24 in "Sign and promptly ratify the Covenant".

    The verb phrase ends before the first word that is neither verb nor adverb; "the possibility
    of" and "accession to" still belong to it.
    """
    end = 0
    position = 0
    while match := _WORD.search(words, position):
        word = match[0].lower()
        if _is_verb(word) or word in ADVERBS or (word == "to" and end):
            end = match.end()
        elif word not in {"to", "and", "or", "that"}:
            noun = _VERBAL_NOUN.match(words, end) if end else None
            if noun is None:
                break
            end = noun.end()
        position = max(match.end(), end)
    return end


@lru_cache(maxsize=4096)
def lacks_object(words: str) -> bool:
    """True for verbs alone and for words that end in the air: "take steps to ratify the"."""
    if not words or len(words) > 90:
        return False
    ends = _ENDS_IN_VERB.search(words)
    return (
        _INCOMPLETE.search(words) is not None
        or verb_length(words) >= len(words)
        or (ends is not None and ends[1].lower() in DEMAND_VERBS)
    )


def _is_verb(word: str) -> bool:
    return word in DEMAND_VERBS or word in RECOMMENDING or _is_gerund(word)


def _is_gerund(word: str) -> bool:
    """ "ratifying", "establishing", "setting" of a verb in the list."""
    if not word.endswith("ing"):
        return False
    stem = word[:-3]
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return not {stem, f"{stem}e", doubled}.isdisjoint(DEMAND_VERBS)
