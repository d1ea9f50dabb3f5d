"""An array is read as ``json.load`` reads it, however it is cut; what is broken is a finding."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upheld.core.errors import InputProblem
from upheld.parsing.json_array import objects

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
ROWS = st.lists(st.dictionaries(st.text(max_size=8), VALUES, max_size=5), max_size=8)


@given(
    rows=ROWS, chunk=st.integers(1, 40), ascii_only=st.booleans(), indent=st.sampled_from([None, 2])
)
def test_any_cut_gives_what_json_gives(rows, chunk, ascii_only, indent):
    content = json.dumps(rows, ensure_ascii=ascii_only, indent=indent).encode("utf-8", "replace")
    expected = json.loads(content)
    assert list(objects(io.BytesIO(content), "x.json", chunk=chunk)) == expected


def test_a_mark_at_the_beginning_and_values_that_are_no_objects_are_passed_over():
    content = b'\xef\xbb\xbf \n[1, {"a": 1}, "x", [2], null, {"b": 2} , 12345]'
    for chunk in range(1, 12):
        found = list(objects(io.BytesIO(content), "x.json", chunk=chunk))
        assert found == [{"a": 1}, {"b": 2}]


@pytest.mark.parametrize(
    ("content", "before", "detail"),
    [
        (b"", 0, "it is no JSON array"),
        (b'{"a": 1}', 0, "it is no JSON array"),
        (b'[{"a": 1}, {"b": ', 1, "it ends before its array does"),
        (b'[{"a": 1}', 1, "it ends before its array does"),
        (b'[{"a": 1}, {b: 2}]', 1, "it ends before its array does"),
        (b'[{"a": "\xff"}]', 0, "'utf-8' codec can't decode byte 0xff in position 8"),
        (b"[" + b'{"a":' * 100_000, 0, "an object is nested too deeply"),
    ],
)
def test_what_breaks_off_is_said(content, before, detail):
    found = []
    with pytest.raises(InputProblem) as problem:
        for row in objects(io.BytesIO(content), "export.json", chunk=4096):
            found.append(row)
    assert len(found) == before
    [finding] = problem.value.findings
    assert (finding.code, finding.arguments["name"]) == ("file.damaged", "export.json")
    assert str(finding.arguments["detail"]).startswith(detail)


def test_the_bytes_that_were_read_are_told():
    content = json.dumps([{"a": "x" * 50}] * 20).encode()
    told: list[int] = []
    assert len(list(objects(io.BytesIO(content), "x", chunk=100, read=told.append))) == 20
    assert sum(told) == len(content)
