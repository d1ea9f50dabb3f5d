"""The program's labels: which records get them, what a new edition replaces and never touches."""

from __future__ import annotations

import pytest

from tests.factories import person, report
from upheld.analysis import propose
from upheld.core.errors import Refused
from upheld.core.labels import Decision, LabelSource, ReadAs, Taxonomy
from upheld.core.roles import Role
from upheld.services import propose_labels as services
from upheld.services.labelling import terms_of
from upheld.services.propose_labels import propose_for, propose_labels, waiting_texts
from upheld.services.reshape import split
from upheld.services.review import correct
from upheld.services.undo import undo
from upheld.store.models import Document, Label, LabelledText, ProposedLabel, Record

pytestmark = pytest.mark.django_db


def proposed(number: str = "140.1") -> dict[tuple[str, str], int]:
    rows = ProposedLabel.objects.filter(record__number=number, decision=Decision.WAITING)
    return {(row.term.taxonomy, row.term.value): row.score for row in rows.select_related("term")}


def give(number: str, taxonomy: str, label: str, source: LabelSource) -> Label:
    term = terms_of({(taxonomy, label)})[taxonomy, label]
    return Label.objects.create(
        record=Record.objects.get(number=number), term=term, source=source.value
    )


def another_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(propose, "edition", lambda: "another")


def test_every_record_is_labelled_with_scores():
    report()
    assert waiting_texts() == 6
    done = propose_labels(person())
    assert (done.read[ReadAs.ENGLISH], done.passed) == (6, 0)
    assert done.proposed == ProposedLabel.objects.count()
    assert waiting_texts() == 0
    found = proposed()
    assert found["instrument", "OP-CAT"] == 1000
    assert found["issue", "International instruments"] > 900
    assert found["action", "5"] > 900
    assert found["theme", "Ratification of & accession to international instruments"] >= 600


def test_a_second_run_does_nothing():
    report()
    propose_labels(person())
    before = list(ProposedLabel.objects.order_by("pk").values_list())
    done = propose_labels(person(), batch=2)
    assert (done.read.total(), done.proposed, done.passed) == (0, 0, 6)
    assert list(ProposedLabel.objects.order_by("pk").values_list()) == before


def test_only_what_lacks_proposals_is_read():
    report()
    propose_for([Record.objects.get(number="140.3").pk])
    done = propose_labels(person())
    assert (done.read.total(), done.passed) == (5, 1)


def test_progress_counts_records_in_batches():
    report()
    told: list[tuple[int, int]] = []
    propose_labels(person(), batch=4, progress=lambda *at: told.append(at))
    assert told == [(4, 6), (6, 6)]


def test_new_words_are_read_anew():
    report()
    propose_labels(person())
    Record.objects.filter(number="140.1").update(text="Reduce overcrowding in prisons")
    assert propose_labels(person()).read.total() == 1
    assert ("issue", "Detention") in proposed()
    assert ("instrument", "OP-CAT") not in proposed()


def test_a_record_that_is_no_longer_in_force_is_passed_over():
    report()
    Record.objects.filter(number="140.1").update(review_state="withdrawn")
    propose_labels(person())
    assert proposed() == {}
    assert LabelledText.objects.count() == 5


def test_a_new_edition_replaces_what_waits_and_nothing_else(monkeypatch):
    report()
    propose_labels(person())
    first = proposed()
    rejected = ProposedLabel.objects.get(record__number="140.1", term__value="OP-CAT")
    ProposedLabel.objects.filter(pk=rejected.pk).update(decision=Decision.REJECTED)
    old = set(ProposedLabel.objects.values_list("pk", flat=True))
    another_edition(monkeypatch)
    assert propose_labels(person()).read.total() == 6
    assert proposed() == {pair: n for pair, n in first.items() if pair != ("instrument", "OP-CAT")}
    assert ProposedLabel.objects.get(pk=rejected.pk).decision == Decision.REJECTED
    assert old & set(ProposedLabel.objects.values_list("pk", flat=True)) == {rejected.pk}
    assert set(LabelledText.objects.values_list("edition__name", flat=True)) == {"another"}


