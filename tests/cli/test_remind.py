"""``upheld remind``: lists what would be sent, sends it once, into the folder of mails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.cli.stored import environment, upheld

# A focal point with something that is late, and somebody without an address.
ROWS = """
import django
django.setup()
from datetime import date
from tests import workspace_rows as rows
from upheld.core.roles import Role
asked = rows.assignment(due=date(2020, 1, 1))
rows.officer(Role.FOCAL_POINT, asked.body, "mai", email="mai@moj.example", language="vi")
rows.officer(Role.FOCAL_POINT, asked.body, "nam")
"""


def fill(data: Path) -> None:
    made = environment(UPHELD_DATA=str(data), DJANGO_SETTINGS_MODULE="upheld.settings.embedded")
    done = subprocess.run(
        [sys.executable, "-c", ROWS], env=made, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def mails(data: Path) -> list[str]:
    return [file.read_text("utf-8") for file in (data / "mail").iterdir()]


def test_nobody_has_anything_due(tmp_path):
    done = upheld("remind", data=tmp_path)
    assert (done.returncode, done.stdout) == (0, "nobody has anything due today\n")


def test_what_would_be_sent_is_listed_and_then_sent_once(tmp_path):
    upheld("list", data=tmp_path)
    fill(tmp_path)
    address = {"UPHELD_ADDRESS": "https://upheld.example"}
    listed = upheld("remind", "--dry-run", data=tmp_path, **address)
    assert listed.stdout.splitlines()[0] == "mai: Upheld: 1 việc cần biết"
    assert "https://upheld.example/work/1/" in listed.stdout
    assert mails(tmp_path) == []
    sent = upheld("remind", data=tmp_path, **address)
    assert sent.stdout == "mai: Upheld: 1 việc cần biết\n"
    assert len(mails(tmp_path)) == 1
    assert "To: mai@moj.example" in mails(tmp_path)[0]
    assert upheld("remind", data=tmp_path).stdout == "nobody has anything due today\n"
    assert len(mails(tmp_path)) == 1


def test_days_of_escalation_that_are_no_days_are_refused(tmp_path):
    done = upheld("remind", data=tmp_path, UPHELD_ESCALATION="soon")
    assert done.returncode != 0
    assert "UPHELD_ESCALATION must be two numbers of days" in done.stderr
