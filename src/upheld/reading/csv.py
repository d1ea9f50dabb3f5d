"""CSV → Document: each record a row, whatever separates its cells.

"session;State;recommendation" or tabs or commas: exports of UPR Info use commas, spreadsheets in
Viet Nam and Europe semicolons. The separator is the one that gives the most rows the same width.
"""

from __future__ import annotations

import csv
import io
from collections import Counter

from upheld.core.document import Document
from upheld.core.findings import Finding
from upheld.reading.assemble import Assembly
from upheld.reading.limits import Limits, in_force
from upheld.reading.problems import damaged, file_problem
from upheld.reading.text import decoded

_SEPARATORS = (",", ";", "\t", "|")
_SAMPLE_LETTERS = 65_536
_SAMPLE_ROWS = 50
_LONGEST_CELL = 2_000_000  # letters; a missing quotation mark swallows the rest of the file
_MOST_FINDINGS = 20


def read_csv(name: str, content: bytes, limits: Limits | None = None) -> Document:
    """Read separated values; the first row is a row like any other."""
    limits = limits or in_force()
    assembly = Assembly()
    text = decoded(content, assembly).replace("\x00", "")
    csv.field_size_limit(_LONGEST_CELL)
    width, odd = 0, 0
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text))
        for number, row in enumerate(reader, start=1):
            if not any(cell.strip() for cell in row):
                continue
            width = width or len(row)
            if len(row) < width:
                odd += 1
                if odd <= _MOST_FINDINGS:
                    place = {"row": number, "cells": len(row), "columns": width}
                    assembly.findings.append(Finding("row.too_short", arguments=place))
            assembly.add_row(row, row=number)
    except csv.Error as error:
        raise damaged(name, error) from error
    document = assembly.document(name, "csv")
    if not document.blocks:
        raise file_problem("file.no_words", name)
    return document


def separator(text: str) -> str:
    """The separator of the cells: the one that makes the most rows of one width over one."""
    sample = text[:_SAMPLE_LETTERS]
    if sample[:4].lower() == "sep=":  # spreadsheet programs write it into the first line
        return sample[4:5] if sample[4:5] in _SEPARATORS else ","

    def fit(candidate: str) -> tuple[int, int]:
        widths: Counter[int] = Counter()
        try:
            for row in csv.reader(io.StringIO(sample, newline=""), delimiter=candidate):
                widths[len(row)] += 1
                if widths.total() >= _SAMPLE_ROWS:
                    break
        except csv.Error:
            return (0, 0)
        del widths[1]
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return (rows, width)

    return max(_SEPARATORS, key=fit)
