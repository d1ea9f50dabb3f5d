"""The pages of docs/ that repeat what the code already says: commands, findings, roles, the card.

    .venv/bin/python tools/reference.py     writes each page of PAGES into docs/

A test holds the pages against the code, so they are never out of date in a commit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from upheld.analysis.card_page import classification_page
from upheld.cli.main import VERBS, load
from upheld.core.errors import UpheldError
from upheld.core.findings import FINDINGS
from upheld.core.roles import RULES, Reach, Role

DOCS = Path(__file__).resolve().parent.parent / "docs"
WRITTEN_BY = "<!-- Written by tools/reference.py; do not edit. -->"
REACH_WORDS = {
    Reach.EVERYTHING: "yes",
    Reach.OWN_BODIES: "own",
    Reach.WHOLE_FOLDER: "whole",
    Reach.PUBLISHED: "published",
}


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + " --- |" * len(head)
    for row in rows:
        yield "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in row) + " |"


def _parameter(parameter: Any) -> tuple[str, str]:
    """An option or argument with its help: ``--data DIR`` (or ``UPHELD_DATA``)."""
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar or parameter.name.upper()}`", parameter.help or ""
    shown = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
    value = "" if parameter.is_flag or not parameter.metavar else f" `{parameter.metavar}`"
    variable = f" Variable: `{parameter.envvar}`." if parameter.envvar else ""
    return shown + value, (parameter.help or "") + variable


def commands_page() -> str:
    """docs/commands.md: every verb with its help, its options and the exit codes."""
    lines = [
        "# Commands",
        WRITTEN_BY,
        "",
        "`upheld --help` lists the verbs, `upheld VERB --help` explains one. Exit codes: 0 done, "
        + ", ".join(
            f"{kind.exit_code} {(kind.__doc__ or '').split('.')[0].split(';')[0].lower()}"
            for kind in sorted(UpheldError.__subclasses__(), key=lambda kind: kind.exit_code)
        )
        + ".",
    ]
    for verb in VERBS:
        command = load(verb)
        lines += ["", f"## upheld {verb}", "", command.help.strip(), ""]
        lines += _table(
            ("option or argument", "meaning"),
            (_parameter(parameter) for parameter in command.params if parameter.name != "help"),
        )
    return "\n".join(lines) + "\n"


def findings_page() -> str:
    """docs/findings.md: every code with its weight, sentence and next step."""
    lines = [
        "# Findings",
        WRITTEN_BY,
        "",
        "A finding says what to know about a document before trusting the records made from it. "
        "An *error* keeps a file or an item from being used, a *warning* asks for a look, a *note* "
        "explains. `%(name)s` stands for what is filled in.",
        "",
        *_table(
            ("code", "weight", "what it says", "what to do"),
            (
                (f"`{code}`", kind.severity.value, kind.message, kind.next_step)
                for code, kind in sorted(FINDINGS.items())
            ),
        ),
    ]
    return "\n".join(lines) + "\n"


def roles_page() -> str:
    """docs/roles.md: who may do what, as the one table of permissions says."""
    lines = [
        "# Roles",
        WRITTEN_BY,
        "",
        "A role names a function, never a person. It is held for a body and everything below it "
        "in the tree of bodies, or for the whole folder. What is not allowed here is refused, on "
        "every page and in every command.",
        "",
        "*yes*: about everything · *own*: about the body for which the role is held, all below it "
        "and all that it took over · *whole*: only for a role held for the whole folder · "
        "*published*: what was released to everybody",
        "",
        *_table(
            ("", *(f"`{role.value}`" for role in Role)),
            (
                (
                    action.value.replace("_", " "),
                    *(REACH_WORDS[reach] if (reach := rule.get(role)) else "" for role in Role),
                )
                for action, rule in RULES.items()
            ),
        ),
    ]
    return "\n".join(lines) + "\n"


PAGES = {
    "commands.md": commands_page,
    "findings.md": findings_page,
    "roles.md": roles_page,
    "develop/classification.md": classification_page,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")
