"""What the coach shows, as values: the band above the bench, and the page at the end. Pure; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from station.ui.words import Words


class Spot(StrEnum):
    """Where to look: the name of a band of the bench window. ``NOWHERE`` draws no ring."""

    NOWHERE = ""
    VERDICT = "verdict"
    NOTE = "buyer's note"
    WORK = "work"
    ORDER = "order"
    DEVICES = "devices"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandView:
    """Something within reach: ``key`` does it, and so does a scan of its code where it has one."""

    words: Words
    key: str
    tag: str = ""  # what stands on the goods
    code: tuple[str, ...] = ()  # rows of a QR code's modules; empty: no code does this


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachView:
    """``say`` is what to do now, or how it went. ``points`` is None until it is judged."""

    lesson: Words
    number: Words
    say: Words
    why: Words | None = None  # of the points, sentence by sentence
    hands: tuple[HandView, ...] = ()
    spot: Spot = Spot.NOWHERE
    points: int | None = None
    most: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonRow:
    """A lesson on the page: its last points, and the sentences that explain them."""

    name: Words
    points: int
    most: int
    why: tuple[Words, ...]
    brief: Words  # the one of them that matters, where rows are thin
    way: Words | None = None  # the way out, where it was not found as it should be


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    well: tuple[LessonRow, ...] = ()
    repeat: tuple[LessonRow, ...] = ()
    total: Words
    date: str = ""
