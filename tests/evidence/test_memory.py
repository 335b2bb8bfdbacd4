"""The bench's memory: whatever lies in its place, and however slow that place is."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.errors import Trouble
from station.evidence.checkpoint import VerifierKey
from station.evidence.keys import signing_key
from station.evidence.machine import machine_mark
from station.evidence.memory import FolderMemory, Remembered, parsed, spelled
from station.evidence.remembering import Remembering

BENCH = signing_key("acme/B01", b"k" * 32).public


@given(data=st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_anything_at_all(data: bytes) -> None:
    """What is no memory is none, and no error."""
    assert parsed(data) is None


@given(note=st.text("abc\n+/=—", max_size=50), home=st.text(max_size=50))
def test_what_is_written_is_read(note: str, home: str) -> None:
    """A memory comes back as it was, whatever the home is called."""
    told = Remembered(note=note, home=spelled(Path("/", *home.replace("\0", "").split("/"))))
    assert parsed(told.text().encode()) == told


def test_names_of_another_encoding() -> None:
    """A folder whose name is no text is a name still."""
    told = Remembered(note="n", home=spelled(Path("/a\udcff")))
    assert parsed(told.text().encode()) == told


@pytest.mark.parametrize("content", [b'{"home":"h","note":1,"v":1}', b'{"home":"h","note":"n","v":2}', b"[]", b"{}"])
def test_other_documents(content: bytes) -> None:
    """JSON that is no memory is none."""
    assert parsed(content) is None


def test_a_folder(tmp_path: Path) -> None:
    """Each bench key has a file of its own, and nobody else may read it."""
    memory = FolderMemory(tmp_path / "deep" / "memory")
    assert memory.read(BENCH) is None
    memory.write(BENCH, Remembered(note="n", home="h"))
    assert memory.read(BENCH) == Remembered(note="n", home="h")
    (file,) = memory.folder.iterdir()
    assert file.name.startswith("acme.B01.")
    assert oct(file.stat().st_mode & 0o777) == "0o600"


class Slow:
    """A place whose writes wait until a test lets them go on."""

    place = "slow"

    def __init__(self) -> None:
        self.written: list[str] = []
        self.begun = threading.Event()
        self.go_on = threading.Event()
        self.fails = False

    def read(self, bench: VerifierKey) -> Remembered | None:
        return None

    def write(self, bench: VerifierKey, remembered: Remembered) -> None:
        self.begun.set()
        self.go_on.wait(5)
        if self.fails:
            raise Trouble("the drive is gone")
        self.written.append(remembered.note)


def test_a_slow_place_delays_nobody(tmp_path: Path) -> None:
    """While a write hangs, notes are taken at once; of those in between only the newest is written."""
    place = Slow()
    keeper = Remembering(place, tmp_path)
    keeper.note(BENCH, "1")
    assert place.begun.wait(5)
    for note in ("2", "3", "4"):
        keeper.note(BENCH, note)
    assert place.written == []
    place.go_on.set()
    keeper.close()
    assert place.written == ["1", "4"]


def test_a_place_that_fails(tmp_path: Path) -> None:
    """Trouble is kept, and ends with the next write that works."""
    place = Slow()
    place.fails = True
    place.go_on.set()
    keeper = Remembering(place, tmp_path)
    keeper.note(BENCH, "1")
    keeper.close()
    assert keeper.trouble is not None
    assert "drive is gone" in keeper.trouble.sentence()


def test_nothing_to_remember(tmp_path: Path) -> None:
    """A bench that signed nothing starts no thread."""
    before = threading.active_count()
    Remembering(Slow(), tmp_path).close()
    assert threading.active_count() == before


def test_a_machines_mark(tmp_path: Path) -> None:
    """The mark is a hash, or nothing, and another one for each bench."""
    one, other = machine_mark("acme/B01"), machine_mark("acme/B02")
    assert (one == "") is (other == "")
    assert one == "" or (len(one) == 64 and one != other)
