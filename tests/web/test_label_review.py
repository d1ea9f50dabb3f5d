"""Label review: what waits is shown with reasons, decided, accepted as a whole and taken back."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import translation

from tests.factories import report
from upheld.analysis.model_file import shipped_card
from upheld.core.labels import Decision, LabelSource
from upheld.services import label_bulk
from upheld.services.labelling import terms_of
from upheld.services.propose_labels import propose_for, seal
from upheld.store.models import Document, Label, LabelledText, ProposedLabel, Record
from upheld.web.label_words import label_words
from upheld.web.views import label_review

ADDRESS = "/recommendations/labels/"
ONE = "A-HRC-90-7-140.1"
RECORD = f"/recommendations/{ONE}/"


@pytest.fixture
def proposed(db: None) -> Record:
    report()
    propose_for(Record.objects.values_list("pk", flat=True))
    return Record.objects.get(public_id=ONE)


def term(label: str) -> int:
    return ProposedLabel.objects.get(record__public_id=ONE, term__value=label).term_id


def decide(client: Client, record: Record, **given: object):
    sent = {"seen": seal(record.text), "back": "review"} | given
    return client.post(f"/recommendations/{ONE}/labels", sent, follow=True)


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def shown(client: Client, address: str = ADDRESS) -> str:
    return client.get(address, headers={"accept-language": "en"}).content.decode()


def test_proposals_stand_by_their_text_with_score_and_words(proposed, coordinator):
    page = shown(coordinator)
    assert "<mark>Optional Protocol to the Convention against Torture</mark>" in page
    text = plain(page)
    waiting = ProposedLabel.objects.count()
    assert f"{waiting} proposed labels wait" in text
    assert "Torture and other CID treatment" in text
    score = ProposedLabel.objects.get(
        record=proposed, term__value="Torture and other CID treatment"
    ).score
    assert f"{min(score, 990) / 1000:.2f}" in text


def test_one_is_accepted_and_another_rejected(proposed, coordinator):
    decide(coordinator, proposed, accept=term("OP-CAT"))
    done = decide(coordinator, proposed, reject=term("Torture and other CID treatment"))
    assert done.status_code == 200
    (label,) = Label.objects.all()
    assert (label.record, label.value, label.source) == (proposed, "OP-CAT", LabelSource.PERSON)
    record = plain(shown(coordinator, RECORD))
    assert "OP-CAT: Optional Protocol" in record or "OP-CAT" in record
    rejected = ProposedLabel.objects.get(
        record=proposed, term__value="Torture and other CID treatment"
    )
    assert rejected.decision == Decision.REJECTED


def test_htmx_gets_the_one_text_and_the_bar(proposed, coordinator):
    target = f"text-{proposed.pk}"
    answer = coordinator.post(
        f"/recommendations/{ONE}/labels",
        {"seen": seal(proposed.text), "back": "review", "accept": term("OP-CAT")},
        headers={"HX-Request": "true", "HX-Target": target},
    ).content.decode()
    assert answer.count("<article") == 1
    assert f'id="{target}"' in answer
    assert 'id="label-bar" hx-swap-oob="true"' in answer
    assert f'value="{term("OP-CAT")}"' not in answer


def test_all_above_the_score_and_back(proposed, coordinator):
    page = shown(coordinator)
    sure = ProposedLabel.objects.filter(score__gt=900)
    count = sure.count()
    assert f"Accept all {count} above 0.90" in plain(page)
    up_to = sure.latest("pk").pk
    coordinator.post(f"{ADDRESS}accept-all", {"up_to": up_to})
    assert Label.objects.filter(source=LabelSource.PERSON).count() == count
    page = shown(coordinator)
    assert f"Undo: {count} labels accepted" in plain(page)
    change = re.search(r'name="change" value="([0-9a-f-]+)"', page)
    assert change
    coordinator.post(f"{ADDRESS}undo", {"change": change[1]})
    assert Label.objects.count() == 0
    assert "Undo:" not in plain(shown(coordinator))


def test_filters_by_list_score_and_document(proposed, coordinator):
    query = "?taxonomy=instrument&least=0.9&document=A/HRC/90/7"
    text = plain(shown(coordinator, ADDRESS + query))
    assert "1 proposed label waits" in text
    assert "Torture and other CID treatment" not in text
    page = plain(shown(coordinator, f"{ADDRESS}?document=A/HRC/1/1"))
    assert "There is no document A/HRC/1/1 here." in page
    assert "Nothing waits under this filter." in page


def test_pages_go_on_behind_the_last_text(db, coordinator, monkeypatch):
    monkeypatch.setattr(label_review, "TEXTS", 4)
    report()
    propose_for(Record.objects.values_list("pk", flat=True))
    page = shown(coordinator)
    assert page.count("<article") == 4
    following = re.search(r'rel="next" href="([^"]+)"', page)
    assert following
    assert shown(coordinator, following[1]).count("<article") == 2


def test_nothing_waits(db, coordinator):
    assert "No proposal waits for a decision." in plain(shown(coordinator))


def test_what_was_not_read_is_said(db, coordinator):
    report()
    assert "6 records wait to be read for labels." in plain(shown(coordinator))
    assert "The program has not read this text for labels yet." in plain(shown(coordinator, RECORD))


def test_a_reader_sees_and_does_not_decide(proposed, reader):
    page = shown(reader)
    assert 'name="accept"' not in page
    assert "accept-all" not in page
    assert decide(reader, proposed, accept=term("OP-CAT")).status_code == 403
    assert Label.objects.count() == 0


def test_who_decides_about_other_words_is_told(proposed, coordinator):
    Record.objects.filter(pk=proposed.pk).update(text="Other words")
    assert decide(coordinator, proposed, accept=term("OP-CAT")).status_code == 409
    assert "its reasons are not shown" in plain(shown(coordinator))


@pytest.mark.parametrize(
    "given", [{"add": "theme: Tomorrow"}, {"add": ""}, {"remove": "1"}, {"accept": "999999"}]
)
def test_what_cannot_be_done_is_refused(proposed, coordinator, given):
    assert decide(coordinator, proposed, **given).status_code == 422


def test_labels_of_a_record_say_who_gave_them(proposed, coordinator):
    theme = terms_of({("theme", "Right to health")})["theme", "Right to health"]
    Label.objects.create(
        record=proposed, term=theme, source=LabelSource.DOCUMENT, given_in=proposed.document
    )
    decide(coordinator, proposed, add="persons: Children", back="record")
    text = plain(shown(coordinator, RECORD))
    assert "Right to health printed in A/HRC/90/7" in text
    assert "Children Trần Thị Hương" in text
    assert "Proposed by the program" in text
    children = Label.objects.get(source=LabelSource.PERSON).term_id
    assert decide(coordinator, proposed, remove=theme.pk).status_code == 422
    decide(coordinator, proposed, remove=children)
    assert [row.source for row in Label.objects.all()] == [LabelSource.DOCUMENT]


def test_a_target_is_named_in_the_language_of_the_reader(proposed, coordinator):
    Record.objects.filter(pk=proposed.pk).update(text="Fight corruption")
    propose_for([proposed.pk])
    page = shown(coordinator, RECORD)
    assert "Target 16.5: Corruption and bribery" in plain(page)
    assert '<option value="sdg: 16.9">Target 16.9: Legal identity' in page
    decide(coordinator, proposed, add="sdg: 16.9", back="record")
    assert Label.objects.get().value == "16.9"
    with translation.override("vi"):
        assert label_words("sdg", "16.5") == "Mục tiêu cụ thể 16.5: Tham nhũng và hối lộ"
        assert label_words("sdg", "4.C") == "Mục tiêu cụ thể 4.c: Giáo viên đạt chuẩn"
        assert label_words("sdg", "18.1") == "18.1"


def test_quality_marks_show_the_words_that_make_them(proposed, coordinator):
    text = plain(shown(coordinator, RECORD))
    assert "Names a measure Ratify" in text
    assert "Names a time no" in text


def test_vietnamese_and_other_languages_say_so(db, coordinator):
    report()
    words = "Phòng, chống bạo lực gia đình và bảo đảm quyền của phụ nữ"
    Record.objects.filter(number="140.1").update(text=words)
    Document.objects.update(language="vi")
    propose_for([Record.objects.get(number="140.1").pk])
    page = shown(coordinator, f"{ADDRESS}?document=A-HRC-90-7")
    assert "<mark>bạo lực gia đình</mark>" in page
    assert "Through the glossary" in page
    LabelledText.objects.update(read_as=2)
    assert "1 text is in another language than English or Vietnamese" in plain(shown(coordinator))


def test_the_card_is_a_page(db, client):
    text = plain(shown(client, "/about/classification/"))
    assert "Issues: F1 over all labels together" in text
    assert "Targets: how many of those proposed are right 0.844" in text
    assert "27,217" in text
    assert "Freedom of the press" in text


def test_many_are_not_counted_to_the_end(proposed, coordinator, monkeypatch):
    monkeypatch.setattr(label_bulk, "MOST", 5)
    page = shown(coordinator)
    assert "More than 5 proposed labels wait" in plain(page)
    assert "Accept the first 5 above 0.90" in plain(page)
    up_to = re.search(r'name="up_to" value="(\d+)"', page)
    assert up_to
    coordinator.post(f"{ADDRESS}accept-all", {"up_to": up_to[1]})
    assert Label.objects.count() == 5


def test_the_card_stands_in_the_language_of_the_page(reader: Client) -> None:
    prose = r'<(?:p|li) lang="(\w+)">'
    for language in ("en", "vi"):
        reader.cookies["upheld_language"] = language
        said = re.findall(prose, reader.get("/about/classification/").content.decode())
        assert said == [language] * (6 + len(shipped_card()["limits"]))
