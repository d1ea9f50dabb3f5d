"""Letters from bytes: UTF-8, UTF-16, and the older encodings in which Vietnamese files come.

"Quyền con người" is stored as UTF-8 today, as windows-1258 by older Windows, and in offices of the
1990s and 2000s as TCVN 5712 (fonts ".VnTime"), where the same bytes read as Western letters give
"QuyÒn con ng­êi". The guess is made by how many words are possible Vietnamese syllables, and stands
as a finding.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

# TCVN 5712:1993, VN3: the letters above 0xA0, as the standard's table prints them.
_TCVN3 = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_TCVN3_TABLE = {
    start + place: letter
    for start, letters in _TCVN3.items()
    for place, letter in enumerate(letters)
}
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?:oai|oay|oeo|uay|uây|uôi|uyê|uya|uyu|ươi|ươu|iêu|yêu|uêu|"
    r"ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|"
    r"[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?",
)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000
_ENOUGH = 0.6  # share of the words with special letters that must be possible syllables
_OFTEN = 0.2  # share of the words that have special letters; in Vietnamese it is over half
_FEW_CONTROLS = 0.02
_SOUND = 10  # sound letters for each spoilt one in a file that is still UTF-8
_BEYOND_ASCII = re.compile("[^\\x00-\\x7f]")

# (mark at the beginning, encoding); the longer marks first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of the encoding it was read in: ("Quyền …", "UTF-8").

    Only UTF-8 and files that carry a mark are certain; every other name is a guess worth a finding.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace").removeprefix("\ufeff"), encoding.upper()
    wide = _unmarked_utf16(content)
    if wide:
        return content.decode(wide, "replace"), wide.upper()
    text = content.decode("utf-8", "replace")
    spoilt = text.count("\ufffd")
    # One letter cut off at the end, or a few spoilt ones in a long text, do not make it Western.
    if not spoilt or spoilt * _SOUND < len(_BEYOND_ASCII.findall(text)):
        return text, "UTF-8"
    return _older(content)


def looks_binary(content: bytes) -> bool:
    """Whether the bytes are no text in any encoding: many control characters."""
    sample = content[:8192]
    if any(sample.startswith(mark) for mark, _ in _MARKS) or _unmarked_utf16(sample):
        return False
    controls = sum(sample.count(code) for code in range(32) if code not in (9, 10, 12, 13, 26, 27))
    return controls > _FEW_CONTROLS * len(sample)


def _unmarked_utf16(content: bytes) -> str:
    """UTF-16 without its mark: every second byte of Latin text is zero."""
    sample = content[:4096]
    half = len(sample) // 2
    if half < 8:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _older(content: bytes) -> tuple[str, str]:
    """Western, or one of the older Vietnamese encodings where nearly every word fits."""
    western = content.decode("cp1252", "replace")
    best, best_name, best_share = western, "windows-1252", 0.0
    for text, name in (
        (unicodedata.normalize("NFC", content.decode("cp1258", "replace")), "windows-1258"),
        (tcvn3_letters(content.decode("latin-1")), "TCVN3"),
    ):
        share = _vietnamese_share(text[:_SAMPLE])
        # Where the letters come out the same, as in French, there is nothing Vietnamese to see.
        if share >= max(_ENOUGH, best_share + 0.01) and text != western:
            best, best_name, best_share = text, name, share
    return best, best_name


def tcvn3_letters(text: str) -> str:
    """What letters set in a TCVN 5712 font print: "QuyÒn" in .VnTime prints "Quyền"."""
    return text.translate(_TCVN3_TABLE)


def _vietnamese_share(text: str) -> float:
    """The share of words with special letters that are possible Vietnamese syllables."""
    all_words = _WORD.findall(text)
    words = [word.lower() for word in all_words if not word.isascii()]
    if not words or len(words) < _OFTEN * len(all_words):
        return 0.0
    return sum(map(_is_syllable, words)) / len(words)


def _is_syllable(word: str) -> bool:
    """Whether a word is a possible syllable: "quyền" is, "protégé" is not."""
    letters = unicodedata.normalize("NFD", word)
    if sum(letters.count(chr(tone)) for tone in _TONES) > 1:
        return False
    bare = unicodedata.normalize("NFC", letters.translate(_TONES))
    return _SYLLABLE.fullmatch(bare) is not None
