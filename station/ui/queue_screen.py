"""What the queue says above its rows, of what is known of the order book at this moment. Pure; no Qt widgets."""

from __future__ import annotations

from dataclasses import dataclass

from station.ui import queue_words as say
from station.ui.screen import Words
from station.ui.widgets.banner import BannerView, Loudness
from station.ui.widgets.marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueTrouble:
    """Why the last question has no answer; ``unreachable``: nobody's fault here, and asked again by itself."""

    words: Words
    unreachable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueSeen:
    """``total`` is of the last answer; ``known`` whether that was to the question of now."""

    known: bool = False
    total: int = 0
    searched: str = ""
    none_at_all: bool = False
    trouble: QueueTrouble | None = None


def head(seen: QueueSeen) -> BannerView:
    if seen.trouble is not None:
        return _troubled(seen, seen.trouble)
    if not seen.known and not seen.total:
        return _said(Mark.WAIT, say.LOOKING, say.LOOKING_HOW, Loudness.WAIT)
    if seen.total:
        words = say.FOUND if seen.searched else say.TO_PACK
        return _said(Mark.SCAN, words.filled(n=f"{seen.total:,}"), say.HOW)
    if seen.searched:
        return _said(Mark.SCAN, say.NOT_FOUND.filled(text=seen.searched), say.NOT_FOUND_HOW)
    if seen.none_at_all:
        return _said(Mark.NORMAL, say.FIRST_DAY, say.FIRST_DAY_HOW)
    return _said(Mark.NORMAL, say.ALL_PACKED, say.ALL_PACKED_HOW)


def _troubled(seen: QueueSeen, trouble: QueueTrouble) -> BannerView:
    """Out of reach is calm: the bench packs on. What cannot be read at all asks for somebody."""
    if trouble.unreachable:
        return _said(Mark.OFFLINE, say.OFFLINE, say.OFFLINE_STALE if seen.total else say.OFFLINE_EMPTY, Loudness.WAIT)
    return _said(Mark.ATTENTION, say.FAILED, trouble.words, Loudness.ATTENTION)


def _said(mark: Mark, headline: Words, detail: Words, loudness: Loudness = Loudness.QUIET) -> BannerView:
    return BannerView(loudness=loudness, mark=mark, headline=headline, detail=detail)
