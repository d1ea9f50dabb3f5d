"""A ministry's own table: say what the columns hold, look, take it in."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.test import Client

from upheld.parsing.national_table_columns import FIELDS
from upheld.store.models import Document, Reading
from upheld.web.words import COLUMNS

pytestmark = pytest.mark.django_db

TABLE = """Bảng phân công thực hiện khuyến nghị;;;;
STT;Nội dung công việc;Nước nêu;Quan điểm;Cơ quan chủ trì
1;Phê chuẩn Công ước về người lao động di trú;Pháp;Chấp thuận;Bộ Lao động
2;Tăng cường giáo dục cho trẻ em gái;Đức;Ghi nhận;Bộ Giáo dục
"""
CHOICE = {
    "column-0": "index",
    "column-1": "text",
    "column-2": "states",
    "column-3": "position",
    "column-4": "lead",
}


def begun(client: Client, content: str = TABLE, name: str = "bang.csv") -> str:
    stream = BytesIO(content.encode())
    stream.name = name
    return client.post("/library/table/", {"file": stream}).url


def test_each_column_with_what_its_name_suggests(coordinator: Client) -> None:
    address = begun(coordinator)
    html = coordinator.get(address).content.decode()
    assert address.endswith("/?name=bang.csv")
    assert html.count("<select") == 5
    assert '<option value="ignore" selected>' in html  # "Nội dung công việc" is no usual name
    assert '<option value="position" selected>' in html
    assert "Phê chuẩn Công ước về người lao động di trú" in html


def test_a_trial_shows_the_rows_and_keeps_nothing(coordinator: Client) -> None:
    answer = coordinator.post(begun(coordinator), CHOICE | {"try": "1"})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "2 records would be added." in html
    assert "Nothing has been kept yet." in html
    assert "France" in html
    assert not Document.objects.exists()
    assert not Reading.objects.exists()


def test_without_the_words_of_the_recommendation_it_says_what_is_missing(
    coordinator: Client,
) -> None:
    answer = coordinator.post(begun(coordinator), CHOICE | {"column-1": "ignore", "try": "1"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_what_was_seen_is_what_is_taken_in(coordinator: Client) -> None:
    answer = coordinator.post(begun(coordinator), CHOICE | {"take": "1"})
    reading = Reading.objects.get()
    assert answer.url == f"/library/readings/{reading.pk}/"
    assert reading.name == "bang.csv"
    assert reading.mapping == {
        "STT": "index",
        "Nội dung công việc": "text",
        "Nước nêu": "states",
        "Quan điểm": "position",
        "Cơ quan chủ trì": "lead",
    }


def test_a_file_without_a_table(coordinator: Client) -> None:
    answer = coordinator.get(begun(coordinator, "Only words.", "words.txt"))
    assert answer.status_code == 422
    assert "There is no table in words.txt." in answer.content.decode()


def test_no_file_is_said_at_the_field(coordinator: Client) -> None:
    answer = coordinator.post("/library/table/", {})
    assert answer.status_code == 422
    assert answer.content.decode().count("Choose a file that is not empty.") == 2


def test_a_table_that_was_never_sent(coordinator: Client) -> None:
    assert coordinator.get(f"/library/table/{'0' * 64}/").status_code == 404


def test_a_reader_adds_no_table(reader: Client) -> None:
    assert reader.get("/library/table/").status_code == 403
    assert reader.get(f"/library/table/{'0' * 64}/").status_code == 403


def test_every_field_has_its_words() -> None:
    assert set(COLUMNS) == set(FIELDS)
