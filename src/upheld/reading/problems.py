"""A file that cannot be read: the finding that says why, raised as an ``InputProblem``."""

from __future__ import annotations

from upheld.core.errors import InputProblem
from upheld.core.findings import Finding


def file_problem(code: str, name: str, **arguments: str | int) -> InputProblem:
    """The refusal of the file ``name``, for example ``file_problem("file.empty", "a.pdf")``."""
    finding = Finding(code, arguments={"name": name, **arguments})
    return InputProblem(finding.message, findings=[finding])


def damaged(name: str, error: Exception) -> InputProblem:
    """The refusal of a file whose content breaks off or contradicts itself."""
    detail = " ".join(str(error).split())[:200] or type(error).__name__
    return file_problem("file.damaged", name, detail=detail)
