"""Files in the data folder: whole or not there, once for each content."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from tests.services.printed import THREE, printed
from upheld.store import files


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.UPHELD_DATA = tmp_path
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_file_is_kept_under_its_fingerprint(folder):
    name = files.keep(b"specimen")
    assert name == hashlib.sha256(b"specimen").hexdigest()
    assert names(folder) == [f"files/{name[:2]}/{name}"]
    assert (files.content_of(name), files.is_whole(name)) == (b"specimen", True)


def test_the_same_content_is_kept_once(folder):
    first = files.path_of(files.keep(b"specimen"))
    os.utime(first, (1, 1))
    files.keep(b"specimen")
    assert (first.stat().st_mtime, len(names(folder))) == (1, 1)


def test_what_was_read_comes_back_as_it_was():
    read = printed(THREE)
    name = files.keep(read.content)
    files.keep_yield(name, read.yielded)
    assert files.document_of(name) == read.document
    assert files.facts_of(name) == read.facts


def test_a_write_that_fails_leaves_nothing(folder, monkeypatch):
    def full(_descriptor: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space left"):
        files.keep(b"specimen")
    assert names(folder) == []


def test_files_are_readable_by_their_owner_only():
    path = files.path_of(files.keep(b"specimen"))
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
