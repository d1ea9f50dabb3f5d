"""``/health``: whether this process can answer and reach its database, for the one who watches."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from upheld import __version__


@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """200 and ``{"status": "ok", "version": …}``; 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "database does not answer"}, status=503)
    return JsonResponse({"status": "ok", "version": __version__})
