"""Accounts in a real browser: invited, signed in, a passkey; each page usable by everybody."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import factories
from tests.journeys.conftest import NARROW, WIDE, Visitor, sideways, small_targets, violations
from tests.workspace_rows import body, officer
from upheld.core.roles import Role
from upheld.services import invitations
from upheld.services.user_roles import Grant
from upheld.store.models import Invitation, Passkey, User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG = "five quiet rivers"
PAGES = [
    "/users/",
    "/users/?q=nobody+is+called+that",
    "/users/invite/",
    "/users/invitations/{invitation}/",
    "/users/{person}/",
    "/settings/",
    "/settings/permissions/",
    "/settings/password/",
    "/settings/second-factor/",
    "/settings/second-factor/app/",
    "/settings/sessions/",
    "/about/roles/",
    "/library/add/",
]


def test_from_the_invitation_to_the_work_without_a_script(visitor: Visitor) -> None:
    body("MOJ")
    desk = visitor.window(factories.person(Role.ADMINISTRATOR), script=False)
    desk.goto("/users/")
    desk.get_by_role("link", name="Invite somebody").click()
    desk.get_by_label("Name", exact=True).fill("Nguyễn Văn An")
    desk.get_by_label("Role", exact=True).select_option("focal_point")
    desk.get_by_label("For which body").select_option("XSP-MOJ")
    desk.get_by_role("button", name="Make the link").click()
    link = desk.locator(".once code").inner_text()
    guest = visitor.window(size=NARROW, language="vi", script=False)
    guest.goto(link)
    assert "Bộ Tư pháp" in guest.get_by_role("main").inner_text()
    guest.locator("#id_username").fill("an")
    guest.locator("#id_password").fill("ngắn")
    guest.locator("#id_again").fill("ngắn")
    guest.get_by_role("main").get_by_role("button").click()
    expect(guest.locator("#id_password_error")).to_be_visible()
    assert violations_or_none(guest) == []
    guest.locator("#id_password").fill(LONG)
    guest.locator("#id_again").fill(LONG)
    guest.get_by_role("main").get_by_role("button").click()
    expect(guest).to_have_url(f"{visitor.server.url}/")
    guest.goto("/settings/permissions/")
    assert "đầu mối · Bộ Tư pháp" in guest.get_by_role("main").inner_text()


def violations_or_none(page: Page) -> list[str]:
    """Without scripts axe cannot run; the width still counts."""
    return [f"{sideways(page)} pixels sideways"] if sideways(page) else []


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("size", [WIDE, NARROW, (320, 700)], ids=["wide", "narrow", "320"])
def test_every_page_can_be_used_by_everybody(
    visitor: Visitor, size: tuple[int, int], language: str
) -> None:
    admin = factories.person(Role.ADMINISTRATOR)
    person = officer(Role.FOCAL_POINT, body("MOJ"), name="Nguyễn Thị Lan Phương")
    grant = Grant(Role.VALIDATOR, body("MOH"), alternate=True)
    made, secret = invitations.invite(admin, grants=[grant], name="Trần Văn Bình")
    page = visitor.window(admin, size=size, language=language)
    stranger = visitor.window(size=size, language=language)
    found = {}
    ways = ["/sign-in/", "/sign-in/passkey/", f"/invitations/{secret}/", "/users/"]
    for window, addresses in ((page, PAGES), (stranger, ways)):
        for address in addresses:
            address = address.format(invitation=made.pk, person=person.username)
            window.goto(address)
            problems = violations(window) + small_targets(window)
            if sideways(window):
                problems.append(f"{sideways(window)} pixels sideways")
            if problems:
                found[address] = problems
    assert found == {}
    assert Invitation.objects.get().accepted_at is None


def test_a_passkey_is_made_and_signs_in(visitor: Visitor, live_server: LiveServer) -> None:
    user = factories.person(Role.READER)
    page = visitor.window(user)
    address = live_server.url.replace("127.0.0.1", "localhost")
    assert "localhost" in address, "passkeys need a host name"
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    authenticator = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": authenticator})
    page.goto(f"{address}/settings/second-factor/")
    page.get_by_label("A name by which you know it").fill("office computer")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_text("The passkey “office computer” is kept.")).to_be_visible()
    assert Passkey.objects.get().user == user
    page.goto(f"{address}/settings/")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("banner").get_by_role("link", name="Sign in")).to_be_visible()
    page.goto(f"{address}/sign-in/?next=/settings/sessions/")
    page.get_by_role("link", name="Sign in with a passkey").click()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page).to_have_url(f"{address}/settings/sessions/")
    second_step(page, address, user)


def second_step(page: Page, address: str, user: User) -> None:
    """The same passkey as second factor after a password; an answer for another question fails."""
    user = User.objects.get(pk=user.pk)
    user.set_password(LONG)
    user.save()
    page.goto(f"{address}/sign-in/")
    page.context.clear_cookies()
    page.goto(f"{address}/sign-in/")
    page.get_by_label("Sign-in name").fill(user.username)
    page.get_by_label("Password").fill(LONG)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="Second step")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Use a passkey").click()
    expect(page).to_have_url(f"{address}/")
    page.goto(f"{address}/settings/second-factor/")
    page.get_by_role("button", name="Remove office computer").click()
    expect(page.get_by_text("The passkey is removed.")).to_be_visible()
    assert not Passkey.objects.exists()
