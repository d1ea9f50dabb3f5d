"""The command ``upheld`` and its verbs, in the order of the work: ``upheld parse A_HRC_26_6.pdf``.

A verb is one module of this package with one function ``command``, written for Typer, whose
docstring is its help. Only the module of the verb that was typed is imported, so that
``upheld --help`` answers at once and ``parse`` and ``doctor`` run without Django. To add a verb,
add its line to ``VERBS`` and its entry to ``docs/commands.md``.

An expected refusal (``UpheldError``) is printed on standard error with its next step and becomes
the exit code of its class; anything else is a bug and shows its trace.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from upheld import __version__
from upheld.core.errors import InputProblem, UpheldError

VERBS = {
    "demo": "Serve a folder with the specimen State's documents in it.",
    "serve": "Serve a data folder on this computer.",
    "ingest": "Take documents into the data folder, as records to check.",
    "import": "Import what OHCHR's Index and UPR Info publish, as records.",
    "fetch": "Take in a document from the UN document service by its symbol.",
    "search": "Find records by a question in Vietnamese or English.",
    "list": "List the documents or the records in the data folder.",
    "export": "Write records as CSV, XLSX or JSON, with their source columns.",
    "bodies": "List, load, import or export the tree of a State's bodies.",
    "verify": "Prove that the history, the files and the records are whole.",
    "parse": "Read documents and write what they say as JSON lines; keeps nothing.",
    "label": "Propose labels for the records that lack them.",
    "twins": "Make records ready, so that the same demand is found world-wide.",
    "classify": "Propose issues, action, goals, persons and themes for texts; keeps nothing.",
    "compare": "Say whether two texts ask for the same, and why.",
    "link": "Make a sign-in link that works once.",
    "users": "List accounts, invite people, give roles, close accounts.",
    "remind": "Send each person the digest that is due today.",
    "doctor": "Say what is installed, what is missing and what to type.",
}


class Verbs(TyperGroup):
    """The verbs of ``upheld``; a verb's module is imported when that verb is called."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, args)
        return (name, load(name), rest) if name else (name, command, rest)


def load(verb: str) -> Any:
    """The command behind a verb: ``load("parse")`` imports ``upheld.cli.parse`` and no other."""
    alone = typer.Typer(add_completion=False, rich_markup_mode="markdown")
    alone.command(verb)(import_module(f"upheld.cli.{verb}").command)
    return typer.main.get_command(alone)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"upheld {__version__}")
        raise typer.Exit


def make_app() -> typer.Typer:
    """The command line with a line of help for each verb, and nothing imported yet."""
    app = typer.Typer(
        name="upheld",
        cls=Verbs,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode="markdown",
    )

    @app.callback()
    def upheld(
        version: bool = typer.Option(
            False, "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ) -> None:
        """From a UN human-rights document to checked records.

        Start with `upheld demo`, or with a document of your own: `upheld ingest FILE`.
        """

    for verb, summary in VERBS.items():
        app.command(verb, help=summary)(_replaced_by_load)
    return app


def _replaced_by_load() -> None:
    """Stands for a verb in the list of verbs; ``Verbs.resolve_command`` puts the real one in."""


def explain(error: UpheldError) -> str:
    """What a refusal says in a terminal: the message, each finding, and what to do next."""
    lines = [f"upheld: {error.message}"]
    if error.next_step:
        lines.append(f"  {error.next_step}")
    if isinstance(error, InputProblem):
        for finding in error.findings:
            if finding.message not in str(error.message):
                lines.append(f"  {finding.message}")
            lines.append(f"  {finding.next_step}")
    return "\n".join(dict.fromkeys(lines))


def main() -> None:
    """Runs the command line and exits: 0 done, 2 input, 3 refused, 4 conflict, 5 unavailable."""
    try:
        make_app()(prog_name="upheld")
    except UpheldError as error:
        sys.stdout.flush()
        print(explain(error), file=sys.stderr)
        sys.exit(error.exit_code)
