"""The classifier's card as a page in Markdown: docs/develop/classification.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from upheld.analysis.model_file import shipped_card
from upheld.analysis.target_card import target_section

# Figure in the card, what it is called, target.
FIGURES = (
    ("micro_f1", "issues, F1 over all labels together", ".905"),
    ("macro_f1", "issues, mean of the F1 of each label", ".86"),
    ("p_at_1", "issues, the first is right", ".94"),
    ("surest_70_micro_f1", "issues, F1 of the surest 70 %", ".955"),
    ("calibration_error_of_shown", "issues, error of the probabilities shown", "≤ .02"),
    ("subset_accuracy", "issues, all of a text right and no other", "–"),
    ("action_accuracy", "action category, right", ".91"),
    ("action_macro_f1", "action category, mean of the F1 of each", "–"),
)


def _number(value: float) -> str:
    return f"{value:.4f}".removeprefix("0")


def _figures(card: dict[str, Any]) -> Iterator[str]:
    whole = card["figures"]["issues"]["all"]
    yield "| | figure | target |"
    yield "| --- | --- | --- |"
    for name, called, target in FIGURES:
        yield f"| {called} | {_number(whole[name])} | {target} |"
    yield f"| size of the file | {whole['bytes_shipped'] / 1e6:.1f} MB | ≤ 10 MB |"
    speed = whole["texts_per_second_of_processor"]
    yield f"| texts a second of one core | {speed:,} | 5,000 |"
    targets = {"themes": ".74", "sdgs": ".76", "persons": "–"}
    for name, value in card["figures"]["ohchr"].items():
        yield f"| OHCHR's {name}, F1 (one State) | {_number(value)} | {targets[name]} |"


def classification_page() -> str:
    """The card with its figures, limits and the table of the issues."""
    card = shipped_card()
    lines = [
        "# How texts are classified",
        "<!-- Written by tools/reference.py; do not edit. -->",
        "",
        f"{card['title']}. {card['answers']} The page of the product shows the same card.",
        "",
        "```console",
        '$ echo \'{"id": 1, "text": "Reduce overcrowding in prisons"}\' | \\',
        "    upheld classify --jsonl --why",
        "```",
        "",
        "## Figures",
        "",
        f"Of {card['date']}. {card['measured_on']}",
        "",
        *_figures(card),
        "",
        "## How",
        "",
        card["method"],
        "",
        f"**Trained on**: {card['trained_on']}",
        "",
        f"**Licence**: {card['licence']}",
        "",
        f"**Reproduce**: {card['reproduce']}",
        "",
        "## Limits",
        "",
        *(f"- {limit}" for limit in card["limits"]),
        "",
        "## What goes wrong",
        "",
        card["errors"],
        "",
        *target_section(),
        "",
        "## By issue",
        "",
        "| issue | precision | recall | F1 | texts |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| {name} | {row['precision']:.3f} | {row['recall']:.3f} | {row['f1']:.3f} "
            f"| {row['texts']} |"
            for name, row in card["figures"]["issues"]["by_label"].items()
        ),
        "",
        "## Where is what",
        "",
        "- `analysis/features.py`, `analysis/label_rules.py`: what a text is made of",
        "- `analysis/word_pairs.py`, `analysis/sparse.py`, `analysis/linear_model.py`: marks to "
        "probabilities",
        "- `analysis/model_file.py`: the file of weights; `analysis/reasons.py`: words that spoke",
        "- `analysis/issues.py`, `analysis/ohchr_labels.py`, `analysis/classify.py`: the proposals",
        "- `analysis/target_rules.py`: words that lead to targets; `analysis/rule_words.py`: which "
        "rules a text needs to meet",
        "- `analysis/instruments.py`, `core/treaties.py`: instruments named, told exactly",
        "- `analysis/bodies_named.py`: bodies and national institutions named",
        "- `analysis/quality_marks.py`: addressee, measure, date, yardstick",
        "- `analysis/propose.py`: all of these for a record's text, Vietnamese by the glossary; "
        "`services/propose_labels.py` keeps them "
        "([decision 0013](../decisions/0013-proposals-are-no-labels.md))",
    ]
    return "\n".join(lines) + "\n"
