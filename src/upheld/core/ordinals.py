"""Numbers of sessions in words: "Twenty-eighth session", "Vingt-huitième session", "第二十八届".

First pages print sessions in words in all six official languages; 1 to 199 in English, 1 to 99
in the others. Printed numerals ("28th session", "28º período de sesiones") count as well.
"""

from __future__ import annotations

import re

from upheld.core.fold import fold_words


def ordinal(printed: str) -> int | None:
    """The number that ``printed`` begins with: "Twenty-eighth session" gives 28, else None.

    "Resumed fortieth session" gives 40; "Session" alone gives None.
    """
    words = fold_words(printed).replace("resumed ", "").split()
    if not words:
        return None
    if numeral := re.match(r"(\d{1,3})(?:$|[^\d])", words[0]):
        return int(numeral[1])
    chinese = _CHINESE.match(printed.strip())
    if chinese:
        return _chinese_number(chinese[1])
    # The longest run of words that is an ordinal: "one hundred and twelfth" before "one hundred".
    for length in range(min(5, len(words)), 0, -1):
        number = _ORDINALS.get(" ".join(words[:length]))
        if number:
            return number
    return None


def is_session_heading(line: str) -> bool:
    """Whether a line names a session and nothing else: "Resumed fortieth session" does, "Second
    session of the Forum on Minority Issues" does not.
    """
    return bool(_HEADING.search(line)) and session_number(line) is not None


def session_number(line: str) -> int | None:
    """The number of the session a heading names, in any official language, or None.

    "Eighteenth session", "Vingt-huitième session", "La vigésima octava sesión",
    "Двадцать восьмая сессия", "الدورة الثامنة والعشرون", "第二十八届会议", "28º período".
    """
    if not _SESSION.search(line):
        return None
    words = _ARTICLE.sub("", line.strip())
    return ordinal(words) or ordinal(_SESSION.sub(" ", line, count=1))


_HEADING = re.compile(
    r"(?:\bsession|\bsesi[oó]n|\bsesiones|сессия|会议)\s*(?:\(.*\))?\W*$|^\s*الدورة\s",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"\bsession\b|\bsesi[oó]n(?:es)?\b|сесси[яи]|الدورة|届会议|屆會議", re.IGNORECASE
)
_ARTICLE = re.compile(r"^(?:the|la|le|el)\s+", re.IGNORECASE)
_CHINESE = re.compile(r"第([一二三四五六七八九十百〇零\d]+)[届屆次]")
_CHINESE_DIGITS = {d: n for n, d in enumerate("零一二三四五六七八九")} | {"〇": 0}


def _chinese_number(characters: str) -> int:
    if characters.isdecimal():
        return int(characters)
    total = digit = 0
    for character in characters:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _CHINESE_DIGITS[character]
    return total + digit


def _words(text: str) -> list[str]:
    return text.split()


def _english() -> dict[str, int]:
    units = _words(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
    )
    tens = _words("twenty thirty forty fifty sixty seventy eighty ninety")
    words = dict(enumerate(units, start=1))
    for n, ten in enumerate(tens, start=2):
        words[10 * n] = ten[:-1] + "ieth"
        words |= {10 * n + k: f"{ten} {unit}" for k, unit in enumerate(units[:9], start=1)}
    words |= {100 + n: f"one hundred and {word}" for n, word in words.items()}
    words[100] = "one hundredth"
    found = {word: n for n, word in words.items()}
    # "one hundred twelfth" and "hundredth" occur beside the forms with "and" and "one".
    found |= {word.replace(" and ", " "): n for word, n in found.items()}
    return found | {word.removeprefix("one "): n for word, n in found.items()}


def _french() -> dict[str, int]:
    cardinals = _words(
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
        "dix-sept dix-huit dix-neuf"
    )
    tens = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
    names = dict(enumerate(cardinals, start=1))
    for ten, word in tens.items():
        names |= {ten: word, ten + 1: f"{word} et un"}
        names |= {ten + n: f"{word} {names[n]}" for n in range(2, 10)}
    names |= {60 + n: f"soixante {names[n]}" for n in range(10, 20)} | {71: "soixante et onze"}
    names |= {80: "quatre vingt"} | {80 + n: f"quatre vingt {names[n]}" for n in range(1, 20)}
    endings = {"un": "unieme", "cinq": "cinquieme", "neuf": "neuvieme"}
    found = {"premiere": 1, "premier": 1, "seconde": 2}
    for number, name in names.items():
        *front, last = name.replace("-", " ").split()
        last = endings.get(last, last.removesuffix("e") + "ieme")
        found[" ".join([*front, last])] = number
    return found


def _spanish() -> dict[str, int]:
    units = _words("primer segund tercer cuart quint sext septim octav noven")
    tens = _words(
        "decim vigesim trigesim cuadragesim quincuagesim sexagesim septuagesim octogesim nonagesim"
    )
    found = {
        "undecimo": 11,
        "undecima": 11,
        "duodecimo": 12,
        "duodecima": 12,
        "primer": 1,
        "tercer": 3,
    }
    for letter in "oa":
        ones = [unit + letter for unit in units]
        found |= {one: n for n, one in enumerate(ones, start=1)}
        for n, ten in enumerate(tens, start=1):
            found[ten + letter] = 10 * n
            for k, one in enumerate(ones, start=1):
                found |= {f"{ten}{letter} {one}": 10 * n + k, f"{ten}o{one}": 10 * n + k}
                found |= {f"{ten}o {one}": 10 * n + k, f"{ten}o {one[:-1]}": 10 * n + k}
    return found


def _russian() -> dict[str, int]:
    units = _words(
        "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая "
        "одиннадцатая двенадцатая тринадцатая четырнадцатая пятнадцатая шестнадцатая "
        "семнадцатая восемнадцатая девятнадцатая"
    )
    cardinals = _words(
        "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
    )
    rounds = _words(
        "двадцатая тридцатая сороковая пятидесятая шестидесятая семидесятая восьмидесятая "
        "девяностая"
    )
    found = {unit: n for n, unit in enumerate(units, start=1)}
    for n, (cardinal, full) in enumerate(zip(cardinals, rounds, strict=True), start=2):
        found[full] = 10 * n
        found |= {f"{cardinal} {unit}": 10 * n + k for k, unit in enumerate(units[:9], start=1)}
    return found


def _arabic() -> dict[str, int]:
    units = _words("الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة")
    joined = ["الحادية", *units[1:]]
    tens = _words("العشر الثلاث الأربع الخمس الست السبع الثمان التسع")
    found = {unit: n for n, unit in enumerate(units, start=1)} | {"العاشرة": 10}
    found |= {f"{unit} عشرة": 10 + n for n, unit in enumerate(joined, start=1)}
    for n, ten in enumerate(tens, start=2):
        for ending in ("ون", "ين"):
            found[ten + ending] = 10 * n
            found |= {
                f"{unit} و{ten}{ending}": 10 * n + k for k, unit in enumerate(joined, start=1)
            }
    return found


_ORDINALS: dict[str, int] = {
    fold_words(words): number
    for table in (_english(), _french(), _spanish(), _russian(), _arabic())
    for words, number in table.items()
}
