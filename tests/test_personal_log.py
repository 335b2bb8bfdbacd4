"""Who looked at a recipient in full is recorded before anything is shown."""

from __future__ import annotations

import json

import pytest

from station.errors import Trouble
from station.home import Home
from station.personal_log import FILE_BYTES_MAX, log_file, record_look


def test_each_look_is_a_line(home: Home) -> None:
    """Who, when, whose and what for; a full file is set aside, not lost."""
    for why in ("the buyer calls", "a" * 500):
        record_look(home, at_us=7, who="P001", order="SO-1", why=why)
    first, second = map(json.loads, log_file(home).read_text(encoding="utf-8").splitlines())
    assert first == {"at_us": 7, "who": "P001", "order": "SO-1", "why": "the buyer calls"}
    assert len(second["why"]) == 200
    log_file(home).write_bytes(b" " * (FILE_BYTES_MAX + 1))
    record_look(home, at_us=8, who="P001", order="SO-2", why="x")
    assert log_file(home).with_suffix(".1.jsonl").stat().st_size == FILE_BYTES_MAX + 1
    assert json.loads(log_file(home).read_text(encoding="utf-8"))["order"] == "SO-2"


def test_what_cannot_be_recorded_is_not_shown(home: Home) -> None:
    """Where the log cannot be written, whoever asks is told so."""
    home.root.mkdir(parents=True)
    home.logs.write_text("in the way", encoding="utf-8")
    with pytest.raises(Trouble, match="stays masked"):
        record_look(home, at_us=7, who="P001", order="SO-1", why="x")
