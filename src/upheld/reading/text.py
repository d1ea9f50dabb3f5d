"""TXT → Document: printed lines; a form feed ends a page, as in the output of ``pdftotext``."""

from __future__ import annotations

from upheld.core.document import BlockKind, Document
from upheld.core.findings import Finding
from upheld.reading.assemble import Assembly
from upheld.reading.encoding import decode
from upheld.reading.limits import Limits, in_force
from upheld.reading.problems import file_problem


def read_text(name: str, content: bytes, limits: Limits | None = None) -> Document:
    """Read a plain text; raises ``InputProblem`` when it has no words or too many pages."""
    limits = limits or in_force()
    assembly = Assembly()
    text = decoded(content, assembly)
    pages = text.rstrip("\f\r\n ").split("\f")
    if len(pages) > limits.pages:
        raise file_problem("file.too_many_pages", name, pages=len(pages), limit=limits.pages)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            assembly.end_page()
        for line in page.splitlines():
            if line.strip():
                assembly.add(BlockKind.TEXT, line)
            else:
                assembly.add_blank_line()
    document = assembly.document(name, "txt")
    if not document.blocks:
        raise file_problem("file.no_words", name)
    return document


def decoded(content: bytes, assembly: Assembly) -> str:
    """The text of a file of letters; an encoding that had to be guessed becomes a finding."""
    text, encoding = decode(content)
    if encoding != "UTF-8":
        assembly.findings.append(Finding("text.encoding", arguments={"encoding": encoding}))
    return text
