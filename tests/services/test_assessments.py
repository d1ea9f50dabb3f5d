"""Assessments by others stand beside the State's own view and belong to their assessors."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils.translation import override

from tests.workspace_rows import NOW, TODAY, a_record, assessment, body, entry, officer
from upheld.core.entries import EntryState
from upheld.core.errors import Conflict, InputProblem, Refused
from upheld.core.implementation import Grade, Implementation
from upheld.core.roles import Role
from upheld.services import assessments as services
from upheld.services import replies
from upheld.services.permissions import visible_to
from upheld.store.models import Assessment, Event, Reply

pytestmark = pytest.mark.django_db

VIEW = services.View(
    reasons="No bill was published.",
    as_of=TODAY,
    language="en",
    status=Implementation.NOT_STARTED,
)
UN_VIEW = services.View(reasons="No reply was received.", as_of=TODAY, language="en", grade=Grade.D)


def test_an_organisation_assesses_and_publishes():
    member = officer(Role.CONTRIBUTOR, body("LEAGUE"))
    drafted = services.draft(member, record=a_record(), assessor=body("LEAGUE"), view=VIEW)
    row = services.publish(member, assessment=drafted.pk, row_version=1)
    assert (row.kind, row.status, row.assessor_name) == (
        "civil_society",
        "not_started",
        "Sarovian League",
    )
    assert list(Event.objects.values_list("object_type", "action")) == [
        ("assessment", "assessment.draft"),
        ("assessment", "assessment.publish"),
        ("record", "record.assessed"),
    ]


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.CONTRIBUTOR, Role.PUBLIC}]
)
def test_no_officer_of_the_state_writes_changes_publishes_or_withdraws_it(role):
    actor = officer(role)
    row = assessment(published_at=NOW)
    acts = (
        lambda: services.draft(actor, record=a_record(), assessor=body("LEAGUE"), view=VIEW),
        lambda: services.change(actor, assessment=row.pk, row_version=1, view=VIEW),
        lambda: services.publish(actor, assessment=row.pk, row_version=1),
        lambda: services.withdraw(actor, assessment=row.pk, row_version=1, reason="x"),
    )
    for act in acts:
        with pytest.raises(Refused):
            act()


def test_an_assessor_has_no_part_in_the_view_of_another():
    row = assessment(body("NHRI"))
    other = officer(Role.CONTRIBUTOR, body("LEAGUE"))
    assert list(visible_to(other, Assessment.objects.all())) == []
    with pytest.raises(InputProblem):
        services.change(other, assessment=row.pk, row_version=1, view=VIEW)


def test_the_coordinator_enters_what_a_committee_decided():
    coordinator = officer(Role.COORDINATOR)
    row = services.draft(coordinator, record=a_record(), assessor=body("CCPR"), view=UN_VIEW)
    assert (row.kind, row.grade, row.status) == ("un_body", "D", "")


def test_only_bodies_of_the_united_nations_grade():
    member = officer(Role.CONTRIBUTOR, body("LEAGUE"))
    with pytest.raises(InputProblem):
        services.draft(member, record=a_record(), assessor=body("LEAGUE"), view=UN_VIEW)


def test_a_ministry_does_not_assess_as_others_do():
    with pytest.raises(InputProblem) as problem:
        services.draft(
            officer(Role.CONTRIBUTOR), record=a_record(), assessor=body("MOJ"), view=VIEW
        )
    assert problem.value.message == "Ministry of Justice is a body of the State."


def test_what_is_published_stays_and_a_withdrawn_view_says_why():
    member = officer(Role.CONTRIBUTOR, body("LEAGUE"))
    row = assessment(published_at=NOW)
    with pytest.raises(InputProblem):
        services.change(member, assessment=row.pk, row_version=1, view=VIEW)
    with pytest.raises(InputProblem):
        services.withdraw(member, assessment=row.pk, row_version=1, reason=" ")
    withdrawn = services.withdraw(member, assessment=row.pk, row_version=1, reason="New facts.")
    assert withdrawn.withdrawn_at is not None
    assert list(visible_to(officer(Role.READER), Assessment.objects.all())) == [row]
    assert Event.objects.get(action="assessment.withdraw").reason == "New facts."


def test_two_colleagues_who_change_one_assessment():
    member = officer(Role.CONTRIBUTOR, body("LEAGUE"))
    row = assessment()
    services.change(member, assessment=row.pk, row_version=1, view=VIEW)
    with pytest.raises(Conflict):
        services.change(member, assessment=row.pk, row_version=1, view=VIEW)


@pytest.mark.parametrize(
    "view",
    [
        services.View(reasons=" ", as_of=TODAY, language="en", status=Implementation.PLANNED),
        services.View(reasons="Words.", as_of=TODAY, language="en"),
    ],
)
def test_an_assessment_says_something_and_why(view):
    member = officer(Role.CONTRIBUTOR, body("LEAGUE"))
    with pytest.raises(InputProblem):
        services.draft(member, record=a_record(), assessor=body("LEAGUE"), view=view)


def test_both_have_a_right_of_reply():
    coordinator, member = (
        officer(Role.COORDINATOR),
        officer(Role.CONTRIBUTOR, body("LEAGUE")),
    )
    view = assessment(published_at=NOW)
    told = entry(state=EntryState.PUBLISHED)
    replies.reply_to_assessment(
        coordinator, assessment=view.pk, body=None, language="en", text="A bill exists."
    )
    replies.reply_to_entry(
        member, entry=told.pk, body=body("LEAGUE"), language="en", text="It was not published."
    )
    assert list(Reply.objects.values_list("author_name", "text")) == [
        ("", "A bill exists."),
        ("Sarovian League", "It was not published."),
    ]


def test_the_same_form_sent_twice_makes_one_draft():
    member = officer(Role.CONTRIBUTOR, body("LEAGUE"))
    first = services.draft(member, record=a_record(), assessor=body("LEAGUE"), view=VIEW)
    assert services.draft(member, record=a_record(), assessor=body("LEAGUE"), view=VIEW) == first
    other = replace(VIEW, reasons="Other words.")
    with pytest.raises(InputProblem, match="begun"):
        services.draft(member, record=a_record(), assessor=body("LEAGUE"), view=other)
    assert Event.objects.filter(action="assessment.draft").count() == 1
    services.publish(member, assessment=first.pk, row_version=1)
    again = services.draft(member, record=a_record(), assessor=body("LEAGUE"), view=VIEW)
    assert again != first


def test_each_person_has_a_draft_of_their_own():
    mai = officer(Role.CONTRIBUTOR, body("LEAGUE"), "mai")
    nam = officer(Role.CONTRIBUTOR, body("LEAGUE"), "nam")
    drafts = [
        services.draft(who, record=a_record(), assessor=body("LEAGUE"), view=VIEW)
        for who in (mai, nam)
    ]
    assert list(services.open_drafts(mai, a_record())) == drafts[:1]


def test_the_same_reply_sent_twice_stands_once():
    coordinator = officer(Role.COORDINATOR)
    view, told = assessment(published_at=NOW), entry(state=EntryState.PUBLISHED)
    words = {"body": None, "language": "en", "text": "A bill exists."}
    first = replies.reply_to_assessment(coordinator, assessment=view.pk, **words)
    assert replies.reply_to_assessment(coordinator, assessment=view.pk, **words) == first
    replies.reply_to_assessment(coordinator, assessment=view.pk, **words | {"text": "It passed."})
    replies.reply_to_entry(coordinator, entry=told.pk, **words)
    assert Event.objects.filter(action="reply.write").count() == Reply.objects.count() == 3
    replies.withdraw_reply(coordinator, reply=first.pk)
    assert replies.reply_to_assessment(coordinator, assessment=view.pk, **words) != first


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_author_of_a_reply_does_not_depend_on_the_writers_language(language):
    member = officer(Role.CONTRIBUTOR, body("LEAGUE"))
    view, told = assessment(published_at=NOW), entry(state=EntryState.PUBLISHED)
    with override(language):
        replies.reply_to_assessment(
            officer(Role.COORDINATOR), assessment=view.pk, body=None, language="en", text="One."
        )
        replies.reply_to_entry(
            member, entry=told.pk, body=body("LEAGUE"), language="vi", text="Hai."
        )
    assert list(Reply.objects.values_list("author_name", flat=True)) == [
        "",
        "Liên đoàn Xa-rô-vi-a",
    ]
    said = Event.objects.filter(action="reply.write").order_by("seq")
    assert [event.difference["author"] for event in said] == [[None, None], [None, "XSP-LEAGUE"]]


def test_nobody_replies_for_another():
    view = assessment(published_at=NOW)
    given = {"assessment": view.pk, "language": "en", "text": "Words."}
    with pytest.raises(Refused):
        replies.reply_to_assessment(officer(Role.COORDINATOR), body=body("LEAGUE"), **given)
    with pytest.raises(Refused):
        replies.reply_to_assessment(officer(Role.CONTRIBUTOR, body("LEAGUE")), body=None, **given)
    with pytest.raises(Refused):
        replies.reply_to_assessment(officer(Role.READER), body=None, **given)


def test_a_reply_answers_only_what_is_published():
    with pytest.raises(InputProblem):
        replies.reply_to_assessment(
            officer(Role.CONTRIBUTOR, body("LEAGUE")),
            assessment=assessment().pk,
            body=body("LEAGUE"),
            language="en",
            text="Words.",
        )


def test_a_reply_is_taken_back_by_its_own_people():
    member = officer(Role.CONTRIBUTOR, body("LEAGUE"))
    row = replies.reply_to_assessment(
        member,
        assessment=assessment(published_at=NOW).pk,
        body=body("LEAGUE"),
        language="en",
        text="Words.",
    )
    with pytest.raises(Refused):
        replies.withdraw_reply(officer(Role.COORDINATOR), reply=row.pk)
    assert replies.withdraw_reply(member, reply=row.pk).withdrawn_at is not None
