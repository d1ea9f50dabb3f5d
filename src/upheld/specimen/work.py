"""What the bodies of Sarovia report in the demo: words, status and how far each entry has come.

Sarovia is no State: these are examples of how an entry may read, in both languages. The steps are
those of ``upheld.core.entries``; an entry goes through them up to ``until``.
"""

from __future__ import annotations

from dataclasses import dataclass

from upheld.core.entries import Step
from upheld.core.implementation import Implementation

WAY = (Step.SUBMIT, Step.VALIDATE, Step.ACCEPT, Step.PUBLISH)


@dataclass(frozen=True, slots=True)
class Report:
    """One entry: what was done, the result, the status claimed; ``steps`` of ``WAY`` it took.

    ``sent_back`` is a reason with which the validating authority returned it after the first step.
    """

    language: str
    done: str
    result: str
    status: Implementation
    steps: int
    sent_back: str = ""


REPORTS = (
    Report(
        "en",
        "A working group of the ministry and of the courts examined what is asked. Its proposal "
        "for an act was sent to all ministries for comment.",
        "Eleven ministries have replied. The bill is on the programme of Parliament for next year.",
        Implementation.PLANNED,
        4,
    ),
    Report(
        "vi",
        "Đã ban hành thông tư hướng dẫn và mở lớp tập huấn cho cán bộ tại 12 tỉnh.",
        "12 trên 34 tỉnh đã thực hiện; các tỉnh còn lại chưa có kinh phí.",
        Implementation.PARTLY_IMPLEMENTED,
        4,
    ),
    Report(
        "en",
        "The programme was financed for three years and its first offices were opened.",
        "Three of eight offices work. The number of people reached will be counted from January.",
        Implementation.IN_PROGRESS,
        3,
    ),
    Report(
        "vi",
        "Đã rà soát quy định hiện hành và kiến nghị sửa đổi hai điều.",
        "Kiến nghị đang chờ ý kiến của các bộ liên quan.",
        Implementation.UNDER_CONSIDERATION,
        2,
    ),
    Report(
        "en",
        "A first draft of the regulation was written.",
        "",
        Implementation.PLANNED,
        1,
    ),
    Report(
        "en",
        "Two meetings were held with the bodies concerned.",
        "",
        Implementation.NOT_STARTED,
        1,
        sent_back="Meetings are no result. Please say what was decided, and by when.",
    ),
    Report(
        "vi",
        "Đang thu thập số liệu từ các tỉnh.",
        "",
        Implementation.NOT_STARTED,
        0,
    ),
)

OTHER_VIEW = (
    "The bill was not published, and no organisation outside the government was asked about it."
)
REPLY = "The bill will be published for comment before it goes to Parliament."

ACTIONS = (
    (
        {
            "en": "Bring the law into line with the conventions",
            "vi": "Hoàn thiện pháp luật phù hợp với các công ước",
        },
        {"en": "A bill before Parliament", "vi": "Dự án luật trình Quốc hội"},
    ),
    (
        {"en": "Train officials in all provinces", "vi": "Tập huấn cán bộ tại tất cả các tỉnh"},
        {
            "en": "Training in 34 provinces, with what it changed",
            "vi": "Tập huấn tại 34 tỉnh, kèm đánh giá thay đổi",
        },
    ),
    (
        {
            "en": "Open offices that give advice and protection",
            "vi": "Mở các văn phòng tư vấn và bảo vệ",
        },
        {"en": "Eight offices", "vi": "Tám văn phòng"},
    ),
)
"""Titles and outputs of the plan's actions."""

PLAN = {"en": "Plan for the fourth cycle", "vi": "Kế hoạch chu kỳ IV"}
