"""Word's automatic numbers: every trait with the smallest list that shows it."""

from __future__ import annotations

from tests.reading.made_files import docx, level, numbered, numbering, paragraph
from upheld.reading.docx import read_docx

ONE_LIST = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def lines(content: bytes) -> list[str]:
    document = read_docx("list.docx", content)
    return [document.raw(block.span) for block in document.blocks]


def labels(content: bytes) -> list[str]:
    return [block.label for block in read_docx("list.docx", content).blocks]


def test_the_number_stands_before_the_words_and_in_the_label() -> None:
    content = docx(
        numbered("Ratify the Convention (Spain);") + numbered("Accede (France)."),
        numbering=numbering(level(0, "6.%1")),
    )
    document = read_docx("list.docx", content)
    assert [(b.label, document.raw(b.span)) for b in document.blocks] == [
        ("6.1", "6.1\tRatify the Convention (Spain);"),
        ("6.2", "6.2\tAccede (France)."),
    ]


def test_a_list_goes_on_behind_other_paragraphs() -> None:
    content = docx(
        numbered("One") + paragraph("Between") + numbered("Two"),
        numbering=numbering(level(0, "%1.")),
    )
    assert lines(content) == ["1.\tOne", "Between", "2.\tTwo"]


def test_lower_levels_restart_under_each_higher_one() -> None:
    content = docx(
        numbered("A") + numbered("B", level=1) + numbered("C", level=1)
        + numbered("D") + numbered("E", level=1),
        numbering=numbering(level(0, "%1."), level(1, "%1.%2", "lowerLetter")),
    )  # fmt: skip
    assert labels(content) == ["1.", "1.a", "1.b", "2.", "2.a"]


def test_a_level_that_never_restarts_counts_on() -> None:
    content = docx(
        numbered("A") + numbered("B", level=1) + numbered("C") + numbered("D", level=1),
        numbering=numbering(level(0, "%1."), level(1, "(%2)", more='<w:lvlRestart w:val="0"/>')),
    )
    assert labels(content) == ["1.", "(1)", "2.", "(2)"]


def test_a_level_restarts_only_after_the_level_it_names() -> None:
    content = docx(
        numbered("A") + numbered("B", level=1) + numbered("C", level=2)
        + numbered("D", level=1) + numbered("E", level=2)
        + numbered("F") + numbered("G", level=2),
        numbering=numbering(
            level(0, "%1."), level(1, "%2."), level(2, "%3.", more='<w:lvlRestart w:val="1"/>')
        ),
    )  # fmt: skip
    assert labels(content) == ["1.", "1.", "1.", "2.", "2.", "2.", "1."]


def test_two_lists_of_one_definition_count_on() -> None:
    lists = ONE_LIST + ONE_LIST.replace('numId="1"', 'numId="2"')
    content = docx(
        numbered("A", 1) + numbered("B", 2), numbering=numbering(level(0, "%1."), lists=lists)
    )
    assert labels(content) == ["1.", "2."]


def test_a_list_may_restart_its_definition_once() -> None:
    restarting = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    content = docx(
        numbered("A", 1) + numbered("B", 2) + numbered("C", 2) + numbered("D", 1),
        numbering=numbering(level(0, "%1."), lists=ONE_LIST + restarting),
    )
    assert labels(content) == ["1.", "5.", "6.", "7."]


def test_a_list_may_bring_a_level_of_its_own() -> None:
    own = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + level(0, "119.%1", start=3)
        + "</w:lvlOverride></w:num>"
    )
    content = docx(numbered("A"), numbering=numbering(level(0, "%1."), lists=own))
    assert labels(content) == ["119.3"]


def test_numbers_follow_the_format_of_their_level() -> None:
    levels = [
        level(0, "%1.", "upperRoman"),
        level(1, "%1.%2", more="<w:isLgl/>"),
        level(2, "%1-%3", "decimalZero"),
    ]
    content = docx(
        "".join(numbered(str(index), level=index) for index in range(3)),
        numbering=numbering(*levels),
    )
    assert labels(content) == ["I.", "1.1", "I-01"]


def test_a_bullet_of_a_picture_font_is_a_dot() -> None:
    content = docx(numbered("A"), numbering=numbering(level(0, "\uf0b7", "bullet")))
    assert lines(content) == ["•\tA"]


def test_a_bullet_without_words_is_not_printed() -> None:
    content = docx(numbered("") + numbered("A"), numbering=numbering(level(0, "•", "bullet")))
    assert lines(content) == ["•\tA"]


def test_an_empty_paragraph_takes_a_number() -> None:
    content = docx(numbered("A") + numbered("") + numbered("B"),
                   numbering=numbering(level(0, "%1.")))  # fmt: skip
    assert lines(content) == ["1.\tA", "2.", "3.\tB"]


def test_the_style_of_a_paragraph_may_carry_its_number() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="ParNo">'
        '<w:basedOn w:val="Base"/></w:style>'
    )
    body = paragraph("A", properties='<w:pStyle w:val="ParNo"/>')
    off = paragraph(
        "B", properties='<w:pStyle w:val="ParNo"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    content = docx(body + off + body, styles=style, numbering=numbering(level(0, "%1.")))
    assert lines(content) == ["1.\tA", "B", "2.\tA"]


def test_a_level_may_belong_to_a_style() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Sub"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    content = docx(
        numbered("A") + paragraph("B", properties='<w:pStyle w:val="Sub"/>'),
        styles=style,
        numbering=numbering(level(0, "%1."), level(1, "(%2)", "lowerLetter",
                                                   more='<w:pStyle w:val="Sub"/>')),
    )  # fmt: skip
    assert labels(content) == ["1.", "(a)"]


def test_a_definition_may_point_to_a_numbering_style() -> None:
    style = (
        '<w:style w:type="numbering" w:styleId="Items"><w:pPr><w:numPr><w:numId w:val="2"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    part = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Items"/></w:abstractNum>'
        + numbering(
            level(0, "7.%1"),
            lists='<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>',
        )
    )
    assert labels(docx(numbered("A"), styles=style, numbering=part)) == ["7.1"]


def test_a_deleted_paragraph_takes_no_number() -> None:
    deleted = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>"
    )
    content = docx(numbered("A") + deleted + numbered("B"), numbering=numbering(level(0, "%1.")))
    assert lines(content) == ["1.\tA", "2.\tB"]


def test_a_list_that_is_not_defined_prints_nothing() -> None:
    assert lines(docx(numbered("A", 99), numbering=numbering(level(0, "%1.")))) == ["A"]
