"""Office packages (DOCX, XLSX) without a clock: the same content gives the same bytes.

Both are ZIP archives whose entries carry the time of writing; programs that compare files by
their SHA-256 would take every export for a new document.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

# The first moment that a ZIP archive can name.
EPOCH = (1980, 1, 1, 0, 0, 0)


def settle_package(content: bytes, *, compress: bool = True) -> bytes:
    """The same package with every entry dated 1 January 1980, in the order it was written.

    ``compress=False`` stores the entries as they are: larger, but the same bytes whatever
    release of zlib this machine has.
    """
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    settled = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as given,
        zipfile.ZipFile(settled, "w", method) as written,
    ):
        for entry in given.infolist():
            info = zipfile.ZipInfo(entry.filename, EPOCH)
            info.compress_type = method
            info.external_attr = 0o600 << 16
            written.writestr(info, given.read(entry))
    return settled.getvalue()
