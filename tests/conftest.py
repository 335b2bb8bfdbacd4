"""What every test gets: no screen, a clock that stands still, an own home, and no log record that nobody expected."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from station.home import Home
from tests.clocks import FakeClock
from tests.order_books import book, made_database, made_file, server_url, url

__all__ = ["book", "made_database", "made_file", "server_url", "url"]
"""Fixtures go by their names; here there is one server for all tests of a process."""

# Before anything imports Qt: tests run without a display, and they fail, not skip, where Qt itself is missing.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# No database of examples, so that a run leaves nothing behind; no deadline, because machines differ.
hypothesis.settings.register_profile("sealbench", deadline=None, database=None)
hypothesis.settings.load_profile("sealbench")


@pytest.fixture(scope="session", autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What programs keep outside their homes, a bench's memory, stays within the run; processes inherit it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


class Tidying:
    """Garbage is taken apart between tests, on their own thread: a window that a desk's takes apart ends the process
    (docs/decisions/0101). A test's end looks at what is young, every so many at all there is."""

    MANY, WHOLE_EVERY = 700, 300

    def __init__(self) -> None:
        gc.disable()
        self._looks = 0

    def look(self) -> None:
        if gc.get_count()[0] > self.MANY:
            self._looks += 1
            gc.collect(2 if self._looks % self.WHOLE_EVERY == 0 else 1)


@pytest.fixture(scope="session")
def _tidying() -> Tidying:
    return Tidying()


@pytest.fixture(autouse=True)
def _tidied(_tidying: Tidying) -> Iterator[None]:
    yield
    _tidying.look()


@pytest.fixture(scope="session", autouse=True)
def _patience() -> Iterator[None]:
    """``qtbot.wait`` without connecting and disconnecting a timer a hundred times a second.

    Qt calls ``disconnectNotify`` with a mutex of its own held; PySide asks for the interpreter there, while a thread
    that has it and makes a QObject waits for that mutex: both stand still (docs/decisions/0098). Programs here
    disconnect nothing; pytest-qt does, at every look of ``waitUntil``. ``QTest.qWait`` would keep the interpreter
    to itself while it waits, and every other thread would come to work a hundred times a second only.
    """
    from PySide6.QtCore import QEventLoop, QTimerEvent
    from pytestqt.qtbot import QtBot

    class Wait(QEventLoop):
        def timerEvent(self, _event: QTimerEvent) -> None:
            self.quit()

    def wait(_bot: QtBot, ms: int) -> None:
        loop = Wait()
        loop.startTimer(ms)
        loop.exec()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QtBot, "wait", wait)
        yield


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A fresh home; the folder itself is not there yet, as on a bench's first day."""
    return Home(tmp_path / "home")


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[list[str]]:
    """Fails a test on any log record from WARNING up, unless the test put a piece of its text into this list."""
    expected: list[str] = []
    records = _Records()
    root = logging.getLogger()
    root.addHandler(records)
    yield expected
    root.removeHandler(records)
    unexpected = [line for line in records.lines if not any(piece in line for piece in expected)]
    assert not unexpected, "unexpected log records: " + "; ".join(unexpected)
    missing = [piece for piece in expected if not any(piece in line for line in records.lines)]
    assert not missing, "expected log records that did not come: " + "; ".join(missing)
