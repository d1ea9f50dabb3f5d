"""Laws on the page: added, read, searched for an entry, quoted by a person."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.parsing.test_law_passages import CODE
from tests.web.test_assessments import browser, words
from tests.workspace_rows import body, entry, officer
from upheld.core.roles import Role
from upheld.store.models import Evidence, Law, LawPassage

pytestmark = pytest.mark.django_db(transaction=True)


def typed(content: str = CODE) -> dict[str, object]:
    return {
        "file": SimpleUploadedFile("law.txt", content.encode()),
        "title": "Bộ luật thử nghiệm",
        "source": "Công báo số 1",
    }


def test_a_passage_is_found_and_quoted_by_a_person():
    coordinator = browser(officer(Role.COORDINATOR))
    assert coordinator.post("/library/laws/", typed()).status_code == 302
    law = Law.objects.get()
    assert "khoản 1 Điều 2" in words(coordinator.get(f"/library/laws/{law.pk}/").content)
    draft = entry()
    focal_point = browser(officer(Role.FOCAL_POINT, body("MOJ")))
    found = focal_point.get(f"/entries/{draft.pk}/laws/?q=luật sư").content.decode()
    passage = LawPassage.objects.get(place="khoản 2 Điều 2")
    quote = f"/entries/{draft.pk}/evidence/?kind=quotation&amp;passage={passage.pk}"
    assert quote in found
    form = focal_point.get(quote.replace("&amp;", "&")).content.decode()
    assert 'value="khoản 2 Điều 2"' in form
    assert (Evidence.objects.count(), "gặp luật sư" in form) == (0, True)


def test_a_law_without_articles_is_refused_at_its_field():
    coordinator = browser(officer(Role.COORDINATOR))
    refused = coordinator.post("/library/laws/", typed("A letter."))
    assert (refused.status_code, Law.objects.count()) == (422, 0)
    assert "No articles were found in law.txt." in words(refused.content)


def test_until_when_a_law_held():
    coordinator = browser(officer(Role.COORDINATOR))
    coordinator.post("/library/laws/", typed())
    key = Law.objects.get().pk
    coordinator.post(f"/library/laws/{key}/end", {"day": "2020-01-01"})
    assert "held until 1 January 2020" in words(coordinator.get("/library/laws/").content)
    assert browser(officer(Role.READER)).post(f"/library/laws/{key}/end").status_code == 403


def test_only_the_body_itself_looks_for_its_entry():
    draft = entry()
    other = browser(officer(Role.FOCAL_POINT, body("MOH")))
    assert other.get(f"/entries/{draft.pk}/laws/").status_code == 404
    assert other.get("/library/laws/").status_code == 200
    assert other.post("/library/laws/", typed()).status_code == 403
    assert other.get("/library/laws/99/").status_code == 404


def test_what_is_no_day_changes_nothing_of_a_law():
    coordinator = browser(officer(Role.COORDINATOR))
    coordinator.post("/library/laws/", typed())
    key = Law.objects.get().pk
    coordinator.post(f"/library/laws/{key}/end", {"day": "2020-01-01"})
    refused = coordinator.post(f"/library/laws/{key}/end", {"day": "31/02/2027"})
    assert refused.status_code == 422
    assert "“31/02/2027” is no day." in words(refused.content)
    assert str(Law.objects.get().valid_to) == "2020-01-01"


def test_what_is_no_day_is_said_at_its_field():
    coordinator = browser(officer(Role.COORDINATOR))
    coordinator.post("/library/laws/", typed())
    law = Law.objects.get()
    refused = coordinator.post(f"/library/laws/{law.pk}/end", {"day": "soon"})
    assert (refused.status_code, Law.objects.get().valid_to) == (422, None)
    shown = refused.content.decode()
    assert 'id="day_error">“soon” is no day.' in shown
    assert 'value="soon" aria-describedby="day_error"' in shown
    assert "Bộ luật thử nghiệm" in words(refused.content)
