"""Reads a disputed parcel for its page, on a thread of its own: ledger, pictures and films take a second or more.

What lies at another bench is told from what the order book has of it, and said to be a summary.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from station.case_story import Shown, moments
from station.devices.cameras.stills import stills
from station.erasure import known_here
from station.errors import Trouble
from station.evidence.anchored import Anchored
from station.evidence.anchors import TimeStamp
from station.evidence.bundle import Case, read_case
from station.evidence.canonical import b64
from station.evidence.erasing import ERASED
from station.evidence.fact import JSON
from station.evidence.packed import SEALED
from station.evidence.stills import last_of_kind
from station.evidence.story import VIDEO, Delivered, Story, Told
from station.home import Home
from station.media_store.bringing import bring_beside
from station.orders.deadline_rules import load_deadline_rules
from station.orders.dispute_facts import Shipped, parcels_of
from station.orders.engine import reading
from station.orders.opening import KeptBook
from station.orders.relayed import CarriedEntry, entries_of
from station.roots import root_in_words
from station.settings import Settings, config_dir
from station.ui.dispute_case import AnchorRow, CaseView, Source

PICTURE_WIDTH = 480
"""Dots that a picture keeps: the page shows it a third as wide as the largest screen."""

ROOT_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Of the order, in the order book."""

    parcels: tuple[Shipped, ...]
    entries: tuple[CarriedEntry, ...]
    utc_offset_minutes: int

    @property
    def delivered(self) -> tuple[Delivered, ...]:
        return tuple(
            Delivered(
                order=one.order,
                waybill=one.waybill,
                carrier=one.carrier,
                handed_over_us=one.handed_over_us,
                carrier_weight_mg=one.carrier_weight_mg,
                last_news=one.last_news,
                last_news_us=one.last_news_us,
            )
            for one in self.parcels
        )


class CaseDesk(QObject):
    """``told`` brings a ``CaseView``, with the ledger's trouble in it; the order book's is ``unreachable``."""

    told = Signal(object)
    unreachable = Signal(str)

    def __init__(self, home: Home, settings: Settings, *, now_us: int) -> None:
        super().__init__()
        self._home = home
        self._now_us = now_us
        self._kept = KeptBook(home, settings.bench.orderbook)

    @Slot(int, str)
    def read(self, dispute: int, order: str) -> None:
        try:
            known = self._known(order)
        except Trouble as trouble:
            self.unreachable.emit(trouble.sentence())
            return
        self.told.emit(self._case(dispute, order, known))

    @Slot()
    def begin(self) -> None:
        """What reads films takes a tenth of a second to load: now, rather than when somebody waits for a page."""
        with suppress(ImportError):
            import PySide6.QtMultimedia  # noqa: F401

    @Slot()
    def finish(self) -> None:
        self._kept.close()

    def _known(self, order: str) -> _Known:
        rules = load_deadline_rules(self._home, config_dir(), now_us=self._now_us)
        with reading(self._kept.open().engine) as connection:
            parcels, entries = parcels_of(connection, order), entries_of(connection, order)
        return _Known(parcels=parcels, entries=entries, utc_offset_minutes=rules.utc_offset_minutes)

    def _case(self, dispute: int, order: str, known: _Known) -> CaseView:
        bring_beside(self._home, order)
        try:
            case = read_case(self._home, order, take_stills=stills, thin=last_of_kind, delivered=known.delivered)
        except Trouble as error:
            return _from_book(dispute, known, error.sentence() if self._is_here(order) else "")
        return _from_ledger(dispute, case, known)

    def _is_here(self, order: str) -> bool:
        """Whether this home should have been able to tell; one that is damaged should."""
        try:
            return known_here(self._home, order)
        except Trouble:
            return True


def _from_ledger(dispute: int, case: Case, known: _Known) -> CaseView:
    story, anchor = case.story, _anchor(case.anchors, _end_us(case.story))
    pictures = {path: picture for path, data in case.pictures.items() if (picture := _picture(data)) is not None}
    there = [file for file in story.attached if file.role != "still"]
    return CaseView(
        dispute=dispute,
        source=Source.LEDGER,
        bench=story.log.split("/")[1],
        packer=_packer(known),
        moments=moments(Shown(story=story, pictures=pictures, anchor=anchor)),
        entries=len(story.told),
        proven=case.proven,
        scans=sum(1 for _ in story.of("ItemPacked")),
        pictures=len(pictures),
        films=len(story.with_role(VIDEO)),
        missing=max(0, case.files - len(there)),
        erased=story.last(ERASED) is not None,
        anchor=anchor,
        utc_offset_minutes=known.utc_offset_minutes,
    )


def _from_book(dispute: int, known: _Known, trouble: str) -> CaseView:
    """Without values that are committed to: what was read, the waybill. That stands in the parcel's own row."""
    told = tuple(_told(one, known) for one in known.entries)
    if not told:
        return CaseView(
            dispute=dispute, source=Source.NONE, utc_offset_minutes=known.utc_offset_minutes, trouble=trouble
        )
    story = Story(
        order_no="", log="", size=0, sealed_seq=None, fingerprint="", key_protection="", remarks=(), told=told,
        delivered=known.delivered,
    )  # fmt: skip
    return CaseView(
        dispute=dispute,
        source=Source.ELSEWHERE,
        bench=known.entries[-1].bench,
        packer=_packer(known),
        moments=moments(Shown(story=story, pictures={}, signed=False)),
        entries=len(told),
        scans=sum(1 for _ in story.of("ItemPacked")),
        utc_offset_minutes=known.utc_offset_minutes,
        trouble=trouble,
    )


class _Header(msgspec.Struct, frozen=True):
    pub: dict[str, Any]


def _told(entry: CarriedEntry, known: _Known) -> Told:
    shown: Mapping[str, JSON] = {}
    if entry.kind == SEALED and known.parcels:
        shown = {"waybill": known.parcels[-1].waybill}
    return Told(
        seq=entry.seq,
        kind=entry.kind,
        wall_us=entry.wall_us,
        by=entry.packer,
        pub=msgspec.json.decode(entry.header, type=_Header).pub,
        shown=shown,
        part=entry.epoch,
    )


def _packer(known: _Known) -> str:
    return known.parcels[-1].packer if known.parcels else ""


def _end_us(story: Story) -> int:
    sealed = story.last(SEALED)
    return (sealed or story.told[-1]).wall_us


def _anchor(anchored: Anchored, end_us: int) -> AnchorRow | None:
    if anchored.before_s is None or not anchored.anchors:
        return None
    stamps = sum(isinstance(one.anchor, TimeStamp) for one in anchored.anchors)
    root = b64(anchored.anchors[0].anchor.checkpoint.root)
    return AnchorRow(
        at_us=anchored.before_s * 1_000_000,
        after_s=max(0, anchored.before_s - end_us // 1_000_000),
        stamps=stamps,
        witnesses=len(anchored.anchors) - stamps,
        root=_in_fours(root_in_words(root)[:ROOT_SHOWN]),
    )


def _in_fours(text: str) -> str:
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def _picture(data: bytes) -> QImage | None:
    picture = QImage.fromData(data)
    if picture.isNull():
        return None
    if picture.width() > PICTURE_WIDTH:
        return picture.scaledToWidth(PICTURE_WIDTH, Qt.TransformationMode.SmoothTransformation)
    return picture
