"""The rules of the sort wall (播种墙): which cell a scanned unit belongs to, and why one belongs to none.

Pure. A code means here what it means at the bench: ``scanning`` says which line it fits and what speaks against the
very unit. Of the cells that need it the one gets it that becomes full first, then the more urgent: a full cell is
packed while the others fill.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from station.packing.inputs import Instant, KnownAs, Scan, ScanFault
from station.packing.job import needed
from station.packing.model import OrderLine, OrderNo, Sku
from station.packing.reasons import Reason
from station.packing.scanning import unit_fault, units_meant


class WallReason(StrEnum):
    """Why the wall says no where a bench has no word for it. Public as ``Reason`` is: added, never changed."""

    NOT_IN_BATCH = "not_in_batch"
    CODE_OF_SEVERAL = "code_of_several"  # a carton of more units than any cell still needs
    CELL_TAKEN = "cell_taken"  # its order is at a bench, or packed
    CELL_OUT = "cell_out"  # its order was taken out of the batch
    BATCH_CLOSED = "batch_closed"
    SAID_AGAIN = "said_again"  # an earlier scan was in the book after all


class CellState(StrEnum):
    OPEN = "open"
    FULL = "full"
    TAKEN = "taken"  # a bench packs its order
    PACKED = "packed"
    STOPPED = "stopped"  # nothing more goes in, what lies in it goes back


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLine:
    """A line of one of the cell's orders; ``position`` is its index in that order, ``units`` lie in the cell."""

    order: OrderNo
    position: int
    line: OrderLine
    units: int = 0

    @property
    def needed(self) -> int:
        return needed(self.line.kind, self.line.quantity)

    @property
    def room(self) -> int:
        return self.needed - self.units


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of the wall: one order, or those that share a waybill. ``why`` says what stopped it, a reason's name."""

    number: int
    orders: tuple[OrderNo, ...]
    lines: tuple[CellLine, ...]
    state: CellState = CellState.OPEN
    why: str = ""
    tote: str = ""

    @property
    def order(self) -> OrderNo:
        """The one that leads the parcel."""
        return self.orders[0]

    @property
    def units(self) -> int:
        return sum(line.units for line in self.lines)

    @property
    def needed(self) -> int:
        return sum(line.needed for line in self.lines)

    @property
    def complete(self) -> bool:
        return all(line.room <= 0 for line in self.lines)

    @property
    def missing(self) -> tuple[tuple[Sku, int], ...]:
        return tuple((line.line.sku, line.room) for line in self.lines if line.room > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """All cells of a batch as the order book has them now; ``serials`` are those of the units in them."""

    batch: int
    cells: tuple[Cell, ...]
    serials: frozenset[str] = frozenset()
    closed: bool = False

    @property
    def done(self) -> bool:
        """Whether nothing is left to sort."""
        return all(cell.state is not CellState.OPEN for cell in self.cells)

    def cell(self, number: int) -> Cell | None:
        return next((cell for cell in self.cells if cell.number == number), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The unit goes into ``cell``; ``full`` when nothing is missing there any more."""

    cell: int
    order: OrderNo
    position: int
    sku: Sku
    units: int
    full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The unit goes into no cell. ``cell`` is the one it would have been for, where there is one."""

    reason: Reason | WallReason
    detail: str = ""
    cell: int | None = None
    sku: Sku | None = None
    locks: bool = True


Fit: TypeAlias = tuple[Cell, CellLine, int]


def place(wall: Wall, scan: Scan, now: Instant) -> Placed | Refused:
    """Where one scanned code goes, whole: a carton's units are never parted between cells."""
    if wall.closed:
        return Refused(reason=WallReason.BATCH_CLOSED, locks=False)
    if scan.fault is not None:
        misread = scan.fault is ScanFault.BAD_CHECK_CHARACTERS
        return Refused(reason=Reason.BAD_CHECK_DIGIT if misread else Reason.BAD_INPUT, detail=scan.fault.value)
    fits = list(fitting(wall, scan))
    if not fits:
        return Refused(reason=_stranger(scan))
    open_fits = [fit for fit in fits if fit[0].state is CellState.OPEN]
    roomy = [fit for fit in open_fits if fit[2] <= fit[1].room]
    if not roomy:
        return _no_room(fits, open_fits)
    cell, line, units = min(roomy, key=_turn)
    fault = unit_fault(line.line, scan, wall.serials, now)
    if fault is not None:
        reason, detail = fault
        locks = reason is not Reason.CAPTURE_MISSING
        return Refused(reason=reason, detail=detail, sku=line.line.sku, locks=locks)
    return Placed(
        cell=cell.number,
        order=line.order,
        position=line.position,
        sku=line.line.sku,
        units=units,
        full=cell.needed == cell.units + units,
    )


def fitting(wall: Wall, scan: Scan) -> Iterator[Fit]:
    """Every line of every cell that the code can stand for, with the units it then counts."""
    for cell in wall.cells:
        for line in cell.lines:
            if line.needed and (units := units_meant(line.line, scan)):
                yield cell, line, units


def after(wall: Wall, placed: Placed) -> Wall:
    """The wall with the unit in its cell."""
    cells = tuple(_filled(cell, placed) if cell.number == placed.cell else cell for cell in wall.cells)
    return replace(wall, cells=cells)


def _filled(cell: Cell, placed: Placed) -> Cell:
    at = placed.order, placed.position
    lines = tuple(
        replace(line, units=line.units + placed.units) if (line.order, line.position) == at else line
        for line in cell.lines
    )
    return replace(cell, lines=lines, state=CellState.FULL if placed.full else cell.state)


def _turn(fit: Fit) -> tuple[int, int, int]:
    """The cell nearest to full, then the more urgent, then the order's own first line."""
    cell, line, units = fit
    return cell.needed - cell.units - units, cell.number, line.position


def _no_room(fits: list[Fit], open_fits: list[Fit]) -> Refused:
    """Why no cell takes it: it is a carton too large, its order may not ship, or it is one too many."""
    sku = fits[0][1].line.sku
    wanting = next(((cell, line, units) for cell, line, units in open_fits if line.room > 0), None)
    if wanting is not None:
        cell, line, units = wanting
        return Refused(
            reason=WallReason.CODE_OF_SEVERAL, detail=f"{units} > {line.room}", cell=cell.number, sku=line.line.sku
        )
    stopped = next((fit for fit in fits if fit[0].state is CellState.STOPPED and fit[1].room > 0), None)
    if stopped is not None:
        cell, line, _units = stopped
        reason = Reason(cell.why) if cell.why in set(Reason) else WallReason.CELL_OUT
        return Refused(reason=reason, cell=cell.number, sku=line.line.sku, detail=cell.order)
    return Refused(reason=Reason.ENOUGH_ALREADY, sku=sku)


def _stranger(scan: Scan) -> Reason | WallReason:
    """What to call a code that no order of the batch knows."""
    kind = scan.known.kind if scan.known else None
    if kind is KnownAs.WAYBILL or kind is KnownAs.ORDER:
        return WallReason.NOT_IN_BATCH
    if kind is None and scan.bad_check_digit:
        return Reason.BAD_CHECK_DIGIT
    if kind is None and scan.gtin is None:
        return Reason.UNKNOWN_CODE
    return WallReason.NOT_IN_BATCH
