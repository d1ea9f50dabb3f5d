"""Words in several languages: {"vi": "Bộ Tư pháp", "en": "Ministry of Justice"}.

Whoever shows them says in which language they stand, so that a screen reader pronounces them and a
reader sees that there is no translation yet.
"""

from __future__ import annotations

from collections.abc import Mapping

Wording = Mapping[str, str]
"""Text by language code, ISO 639-1; empty texts are left out."""


def wording(words: Wording, language: str) -> tuple[str, str]:
    """The text and its language: the one asked for, else English, else whichever there is.

    >>> wording({"vi": "Bộ Tư pháp"}, "en")
    ('Bộ Tư pháp', 'vi')
    """
    for code in (language, language.partition("-")[0], "en", *words):
        if words.get(code):
            return words[code], code
    return "", language
