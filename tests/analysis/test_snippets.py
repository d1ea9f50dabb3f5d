"""What of a text is shown and marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.analysis.query import parse_question
from upheld.analysis.snippets import WHOLE, snippet
from upheld.analysis.understanding import understand


def marked(text: str, question: str) -> list[str]:
    root = understand(parse_question(question)).root
    return [shown.text for shown in snippet(text, root) if shown.found]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("woman", ["women", "women’s"]),
        ('"violence against women"', ["violence against women"]),
        ("discriminat*", ["discriminatory"]),
        ("bạo lực với phụ nữ", ["violence against women"]),
        ("women -violence", ["women", "women’s"]),
        ("cycle:3", []),
    ],
)
def test_what_was_asked_for_is_marked(question: str, found: list[str]) -> None:
    text = "Combat violence against women and repeal discriminatory laws on women’s property"
    assert marked(text, question) == found


@given(st.text(max_size=400), st.sampled_from(["women", '"of the"', "trẻ em", "a*", ""]))
def test_the_pieces_of_a_short_text_are_the_text(text: str, question: str) -> None:
    root = understand(parse_question(question)).root
    assert "".join(shown.text for shown in snippet(text, root)) == text


def test_of_a_long_text_the_part_with_the_words_is_shown() -> None:
    text = "First words. " * 100 + "Release prisoners of conscience now. " + "Last words. " * 100
    pieces = snippet(text, understand(parse_question("conscience")).root)
    assert [shown.text for shown in pieces if shown.found] == ["conscience"]
    assert pieces[0].text == "… "
    assert pieces[-1].text == " …"
    assert sum(len(shown.text) for shown in pieces) < WHOLE + 60
