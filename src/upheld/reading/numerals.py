"""Numbers as lists print them: "7", "07", "(g)", "VII", "seventh letter after z: ag".

Word and web pages keep such numbers as a counter with a format and print them by themselves;
``numeral`` prints them the same way. Names of formats are those of Office Open XML (ECMA-376,
part 1, 17.18.59); web pages' ``list-style-type`` is mapped to them where it is read.
"""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_LETTERS = 30 * 26  # Word stops repeating letters there; a damaged file must not fill memory
_MOST_ROMAN = 32767

_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def numeral(value: int, number_format: str) -> str:
    """``value`` in ``number_format``: ``numeral(4, "lowerRoman") == "iv"``.

    Formats that the UN does not use come out as decimal numbers, "none" and "bullet" as nothing.
    """
    match number_format:
        case "lowerLetter":
            return _letters(value, "abcdefghijklmnopqrstuvwxyz")
        case "upperLetter":
            return _letters(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        case "lowerRoman":
            return _roman(value)
        case "upperRoman":
            return _roman(value).upper()
        case "decimalZero":
            return f"{value:02d}"
        case "ordinal":
            return f"{value}{_ordinal_ending(value)}"
        case "none" | "bullet":
            return ""
        case "russianLower":
            return _letters(value, _CYRILLIC)
        case "russianUpper":
            return _letters(value, _CYRILLIC.upper())
        case "arabicAlpha":
            return _letters(value, _ARABIC_ALPHA)
        case "arabicAbjad":
            return _letters(value, _ARABIC_ABJAD)
        case "hindiNumbers":
            return str(value).translate(_ARABIC_DIGITS)
        case _:
            return str(value)


def _letters(value: int, alphabet: str) -> str:
    if not 1 <= value <= _MOST_LETTERS:
        return str(value)
    times, index = divmod(value - 1, len(alphabet))
    return alphabet[index] * (times + 1)


def _roman(value: int) -> str:
    if not 1 <= value <= _MOST_ROMAN:
        return str(value)
    pieces: list[str] = []
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        pieces.append(letters * times)
    return "".join(pieces)


def _ordinal_ending(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
