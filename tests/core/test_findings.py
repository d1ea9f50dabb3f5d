"""Findings: every code has its row, every row its use, every sentence its arguments."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.house.sources import modules
from upheld.core.findings import FINDINGS, Finding, FindingKind, Severity

TABLE = "src/upheld/core/findings.py"
CODE = re.compile(r"[a-z]+\.[a-z_]+")
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
FINDING = st.builds(
    Finding,
    st.sampled_from(sorted(FINDINGS)),
    st.none() | st.integers(1, 9999),
    st.dictionaries(st.text(max_size=8), st.text(max_size=20) | st.integers(), max_size=4),
    st.integers(-1, 10**6),
    st.integers(-1, 10**6),
)


def placeholders(code: str) -> set[str]:
    kind = FINDINGS[code]
    return set(PLACEHOLDER.findall(kind.message + kind.next_step))


def named(function: ast.expr) -> str:
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in the product, with its place."""
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call):
                yield f"{module.path}:{node.lineno}", node


def coded_calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Calls whose first argument is a string of the form of a code: "number.gap"."""
    for place, call in calls():
        match call.args[:1]:
            case [ast.Constant(value=str(code))] if CODE.fullmatch(code):
                yield place, call, code


def test_every_code_that_is_used_has_a_row() -> None:
    makers = {named(call.func) for _, call, code in coded_calls() if code in FINDINGS}
    assert "Finding" in makers
    unknown = [
        f"{place} {code}"
        for place, call, code in coded_calls()
        if named(call.func) in makers and code not in FINDINGS
    ]
    assert unknown == []


def test_every_row_is_used() -> None:
    said: set[str] = set()
    formed: list[re.Pattern[str]] = []
    for module in modules():
        if module.path == TABLE:
            continue
        for node in ast.walk(module.tree):
            match node:
                case ast.Constant(value=str(text)):
                    said.add(text)
                case ast.JoinedStr(values=parts):  # f"total.{what}_differs"
                    shape = "".join(
                        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z]+"
                        for part in parts
                    )
                    if CODE.fullmatch(shape.replace("\\", "").replace("[a-z]+", "x")):
                        formed.append(re.compile(shape))
    unused = [
        code
        for code in FINDINGS
        if code not in said and not any(shape.fullmatch(code) for shape in formed)
    ]
    assert unused == []


def test_every_finding_made_has_the_arguments_of_its_sentence() -> None:
    missing = []
    for place, call, code in coded_calls():
        if named(call.func) != "Finding" or code not in FINDINGS:
            continue
        given_arguments = [
            *call.args[2:3],
            *(k.value for k in call.keywords if k.arg == "arguments"),
        ]
        match given_arguments:
            case []:
                keys: set[object] = set()
            case [ast.Dict(keys=names)] if all(isinstance(n, ast.Constant) for n in names):
                keys = {name.value for name in names if isinstance(name, ast.Constant)}
            case _:
                continue  # put together elsewhere
        missing += [f"{place} {code} %({name})s" for name in placeholders(code) - keys]
    assert missing == []


@pytest.mark.parametrize("code", FINDINGS)
def test_every_row_is_a_sentence_with_a_next_step(code: str) -> None:
    kind = FINDINGS[code]
    assert CODE.fullmatch(code)
    assert (kind.message[-1], kind.next_step[-1]) == (".", ".")
    filled = Finding(code, arguments=dict.fromkeys(placeholders(code), "…"))
    assert "%" not in filled.message + filled.next_step
    assert filled.severity is kind.severity


def test_a_finding_says_its_sentence_and_the_next_step() -> None:
    finding = Finding("number.gap", 19, {"missing": "143.27", "after": "143.26"})
    assert finding.message == "Number 143.27 is missing after 143.26."
    assert finding.next_step == "Look at the page; add the item if the document prints it."
    assert finding.kind == FindingKind(Severity.ERROR, FINDINGS["number.gap"].message,
                                       FINDINGS["number.gap"].next_step)  # fmt: skip


@given(FINDING)
def test_a_finding_comes_back_from_json(finding: Finding) -> None:
    assert Finding.from_dict(json.loads(json.dumps(finding.to_dict()))) == finding
