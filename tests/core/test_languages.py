"""Languages: named, printed on first pages, and told from the text itself."""

from __future__ import annotations

import pytest

from upheld.core.languages import LANGUAGES, language_named, language_of, original_languages


def test_seven_languages_six_of_them_official() -> None:
    assert [language.code for language in LANGUAGES] == ["en", "fr", "es", "ar", "ru", "zh", "vi"]
    assert [language.code for language in LANGUAGES if not language.official] == ["vi"]
    assert [language.code for language in LANGUAGES if language.right_to_left] == ["ar"]


@pytest.mark.parametrize(
    ("first_page", "codes"),
    [
        ("Distr.: General\n7 July 2014\nOriginal: English\n", ("en",)),
        ("ENGLISH\nOriginal: ENGLISH/FRENCH", ("en", "fr")),
        ("Original: anglais", ("en",)),
        ("Original: árabe e inglés", ("ar", "en")),
        ("Original: español", ("es",)),
        ("Original: English and Spanish", ("en", "es")),
        ("No such line", ()),
    ],
)
def test_the_languages_after_original(first_page: str, codes: tuple[str, ...]) -> None:
    assert original_languages(first_page) == codes


@pytest.mark.parametrize(
    ("printed", "code"), [("FRENCH", "fr"), ("Русский", "ru"), ("中文", "zh"), ("Klingon", "")]
)
def test_printed_names(printed: str, code: str) -> None:
    assert language_named(printed) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The State should ratify the Convention and protect the rights of the child.", "en"),
        ("Le Gouvernement a pris des mesures pour la protection des droits de l'enfant.", "fr"),
        ("El Gobierno adoptó medidas para la protección de los derechos del niño.", "es"),
        ("Quyền của trẻ em và phụ nữ được bảo đảm trong Hiến pháp.", "vi"),
        ("Рабочая группа провела свою сессию и приняла доклад.", "ru"),
        ("عقد الفريق العامل دورته واعتمد التقرير", "ar"),
        ("人权理事会普遍定期审议工作组举行了第十八届会议，并通过了本报告。", "zh"),
        ("12 34 56", ""),
    ],
)
def test_the_language_of_a_text(text: str, code: str) -> None:
    assert language_of(text) == code
