"""The process that indexes beside an import: it does what the next question would do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.stored import environment, upheld
from tests.services.published import annotation, write

FOLLOWED = """
import sys
from pathlib import Path
from upheld.cli.stored_data import open_folder
open_folder(Path(sys.argv[1]))
from upheld.store.search_follower import SearchFollower
from upheld.store.search_index import is_current
before = is_current()
with SearchFollower(fewest=10) as follower:
    for rows, share in ((4, 0.1), (int(sys.argv[2]), float(sys.argv[3]))):
        follower.written(rows, share)
print(before, is_current())
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rows", "share", "said"),
    [(7, 0.9, "False True"), (4, 0.9, "False False"), (7, 0.12, "False False")],
    ids=["many", "few", "not an eighth"],
)
def test_it_follows_a_long_list_after_each_eighth(tmp_path: Path, rows, share, said) -> None:
    data = tmp_path / "data"
    upheld("import", write(tmp_path, [annotation(n) for n in range(12)]), data=data)
    for file in (data / "index").glob("search*.json"):
        file.unlink()
    done = subprocess.run(
        [sys.executable, "-c", FOLLOWED, str(data), str(rows), str(share)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    assert done.stdout.strip() == said, done.stderr
