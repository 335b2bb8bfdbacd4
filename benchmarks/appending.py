"""Appends of every kind beside the disk's floor and a bare commit, and with the bench's memory written beside them."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Final

from benchmarks.floors import CommitFloor, DiskFloor
from benchmarks.parcels import BENCH, ORG, PACKER, SkippingClock, opening, order_no, packed
from benchmarks.tables import Series
from station.evidence.anchors import Cosignature, fact_of
from station.evidence.checkpoint import COSIGNATURE, open_note, parse_checkpoint
from station.evidence.codec import encode, media_file
from station.evidence.fact import Fact
from station.evidence.keys import signature_ok, signing_key
from station.evidence.ledger import Ledger
from station.evidence.media import SEALED, store
from station.evidence.memory import FolderMemory
from station.evidence.remembering import Remembering
from station.evidence.witness import cosign
from station.home import Home
from station.packing.events import Event
from station.packing.media import MediaFile, PhotoId, PhotoMoment
from station.packing.media_events import PhotoTaken

FLOOR, BARE = "floor: 8 KiB + fdatasync", "bare SQLite commit of one row"
SCAN, OPENED, FULL = "a scan", "an order's opening, 10 fields", "full entry: field, file and its key"
SIGNED, AFTER = "a scan with a checkpoint", "  the scan after that"
REMEMBERED, AFTER_REMEMBERED = "a scan with a checkpoint, remembered", "  the scan after that, the memory writing"
ANCHOR, STORED = "a witness's word", "a photo's file, 180 kB, in another thread"
FOLD = "fold of 64 appends, between two scans"

RARE: Final = 20
"""Rounds for one of what happens seldom at a bench."""

_PHOTO: Final = os.urandom(180_000)
_NOTHING_NS: Final = 20_000


class Appending:
    def __init__(self, home: Home, clock: SkippingClock, folder: Path) -> None:
        self._home = home
        self._disk, self._bare = DiskFloor(folder), CommitFloor(folder)
        self._remembering = False
        self._keeper = Remembering(FolderMemory(home.root / "memory"), home.root)
        self._witness = signing_key(f"{ORG}/witness", bytes(32), COSIGNATURE)
        self._ledger = Ledger.open(
            home,
            org=ORG,
            bench=BENCH,
            clock=clock,
            random_bytes=os.urandom,
            build="benchmark",
            on_checkpoint=self._remember,
            on_close=self._keeper.close,
        )
        self._order = order_no(8_000_000_000 + self._ledger.size)
        self._numbers = count(8_500_000_000 + self._ledger.size)
        self._photo = self._store(b"a small picture")
        self._append(self._photographed(self._photo))
        self.wal_bytes = 0

    def __enter__(self) -> Appending:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ledger.close()
        self._bare.__exit__(kind, error, trace)
        self._disk.__exit__(kind, error, trace)

    def rounds(self, rounds: int) -> dict[str, Series]:
        """Each kind once a round; what the bench does between two scans is timed apart."""
        names = (FLOOR, BARE, SCAN, OPENED, FULL, SIGNED, AFTER, REMEMBERED, AFTER_REMEMBERED, ANCHOR, STORED, FOLD)
        series = {name: Series() for name in names}
        for number in range(rounds):
            series[FLOOR].take(self._disk.sync)
            series[BARE].take(self._bare.commit)
            series[SCAN].take(self._scan)
            series[OPENED].take(self._opened)
            photo = self._linked()
            series[FULL].take(lambda photo=photo: self._append(photo))  # type: ignore[misc]
            self._signed(series, SIGNED, AFTER, remembering=False)
            self._signed(series, REMEMBERED, AFTER_REMEMBERED, remembering=True)
            if number % RARE == 0:
                self._rare(series)
            self._bare.between()
            series[FOLD].take(self._ledger.between_scans)
        self.wal_bytes = max(self.wal_bytes, Path(f"{self._home.ledger_file}-wal").stat().st_size)
        series[FOLD].wall_ns = [took for took in series[FOLD].wall_ns if took > _NOTHING_NS]
        return {name: one for name, one in series.items() if one.wall_ns}

    def _signed(self, series: dict[str, Series], signed: str, after: str, *, remembering: bool) -> None:
        """A checkpoint, and a scan at once after it, while the memory may still be writing."""
        self._remembering = remembering
        series[signed].take(lambda: self._scan(checkpoint=True))
        series[after].take(self._scan)

    def _rare(self, series: dict[str, Series]) -> None:
        word = self._word()
        series[ANCHOR].take(lambda: self._ledger.append([word], order_no=None, by="-"))
        stored: list[Path] = []
        series[STORED].take(lambda: stored.append(self._home.media / self._store(_PHOTO).name))
        stored[0].unlink()

    def _scan(self, *, checkpoint: bool = False) -> None:
        self._append(packed(0, 0), checkpoint=checkpoint)

    def _opened(self) -> None:
        number = next(self._numbers)
        self._ledger.append([encode(event) for event in opening(number)], order_no=order_no(number), by=PACKER)

    def _append(self, event: Event, *, checkpoint: bool = False) -> None:
        self._ledger.append([encode(event)], order_no=self._order, by=PACKER, checkpoint=checkpoint)

    def _linked(self) -> PhotoTaken:
        """The same bytes under a name of their own, as the ledger's indexes would get them."""
        name = os.urandom(16).hex() + SEALED
        os.link(self._home.media / self._photo.name, self._home.media / name)
        return self._photographed(replace(self._photo, path=name))

    def _photographed(self, photo: MediaFile) -> PhotoTaken:
        return PhotoTaken(
            order=self._order,
            photo=PhotoId("P1"),
            moment=PhotoMoment.OPEN_BOX,
            camera="box camera",
            width=1280,
            height=720,
            source="synthetic",
            media=(photo,),
        )

    def _store(self, data: bytes) -> MediaFile:
        at_ms = time.time_ns() // 1_000_000
        return media_file(store(self._home.media, data, mime="image/jpeg", role="photo", at_ms=at_ms))

    def _word(self) -> Fact:
        """What a witness says of the newest checkpoint."""
        note = self._ledger.latest_checkpoint
        assert note is not None
        checkpoint = parse_checkpoint(open_note(note, self._ledger.keys.bench.public, signature_ok))
        at_s = time.time_ns() // 1_000_000_000
        line = cosign(self._witness, checkpoint, at_s)
        key = self._witness.public.text()
        by = self._witness.public.name
        return fact_of(Cosignature(by=by, checkpoint=checkpoint, at_s=at_s, key=key, line=line, same_machine=False))

    def _remember(self, note: str) -> None:
        if self._remembering:
            self._keeper.note(self._ledger.keys.bench.public, note)
