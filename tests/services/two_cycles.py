"""Two reports on Sarovia, of its third and fourth cycle, with demands that come back."""

from __future__ import annotations

from tests import factories
from tests.factories import Demand
from upheld.core.sides import Side
from upheld.store.models import Document, Label, ProposedLabel, Record, Term

EARLIER, LATER = Side.of("XSP", "upr-3"), Side.of("XSP", "upr-4")


def two_cycles() -> tuple[Document, Document]:
    """99.1 comes back as 140.1 and firmer, 99.3 as 140.2; 99.2 does not, and 140.3 is new."""
    factories.report(
        symbol="A/HRC/80/5",
        items=[
            Demand("99.1", "Consider ratifying OP-CAT", ("ESP", "FRA")),
            Demand("99.2", "Protect the forests", ("CHL",)),
            Demand("99.3", "Combat trafficking in persons", ("KEN",)),
        ],
    )
    factories.report(
        items=[
            Demand("140.1", "Accede to the Optional Protocol to the Convention against Torture",
                   ("FRA",)),
            Demand("140.2", "Strengthen measures against trafficking in persons", ("KEN", "UKR")),
            Demand("140.3", "Guarantee access to drinking water", ("LAO",)),
            Demand("140.4", "Preserve the languages of minorities", ("DEU",)),
        ],
    )  # fmt: skip
    Document.objects.filter(slug="A-HRC-80-5").update(date="2021-06-01", cycle=3)
    Document.objects.filter(slug="A-HRC-90-7").update(cycle=4)
    return Document.objects.get(slug="A-HRC-80-5"), Document.objects.get(slug="A-HRC-90-7")


def label(public_id: str, value: str, *, proposed: bool = False, taxonomy: str = "theme") -> None:
    """Give the record a theme, or let the program propose it."""
    record = Record.objects.get(public_id=public_id)
    term, _made = Term.objects.get_or_create(taxonomy=taxonomy, value=value)
    if proposed:
        ProposedLabel.objects.create(record=record, term=term, score=900)
    else:
        Label.objects.create(record=record, term=term, source="document")
