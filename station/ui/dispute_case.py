"""What a dispute's own page shows of its parcel and its time, as values. Pure: nothing is asked or stored here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QImage

from station.packing.working_time import Stretch
from station.ui import case_words as said
from station.ui.words import Words, same

NOTHING: Final = same("")
_MINUTE_US, _HOUR_US, _DAY_US = 60_000_000, 3_600_000_000, 86_400_000_000


class Sign(StrEnum):
    """The mark beside a moment; the first three are verdicts, the others are icons in ink."""

    OK = "ok"
    STOP = "stop"
    ATTENTION = "attention"
    SCAN = "scanner"
    NOTE = "note"
    SCALE = "scale"
    LABEL = "label"
    LINK = "order_book"
    BOX = "box"
    NEXT = "next"


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentRow:
    """``picture`` is a photo taken or a still made at that moment."""

    at_us: int
    sign: Sign
    words: Words
    detail: Words = NOTHING
    picture: QImage | None = None


class Source(StrEnum):
    LEDGER = "ledger"
    ELSEWHERE = "elsewhere"  # another bench has the evidence; the order book tells the summary
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorRow:
    """The first outside word on the parcel; ``after_s`` counts from the seal, or the last entry of an unsealed one."""

    at_us: int
    after_s: int
    stamps: int
    witnesses: int
    root: str  # the first eight characters


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """Of the dispute ``dispute``. ``trouble`` says why what lies here could not be read."""

    dispute: int
    source: Source
    bench: str = ""
    packer: str = ""
    moments: tuple[MomentRow, ...] = ()
    entries: int = 0
    proven: int = 0
    scans: int = 0
    pictures: int = 0
    films: int = 0
    missing: int = 0  # files that were recorded and are not there
    erased: bool = False  # by rule or request, and said in the records
    anchor: AnchorRow | None = None
    utc_offset_minutes: int = 480
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The time to answer; no stretches where no rule gives one."""

    stretches: tuple[Stretch, ...] = ()
    working_days: bool = False  # days off do not count
    utc_offset_minutes: int = 480

    @property
    def due_us(self) -> int | None:
        return self.stretches[-1].end_us if self.stretches else None

    def left_us(self, now_us: int) -> int:
        """Working time; what is late counts by the calendar and is negative."""
        if self.due_us is not None and now_us > self.due_us:
            return self.due_us - now_us
        return sum(stretch.left_us(now_us) for stretch in self.stretches)


NO_TERM: Final = Term()


def left_words(us: int) -> Words:
    """Days and hours from a day on, hours and minutes below."""
    if us >= _DAY_US:
        return said.DAYS_HOURS.filled(days=us // _DAY_US, hours=us % _DAY_US // _HOUR_US)
    return said.HOURS.filled(hours=us // _HOUR_US, minutes=us % _HOUR_US // _MINUTE_US)


def span_words(seconds: int) -> Words:
    """One unit, never rounded up."""
    for size, words in ((86_400, said.DAYS_ONLY), (3_600, said.HOURS_ONLY), (60, said.MINUTES)):
        if seconds >= 2 * size:
            return words.filled(n=seconds // size)
    return said.SECONDS.filled(n=max(seconds, 0))


def local(at_us: int, utc_offset_minutes: int) -> datetime:
    return datetime.fromtimestamp(at_us // 1_000_000, UTC) + timedelta(minutes=utc_offset_minutes)


def day_words(at_us: int, utc_offset_minutes: int, *, date: bool) -> Words:
    """``Mon 18:00``, and with ``date`` ``Mon 11-30 18:00``; midnight belongs to the day that ends then."""
    moment = local(at_us, utc_offset_minutes)
    text = f"{moment:%H:%M}"
    if text == "00:00":
        moment, text = moment - timedelta(minutes=1), "24:00"
    return said.WEEKDAYS[moment.weekday()].filled(at=f"{moment:%m-%d} {text}" if date else text)
