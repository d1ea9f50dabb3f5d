"""The house rules that the product's own source can break, read from its syntax trees."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

from tests.house.sources import Module, modules, text_files

LONGEST_FILE = 500
# Tables of facts (States, bodies) are as long as the world is.
TABLES = re.compile(r"^src/upheld/core/data/|/migrations/")
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "stuff"}
DOCUMENTED_LAYERS = {"core", "reading", "parsing", "writing", "services"}
LAYERS_THAT_ONLY_SHOW = {"web", "api", "cli"}
MODEL_WRITES = {
    "save",
    "create",
    "delete",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
    "asave",
    "acreate",
    "adelete",
    "aupdate",
}
UNSAFE_MODULES = {"pickle", "cPickle", "dill", "joblib", "marshal", "shelve"}
UNSAFE_CALLS = {"eval", "exec", "compile", "__import__"}
# A reader of time, chance or the machine has no place in core: what a thing is does not depend
# on the day.
OUTSIDE_WORLD = {
    "os",
    "pathlib",
    "io",
    "socket",
    "subprocess",
    "time",
    "random",
    "shutil",
    "urllib",
}


def imported(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and first name of each module imported anywhere under ``node``."""
    for child in ast.walk(node):
        if isinstance(child, ast.Import):
            yield from ((child.lineno, alias.name.split(".")[0]) for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and child.module and not child.level:
            yield child.lineno, child.module.split(".")[0]


def calls(module: Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_file_is_long() -> None:
    long = {
        path: lines
        for path, text in text_files()
        if path.endswith((".py", ".html", ".css", ".js", ".sh"))
        and not TABLES.search(path)
        and (lines := text.count("\n")) > LONGEST_FILE
    }
    assert long == {}


def test_every_file_is_named_for_what_is_in_it() -> None:
    empty = [
        path
        for path, _ in text_files()
        if set(re.split(r"[/.]", path)) & EMPTY_NAMES or path.split("/")[-1].startswith("test_util")
    ]
    assert empty == []


def test_every_module_says_what_it_is() -> None:
    silent = [module.path for module in modules() if not ast.get_docstring(module.tree)]
    assert [path for path in silent if "/migrations/" not in path] == []


def test_every_public_thing_says_what_it_is() -> None:
    silent = [
        f"{module.path}: {node.name}"
        for module in modules()
        if module.layer in DOCUMENTED_LAYERS
        for node in module.tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def _writes_to_a_model(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    if call.func.attr in MODEL_WRITES:
        return True
    # dict.update and set.update are everywhere; a query's update names fields.
    chain = {node.attr for node in ast.walk(call.func.value) if isinstance(node, ast.Attribute)}
    return call.func.attr == "update" and bool(chain & {"objects", "filter", "exclude", "all"})


def test_only_services_and_store_change_what_is_kept() -> None:
    changes = [
        f"{module.path}:{call.lineno}"
        for module in modules()
        if module.layer in LAYERS_THAT_ONLY_SHOW
        for call in calls(module)
        if _writes_to_a_model(call)
    ]
    assert changes == []


def test_nothing_runs_what_a_file_says() -> None:
    unsafe = [
        f"{module.path}:{line} {name}"
        for module in modules()
        for line, name in imported(module.tree)
        if name in UNSAFE_MODULES
    ]
    unsafe += [
        f"{module.path}:{call.lineno} {call.func.id}"
        for module in modules()
        for call in calls(module)
        if isinstance(call.func, ast.Name) and call.func.id in UNSAFE_CALLS
    ]
    assert unsafe == []


def test_core_is_the_standard_library_without_the_world_outside() -> None:
    foreign = [
        f"{module.path}:{line} {name}"
        for module in modules()
        if module.layer == "core"
        for line, name in imported(module.tree)
        if name in OUTSIDE_WORLD or name not in {*sys.stdlib_module_names, "upheld"}
    ]
    clocks = [
        f"{module.path}:{call.lineno} {call.func.attr}"
        for module in modules()
        if module.layer == "core"
        for call in calls(module)
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"today", "now", "utcnow"}
    ]
    assert foreign + clocks == []


def _has_a_reason(lines: list[str], line: int) -> bool:
    """A reason stands behind the import, or behind the one just above it, for both."""
    comment = lines[line - 1].partition("#")[2]
    if re.search(r"[a-z]{3}", re.sub(r"#?\s*noqa:[ A-Z0-9,]*", "", comment)):
        return True
    above = lines[line - 2].strip()
    return above.startswith(("import ", "from ")) and _has_a_reason(lines, line - 1)


def test_an_import_inside_a_function_gives_its_reason() -> None:
    silent = {
        f"{module.path}:{node.lineno}"
        for module in modules()
        for function in functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        and not _has_a_reason(module.text.splitlines(), node.lineno)
    }
    assert silent == set()


def test_no_test_pretends_to_be_the_product() -> None:
    pretending = [
        path
        for path, text in text_files()
        if path.startswith("tests/")
        and path != "tests/house/test_sources.py"
        and re.search(
            r"unittest(\.| import )mock|mocker|monkeypatch\.setattr\(\s*[\"']upheld", text
        )
    ]
    assert pretending == []
