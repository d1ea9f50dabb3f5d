import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.reading.numerals import numeral


@pytest.mark.parametrize(
    ("value", "number_format", "printed"),
    [
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (1, "lowerLetter", "a"),
        (26, "upperLetter", "Z"),
        (27, "lowerLetter", "aa"),
        (55, "lowerLetter", "ccc"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (22, "ordinal", "22nd"),
        (112, "ordinal", "112th"),
        (3, "bullet", ""),
        (3, "none", ""),
        (3, "russianLower", "в"),
        (15, "hindiNumbers", "١٥"),
        (5, "chickenScratch", "5"),
        (0, "lowerRoman", "0"),
        (10**9, "lowerLetter", "1000000000"),
    ],
)
def test_a_number_is_printed_as_word_prints_it(
    value: int, number_format: str, printed: str
) -> None:
    assert numeral(value, number_format) == printed


@given(st.integers(1, 3999))
def test_roman_numbers_differ_and_can_be_read_back(value: int) -> None:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    letters = [worth[letter] for letter in numeral(value, "upperRoman")]
    signed = [
        -here if any(here < later for later in letters[place + 1 :]) else here
        for place, here in enumerate(letters)
    ]
    assert sum(signed) == value
