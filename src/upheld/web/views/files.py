"""Files as they were received, and pictures of their pages.

A received file is somebody else's content: it is only ever handed out as a download, never shown
as a page of this server.
"""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from upheld.services.page_pictures import picture_of
from upheld.store import files
from upheld.store.models import DocumentVersion
from upheld.web.access import readable_document


def version(request: HttpRequest, slug: str, number: int) -> FileResponse:
    """The file of one version, as an attachment and as nothing but bytes."""
    file = _version(request, slug, number).file
    return FileResponse(
        files.path_of(file.sha256).open("rb"),
        as_attachment=True,
        filename=file.name,
        content_type="application/octet-stream",
    )


@cache_control(private=True, max_age=24 * 3600)
def page_image(request: HttpRequest, slug: str, number: int, page: int) -> HttpResponse:
    """The picture of one page. It never changes, because a version's file never does."""
    picture = picture_of(_version(request, slug, number), page)
    return HttpResponse(picture, content_type="image/png")


def _version(request: HttpRequest, slug: str, number: int) -> DocumentVersion:
    document = readable_document(request, slug)
    kept = document.versions.select_related("file").filter(file__kept=True)
    found = kept.filter(number=number).first()
    if found is None:
        raise Http404
    return found
