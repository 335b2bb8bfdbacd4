"""The sort wall's rules: each unit in the cell that needs it most, and a reason for every one that goes nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.packing.inputs import Instant, Known, KnownAs, Scan, ScanFault
from station.packing.model import Barcode, Capture, LineKind, OrderLine, OrderNo, Sku
from station.packing.reasons import Reason
from station.packing.sorting import Cell, CellLine, CellState, Placed, Refused, Wall, WallReason, after, place

NOW = Instant(wall_us=1_790_000_000_000_000, mono_us=0)


def _line(sku: str, quantity: int, **values: object) -> OrderLine:
    barcodes = (Barcode(code=sku), Barcode(code=f"{sku}-CARTON", units=12))
    return OrderLine(sku=Sku(sku), quantity=quantity, barcodes=barcodes, **values)  # type: ignore[arg-type]


def _cell(number: int, *lines: OrderLine, units: tuple[int, ...] = (), **values: object) -> Cell:
    order = OrderNo(f"SO-{number}")
    held = (*units, *(0 for _ in lines))
    told = tuple(CellLine(order=order, position=at, line=line, units=held[at]) for at, line in enumerate(lines))
    return Cell(number=number, orders=(order,), lines=told, **values)  # type: ignore[arg-type]


def _wall(*cells: Cell) -> Wall:
    return Wall(batch=1, cells=cells)


def _scan(text: str, **values: object) -> Scan:
    return Scan(text=text, device="test", keys=(text,), **values)  # type: ignore[arg-type]


def _placed(wall: Wall, code: str) -> Placed:
    answer = place(wall, _scan(code), NOW)
    assert isinstance(answer, Placed)
    return answer


def _refused(wall: Wall, scan: Scan) -> Refused:
    answer = place(wall, scan, NOW)
    assert isinstance(answer, Refused)
    return answer


def test_the_cell_that_becomes_full_first_gets_the_unit() -> None:
    """Of two cells that need it the one with less to go gets it, though the other is more urgent."""
    wall = _wall(_cell(1, _line("A", 3)), _cell(2, _line("A", 1)))
    assert _placed(wall, "A") == Placed(cell=2, order=OrderNo("SO-2"), position=0, sku=Sku("A"), units=1, full=True)


def test_among_equals_the_more_urgent_is_first() -> None:
    """Cell 1 is the most urgent order's."""
    assert _placed(_wall(_cell(1, _line("A", 1)), _cell(2, _line("A", 1))), "A").cell == 1


def test_a_carton_goes_whole_or_not_at_all() -> None:
    """A code of twelve goes where twelve are needed; where fewer are, the pieces are scanned."""
    wall = _wall(_cell(1, _line("A", 2)), _cell(2, _line("A", 12)))
    assert (_placed(wall, "A-CARTON").cell, _placed(wall, "A-CARTON").units) == (2, 12)
    refused = _refused(_wall(_cell(1, _line("A", 11))), _scan("A-CARTON"))
    assert (refused.reason, refused.detail) == (WallReason.CODE_OF_SEVERAL, "12 > 11")


@pytest.mark.parametrize(
    ("scan", "reason"),
    [
        (_scan("X"), Reason.UNKNOWN_CODE),
        (_scan("6901234567892", gtin="06901234567892"), WallReason.NOT_IN_BATCH),
        (_scan("6901234567890", bad_check_digit=True), Reason.BAD_CHECK_DIGIT),
        (_scan("X", known=Known(kind=KnownAs.PRODUCT, sku="X")), WallReason.NOT_IN_BATCH),
        (_scan("SO-9", known=Known(kind=KnownAs.ORDER)), WallReason.NOT_IN_BATCH),
        (_scan("SB-X", fault=ScanFault.BAD_CHECK_CHARACTERS), Reason.BAD_CHECK_DIGIT),
        (_scan("A", fault=ScanFault.INCOMPLETE), Reason.BAD_INPUT),
        (_scan("A", expiry="2020-01-01"), Reason.EXPIRED),
        (_scan("A", serial="S1"), Reason.DUPLICATE_SERIAL),
        (_scan("A", serial="S2", serial_order=OrderNo("SO-7")), Reason.DUPLICATE_SERIAL),
    ],
)
def test_a_unit_that_belongs_nowhere_says_why(scan: Scan, reason: str) -> None:
    """The reasons are the bench's own where it has one, and each locks."""
    wall = Wall(batch=1, cells=(_cell(1, _line("A", 2)),), serials=frozenset({"S1"}))
    refused = _refused(wall, scan)
    assert (refused.reason, refused.locks) == (reason, True)


