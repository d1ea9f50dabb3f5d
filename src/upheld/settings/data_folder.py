"""The one folder that holds everything of one installation: database, files, page images.

``DIR/{upheld.sqlite3, secret_key, files/, documents/, pages/, index/, mail/}``. Back up this folder
and nothing else. It is readable by its owner only, because drafts in it are not public.
"""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

FOLDERS = ("files", "documents", "pages", "index", "mail")


def default_data_folder() -> Path:
    """The folder used when neither ``--data`` nor ``UPHELD_DATA`` names one."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "upheld"


def data_folder() -> Path:
    """The folder of this process: ``UPHELD_DATA``, else the default; made when it is missing."""
    named = os.environ.get("UPHELD_DATA")
    folder = (Path(named) if named else default_data_folder()).expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name in FOLDERS:
        (folder / name).mkdir(exist_ok=True, mode=0o700)
    return folder


def secret_key(folder: Path) -> str:
    """The key that signs sessions, made at the first use and readable by its owner alone."""
    path = folder / "secret_key"
    try:
        # O_EXCL: of two processes that start together, exactly one makes the key.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        key = secrets.token_urlsafe(50)
        file.write(key)
    return key
