"""The four ways in which Upheld says no, each with a way on. Everything else is a bug.

========================  =====  =========  =================================================
class                     HTTP   exit code  when
========================  =====  =========  =================================================
``InputProblem``          422    2          the file or the form cannot be used as it is
``Refused``               403    3          this person may not do this; says who may
``Conflict``              409    4          someone else changed it first
``Unavailable``           503    5          an extra or a service is absent; names what to type
========================  =====  =========  =================================================
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from upheld.core.directions import without_turns
from upheld.core.findings import Finding
from upheld.core.roles import Action


class UpheldError(Exception):
    """An expected refusal. ``next_step`` tells the reader what to do now.

    Both may name a title or a file that somebody else wrote; it turns nothing round in them.
    """

    http_status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, next_step: str = "") -> None:
        said = without_turns(message)
        super().__init__(said)
        self.message = said
        self.next_step = without_turns(next_step)


class InputProblem(UpheldError):
    """What was given cannot be used; ``findings`` name each place and the next step."""

    http_status = 422
    exit_code = 2

    def __init__(
        self, message: str, *, findings: Sequence[Finding] = (), next_step: str = ""
    ) -> None:
        first_step = findings[0].next_step if findings else ""
        super().__init__(message, next_step=next_step or first_step)
        self.findings = tuple(findings)


class Refused(UpheldError):
    """This actor may not do this; the message says why and who could.

    ``action`` is the permission that is missing and ``body`` the code of the body for which it is
    missing ("VNM-MOJ"), where the refusal is about a permission.
    """

    http_status = 403
    exit_code = 3

    def __init__(
        self,
        message: str,
        *,
        next_step: str = "",
        action: Action | None = None,
        body: str = "",
    ) -> None:
        super().__init__(message, next_step=next_step)
        self.action = action
        self.body = body


class Conflict(UpheldError):
    """Someone else changed the record first; nothing was overwritten.

    ``current`` holds the values that stand now, by field, so that a page can show both.
    """

    http_status = 409
    exit_code = 4

    def __init__(
        self, message: str, *, current: Mapping[str, Any] | None = None, next_step: str = ""
    ) -> None:
        super().__init__(message, next_step=next_step)
        self.current = dict(current or {})


class Unavailable(UpheldError):
    """An optional part is not installed or a service does not answer."""

    http_status = 503
    exit_code = 5
