"""``sealbench`` called in this process, as a person would call it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from station.cli import main


class Command:
    """Calls ``sealbench`` with a home of its own."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = home
        self._capsys = capsys
        self.err = ""

    def __call__(self, *words: str, exits: int = 0) -> str:
        code = main(["--home", str(self.home), *words])
        out, self.err = self._capsys.readouterr()
        assert code == exits, self.err or out
        return out

    def json(self, *words: str, exits: int = 0) -> Any:
        return json.loads(self(*words, "--json", exits=exits))
