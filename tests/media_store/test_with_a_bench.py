"""A bench with a second place: its copier runs beside it and ends with it; without one nothing is started."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from station.app import assemble
from station.clock import SystemClock
from station.home import Home
from station.media_store.folder_place import FolderPlace
from tests.media_store.conftest import Record

WAIT_MS = 30_000


@pytest.mark.usefixtures("expected_log")
def test_what_a_bench_has_recorded_is_copied_while_it_runs(
    qtbot: QtBot, home: Home, share: FolderPlace, record: Record
) -> None:
    """The copier begins and ends with the bench, and says in a log of its own what it did."""
    names = record()
    home.settings_file.write_text(f'[media_store]\nplace = "folder:{share.folder}"\n', encoding="utf-8")
    bench = assemble(home, clock=SystemClock())
    bench.start()
    try:
        qtbot.waitUntil(lambda: all(share.size(name) for name in names), timeout=WAIT_MS)
        log = home.logs / "media.log"
        qtbot.waitUntil(lambda: "copied 2 files" in log.read_text("utf-8"), timeout=WAIT_MS)
        views = list[object]()
        bench.copies[0].view.connect(views.append)
        bench.copies[0].look()
        assert views == [None]
    finally:
        bench.stop()


def test_without_a_place_there_is_no_copier(home: Home) -> None:
    """No process, no file, no word."""
    bench = assemble(home, clock=SystemClock())
    bench.start()
    bench.stop()
    assert bench.copies[1] is None
    assert not home.copies_file.exists()
    assert not (home.logs / "media.log").exists()
