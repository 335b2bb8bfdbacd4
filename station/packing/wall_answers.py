"""What the sort wall answers to a scan or a key, as values. Putting them into words is ``ui/wall_words``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from station.packing.model import OrderNo, Sku
from station.packing.sorting import Cell, Placed, Refused


class Note(StrEnum):
    """What is only said."""

    READY = "ready"
    CLEARED = "cleared"
    NOTHING_TO_CLEAR = "nothing_to_clear"
    NOTHING_TO_UNDO = "nothing_to_undo"
    SIGNED_IN = "signed_in"
    NO_SUCH_CELL = "no_such_cell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    note: Note
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """The units lie in the cell no more; they were the scan's of that id."""

    scan_id: str
    cell: int
    order: OrderNo
    sku: Sku
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Emptied:
    """All of a stopped cell went back to the shelf, and its order left the batch."""

    cell: int
    order: OrderNo
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A cell's own code was scanned: how it stands."""

    cell: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """An earlier unit that nobody was told of is in the book; ``again`` when a scan must be said once more."""

    placed: Placed
    again: bool


WallAnswer: TypeAlias = Placed | Refused | TakenBack | Emptied | Asked | Recalled | Noted
