"""The data folder, its key, and the address of a PostgreSQL database."""

from __future__ import annotations

from pathlib import Path

import pytest

from upheld.settings.data_folder import FOLDERS, data_folder, default_data_folder, secret_key
from upheld.settings.database_url import postgresql


def test_a_named_folder_is_prepared_for_its_owner_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("UPHELD_DATA", str(tmp_path / "new" / "folder"))
    folder = data_folder()
    assert folder == tmp_path / "new" / "folder"
    assert {path.name for path in folder.iterdir()} == set(FOLDERS)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_without_a_name_it_is_where_the_system_keeps_data(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert default_data_folder() == tmp_path / "upheld"
    monkeypatch.setattr("sys.platform", "darwin")
    assert default_data_folder() == Path.home() / "Library" / "Application Support" / "upheld"


def test_the_secret_key_is_made_once_and_readable_by_its_owner_only(tmp_path):
    key = secret_key(tmp_path)
    assert len(key) >= 50
    assert secret_key(tmp_path) == key
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_database_is_named_by_one_line():
    said = postgresql("postgresql://up%40held:s3cret@db.example:5433/up_held")
    assert {name: said[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "up_held",
        "USER": "up@held",
        "PASSWORD": "s3cret",
        "HOST": "db.example",
        "PORT": "5433",
    }


def test_a_database_may_be_reached_by_a_socket():
    said = postgresql("postgresql:///upheld?host=/run/postgresql&application_name=upheld")
    assert (said["HOST"], said["OPTIONS"]) == (
        "/run/postgresql",
        {"application_name": "upheld"},
    )


def test_another_database_is_refused():
    with pytest.raises(ValueError, match="postgresql://"):
        postgresql("mysql://localhost/upheld")
