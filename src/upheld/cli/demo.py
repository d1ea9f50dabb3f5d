"""``upheld demo``: a folder with the specimen State's documents, served at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from upheld.cli.data_folder import DataFolder
from upheld.cli.ingest_progress import IngestProgress
from upheld.cli.serve import Host, Port
from upheld.cli.serving import HOST, PORT, serve
from upheld.cli.stored_data import open_folder
from upheld.reading.sandbox import Sandbox

if TYPE_CHECKING:
    from upheld.store.models import User


def command(data: DataFolder, host: Host = HOST, port: Port = PORT) -> None:
    """Serve a folder with the specimen State's documents in it.

    An empty folder gets the documents of Sarovia, a State that does not exist, each page marked
    as specimen, and its bodies at work on the newest report; a folder with documents is served as
    it is.

    Example: `upheld demo --data demo --port 9000`
    """
    operator = open_folder(data)
    from upheld.store.models import Document  # noqa: PLC0415  # needs an open folder

    if not Document.objects.exists():
        _take_in_specimen(operator)
    serve(host, port, operator=operator, destination=_desk_to_begin_with())


def _take_in_specimen(operator: User) -> None:
    from upheld.services.body_import import import_bodies  # noqa: PLC0415  # needs an open folder
    from upheld.services.body_trees import shipped_tree  # noqa: PLC0415  # needs an open folder
    from upheld.services.demo_work import set_to_work  # noqa: PLC0415  # needs an open folder
    from upheld.services.ingest import ingest_file  # noqa: PLC0415  # needs an open folder
    from upheld.specimen.documents import demo_documents  # noqa: PLC0415  # slow import: typst
    from upheld.store.models import Document  # noqa: PLC0415  # needs an open folder

    import_bodies(operator, text=shipped_tree("XSP"))
    papers = demo_documents()
    with Sandbox() as sandbox, IngestProgress(len(papers)) as shown:
        for paper in papers:
            shown.begin(paper.name)
            report = ingest_file(
                operator,
                name=paper.name,
                content=paper.content,
                progress=shown.step,
                sandbox=sandbox,
            )
            shown.finish(report)
    newest = Document.objects.filter(kind="upr_report", states_under_review__iso3="XSP").first()
    if newest:
        set_to_work(operator, document=newest)


def _desk_to_begin_with() -> str:
    """The review desk of the newest report that still has records to check."""
    from django.urls import reverse  # noqa: PLC0415  # needs an open folder

    from upheld.store.models import Document  # noqa: PLC0415  # needs an open folder
    from upheld.store.queries.library import waiting  # noqa: PLC0415  # needs an open folder

    reports = waiting(Document.objects.filter(kind="upr_report", records__isnull=False).distinct())
    first = reports.first()
    return reverse("review", args=[first.slug]) if first else ""
