"""What every test gets: no screen, a clock that stands still, an own home, and no log record that nobody expected."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from station.home import Home
from tests.clocks import FakeClock

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
