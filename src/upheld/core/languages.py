"""The seven languages of Upheld: the six official ones of the United Nations, and Vietnamese.

First pages print "Original: English", and above it the language of the version in hand where that
is another ("FRENCH / Original: ENGLISH/FRENCH"). ``language_of`` tells the language of a text by
its script and its most frequent words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from upheld.core.fold import fold


@dataclass(frozen=True, slots=True)
class Language:
    """One language: code "fr", name in English "French", own name "français"."""

    code: str
    name: str
    own_name: str
    official: bool = True
    right_to_left: bool = False


LANGUAGES = (
    Language("en", "English", "English"),
    Language("fr", "French", "français"),
    Language("es", "Spanish", "español"),
    Language("ar", "Arabic", "العربية", right_to_left=True),
    Language("ru", "Russian", "русский"),
    Language("zh", "Chinese", "中文"),
    Language("vi", "Vietnamese", "tiếng Việt", official=False),
)

_PRINTED = {fold(form): language.code for language in LANGUAGES for form in (
    language.name, language.own_name,
)} | {
    fold(form): code
    for code, forms in {
        "en": "anglais|inglés|английский|الإنكليزية|الانكليزية|بالإنكليزية|英文|английском",
        "fr": "francés|французский|الفرنسية|بالفرنسية|法文",
        "es": "espagnol|испанский|الإسبانية|الاسبانية|بالإسبانية|西班牙文",
        "ar": "arabe|árabe|арабский|عربي|بالعربية|阿拉伯文",
        "ru": "russe|ruso|الروسية|بالروسية|俄文",
        "zh": "chinois|chino|китайский|الصينية|بالصينية",
    }.items()
    for form in forms.split("|")
}  # fmt: skip

_ORIGINAL = re.compile(
    r"(?:Original|Оригинал|Подлинный текст|الأصل|原文)\s*[:：]\s*(?P<names>[^\n]{2,60})",
    re.IGNORECASE,
)


def _words(text: str) -> list[str]:
    return text.split()


# Words of one language alone that every page of running text has.
_FREQUENT = {
    "en": _words("the of and to in that for with by was on is human rights"),
    "fr": _words("le la les des du et en que pour dans par au aux sur droits"),
    "es": _words("el los las del de y en que para por con una se derechos"),
    "vi": _words("và của các được trong cho những với là về quyền có tại"),
}


def language_named(printed: str) -> str:
    """The code of a language by its printed name in any of the languages, or ""."""
    return _PRINTED.get(fold(printed.strip(" .:*")), "")


def original_languages(first_page: str) -> tuple[str, ...]:
    """The codes after "Original:": "ENGLISH/FRENCH" gives ("en", "fr"); empty if not printed."""
    match = _ORIGINAL.search(first_page)
    if not match:
        return ()
    names = re.split(r"[/,;]|\b(?:and|et|y|e|и)\b|和", match["names"])
    codes = (language_named(name) for name in names)
    return tuple(dict.fromkeys(code for code in codes if code))


def language_of(text: str) -> str:
    """The language in which ``text`` is written, by script and frequent words; "" if it is bare.

    The first 6,000 characters decide.
    """
    sample = text[:6_000]
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < 20:
        return ""
    if not sample.isascii():
        for code, script in _SCRIPTS.items():
            if len(script.findall(sample)) > 0.3 * letters:
                return code
    small = [word.lower() for word in words]
    counts = {code: sum(map(frequent.__contains__, small)) for code, frequent in _SETS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else ""


_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
}
_SETS = {code: frozenset(words) for code, words in _FREQUENT.items()}
