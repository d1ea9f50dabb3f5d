"""Text for pages that are pictures, by the OCR extra (``pip install upheld[ocr]``).

Machine-read text is never taken in unseen: the caller marks what comes from it. OCR starts other
programs and takes seconds a page, so it runs on its own and not in the reading process.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from upheld.core.errors import Unavailable
from upheld.reading.limits import Limits, in_force
from upheld.reading.problems import file_problem

# Languages of the programs that read letters, by the codes of documents.
_LANGUAGES = {
    "en": "eng", "fr": "fra", "es": "spa", "ar": "ara", "ru": "rus", "zh": "chi_sim", "vi": "vie",
}  # fmt: skip


def with_text(
    name: str, content: bytes, languages: tuple[str, ...] = ("en",), limits: Limits | None = None
) -> bytes:
    """The same PDF with the text that was recognised on pages that had none.

    Raises ``Unavailable`` where the extra or the program ``tesseract`` is absent, ``InputProblem``
    with ``file.timeout`` or ``file.damaged``.
    """
    if importlib.util.find_spec("ocrmypdf") is None:
        raise Unavailable(
            "Reading pictures of text needs the OCR extra.",
            next_step="pip install 'upheld[ocr]'",
        )
    if shutil.which("tesseract") is None:
        raise Unavailable(
            "Reading pictures of text needs the program tesseract.",
            next_step="apt-get install tesseract-ocr tesseract-ocr-vie",
        )
    limits = limits or in_force()
    codes = "+".join(_LANGUAGES.get(language, "eng") for language in languages)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.pdf"), Path(folder, "out.pdf")
        source.write_bytes(content)
        command = [sys.executable, "-m", "ocrmypdf", "--skip-text", "--output-type", "pdf",
                   "--language", codes, str(source), str(target)]  # fmt: skip
        try:
            done = subprocess.run(  # noqa: S603  # the program's own interpreter, own arguments
                command, capture_output=True, timeout=limits.seconds * 10, check=False
            )
        except subprocess.TimeoutExpired as error:
            seconds = f"{limits.seconds * 10:g}"
            raise file_problem("file.timeout", name, seconds=seconds) from error
        if done.returncode or not target.exists():
            detail = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
            raise file_problem("file.damaged", name, detail=detail)
        return target.read_bytes()
