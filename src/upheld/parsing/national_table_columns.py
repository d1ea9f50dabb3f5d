"""What ministries call the columns of their tables, in Vietnamese and English.

"STT | Khuyến nghị | Quốc gia khuyến nghị | Lập trường | Cơ quan chủ trì | Cơ quan phối hợp | Thời
hạn | Kết quả". A name stands here in its folded form; a column under any other name is given a
field by a mapping, "Nội dung công việc" → ``text``.
"""

from __future__ import annotations

from upheld.core.positions import Position

FIELDS = {
    "index": "the row's own count",
    "number": "the number of the recommendation in the report",
    "text": "the words of the recommendation",
    "states": "the recommending States",
    "position": "the State's position",
    "themes": "themes, several with commas or line breaks between",
    "lead": "the body that leads",
    "support": "the bodies that support it",
    "deadline": "the time by which",
    "progress": "what has been done",
    "remarks": "remarks",
    "ignore": "nothing that is taken in",
}
"""Each field that a column can be mapped to, and what it holds."""

KEPT_ASIDE = ("lead", "support", "deadline", "progress", "remarks")
"""Fields that say how a recommendation is followed up: kept beside the item, as printed."""

_NAMES: dict[str, tuple[str, ...]] = {
    "index": ("stt", "tt", "so tt", "so thu tu", "no", "nr", "s n", "serial no"),
    "number": (
        "so khuyen nghi", "ma khuyen nghi", "ky hieu", "ma so", "khuyen nghi so",
        "recommendation no", "recommendation number", "rec no", "number", "paragraph",
    ),
    "text": (
        "khuyen nghi", "noi dung khuyen nghi", "noi dung", "cac khuyen nghi",
        "recommendation", "recommendations", "text", "text of recommendation",
        "text of the recommendation", "recommendation text",
    ),
    "states": (
        "quoc gia khuyen nghi", "nuoc khuyen nghi", "nuoc dua ra khuyen nghi", "quoc gia",
        "quoc gia dua ra khuyen nghi", "nuoc neu khuyen nghi",
        "recommending state", "recommending states", "recommending country", "state", "country",
    ),
    "position": (
        "lap truong", "quan diem", "lap truong cua viet nam", "y kien", "phan hoi",
        "position", "response", "state position", "position of the state under review",
    ),
    "themes": ("chu de", "linh vuc", "nhom quyen", "theme", "themes", "topic", "issue", "issues"),
    "lead": (
        "co quan chu tri", "don vi chu tri", "chu tri", "lead", "lead body", "lead agency",
        "lead institution", "lead ministry", "responsible body", "responsible institution",
    ),
    "support": (
        "co quan phoi hop", "don vi phoi hop", "phoi hop", "support", "supporting bodies",
        "supporting body", "supporting agency", "supporting agencies", "supporting institutions",
    ),
    "deadline": (
        "thoi han", "thoi gian", "thoi gian thuc hien", "thoi han hoan thanh", "han hoan thanh",
        "deadline", "due date", "due", "timeline", "time frame", "timeframe",
    ),
    "progress": (
        "ket qua", "ket qua thuc hien", "tien do", "tien do thuc hien", "tinh hinh thuc hien",
        "progress", "status of implementation", "implementation", "results", "status",
    ),
    "remarks": ("ghi chu", "remarks", "comments", "notes", "note"),
}  # fmt: skip
NAMES = {name: field for field, names in _NAMES.items() for name in names}
"""The field of each known name, folded."""

POSITIONS = {
    name: position
    for position, names in (
        (
            Position.SUPPORTED,
            ("supported", "accepted", "chap thuan", "chap nhan", "ung ho", "dong y", "tan thanh"),
        ),
        (
            Position.NOTED,
            ("noted", "not supported", "not accepted", "rejected", "ghi nhan", "khong chap thuan",
             "khong chap nhan", "tu choi", "khong ung ho", "bao luu"),
        ),
        (
            Position.PENDING,
            ("pending", "under examination", "dang xem xet", "xem xet", "cho phan hoi"),
        ),
    )
    for name in names
}  # fmt: skip
"""Positions as ministries write them, folded; an empty cell states none."""
