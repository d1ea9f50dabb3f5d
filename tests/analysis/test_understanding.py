"""What officials type: names, cycles, positions, numbers and Vietnamese among words."""

from __future__ import annotations

import pytest

from upheld.analysis.query import (
    AllOf,
    AnyOf,
    Meaning,
    Node,
    Not,
    Phrase,
    Word,
    is_of_fields,
    parse_question,
)
from upheld.analysis.query_fields import Field
from upheld.analysis.understanding import understand


def nodes(node: Node | None) -> list[Node]:
    match node:
        case None:
            return []
        case AllOf(inner) | AnyOf(inner):
            return [found for each in inner for found in nodes(each)]
        case Not(inner):
            return nodes(inner)
    return [node]


def fields(question: str) -> dict[str, str]:
    root = understand(parse_question(question)).root
    return {node.name: node.value for node in nodes(root) if isinstance(node, Field)}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (
            "death penalty cycle 3 noted by Viet Nam",
            {"cycle": "3", "position": "noted", "state": "VNM"},
        ),
        ("recommendations from France on torture", {"from": "FRA"}),
        ("khuyến nghị của Pháp về tra tấn", {"from": "FRA"}),
        ("Việt Nam ghi nhận khuyến nghị về án tử hình", {"state": "VNM", "position": "noted"}),
        ("tra tấn chu kỳ III", {"cycle": "3"}),
        ("tra tan chu ky 3", {"cycle": "3"}),
        ("third cycle torture", {"cycle": "3"}),
        ("143.27", {"number": "143.27"}),
        ("A/HRC/26/6", {"symbol": "a/hrc/26/6"}),
        ("a/hrc/26/6/add.1", {"symbol": "a/hrc/26/6/add.1"}),
        ("he/she and/or 2014/15", {}),
        ("viet nam prisons", {"state": "VNM"}),
        ("pháp luật", {}),
        ("phap luat", {}),
        ("children", {}),
        ("tell us about jordan", {"state": "JOR"}),
        ('"Viet Nam"', {}),
        ("germany to cuba on political prisoners", {"from": "DEU", "state": "CUB"}),
        ("khuyến nghị Đức dành cho Cuba", {"from": "DEU", "state": "CUB"}),
        ("what did the US recommend to Iran", {"from": "USA", "state": "IRN"}),
        ("khuyến nghị từ Pháp gửi tới Malaysia", {"from": "FRA", "state": "MYS"}),
        ("recommendations made by France to Malaysia", {"from": "FRA", "state": "MYS"}),
        (
            "cac khuyen nghi malaysia da chap thuan o chu ky 2",
            {"state": "MYS", "position": "supported", "cycle": "2"},
        ),
        ("chap thuan o chu ky 2 tra tan", {"position": "supported", "cycle": "2"}),
        ("accepted in the second cycle on torture", {"position": "supported", "cycle": "2"}),
        ("practices accepted in villages", {}),
        ("Cuba 2013 torture", {"state": "CUB", "year": "2013"}),
        ("2013 cuba", {"state": "CUB", "year": "2013"}),
        ("Agenda 2030", {}),
        ("nguoi ti nan bi tu choi thi thuc", {}),
        ("Nga từ chối", {"state": "RUS", "position": "noted"}),
        ("Us", {}),
        ("SDG 16.3", {}),
        ("Article 2.1", {}),
    ],
)
def test_what_is_recognised(question: str, found: dict[str, str]) -> None:
    assert fields(question) == found


def test_the_words_beside_what_was_recognised_are_looked_for() -> None:
    root = understand(parse_question("death penalty noted by Viet Nam")).root
    assert [n.printed for n in nodes(root) if isinstance(n, Word)] == ["death", "penalty"]


def test_vietnamese_is_put_into_english_and_looked_for_itself() -> None:
    understood = understand(parse_question("bạo lực gia đình"))
    meanings = [node for node in nodes(understood.root) if isinstance(node, Meaning)]
    assert understood.language == "vi"
    assert [meaning.printed for meaning in meanings] == ["bạo lực gia đình"]
    assert [n.printed for n in nodes(understood.root) if isinstance(n, Word)] == [
        "bạo", "lực", "gia", "đình",
    ]  # fmt: skip


def test_exclusions_keep_their_force() -> None:
    root = understand(parse_question("trẻ em NOT giáo dục")).root
    assert isinstance(root, AllOf)
    assert [type(node) for node in root.nodes] == [AnyOf, Not]


def test_what_no_entry_covers_is_told() -> None:
    assert understand(parse_question("trẻ em khách")).ignored == ("khách",)


def test_a_question_of_words_that_say_nothing_looks_for_them() -> None:
    assert nodes(understand(parse_question("the")).root) == [Word("the")]
    assert nodes(understand(parse_question("the of")).root) == [Word("the"), Word("of")]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Cuba Malaysia torture", ["CUB", "MYS"]),
        ("noted by Cuba and Malaysia", ["CUB", "MYS"]),
        ("chu kỳ 1 và chu kỳ 2 tra tấn", ["1", "2"]),
        ("121.1 122.1", ["121.1", "122.1"]),
        ("state:CUB state:MYS", ["CUB", "MYS"]),
    ],
)
def test_of_two_values_that_no_record_has_both_either_suffices(
    question: str, values: list[str]
) -> None:
    root = understand(parse_question(question)).root
    either = root if isinstance(root, AnyOf) else None
    if isinstance(root, AllOf):
        either = next(node for node in root.nodes if isinstance(node, AnyOf) and is_of_fields(node))
    assert either is not None
    assert [node.value for node in either.nodes if isinstance(node, Field)] == values


def test_a_record_may_have_two_recommending_states() -> None:
    root = understand(parse_question("from:FRA from:DEU")).root
    assert isinstance(root, AllOf)
    assert [type(node) for node in root.nodes] == [Field, Field]


@pytest.mark.parametrize(
    "question",
    [
        "a rap xe ut phu nu lai xe",
        "trieu tien trai giam",
        "nguoi LGBT in Uganda",
        "A/HRC/40/996 tra tan",
    ],
)
def test_a_question_is_vietnamese_beside_the_names_of_states(question: str) -> None:
    assert understand(parse_question(question)).language == "vi"


@pytest.mark.parametrize("question", ["LGBT in Uganda", "Uruguay people", "viet nam prisons"])
def test_names_of_states_make_no_question_vietnamese(question: str) -> None:
    assert understand(parse_question(question)).language == ""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("CAT", "Convention against Torture"),
        ("crc", "Convention on the Rights of the Child"),
        ("ICESCR", "International Covenant on Economic, Social and Cultural Rights"),
        ("CRPD", "Convention on the Rights of Persons with Disabilities"),
    ],
)
def test_an_abbreviation_finds_the_treaty_by_its_name(typed: str, found: str) -> None:
    root = understand(parse_question(typed)).root
    assert isinstance(root, Meaning)
    assert found in [way.printed for way in root.alternatives if isinstance(way, Phrase)]


def test_words_that_are_looked_for_are_not_told_as_left_out() -> None:
    understood = understand(parse_question("Malaysia khách nhé"))
    looked_for = [node.printed for node in nodes(understood.root) if isinstance(node, Word)]
    assert looked_for == ["khách", "nhé"]
    assert understood.ignored == ()
