"""Power cuts in a day's work, a new epoch, an erasure: a sample of what ``make fuzz`` cuts, and that it can fail."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import SimpleNamespace
from unittest.mock import patch

import pytest

from station.evidence import ledger_file, media
from station.evidence.ledger import Ledger
from tests.evidence.cut_disk import (
    AllKept,
    Chance,
    Created,
    CutDisk,
    Deleted,
    Event,
    FolderSynced,
    NoneKept,
    Renamed,
    Synced,
    Truncated,
    Wrote,
)
from tests.evidence.power_cuts import ACTS, Counted, Cut, judged, record, sample
from tests.evidence.sqlite_shim import missing

pytestmark = pytest.mark.skipif(missing() != "", reason=missing() or "SQLite can be reached")

SAMPLE = {"a first day": 60, "a day": 60, "a new epoch": 8, "an erasure": 8, "the retention rules": 6}
PLANTED = 30
ROOT = Path("/disk")
FILE, NEW = ROOT / "file", ROOT / "new"


def cut_in(act: str, folder: Path, count: int) -> Counted:
    recording = record(ACTS[act], folder)
    return judged(ACTS[act], recording, sample(recording, count, Random(1)))


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_lost(tmp_path: Path, act: str) -> None:
    """Acknowledged entries, published checkpoints, photos, and what an epoch or an erasure promises."""
    counted = cut_in(act, tmp_path, SAMPLE[act])
    assert counted.violations == []
    assert (counted.homes, counted.syncs > 10) == (SAMPLE[act], True)


def _pragma(old: str, new: str) -> Callable[[], object]:
    assert old in ledger_file._PRAGMAS
    changed = tuple(new if pragma == old else pragma for pragma in ledger_file._PRAGMAS)
    return lambda: patch.object(ledger_file, "_PRAGMAS", changed)


def _media_without_fsync() -> object:
    calls = {name: getattr(os, name) for name in ("urandom", "scandir")}
    return patch.object(media, "os", SimpleNamespace(**calls, fsync=lambda _number: None))


def _media_without_folder_sync() -> object:
    return patch.object(media, "sync_folder", lambda _folder: None)


@contextmanager
def _published_too_early() -> Iterator[None]:
    """A checkpoint is told before its COMMIT."""
    commit = Ledger._commit

    def early(ledger: Ledger, connection: object, after: object, signed: object) -> None:
        if signed is not None:
            ledger._publish(signed)  # type: ignore[arg-type]
        commit(ledger, connection, after, signed)  # type: ignore[arg-type]

    with patch.object(Ledger, "_commit", early):
        yield


@pytest.mark.parametrize(
    ("plant", "found"),
    [
        (_pragma("synchronous=FULL", "synchronous=OFF"), "is lost"),
        (_pragma("synchronous=FULL", "synchronous=NORMAL"), "is lost"),
        (_media_without_fsync, "missing or changed on disk"),
        (_media_without_folder_sync, "missing or changed on disk"),
        (_published_too_early, "is no prefix of the log"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, plant: Callable[[], object], found: str) -> None:
    """A ledger or a media store that syncs less than it should is told of by the same judge."""
    with plant():  # type: ignore[attr-defined]
        recording = record(ACTS["a day"], tmp_path)
    cuts = sample(recording, PLANTED, Random(1))
    assert any(found in violation for violation in judged(ACTS["a day"], recording, cuts).violations)


def test_a_cut_is_made_again_from_its_seed(tmp_path: Path) -> None:
    """The place and the number that a violation names leave the same disk."""
    events = record(ACTS["a first day"], tmp_path).events
    disks = [CutDisk({tmp_path / "first": None}) for _ in range(2)]
    for disk in disks:
        for event in events[:150]:
            disk.apply(event)
    cut = Cut(event=150, seed=3)
    assert disks[0].left_by(cut.luck()) == disks[1].left_by(cut.luck())


def left(*events: Event, luck: object) -> dict[str, bytes | None]:
    disk = CutDisk({ROOT: None, FILE: b"old"})
    for event in events:
        disk.apply(event)
    found = disk.left_by(luck)  # type: ignore[arg-type]
    return {path.name: data for path, data in found.items() if path != ROOT}


WROTE = Wrote(path=FILE, offset=1, data=b"NEW")


def test_what_is_synced_stays() -> None:
    """Bytes last from the sync of their file, names from the sync of their folder, and not before."""
    assert left(WROTE, luck=NoneKept()) == {"file": b"old"}
    assert left(WROTE, luck=AllKept()) == {"file": b"oNEW"}
    assert left(WROTE, Synced(path=FILE), luck=NoneKept()) == {"file": b"oNEW"}
    made = (Created(path=NEW), Wrote(path=NEW, offset=0, data=b"x"), Synced(path=NEW))
    assert left(*made, luck=NoneKept()) == {"file": b"old"}
    assert left(*made, FolderSynced(path=ROOT), luck=NoneKept()) == {"file": b"old", "new": b"x"}
    assert left(Deleted(path=FILE), luck=NoneKept()) == {"file": b"old"}
    assert left(Deleted(path=FILE), FolderSynced(path=ROOT), luck=NoneKept()) == {}
    assert left(Truncated(path=FILE, size=1), luck=AllKept()) == {"file": b"o"}
    assert left(Created(path=NEW, folder=True), Created(path=NEW / "in"), luck=NoneKept()) == {"file": b"old"}


def test_a_rename_is_one_step() -> None:
    """In a folder a file has its old name or its new one, with its synced bytes; an unsynced one may be empty."""
    made = (Created(path=NEW), FolderSynced(path=ROOT), Wrote(path=NEW, offset=0, data=b"new"))
    renamed = Renamed(path=NEW, to=FILE)
    assert left(*made, renamed, FolderSynced(path=ROOT), luck=NoneKept()) == {"file": b""}
    seen = {
        tuple(sorted(left(*made, Synced(path=NEW), renamed, luck=Chance(Random(seed))).items())) for seed in range(40)
    }
    assert seen == {(("file", b"new"),), (("file", b"old"), ("new", b"new"))}


def test_writes_are_torn() -> None:
    """Of two sectors each may be there without the other, may hold rubbish, and the end may be cut or padded."""
    write = Wrote(path=FILE, offset=0, data=b"a" * 4096 + b"b" * 4096)
    seen = [left(write, luck=Chance(Random(seed)))["file"] or b"" for seed in range(300)]
    assert any(data[:4096] == b"a" * 4096 and b"b" not in data for data in seen)
    assert any(data[:3] in (b"old", b"\0\0\0") and data[4096:] == b"b" * 4096 for data in seen)
    assert any(not set(data) <= set(b"aboldzero\0") for data in seen)
    assert len({len(data) for data in seen}) > 5
