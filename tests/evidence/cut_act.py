"""What a bench does in its home while the power may go, and how the home is judged after it: a day's work.

Erasing and epochs are in ``cut_erasure`` and ``cut_epoch``; the cuts themselves are made in ``power_cuts``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from station.errors import Trouble
from station.evidence.canonical import b64
from station.evidence.fact import Fact
from station.evidence.media import store, sweep
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.conftest import item, label, open_ledger
from tests.evidence.crash_sweep import PHOTO, Trial, template, wrong

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """``judge`` gets the home that was left, and what had been said before the cut; it yields what must not be."""

    begin: Callable[[Path], Home]
    do: Callable[[Home, Say], None]
    judge: Callable[[Home, tuple[str, ...]], Iterator[str]]


def day(home: Home, say: Say) -> None:
    """A parcel with photos and label, folds between scans, a checkpoint asked for, one more entry, a clean end."""
    ledger = open_ledger(home, FakeClock(), on_checkpoint=lambda note: say(f"note {b64(note.encode())}"))

    def record(*facts: Fact, order_no: str | None = "SO-cut") -> None:
        receipt = ledger.append(facts, order_no=order_no, by="p1")
        say(f"entry {receipt.last_seq} {ledger.newest_root()[1]}")
        ledger.between_scans()

    def photo() -> Fact:
        return Fact(kind="PhotoTaken", media=(store(home.media, PHOTO, mime="image/jpeg", role="photo", at_ms=1),))

    record(Fact(kind="OrderOpened", com={"order_number": "SO-cut", "recipient": {"name": "测试"}}))
    record(photo())
    record(item(1), item(2))
    record(Fact(kind="PackerSignedIn", pub={"packer": "p2"}), order_no=None)
    record(label(ledger, home))
    record(photo())
    record(Fact(kind="ParcelSealed"))
    ledger.checkpoint_now("asked")
    record(item(3))
    ledger.close()


def goes_on(home: Home, said: tuple[str, ...]) -> Iterator[str]:
    """The program starts in what is left, cleans up, packs on, and the audit is content with all of it."""
    try:
        ledger = open_ledger(home, FakeClock())
    except Trouble as trouble:
        yield trouble.sentence()
        return
    try:
        sweep(home.media, ledger.medium_is_named)
        ledger.append([item(9)], order_no="SO-cut", by="p1")
    finally:
        ledger.close()
    yield from wrong(Trial(home=home, said=said, hit=True, code=0), killed=False)


FIRST_DAY = Act(begin=lambda folder: Home(folder / "first"), do=day, judge=goes_on)
A_DAY = Act(begin=template, do=day, judge=goes_on)
