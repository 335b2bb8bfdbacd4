"""What a report tells of one parcel, as values: its entries, its files, and what the order book adds. Pure; no words.

Only what the bundle discloses is in here; what is kept back never reaches a report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from station.evidence.fact import JSON

PHOTO, VIDEO, STILL, LABEL_PICTURE = "photo", "video", "still", "label-image"
"""Roles of files, as ``media`` of an entry names them; a still is in no entry but made from a video that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry as the report tells it; ``shown`` has the disclosed personal values."""

    seq: int
    kind: str
    wall_us: int
    by: str
    pub: Mapping[str, JSON]
    shown: Mapping[str, JSON]
    leaf: str = ""  # hex
    part: int = 1  # the how-many-th log of the bundle it is in

    @property
    def number(self) -> str:
        """As the bundle's files are named: numbers of the second and later logs stand behind the log's."""
        return numbered(self.part, self.seq)

    def text(self, name: str) -> str:
        """The value of a field, public or disclosed; empty where it is missing or no text."""
        value = self.pub.get(name, self.shown.get(name))
        return value if isinstance(value, str) else ""

    def whole(self, name: str) -> int | None:
        value = self.pub.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file of the bundle and the entry it belongs to: that committed to it, or at whose moment a still was made."""

    path: str
    seq: int
    role: str
    at_us: int  # when the picture was taken, by the bench's clock
    part: int = 1

    @property
    def is_picture(self) -> bool:
        return self.path.endswith((".png", ".jpg"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """One parcel of the order as the order book knows it: handed over, and what its carrier said. Not in the ledger."""

    order: str
    waybill: str
    carrier: str = ""
    handed_over_us: int | None = None
    carrier_weight_mg: int | None = None
    last_news: str = ""
    last_news_us: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """``delivered`` is None where no order book was asked."""

    order_no: str
    log: str
    size: int  # of the checkpoint
    sealed_seq: int | None
    fingerprint: str
    key_protection: str
    remarks: tuple[str, ...]
    told: tuple[Told, ...]
    attached: tuple[Attached, ...] = ()
    delivered: tuple[Delivered, ...] | None = None
    seen_outside: tuple[str, str] = ("", "")  # how long after the last entry, in Chinese and English
    has_bundle: bool = True  # the page lies in the bundle; else it is what a channel is given

    def entry(self, seq: int, part: int = 1) -> Told:
        return next(one for one in self.told if (one.part, one.seq) == (part, seq))

    def of(self, *kinds: str) -> Iterator[Told]:
        return (one for one in self.told if one.kind in kinds)

    def last(self, *kinds: str) -> Told | None:
        return next((one for one in reversed(self.told) if one.kind in kinds), None)

    def with_role(self, role: str) -> tuple[Attached, ...]:
        """The earliest first."""
        return tuple(sorted((file for file in self.attached if file.role == role), key=lambda file: file.at_us))

    def still_at(self, told: Told) -> Attached | None:
        found = ((file.part, file.seq, file) for file in self.attached if file.role == STILL)
        return next((file for part, seq, file in found if (part, seq) == (told.part, told.seq)), None)

    @property
    def pictures(self) -> tuple[str, ...]:
        """Paths within the bundle."""
        return tuple(file.path for file in self.attached if file.is_picture)


def numbered(part: int, seq: int) -> str:
    return str(seq) if part == 1 else f"{part}.{seq}"
