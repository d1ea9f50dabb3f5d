"""``upheld users`` as a person types it."""

from __future__ import annotations

from tests.cli.stored import upheld


def test_people_are_invited_given_roles_closed_and_opened(tmp_path):
    data = tmp_path / "data"
    upheld("link", "--user", "lan", "--role", "reader", data=data)
    assert upheld("users", "role", "lan", "--role", "validator", data=data).stdout == "lan: done\n"
    listed = upheld("users", data=data).stdout
    assert "lan" in listed
    assert "reader; validator" in listed
    upheld("users", "take-role", "lan", "--role", "reader", data=data)
    upheld("users", "deactivate", "lan", "--reason", "moved on", data=data)
    line = next(row for row in upheld("users", data=data).stdout.splitlines() if "lan" in row)
    assert line.split() == ["lan", "lan", "validator", "(closed)"]
    assert upheld("users", "reactivate", "lan", data=data).stdout == "lan: done\n"


def test_an_invitation_is_a_link_and_a_mail_in_the_folder(tmp_path):
    data = tmp_path / "data"
    made = upheld(
        "users", "invite", "An", "--role", "reader", "--email", "an@example.gov",
        "--address", "https://upheld.example.gov/", data=data,
    )  # fmt: skip
    sent, link = made.stdout.splitlines()
    assert sent == "Sent to an@example.gov."
    assert link.startswith("https://upheld.example.gov/invitations/")
    (mail,) = (data / "mail").iterdir()
    assert "To: an@example.gov" in mail.read_text("utf-8")


def test_what_cannot_be_done_is_told(tmp_path):
    data = tmp_path / "data"
    cases = {
        ("deactivate", "nobody"): "There is no user named nobody.",
        ("deactivate", "administrator"): "Nobody closes their own account.",
        ("role", "administrator"): "No role is named.",
        ("role", "administrator", "--role", "reader", "--body", "X"): "There is no body X.",
        ("take-role", "administrator", "--role", "administrator"): (
            "This is the account that commands on this computer act as. It stays as it is."
        ),
    }
    for arguments, message in cases.items():
        answer = upheld("users", *arguments, data=data)
        assert (answer.returncode, answer.stderr.splitlines()[0]) == (2, f"upheld: {message}")
