"""The files of the data folder: received files, and what was read out of them.

``files/<sha256[:2]>/<sha256>`` holds the bytes as received, ``documents/<sha256>.json.gz`` the
Document and the facts read from them. A file is written under another name, flushed to the disk
and then renamed, so that under its own name it is always whole.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from upheld.core.document import Document
from upheld.core.facts import DocumentFacts


def sha256(content: bytes) -> str:
    """The fingerprint under which a file is kept, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def keep(content: bytes) -> str:
    """Keep ``content`` and return its SHA-256; the same content is kept once."""
    name = sha256(content)
    path = path_of(name)
    if not path.exists():
        _write_whole(path, content)
    return name


def content_of(name: str) -> bytes:
    """The bytes of a kept file."""
    return path_of(name).read_bytes()


def destroy_after_commit(name: str) -> None:
    """Remove a kept file for good, once the transaction that says so is committed."""
    transaction.on_commit(lambda: path_of(name).unlink(missing_ok=True))


def is_whole(name: str) -> bool:
    """Whether the kept file still has the SHA-256 that is its name."""
    with path_of(name).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == name


def path_of(name: str) -> Path:
    """Where the file with the SHA-256 ``name`` stands."""
    return Path(settings.UPHELD_DATA) / "files" / name[:2] / name


def keep_yield(name: str, yielded: Mapping[str, Any]) -> None:
    """Keep what was read from a file: ``{"document": Document as dict, "facts": …}``."""
    packed = gzip.compress(json.dumps(yielded, ensure_ascii=False).encode(), mtime=0)
    _write_whole(_yield_path(name), packed)


def document_of(name: str) -> Document:
    """The Document that was read from the file with the SHA-256 ``name``."""
    return Document.from_dict(_yield_of(name)["document"])


def facts_of(name: str) -> DocumentFacts:
    """The facts that were read from the file with the SHA-256 ``name``."""
    return DocumentFacts.from_dict(_yield_of(name)["facts"])


def _yield_of(name: str) -> dict[str, Any]:
    yielded: dict[str, Any] = json.loads(gzip.decompress(_yield_path(name).read_bytes()))
    return yielded


def _yield_path(name: str) -> Path:
    return Path(settings.UPHELD_DATA) / "documents" / f"{name}.json.gz"


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
        _settle(path.parent)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _settle(folder: Path) -> None:
    """Have the new name itself on the disk, where the system can tell (Windows cannot)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
