"""Sending a mail: plain text, to one address, without pictures or anything that reports back."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.core.mail import EmailMessage

from upheld.core.directions import without_turns

logger = logging.getLogger("upheld.mail")


def send(to: str, *, subject: str, text: str) -> bool:
    """Send ``text`` to one address; false when the mail server does not take it.

    Side effect: a mail by the server of ``UPHELD_SMTP``, or a file in the folder ``mail/``. Call it
    after the transaction: a mail cannot be taken back. The log names no address. A title in it
    turns nothing round.
    """
    head = " ".join(without_turns(subject).split())
    message = EmailMessage(subject=head, body=without_turns(text), to=[to])
    # Nobody answers "out of office" to a program.
    message.extra_headers = {"Auto-Submitted": "auto-generated"}
    try:
        message.send()
    except (OSError, SMTPException) as error:
        logger.warning("a mail was not sent: %s", type(error).__name__)
        return False
    return True
