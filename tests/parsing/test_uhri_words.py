"""The words of annotations, each quirk of the exports in its row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.parsing.uhri_words import mend, plain_text, split_number, words


@pytest.mark.parametrize(
    ("exported", "expected"),
    [
        ("Plain words.", "Plain words."),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("<P STYLE='x'>One<br/>Two<BR>Three</P>", "One Two Three"),
        ("<b>C</b>hildren and <i>women</i>", "Children and women"),
        ("CO<sub>2</sub> and H<sup>3</sup>O", "CO2 and H3O"),
        ("A<!-- a note <b> -->B", "A B"),
        ("<style>p {color: red}</style>Words<script>alert(1)</script>", "Words"),
        ("<o:p>Word's own</o:p> tag", "Word's own tag"),
        (
            "Rights &amp; duties&nbsp;of Côte d&#39;Ivoire &eacute;",
            "Rights & duties of Côte d'Ivoire é",
        ),
        ("twice &amp;amp; &amp;nbsp;coded", "twice & coded"),
        ("children under 5 < 10 and > 3", "children under 5 < 10 and > 3"),
        ("a <b unclosed", "a <b unclosed"),
        ("two  blanks\r\n and\tlines ", "two blanks and lines"),
        ("soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"),
        ("a letter \x00 and a half \ud800", "a letter and a half"),
        ("", ""),
    ],
)
def test_html_becomes_text(exported, expected):
    assert plain_text(exported) == expected


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("sustainable develop- ment", "sustainable development"),
        ("the Com- mittee", "the Committee"),
        ("pro- tection by de- cree", "protection by decree"),
        ("follow- up", "follow-up"),
        ("self- determination", "self-determination"),
        ("gender- based violence", "gender-based violence"),
        ("non- Muslim minorities", "non-Muslim minorities"),
        ("short- and long-term measures", "short- and long-term measures"),
        ("pre- or in-service training", "pre- or in-service training"),
        ("a dash - between blanks", "a dash - between blanks"),
        ("ngắn- và dài hạn", "ngắn- và dài hạn"),
        ("1- 2 persons", "1- 2 persons"),
    ],
)
def test_broken_words_are_whole_again(broken, mended):
    assert mend(broken) == mended


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("49.The Committee notes", ("49", "The Committee notes", "")),
        ("49. The Committee notes", ("49", "The Committee notes", "")),
        ("143.27 Ratify the Convention", ("143.27", "Ratify the Convention", "")),
        ("143.27. Ratify the Convention", ("143.27", "Ratify the Convention", "")),
        ("38.12.3 Ratify", ("38.12.3", "Ratify", "")),
        ("Rural women 49.The Committee notes", ("49", "The Committee notes", "Rural women")),
        (
            "Free, prior and informed consent 17. The",
            ("17", "The", "Free, prior and informed consent"),
        ),
        ("It ends. 42.The Committee", ("", "It ends. 42.The Committee", "")),
        ("Recalling this, 42.The Committee", ("", "Recalling this, 42.The Committee", "")),
        ("2030 Agenda", ("", "2030 Agenda", "")),
        ("30 per cent of women", ("", "30 per cent of women", "")),
        ("No number", ("", "No number", "")),
    ],
)
def test_the_number_stands_apart(text, expected):
    assert split_number(text) == expected


@pytest.mark.parametrize(
    ("exported", "expected"),
    [
        ("<p>49.The Committee notes</p>", ("49", "The Committee notes", "")),
        ("49.Sound develop- ment", ("49", "Sound development", "49.Sound develop- ment")),
        ("Rural women 49.The State", ("49", "The State", "Rural women 49.The State")),
    ],
)
def test_what_was_mended_or_left_out_is_kept(exported, expected):
    assert tuple(words(exported)) == expected


@given(st.text())
def test_nothing_makes_it_stumble(text):
    found = words(text)
    assert "\x00" not in found.text
    assert found.text.encode("utf-8").decode("utf-8") == found.text
    assert plain_text(found.text.replace("&", "").replace("<", "")) is not None
