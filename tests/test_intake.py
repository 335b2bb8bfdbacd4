"""The watched folder beside a bench: a process of its own, which ends with it and tells trouble once."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from station.beside import LOG_BYTES_MAX
from station.errors import BookUnreachable, Trouble
from station.home import Home
from station.intake import Intake, look_until
from station.orders.watching import FolderWatch, Handled
from tests.orders.intake import order_file


def test_it_imports_and_ends_with_the_bench(qtbot: QtBot, home: Home) -> None:
    """What is put into the folder of the settings is imported while the bench runs, and the log says so."""
    home.root.mkdir(parents=True, exist_ok=True)
    folder = home.root / "drop"
    folder.mkdir()
    order_file(folder / "a.csv", "1")
    intake = Intake(home, folder="drop", every_s=1)
    intake.start()
    try:
        qtbot.waitUntil(lambda: (folder / "done").is_dir() and not (folder / "a.csv").exists(), timeout=30_000)
    finally:
        intake.stop()
    (receipt,) = (folder / "done").glob("*.receipt.json")
    assert json.loads(receipt.read_text("utf-8"))["new"] == 1
    assert "a.csv: imported as generic" in (home.logs / "import.log").read_text("utf-8")
    intake.stop()


def test_without_a_folder_there_is_no_process(home: Home) -> None:
    """Nothing is started, nothing written, when the settings name no folder."""
    intake = Intake(home, folder="", every_s=1)
    intake.start()
    intake.stop()
    assert not home.logs.exists()


def test_a_log_does_not_grow_for_ever(home: Home) -> None:
    """A log beyond its size is begun anew; one that cannot be written is one sentence."""
    home.logs.mkdir(parents=True)
    log = home.logs / "import.log"
    log.write_bytes(b"x" * (LOG_BYTES_MAX + 1))
    intake = Intake(home, folder="nowhere", every_s=1)
    intake.start()
    intake.stop()
    assert log.stat().st_size < 1_000
    log.unlink()
    log.mkdir()
    with pytest.raises(Trouble, match="log cannot be written"):
        intake.start()


def test_trouble_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same trouble at every look is one line until it was over; files are told as they come."""
    ends, said = Event(), list[str]()
    away, taken = BookUnreachable("away"), Handled(name="a.csv", receipt={"said": "taken"}, fault=False)
    looks: list[Handled | Trouble] = [away, away, taken, away]

    def look(_watch: FolderWatch, *, now_us: int) -> tuple[Handled, ...]:
        given = looks.pop(0)
        if not looks:
            ends.set()
        if isinstance(given, Trouble):
            raise given
        assert now_us == 0
        return (given,)

    monkeypatch.setattr(FolderWatch, "look", look)
    look_until(
        ends,
        FolderWatch(Path(), lambda _now_us: pytest.fail("no book is opened")),
        every_s=0,
        now_us=lambda: 0,
        say=lambda handled: said.append(handled.sentence),
        complain=said.append,
    )
    assert said == ["away.", "a.csv: taken", "away."]