def test_what_a_publisher_or_a_person_gave_is_not_proposed():
    report()
    propose_labels(person())
    kept = [
        # The same theme under the name that it had in the second cycle.
        give("140.1", Taxonomy.THEME, "A12 Acceptance of international norms",
             LabelSource.DOCUMENT),
        give("140.1", Taxonomy.ISSUE, "International instruments", LabelSource.PERSON),
        give("140.1", Taxonomy.SDG, "16.3", LabelSource.DOCUMENT),
    ]  # fmt: skip
    ProposedLabel.objects.all().delete()
    LabelledText.objects.all().delete()
    propose_labels(person())
    found = proposed()
    assert ("theme", "Ratification of & accession to international instruments") not in found
    assert ("issue", "International instruments") not in found
    assert {pair for pair in found if pair[0] == "sdg"} & {("sdg", "16"), ("sdg", "16.3")} == set()
    assert ("instrument", "OP-CAT") in found
    assert list(Label.objects.order_by("pk")) == kept


REGISTRATION = "Ensure birth registration of all children and fight corruption"


def goals_of(text: str) -> set[str]:
    """The goals and targets that wait for the first record after it was read as ``text``."""
    Record.objects.filter(number="140.1").update(text=text)
    propose_labels(person())
    return {label for taxonomy, label in proposed() if taxonomy == "sdg"}


def test_a_target_is_proposed_with_its_goal():
    report()
    assert goals_of(REGISTRATION) == {"16", "16.5", "16.9"}


@pytest.mark.parametrize("source", LabelSource)
def test_a_target_that_a_record_has_stands_for_its_goal_and_for_no_other_target(source):
    report()
    give("140.1", Taxonomy.SDG, "16.9", source)
    assert goals_of(REGISTRATION) == {"16.5"}


def test_a_goal_that_a_record_has_leaves_its_targets_to_be_proposed():
    report()
    give("140.1", Taxonomy.SDG, "16", LabelSource.DOCUMENT)
    assert goals_of(REGISTRATION) == {"16.5", "16.9"}


@pytest.mark.parametrize(
    ("rejected", "left"), [("16.9", {"16", "16.5"}), ("16", set()), ("5", {"16", "16.5", "16.9"})]
)
def test_of_a_rejected_goal_no_target_is_proposed(monkeypatch, rejected, left):
    report()
    term = terms_of({("sdg", rejected)})["sdg", rejected]
    ProposedLabel.objects.create(
        record=Record.objects.get(number="140.1"), term=term, score=600, decision=Decision.REJECTED
    )
    assert goals_of(REGISTRATION) == left


def test_vietnamese_is_read_through_the_glossary_and_french_not_at_all():
    def table(symbol: str, language: str, text: str) -> None:
        document = report(1, symbol=symbol)
        document.records.update(text=text)
        Document.objects.filter(pk=document.pk).update(language=language)

    table("A/HRC/90/7", "vi", "Phòng, chống bạo lực gia đình và bảo đảm quyền của phụ nữ")
    table("A/HRC/90/8", "fr", "Prévenir la violence domestique et protéger les droits des femmes")
    done = propose_labels(person())
    assert done.read == {ReadAs.GLOSSARY: 1, ReadAs.NOT_AT_ALL: 1}
    found = set(ProposedLabel.objects.values_list("record__document__symbol", "term__value"))
    assert ("A/HRC/90/7", "Women's rights") in found
    assert {symbol for symbol, _label in found} == {"A/HRC/90/7"}
    assert not ProposedLabel.objects.filter(term__taxonomy=Taxonomy.ACTION).exists()


def test_what_breaks_off_is_whole(monkeypatch):
    report()
    real = services.insert

    def broken(model, *rest):
        if model is LabelledText and LabelledText.objects.count() >= 2:
            raise OSError
        real(model, *rest)

    monkeypatch.setattr(services, "insert", broken)
    with pytest.raises(OSError):
        propose_labels(person(), batch=2)
    monkeypatch.undo()
    assert set(ProposedLabel.objects.values_list("record_id", flat=True)) == set(
        LabelledText.objects.values_list("record_id", flat=True)
    )
    assert propose_labels(person()).passed == 2


@pytest.mark.parametrize("role", [Role.READER, Role.ADMINISTRATOR])
def test_only_a_coordinator_has_labels_proposed(role):
    with pytest.raises(Refused):
        propose_labels(person(role))


def test_words_that_a_person_corrects_or_cuts_are_read_at_once():
    report()
    propose_labels(person())
    correct(
        person(), public_id="A-HRC-90-7-140.1", row_version=1, text="Reduce overcrowding in prisons"
    )
    assert ("issue", "Detention") in proposed()
    split(person(), public_id="A-HRC-90-7-140.4", row_version=1, at=33)
    halves = Record.objects.filter(split_from__number="140.4")
    assert LabelledText.objects.filter(record__in=halves).count() == 2
    undo(person(), public_id="A-HRC-90-7-140.1")
    assert ("instrument", "OP-CAT") in proposed()
    assert waiting_texts() == 0
