"""A mail: plain text to one address; a title in it turns nothing round."""

from __future__ import annotations

from django.core import mail as sent

from upheld.services.mail import send


def test_a_title_turns_nothing_round_in_a_mail():
    assert send("mai@moj.example", subject="Plan\u202e IV\n", text="“\u2067Kế hoạch\u202e” is due.")
    [message] = sent.outbox
    assert (message.subject, message.body) == ("Plan IV", "“Kế hoạch” is due.")
