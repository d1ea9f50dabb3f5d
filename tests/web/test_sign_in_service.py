"""By the sign-in service of the State: who is let in, and which answers are not believed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.cache import cache
from django.test import Client

from tests.factories import person
from tests.web.identity_provider import CLIENT, SECRET, Provider, serving
from upheld.core.roles import Role
from upheld.store.models import OutsideIdentity, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    cache.clear()
    provider = Provider()
    with serving(provider) as issuer:
        settings.UPHELD_OIDC_ISSUER = issuer
        settings.UPHELD_OIDC_CLIENT = CLIENT
        settings.UPHELD_OIDC_SECRET = SECRET
        settings.UPHELD_OIDC_NAME = "Sarovia One"
        yield provider


@pytest.fixture
def rosa() -> User:
    return person(Role.READER, email="rosa@example.gov")


def journey(provider: Provider, client: Client, **answer: str) -> int:
    away = client.get("/sign-in/service/?next=/recommendations/")
    assert away.status_code == 302
    back = client.get("/sign-in/service/back", provider.person(away.url) | answer)
    return int(back.status_code)


def known(provider: Provider, user: User) -> None:
    OutsideIdentity.objects.create(
        user=user, issuer=provider.issuer, subject="4711", linked_at=user.date_joined
    )


def test_it_is_offered_only_where_it_is_set_up(provider: Provider, settings: Any) -> None:
    assert "Sign in with Sarovia One" in Client().get("/sign-in/").content.decode()
    settings.UPHELD_OIDC_ISSUER = ""
    assert "/sign-in/service/" not in Client().get("/sign-in/").content.decode()
    assert Client().get("/sign-in/service/").status_code == 503


def test_a_verified_address_finds_the_account_once_and_the_number_from_then_on(
    provider: Provider, rosa: User
) -> None:
    provider.claims |= {"email": "Rosa@example.gov", "email_verified": True}
    client = Client()
    assert journey(provider, client) == 302
    assert client.session["_auth_user_id"] == str(rosa.pk)
    provider.claims = {"sub": "4711", "email": "other@example.gov"}
    again = Client()
    assert journey(provider, again) == 302
    assert again.session["_auth_user_id"] == str(rosa.pk)
    assert provider.asked["scope"] == "openid email"
    assert OutsideIdentity.objects.count() == 1


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"email": "rosa@example.gov"},
        {"email": "rosa@example.gov", "email_verified": "true"},
        {"email": "unknown@example.gov", "email_verified": True},
    ],
    ids=["no address", "not verified", "not really verified", "unknown"],
)
def test_nobody_gets_an_account_by_it(
    provider: Provider, rosa: User, claims: dict[str, Any]
) -> None:
    provider.claims |= claims
    client = Client()
    assert journey(provider, client) == 403
    assert "_auth_user_id" not in client.session


def test_two_accounts_with_one_address_are_not_guessed_between(
    provider: Provider, rosa: User
) -> None:
    person(None, "twin", email="rosa@example.gov")
    provider.claims |= {"email": "rosa@example.gov", "email_verified": True}
    assert journey(provider, Client()) == 403


def test_a_closed_account_stays_closed(provider: Provider, rosa: User) -> None:
    known(provider, rosa)
    User.objects.filter(pk=rosa.pk).update(is_active=False)
    assert journey(provider, Client()) == 403


@pytest.mark.parametrize(
    "change",
    [
        {"aud": "another"},
        {"iss": "https://elsewhere.example"},
        {"exp": int(time.time()) - 600},
        {"nonce": "of another journey"},
        {"sub": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_token_for_something_else_is_not_believed(
    provider: Provider, rosa: User, change: dict[str, Any]
) -> None:
    known(provider, rosa)
    provider.claims |= change
    assert journey(provider, Client()) == 403


def test_a_token_signed_by_somebody_else_is_not_believed(provider: Provider, rosa: User) -> None:
    known(provider, rosa)
    provider.signing_key = ec.generate_private_key(ec.SECP256R1())
    assert journey(provider, Client()) == 403
    provider.signing_key, provider.algorithm = None, "none"
    assert journey(provider, Client()) == 403


def test_an_answer_to_another_question_is_not_believed(provider: Provider, rosa: User) -> None:
    known(provider, rosa)
    assert journey(provider, Client(), state="of somebody else") == 403
    assert journey(provider, Client(), code="") == 403
    assert Client().get("/sign-in/service/back?code=a-code&state=x").status_code == 403


def test_each_answer_counts_once(provider: Provider, rosa: User) -> None:
    known(provider, rosa)
    client = Client()
    answer = provider.person(client.get("/sign-in/service/").url)
    assert client.get("/sign-in/service/back", answer).status_code == 302
    client.post("/sign-out")
    assert client.get("/sign-in/service/back", answer).status_code == 403


def test_a_service_that_is_away_or_is_not_itself_is_told(provider: Provider, settings: Any) -> None:
    settings.UPHELD_OIDC_ISSUER = provider.issuer + "/"
    assert Client().get("/sign-in/service/").status_code == 503
    settings.UPHELD_OIDC_ISSUER = "http://login.example.gov"
    assert Client().get("/sign-in/service/").status_code == 503
