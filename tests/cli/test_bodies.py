"""``upheld bodies`` as a person types it."""

from __future__ import annotations

from tests.cli.stored import upheld


def test_the_tree_of_viet_nam_is_loaded_listed_exported_and_imported_again(tmp_path):
    data = tmp_path / "data"
    loaded = upheld("bodies", "load", "VNM", data=data)
    assert loaded.stdout == "125 new, 0 changed, 0 unchanged; assignments handed on: 0\n", (
        loaded.stderr
    )
    listed = upheld("bodies", "list", "vnm", "--on", "2025-06-30", data=data).stdout.splitlines()
    assert "  VNM-P-KIEN-GIANG  Kien Giang Province (province) ?" in listed
    assert sum("(province)" in line for line in listed) == 63
    table = tmp_path / "bodies.csv"
    table.write_text(upheld("bodies", "export", "VNM", data=data).stdout, "utf-8")
    again = upheld("bodies", "import", table, data=data)
    assert again.stdout == "0 new, 0 changed, 125 unchanged; assignments handed on: 0\n"


def test_a_trial_keeps_nothing_and_a_wrong_cell_is_named(tmp_path):
    data, table = tmp_path / "data", tmp_path / "bodies.csv"
    empty = upheld("bodies", "list", data=data)
    assert empty.stdout == "There are no bodies here. Type: upheld bodies load VNM\n"
    table.write_text("code,state,kind,name_en\nXSP-A,XSP,ministry,Ministry A\n", "utf-8")
    tried = upheld("bodies", "import", table, "--dry-run", data=data)
    assert tried.stdout == (
        "nothing was kept; it would be: 1 new, 0 changed, 0 unchanged; assignments handed on: 0\n"
    )
    table.write_text("code,state,kind,name_en\nXSP-A,XSP,minister,Ministry A\n", "utf-8")
    wrong = upheld("bodies", "import", table, data=data)
    assert wrong.returncode == 2
    assert "Line 2, column kind: “minister” is none of government," in wrong.stderr
    assert upheld("bodies", "list", "--on", "soon", data=data).returncode == 2
    assert upheld("bodies", "load", "FRA", data=data).returncode == 2