def test_a_unit_must_show_what_its_line_captures() -> None:
    """Without the lot the code is asked for again; nothing locks."""
    refused = _refused(_wall(_cell(1, _line("A", 1, captures=(Capture.LOT,)))), _scan("A"))
    assert (refused.reason, refused.detail, refused.locks) == (Reason.CAPTURE_MISSING, "lot", False)


def test_enough_is_enough() -> None:
    """When every cell has its units, one more goes back."""
    assert _refused(_wall(_cell(1, _line("A", 1), units=(1,))), _scan("A")).reason is Reason.ENOUGH_ALREADY


@pytest.mark.parametrize(
    ("why", "reason"),
    [
        (Reason.ORDER_CANCELLED, Reason.ORDER_CANCELLED),
        (Reason.ORDER_HELD, Reason.ORDER_HELD),
        (WallReason.CELL_OUT, WallReason.CELL_OUT),
    ],
)
def test_nothing_goes_into_a_stopped_cell(why: str, reason: str) -> None:
    """A unit only a stopped order wants is refused with that order's reason; another cell still gets its own."""
    stopped = _cell(1, _line("A", 1), state=CellState.STOPPED, why=why)
    refused = _refused(_wall(stopped), _scan("A"))
    assert (refused.reason, refused.cell) == (reason, 1)
    assert _placed(_wall(stopped, _cell(2, _line("A", 5))), "A").cell == 2


def test_a_virtual_line_needs_nothing() -> None:
    """A cell is full without what is not packed."""
    wall = _wall(_cell(1, _line("A", 1), _line("V", 3, kind=LineKind.VIRTUAL)))
    assert _placed(wall, "A").full
    assert _refused(wall, _scan("V")).reason is Reason.UNKNOWN_CODE


def test_a_closed_batch_takes_nothing() -> None:
    """After closing the wall refuses, and needs no clear."""
    refused = _refused(Wall(batch=1, cells=(_cell(1, _line("A", 1)),), closed=True), _scan("A"))
    assert (refused.reason, refused.locks) == (WallReason.BATCH_CLOSED, False)


ORDERS = st.lists(
    st.dictionaries(st.sampled_from("ABCDEF"), st.integers(1, 14), min_size=1, max_size=4), min_size=1, max_size=8
)


@given(orders=ORDERS, data=st.data())
def test_any_order_of_scans_fills_every_cell(orders: list[dict[str, int]], data: st.DataObject) -> None:
    """However the units of a batch are mixed, each goes to a cell that needs it, and at the end all are full."""
    wall = _wall(
        *(
            _cell(number, *(_line(sku, units) for sku, units in lines.items()))
            for number, lines in enumerate(orders, start=1)
        )
    )
    pieces = [sku for lines in orders for sku, units in lines.items() for _ in range(units)]
    for sku in data.draw(st.permutations(pieces)):
        placed = _placed(wall, sku)
        cell = wall.cell(placed.cell)
        assert cell is not None
        assert cell.lines[placed.position].room >= placed.units
        wall = after(wall, placed)
    assert all(cell.state is CellState.FULL and not cell.missing for cell in wall.cells)
    assert wall.done
    for sku in set(pieces):
        assert _refused(wall, _scan(sku)).reason is Reason.ENOUGH_ALREADY


@given(orders=ORDERS, codes=st.lists(st.sampled_from(["A", "B", "C", "A-CARTON", "B-CARTON", "Z"]), max_size=40))
def test_no_scans_overfill_a_cell(orders: list[dict[str, int]], codes: list[str]) -> None:
    """Whatever is scanned, wrong codes and cartons among it, no line has more than it needs."""
    wall = _wall(
        *(
            _cell(number, *(_line(sku, units) for sku, units in lines.items()))
            for number, lines in enumerate(orders, start=1)
        )
    )
    for code in codes:
        answer = place(wall, _scan(code), NOW)
        if isinstance(answer, Placed):
            wall = after(wall, answer)
    assert all(0 <= line.units <= line.needed for cell in wall.cells for line in cell.lines)
