"""What a Word file prints, trait by trait."""

from __future__ import annotations

import pytest

from tests.reading.made_files import docx, level, numbered, numbering, packed, paragraph, table
from upheld.core.document import BlockKind, Document
from upheld.core.errors import InputProblem
from upheld.core.findings import Finding
from upheld.reading.docx import read_docx
from upheld.reading.limits import Limits


def read(body: str, **parts: str) -> Document:
    return read_docx("made.docx", docx(body, **parts))


def lines(document: Document) -> list[str]:
    return [document.raw(block.span) for block in document.blocks]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_inserted_text_stays_and_deleted_text_goes() -> None:
    runs = (
        run("The State ")
        + f"<w:ins>{run('shall ')}</w:ins>"
        + "<w:del><w:r><w:delText>should </w:delText></w:r></w:del>"
        + f"<w:moveFrom>{run('gladly ')}</w:moveFrom><w:moveTo>{run('ratify.')}</w:moveTo>"
    )
    document = read(paragraph(runs=runs))
    assert lines(document) == ["The State shall ratify."]
    assert document.findings == (Finding("text.tracked_changes", arguments={"count": 4}),)


def test_paragraphs_are_joined_where_the_mark_between_them_is_deleted() -> None:
    first = paragraph("Ratify the ", properties="<w:rPr><w:del/></w:rPr>")
    assert lines(read(first + paragraph("Convention."))) == ["Ratify the Convention."]


def test_a_deleted_row_is_not_read() -> None:
    rows = table([paragraph("A")], [paragraph("B")]).replace(
        "<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1
    )
    assert lines(read(rows)) == ["B"]


def test_a_field_prints_its_result() -> None:
    runs = (
        run("Page ")
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _T1</w:instrText>'
        + f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("17")}'
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + f'<w:fldSimple w:instr="DATE">{run(" today")}</w:fldSimple>'
    )
    assert lines(read(paragraph(runs=runs))) == ["Page 17 today"]


