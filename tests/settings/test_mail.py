"""Where mails go: a folder, or the server that the address names."""

from __future__ import annotations

from pathlib import Path

import pytest

from upheld.settings.mail import mail_settings

FOLDER = Path("mail")


def test_without_a_server_each_mail_is_a_file() -> None:
    assert mail_settings("", FOLDER) == {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": FOLDER,
    }


@pytest.mark.parametrize(
    ("address", "port", "ssl", "tls"),
    [
        ("smtp://mail.example.gov", 587, False, True),
        ("smtp://mail.example.gov:2525", 2525, False, True),
        ("smtps://mail.example.gov", 465, True, False),
        ("smtp://mail.example.gov:25?tls=none", 25, False, False),
    ],
)
def test_an_address_says_how_the_server_is_spoken_to(
    address: str, port: int, ssl: bool, tls: bool
) -> None:
    known = mail_settings(address, FOLDER)
    spoken = (known["EMAIL_PORT"], known["EMAIL_USE_SSL"], known["EMAIL_USE_TLS"])
    assert spoken == (port, ssl, tls)
    assert known["EMAIL_HOST"] == "mail.example.gov"


def test_a_password_may_have_every_sign() -> None:
    known = mail_settings("smtp://an%40example.gov:a%3Ab%2Fc@mail.example.gov", FOLDER)
    assert (known["EMAIL_HOST_USER"], known["EMAIL_HOST_PASSWORD"]) == ("an@example.gov", "a:b/c")


@pytest.mark.parametrize("address", ["mail.example.gov", "http://mail.example.gov", "smtp://"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="UPHELD_SMTP must look like"):
        mail_settings(address, FOLDER)
