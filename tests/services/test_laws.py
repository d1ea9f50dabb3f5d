"""Laws: added, searched for evidence, ended; a person quotes, the program never does."""

from __future__ import annotations

from datetime import date

import pytest

from tests.parsing.test_law_passages import CODE
from tests.workspace_rows import a_record, officer
from upheld.core.errors import InputProblem, Refused
from upheld.core.roles import Role
from upheld.services import laws as services
from upheld.services.laws import LawFacts
from upheld.store.models import Event, Evidence, Law

pytestmark = pytest.mark.django_db(transaction=True)

FACTS = LawFacts(title="Bộ luật thử nghiệm", source="Công báo số 1", number="1/2026/QH")


def add(actor=None, content: str = CODE, facts: LawFacts = FACTS) -> Law:
    return services.add_law(
        actor or officer(Role.COORDINATOR), facts=facts, name="law.txt", content=content.encode()
    )


def test_a_law_is_added_once_with_its_passages():
    law = add()
    assert add() == law
    assert list(law.passages.values_list("place", flat=True)) == [
        "Điều 1",
        "khoản 1 Điều 2",
        "khoản 2 Điều 2",
        "Điều 2a",
    ]
    assert Event.objects.get(action="law.add").difference["passages"] == [None, 4]


@pytest.mark.parametrize(
    ("content", "facts"),
    [
        ("A letter.", FACTS),
        (CODE, LawFacts(title=" ", source="x")),
        (CODE, LawFacts(title="x", source="")),
    ],
)
def test_what_cannot_be_a_law_is_refused(content, facts):
    with pytest.raises(InputProblem):
        add(content=content, facts=facts)
    assert Law.objects.count() == 0


def test_only_the_coordination_unit_adds_laws():
    with pytest.raises(Refused):
        add(officer(Role.FOCAL_POINT))


def test_passages_are_proposed_and_nothing_is_kept():
    add()
    record = a_record()
    record.text = "Ensure access to a lawyer for persons in detention"
    found = services.candidates(officer(Role.READER), record=record)
    assert found[0].passage.place == "khoản 2 Điều 2"
    assert "luật sư" in found[0].words
    assert Evidence.objects.count() == 0


def test_words_as_typed():
    add()
    found = services.candidates(officer(Role.READER), record=a_record(), words="24 giờ")
    assert [one.passage.place for one in found] == ["Điều 2a"]


def test_a_law_that_no_longer_holds_is_not_proposed():
    law = add()
    coordinator = officer(Role.COORDINATOR)
    services.end_law(coordinator, law=law.pk, last_day=date(2020, 1, 1))
    assert services.candidates(coordinator, record=a_record(), words="24 giờ") == []
    services.end_law(coordinator, law=law.pk, last_day=None)
    assert len(services.candidates(coordinator, record=a_record(), words="24 giờ")) == 1
    assert Event.objects.filter(action="law.end").count() == 2


def test_a_law_added_later_is_found_too():
    add()
    second = CODE.replace("24 giờ", "36 giờ")
    reader = officer(Role.READER)
    assert services.candidates(reader, record=a_record(), words="36 giờ") == []
    add(content=second, facts=LawFacts(title="Luật sửa đổi", source="Công báo số 2"))
    assert len(services.candidates(reader, record=a_record(), words="36 giờ")) == 1


def test_there_is_nothing_without_laws():
    assert services.candidates(officer(Role.READER), record=a_record()) == []


def test_what_a_person_typed_is_found_though_every_passage_names_it():
    law = "Điều 1. Người khuyết tật\nNgười khuyết tật được học.\n"
    law += "Điều 2. Trợ giúp\nNgười khuyết tật được trợ giúp.\n"
    add(content=law)
    found = services.candidates(officer(Role.READER), record=a_record(), words="khuyết tật")
    assert sorted(one.passage.place for one in found) == ["Điều 1", "Điều 2"]