def test_a_field_without_its_end_does_not_swallow_the_document() -> None:
    broken = paragraph("A", runs='<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
    assert lines(read(broken + paragraph("B"))) == ["A", "B"]


def test_the_mark_of_a_footnote_is_not_glued_to_the_word() -> None:
    note = (
        '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p>'
        f"<w:r><w:footnoteRef/></w:r>{run(' On behalf of the core group.')}</w:p></w:footnote>"
    )
    runs = run("(Spain") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(");")
    document = read(paragraph(runs=runs) + paragraph("Next"), footnotes=note)
    assert [(b.kind, b.label, document.raw(b.span)) for b in document.blocks] == [
        (BlockKind.TEXT, "", "(Spain);"),
        (BlockKind.FOOTNOTE, "1", "1\tOn behalf of the core group."),
        (BlockKind.TEXT, "", "Next"),
    ]


def test_a_mark_that_was_typed_is_dropped_with_its_reference() -> None:
    note = f'<w:footnote w:id="2"><w:p>{run("* Reissued.")}</w:p></w:footnote>'
    runs = (
        run("Report of the Working Group")
        + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    )
    document = read(paragraph(runs=runs), footnotes=note)
    assert lines(document) == ["Report of the Working Group", "* Reissued."]


def test_endnotes_are_numbered_by_themselves() -> None:
    notes = "".join(
        f'<w:endnote w:id="{n}"><w:p><w:r><w:endnoteRef/></w:r>{run(f"Note {n}")}</w:p></w:endnote>'
        for n in (5, 6)
    )
    runs = "".join(f'<w:r><w:endnoteReference w:id="{n}"/></w:r>' for n in (6, 5))
    document = read(paragraph("A", runs=runs), endnotes=notes)
    assert lines(document) == ["A", "i\tNote 6", "ii\tNote 5"]


def test_headers_and_footers_stand_once_without_page_numbers() -> None:
    reference = (
        '<w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="even" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>'
    )
    page = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(
        paragraph("Text") + f"<w:sectPr>{reference}</w:sectPr>",
        header1=paragraph("A/HRC/90/7"),
        header2=paragraph("A/HRC/90/7"),
        footer1=paragraph("GE.26-00001", runs=f"<w:r><w:tab/></w:r>{page}"),
    )
    assert [(b.kind, document.raw(b.span)) for b in document.blocks] == [
        (BlockKind.HEADER, "A/HRC/90/7"),
        (BlockKind.TEXT, "Text"),
        (BlockKind.FOOTER, "GE.26-00001"),
    ]


def test_each_row_of_a_table_is_a_block_with_its_cells() -> None:
    rows = table(
        [paragraph("115.3 Ratify.") + paragraph("Source: para. 3"), paragraph("Supported")],
        [paragraph("115.4 Accede."), paragraph()],
    )
    document = read(paragraph("List") + rows)
    assert [[document.raw(cell) for cell in block.cells] for block in document.blocks[1:]] == [
        ["115.3 Ratify.\nSource: para. 3", "Supported"],
        ["115.4 Accede.", ""],
    ]
    assert lines(document)[1] == "115.3 Ratify.\nSource: para. 3\tSupported"


def test_merged_cells_keep_the_columns() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    first = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
    further = "<w:tcPr><w:vMerge/></w:tcPr>"
    document = read(
        table(
            [wide + paragraph("Theme"), paragraph("Body")],
            [first + paragraph("115.3"), paragraph("a"), paragraph("b")],
            [further + paragraph(), paragraph("c"), paragraph("d")],
        )
    )
    rows = [[document.raw(cell) for cell in block.cells] for block in document.blocks]
    assert rows == [["Theme", "", "Body"], ["115.3", "a", "b"], ["115.3", "c", "d"]]
    assert document.text.count("115.3") == 1


def test_a_table_in_a_cell_becomes_lines_of_the_cell() -> None:
    inner = table([paragraph("x"), paragraph("y")], [paragraph("z"), paragraph()])
    document = read(table([paragraph("A") + inner, paragraph("B")]))
    assert [document.raw(cell) for cell in document.blocks[0].cells] == ["A\nx\ty\nz", "B"]


def test_a_number_in_a_cell_is_printed() -> None:
    document = read(
        table([numbered("Ratify")], [numbered("Accede")]), numbering=numbering(level(0, "%1."))
    )
    assert lines(document) == ["1.\tRatify", "2.\tAccede"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    runs = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert lines(read(paragraph("Beside", runs=runs))) == ["Beside", "In the box"]


def test_signs_are_printed() -> None:
    runs = (
        run("122") + "<w:r><w:noBreakHyphen/></w:r>" + run("3 co") + "<w:r><w:softHyphen/></w:r>"
        + run("operation") + "<w:r><w:br/></w:r>" + run("Line") + "<w:r><w:tab/></w:r>"
        + run("C\u00f4te\u00a0d’Ivoire") + '<w:r><w:sym w:font="Symbol" w:char="00B0"/></w:r>'
    )  # fmt: skip
    assert lines(read(paragraph(runs=runs))) == ["122-3 cooperation\nLine\tCôte d’Ivoire°"]


def test_hidden_text_is_dropped() -> None:
    hidden = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    runs = (
        run("Seen") + run(" not", "<w:vanish/>") + run(" nor", '<w:rStyle w:val="H"/>')
        + run(" again", '<w:rStyle w:val="H"/><w:vanish w:val="0"/>')
    )  # fmt: skip
    assert lines(read(paragraph(runs=runs), styles=hidden)) == ["Seen again"]


def test_fonts_of_the_years_before_unicode_print_vietnamese() -> None:
    small, capital = ('<w:rFonts w:ascii=".VnTime"/>', '<w:rFonts w:ascii=".VnTimeH"/>')
    runs = run("quyÒn con ng\u00adêi ", small) + run("ViÖt Nam", capital) + run(" (Côte d’Ivoire)")
    document = read(paragraph(runs=runs))
    assert lines(document) == ["quyền con người VIỆT NAM (Côte d’Ivoire)"]
    assert document.findings == (Finding("text.encoding", arguments={"encoding": "TCVN3"}),)


def test_bold_and_headings_are_told() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="HCh"><w:name w:val="_ H _Ch_G"/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = (
        paragraph("A", properties='<w:pStyle w:val="H2"/>')
        + paragraph("B", properties='<w:pStyle w:val="HCh"/>')
        + paragraph("C", properties='<w:outlineLvl w:val="2"/>')
        + paragraph(runs=run("Urge the State party", '<w:rStyle w:val="Strong"/>') + run(","))
        + paragraph(runs=run("Bold", "<w:b/>") + run(" and then not"))
    )
    document = read(body, styles=styles)
    assert [(b.level, b.bold) for b in document.blocks] == [
        (2, True), (1, False), (3, False), (0, True), (0, False),
    ]  # fmt: skip


def test_pages_turn_where_word_turned_them() -> None:
    mark = "<w:r><w:lastRenderedPageBreak/></w:r>"
    forced = '<w:r><w:br w:type="page"/></w:r>'
    body = (
        paragraph("one")
        + paragraph(runs=mark + run("two"))
        + paragraph(runs=run("still two ") + mark + run("ends on three"))
        + paragraph("three", runs=forced)
        + paragraph(runs=mark + run("four"))
        + paragraph("five", properties="<w:pageBreakBefore/>")
    )
    document = read(body)
    assert [(b.page, document.raw(b.span)) for b in document.blocks] == [
        (1, "one"), (2, "two"), (2, "still two ends on three"), (3, "three"), (4, "four"),
        (5, "five"),
    ]  # fmt: skip
    assert [page.number for page in document.pages] == [1, 2, 3, 4, 5]


def test_a_page_that_ends_in_a_row_ends_once() -> None:
    mark = "<w:r><w:lastRenderedPageBreak/></w:r>"
    cell = paragraph(runs=run("a") + mark + run("b"))
    document = read(table([cell, cell], [paragraph("c"), paragraph("d")]))
    assert [block.page for block in document.blocks] == [1, 2]


def test_too_many_pages_are_refused() -> None:
    forced = '<w:r><w:br w:type="page"/></w:r>'
    with pytest.raises(InputProblem) as refusal:
        read_docx("long.docx", docx(paragraph("A", runs=forced * 9)), Limits(pages=5))
    assert refusal.value.findings == (
        Finding("file.too_many_pages", arguments={"name": "long.docx", "pages": 6, "limit": 5}),
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (docx(""), "file.no_words"),
        (packed({"word/document.xml": b"<w:document"}), "file.damaged"),
        (packed({"word/document.xml": b"<other/>"}), "file.damaged"),
        (b"PK\x03\x04 and no more", "file.damaged"),
    ],
)
def test_a_file_that_is_none_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(InputProblem) as refusal:
        read_docx("made.docx", content)
    assert [finding.code for finding in refusal.value.findings] == [code]


def test_an_entity_is_not_expanded() -> None:
    evil = (
        b'<!DOCTYPE w [<!ENTITY secret SYSTEM "file:///etc/hostname"><!ENTITY a "lol">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>Plain &secret;&a;</w:t></w:r></w:p></w:body></w:document>"
    )
    document = read_docx("evil.docx", packed({"word/document.xml": evil}))
    assert lines(document) == ["Plain"]
