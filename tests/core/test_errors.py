"""The four ways of saying no: each has its status, its exit code and a way on."""

from __future__ import annotations

import pytest

from upheld.core import errors
from upheld.core.errors import Conflict, InputProblem, Refused, Unavailable, UpheldError
from upheld.core.findings import Finding


@pytest.mark.parametrize(
    ("error", "http_status", "exit_code"),
    [
        (InputProblem("no"), 422, 2),
        (Refused("no"), 403, 3),
        (Conflict("no"), 409, 4),
        (Unavailable("no"), 503, 5),
    ],
)
def test_each_refusal_has_its_status_and_exit_code(
    error: UpheldError, http_status: int, exit_code: int
) -> None:
    assert (error.http_status, error.exit_code, error.message, str(error)) == (
        http_status, exit_code, "no", "no",
    )  # fmt: skip


def test_no_two_refusals_share_a_code() -> None:
    kinds = [InputProblem, Refused, Conflict, Unavailable]
    assert len({kind.exit_code for kind in kinds}) == len({k.http_status for k in kinds}) == 4
    assert set(UpheldError.__subclasses__()) >= set(kinds)
    for kind in kinds:
        assert f"``{kind.__name__}``" in str(errors.__doc__)


def test_a_problem_of_input_gives_the_next_step_of_its_first_finding() -> None:
    finding = Finding("file.empty", arguments={"name": "a.pdf"})
    problem = InputProblem(finding.message, findings=[finding])
    assert problem.findings == (finding,)
    assert problem.next_step == "Download or ask for the file again."
    assert InputProblem("no", findings=[finding], next_step="Ask.").next_step == "Ask."
    assert InputProblem("no").next_step == ""


def test_a_conflict_shows_what_stands_now() -> None:
    current = {"text": "Open schools"}
    conflict = Conflict("no", current=current)
    current.clear()
    assert conflict.current == {"text": "Open schools"}
    assert Conflict("no").current == {}
