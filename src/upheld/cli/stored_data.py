"""Opens a data folder for a command: settings, database, and whoever types the command."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from upheld.store.models import User


def open_folder(folder: Path) -> User:
    """Set the program up on ``folder``, prepare an empty one, and answer the operator.

    With ``UPHELD_DATABASE_URL`` the records are in that PostgreSQL database, and ``folder`` holds
    the files. Modules that use the database can be imported only after this.
    """
    os.environ["UPHELD_DATA"] = str(folder)
    server = "UPHELD_DATABASE_URL" in os.environ
    os.environ["DJANGO_SETTINGS_MODULE"] = f"upheld.settings.{'server' if server else 'embedded'}"
    import django  # noqa: PLC0415  # slow import, and `upheld --help` needs none of it

    django.setup()
    from upheld.services.accounts import operator  # noqa: PLC0415  # needs the setup above
    from upheld.store.prepare import prepare  # noqa: PLC0415  # needs the setup above

    prepare()
    return operator()
