"""Compiles the catalogues of messages when a wheel of Upheld is built (called by hatchling)."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """A wheel carries ``django.mo``; the repository keeps ``django.po`` alone."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        runpy.run_path(str(Path(self.root) / "tools" / "messages.py"))["compile_catalogues"]()
