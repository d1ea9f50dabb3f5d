"""The documents are tested: what the program has, they explain, and what they point to exists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import unified_diff
from enum import Enum
from pathlib import Path

import pytest

from tests.house.sources import ROOT, modules, text_files
from tools.messages import LANGUAGES, read_catalogue
from tools.reference import PAGES
from upheld.cli.main import VERBS
from upheld.core.entries import EntryState
from upheld.core.facts import DocumentKind
from upheld.core.flags import RULES, Flag
from upheld.core.implementation import CRITERIA, NEEDS_EVIDENCE, Implementation
from upheld.core.positions import Position
from upheld.core.review import FindingState, ReviewState
from upheld.parsing.national_table_columns import FIELDS

DOCS = ROOT / "docs"
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(#[^)]*)?\)")
GLOSSARY_ROW = re.compile(r"^\| (?P<english>[^|]+?) \| (?P<vietnamese>[^|]+?) \|", re.M)


def pages() -> dict[str, str]:
    return {path: text for path, text in text_files() if path.endswith(".md")}


@pytest.mark.parametrize("name", PAGES)
def test_reference_pages_say_what_the_code_says(name: str) -> None:
    written = (DOCS / name).read_text("utf-8").splitlines()
    stale = list(unified_diff(written, PAGES[name]().splitlines(), n=0))
    assert stale == [], "run: .venv/bin/python tools/reference.py"


def test_every_setting_is_explained() -> None:
    names = re.compile(r"[\"'](UPHELD_[A-Z_]+)[\"']")
    used = {
        name
        for module in modules()
        if module.layer in {"cli", "settings"}
        for name in names.findall(module.text)
    }
    explained = set(
        re.findall(r"^### `(\w+)`", (DOCS / "run" / "settings.md").read_text("utf-8"), re.M)
    )
    assert explained == used


@pytest.mark.parametrize(
    "words",
    [ReviewState, FindingState, Position, DocumentKind, Implementation, EntryState, Flag],
)
def test_every_status_is_explained(words: type[Enum]) -> None:
    page = (DOCS / "statuses.md").read_text("utf-8")
    assert [word.value for word in words if f"| `{word.value}` |" not in page] == []


@pytest.mark.parametrize("rules", [CRITERIA, RULES], ids=["criteria", "flags"])
def test_criteria_and_rules_stand_as_the_pages_show_them(rules: Mapping[Enum, str]) -> None:
    page = (DOCS / "statuses.md").read_text("utf-8")
    rows = [f"| `{value.value}` | {rule} |" for value, rule in rules.items()]
    assert [row for row in rows if row not in page] == []


def test_which_statuses_need_evidence_is_said() -> None:
    page = (DOCS / "statuses.md").read_text("utf-8")
    said = re.findall(r"^\| `(\w+)` \| .* \| yes \|$", page, re.M)
    assert said == [status.value for status in Implementation if status in NEEDS_EVIDENCE]


def test_every_field_of_a_table_is_explained() -> None:
    page = (DOCS / "use" / "national-table.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.M) == list(FIELDS)


def test_the_two_commands_come_first() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.findall(r"^\./\w+$", readme, re.M)[:2] == ["./run", "./test"]


def test_every_verb_named_in_a_page_exists() -> None:
    named = {
        (path, verb)
        for path, text in pages().items()
        for verb in re.findall(r"(?:`|^)(?:\.venv/bin/)?upheld ([a-z]+)", text, re.M)
    }
    assert {(path, verb) for path, verb in named if verb not in VERBS} == set()


def test_links_lead_somewhere() -> None:
    broken = [
        f"{path}: {target}"
        for path, text in pages().items()
        for target, _ in LINK.findall(text)
        if "://" not in target
        and not target.startswith("mailto:")
        and not ((ROOT / path).parent / target).exists()
    ]
    assert broken == []


def test_files_named_in_the_pages_exist() -> None:
    named = {
        (path, file)
        for path, text in pages().items()
        for file in re.findall(r"`([\w./-]+/[\w.-]+\.(?:py|toml|sh|html|css|md))`", text)
    }
    places = (ROOT, ROOT / "src" / "upheld")
    gone = [(path, file) for path, file in named if not any((p / file).exists() for p in places)]
    assert sorted(gone) == []


def test_every_page_is_reached_from_the_index() -> None:
    def reached(page: Path, seen: set[Path]) -> set[Path]:
        if page in seen or not page.exists() or page.suffix != ".md":
            return seen
        seen.add(page)
        for target, _ in LINK.findall(page.read_text("utf-8")):
            if "://" not in target:
                reached((page.parent / target).resolve(), seen)
        return seen

    found = reached(ROOT / "README.md", set())
    assert sorted(path for path in pages() if (ROOT / path) not in found) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_and_the_pages_use_the_same_words(language: str) -> None:
    glossary = {
        row["english"].casefold(): {
            word.strip().casefold() for word in row["vietnamese"].split(";")
        }
        for row in GLOSSARY_ROW.finditer((DOCS / "glossary.md").read_text("utf-8"))
    }
    differing = {
        str(message.id): message.string
        for message in read_catalogue(language)
        if isinstance(message.id, str)
        and message.string
        and message.id.casefold() in glossary
        and str(message.string).casefold() not in glossary[message.id.casefold()]
    }
    assert differing == {}
    assert len(glossary) > 30
