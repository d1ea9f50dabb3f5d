"""The catalogues of messages: gathers what the program says, and compiles what was translated.

    .venv/bin/python tools/messages.py update     sources -> locale/vi/LC_MESSAGES/django.po
    .venv/bin/python tools/messages.py compile    django.po -> django.mo, where it is older

``update`` adds new messages without a translation, drops those no longer said, keeps the rest,
and names what waits for a translator. Messages come from Python (``gettext`` and its relatives,
and ``N_`` for words marked in a table and translated later), from templates (``translate``,
``blocktranslate``), and from the table of findings. No GNU gettext is needed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "upheld"
LOCALE = PACKAGE / "locale"
LANGUAGES = ("vi",)  # English is the language of the sources

KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

Message = tuple[str, int, str | tuple[str, ...], list[str], str | None]


def catalogue_path(language: str) -> Path:
    """Where a language's messages are kept: ``locale/vi/LC_MESSAGES/django.po``."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def _extract_from(source: str, place: str) -> Iterator[Message]:
    found = extract(
        "python", BytesIO(source.encode()), KEYWORDS, ("Translators:",), {"encoding": "utf-8"}
    )
    for line, message, comments, context in found:
        yield place, line, message, comments, context


def _python_messages() -> Iterator[Message]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from _extract_from(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())


def _template_messages() -> Iterator[Message]:
    from django.utils.translation.template import templatize  # noqa: PLC0415 - compile needs none

    for path in sorted(p for p in PACKAGE.rglob("templates/**/*") if p.suffix in {".html", ".txt"}):
        place = path.relative_to(ROOT).as_posix()
        # What templatize leaves is Python's gettext calls amid crossed-out text: one line each.
        code = "\n".join(
            line.strip() for line in templatize(path.read_text("utf-8"), place).splitlines()
        )
        yield from _extract_from(code, place)


def _finding_messages() -> Iterator[Message]:
    from upheld.core.findings import FINDINGS  # noqa: PLC0415 - compile runs before installing

    for code, kind in sorted(FINDINGS.items()):
        for message in (kind.message, kind.next_step):
            yield "src/upheld/core/findings.py", 0, message, [f"Finding {code}"], None


def gather() -> Catalog:
    """Everything the program says, as a catalogue without translations."""
    catalogue = Catalog(charset="utf-8", fuzzy=False)
    for messages in (_python_messages(), _template_messages(), _finding_messages()):
        for place, _, message, comments, context in messages:
            # Places without line numbers: a catalogue changes when its words change.
            catalogue.add(message, None, [(place, 0)], auto_comments=comments, context=context)
    return catalogue


def read_catalogue(language: str) -> Catalog:
    """The messages of a language as they are kept; an empty catalogue where there is none yet."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language, project="Upheld", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> list[str]:
    """Brings a language's catalogue up to date; returns the messages that have no translation."""
    catalogue, template = read_catalogue(language), gather()
    template.creation_date = catalogue.creation_date
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.header_comment = f"# Upheld, messages: {language}"
    path = catalogue_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    content = BytesIO()
    write_po(
        content, catalogue, width=96, sort_by_file=True, ignore_obsolete=True, include_lineno=False
    )
    path.write_bytes(content.getvalue())
    return [str(message.id) for message in catalogue if message.id and not _is_translated(message)]


def _is_translated(message: object) -> bool:
    string = getattr(message, "string", "")
    return all(string) if isinstance(string, tuple | list) else bool(string)


def compile_catalogues() -> None:
    """Writes ``django.mo`` beside each ``django.po`` that is newer."""
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name)
        content = BytesIO()
        write_mo(content, catalogue)
        target.write_bytes(content.getvalue())


def main(arguments: list[str]) -> int:
    if arguments == ["compile"]:
        compile_catalogues()
        return 0
    if arguments == ["update"]:
        for language in LANGUAGES:
            missing = update(language)
            print(f"{catalogue_path(language).relative_to(ROOT)}: {len(missing)} to translate")
            for message in missing:
                print(f"  {message}")
        compile_catalogues()
        return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
