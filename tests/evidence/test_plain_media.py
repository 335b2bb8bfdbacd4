"""Plain media of before keys are sealed afterwards: every hash and proof holds, and a power cut costs nothing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from station.evidence import plain_media
from station.evidence.audit import audit
from station.evidence.bundle import export
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import open_reader
from station.evidence.media import store, sweep
from station.evidence.plain_media import Counts, seal_media
from station.evidence.verify import examine
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import ORDER, no_pdf, open_ledger, pack

PHOTO, VIDEO = b"\xff\xd8" + b"a photo" * 400, b"video" * 500_000


def _plain(home: Home, data: bytes, role: str) -> Fact:
    """A fact with a file as programs of before keys wrote it."""
    medium = store(home.media, data, mime="image/jpeg", role=role, at_ms=1)
    (home.media / medium.path).unlink()
    name = hashlib.sha256(data).hexdigest()
    (home.media / name).write_bytes(data)
    return Fact(kind="PhotoTaken", media=(replace(medium, path=name, key=b""),))


@pytest.fixture
def ledger(home: Home, clock: FakeClock) -> Iterator[Ledger]:
    """A parcel with a photo that two entries name, and a video; all else is sealed already."""
    opened = open_ledger(home, clock)
    pack(opened, home, seal=False)
    for data, role in ((PHOTO, "photo"), (VIDEO, "video"), (PHOTO, "photo")):
        opened.append([_plain(home, data, role)], order_no=ORDER, by="p1")
    opened.append([Fact(kind="ParcelSealed", pub={"weight_mg": 1})], order_no=ORDER, by="p1")
    yield opened
    opened.close()


def _sealed(home: Home, ledger: Ledger) -> Counts:
    return seal_media(home, ledger, waiting=(), random_bytes=os.urandom)


def _plain_names(home: Home) -> list[str]:
    return [file.name for file in home.media.glob("*") if len(file.name) == 64]


def _faults(home: Home, ledger: Ledger) -> tuple[str, ...]:
    with closing(open_reader(home.ledger_file)) as reader:
        return audit(reader, ledger.keys.bench.public, home.media).faults


def test_sealed(home: Home, ledger: Ledger, tmp_path: Path) -> None:
    """Nothing plain is left, the audit finds no fault, and a bundle shows the very same files, verified."""
    assert _sealed(home, ledger) == Counts(sealed=2, removed=2)
    assert _plain_names(home) == []
    assert not any(PHOTO[:40] in file.read_bytes() for file in home.media.iterdir())
    assert _faults(home, ledger) == ()
    export(home, ORDER, tmp_path / "case.zip", make_pdf=no_pdf)
    assert examine(tmp_path / "case.zip").exit_code == 0
    data = (tmp_path / "case.zip").read_bytes()
    assert PHOTO in data
    assert VIDEO in data


def test_a_rerun_finds_nothing(home: Home, ledger: Ledger) -> None:
    """And adds no entry."""
    _sealed(home, ledger)
    size = ledger.size
    assert _sealed(home, ledger) == Counts()
    assert ledger.size == size


@pytest.mark.parametrize("cut", ["before the commit", "before the plain file goes"])
def test_a_power_cut(home: Home, ledger: Ledger, monkeypatch: pytest.MonkeyPatch, cut: str) -> None:
    """A rerun goes on; in between every file is there, and the next start's sweep takes none that is named."""

    def power_cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        if cut == "before the commit":
            patched.setattr(ledger, "append", power_cut)
        else:
            patched.setattr(plain_media, "_remove_plain", power_cut)
        with pytest.raises(KeyboardInterrupt):
            _sealed(home, ledger)
    assert _faults(home, ledger) == ()
    sweep(home.media, ledger.medium_is_named)
    assert _faults(home, ledger) == ()
    assert _sealed(home, ledger).removed == 2
    assert (_plain_names(home), _faults(home, ledger)) == ([], ())


def test_what_is_no_longer_what_was_recorded(home: Home, ledger: Ledger) -> None:
    """A changed or a missing file is not made to look whole: it is counted, and the audit still tells of it."""
    changed, gone = (home.media / hashlib.sha256(data).hexdigest() for data in (PHOTO, VIDEO))
    changed.write_bytes(b"another photo")
    gone.unlink()
    assert _sealed(home, ledger) == Counts(missing=1, changed=1)
    assert len(_faults(home, ledger)) == 3
    assert changed.exists()


def test_what_waits_to_be_recorded_stays(home: Home, ledger: Ledger) -> None:
    """A file that a waiting fact names is not removed, whatever the log has of the same bytes."""
    name = hashlib.sha256(PHOTO).hexdigest()
    counts = seal_media(home, ledger, waiting=(name,), random_bytes=os.urandom)
    assert (counts.sealed, counts.removed, _plain_names(home)) == (2, 1, [name])


def test_earlier_epochs_too(home: Home, clock: FakeClock, ledger: Ledger) -> None:
    """A ledger that was set aside gets copies of its own, and what it had signed still holds."""
    key = ledger.keys.bench.public
    ledger.close()
    folder = home.epochs / "1"
    folder.mkdir(parents=True)
    home.ledger_file.replace(folder / "ledger.db")
    for name in ("bench.vkey", "org.vkey", "enrolment.txt"):
        (folder / name).write_bytes((home.keys / name).read_bytes())
    assert seal_media(home, None, waiting=(), random_bytes=os.urandom) == Counts(sealed=2, removed=2)
    with closing(open_reader(folder / "ledger.db")) as reader:
        assert audit(reader, key, home.media).faults == ()
