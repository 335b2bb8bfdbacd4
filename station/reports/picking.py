"""A pick batch, its list and its scans in words, rows and documents: what ``pick`` prints. Nothing is looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from station.labels.saying import Say
from station.orders.pick_look import PickBatch, PickStop
from station.orders.pick_scan import PickNo, PickReply
from station.orders.shop_time import utc_text
from station.packing.picking import Share
from station.packing.sorting import Cell
from station.reports.table import Cell as TableCell

_REFUSED: Final[Mapping[PickNo, tuple[str, str]]] = MappingProxyType({
    PickNo.UNREADABLE: ("条码读不清，请再扫", "the code cannot be read: scan again"),
    PickNo.BAD_CHECK_DIGIT: ("条码没有读全，请再扫", "misread: scan that code again"),
    PickNo.NOT_IN_BATCH: ("这一批不要，请放回", "not wanted in this batch: put it back"),
    PickNo.ENOUGH_ALREADY: ("已经够了，请放回", "enough already: put it back"),
    PickNo.CODE_OF_SEVERAL: ("整箱太多，请扫单件", "a whole carton is too many: scan the pieces"),
    PickNo.NOTHING_TAKEN: ("没有可退的", "nothing of it was counted"),
})  # fmt: skip


def headers(say: Say) -> tuple[str, ...]:
    return (
        say("序号", "No."),
        say("库位", "location"),
        "SKU",
        say("商品", "item"),
        say("数量", "qty"),
        say("已拣", "picked"),
        say("缺", "short"),
        say("格", "cells"),
        say("条码", "barcode"),
    )


def sentence(batch: PickBatch) -> str:
    """A batch in one line."""
    is_open = batch.closed_us is None
    state = f"open since {utc_text(batch.opened_us)}" if is_open else f"closed {utc_text(batch.closed_us)}"
    kind = "single orders" if batch.single else "cells"
    return (
        f"batch {batch.id}, {state}: {len(batch.cells)} {kind}, {batch.full} complete;"
        f" {batch.picked} of {batch.units} units picked"
    )


def cell_line(cell: Cell, say: Say) -> str:
    tote = f"  {say('周转箱', 'tote')} {cell.tote}" if cell.tote else ""
    why = f" ({cell.why})" if cell.why else ""
    head = f"{say('格', 'cell')} {cell.number:>3}  {cell.order:<22}"
    return f"{head} {cell.units}/{cell.needed}  {cell.state.value}{why}{tote}"


def shares(stop: PickStop, *, single: bool = False) -> str:
    """How the units are parted: ``2→7 1→12``; a batch of single orders has no cells."""
    if single:
        return ""
    return "  ".join(f"{units}→{cell}" for cell, units in stop.stop.cells)


def item(stop: PickStop) -> str:
    line = stop.stop.line
    return " ".join(filter(None, (line.name, line.variant)))


def rows(batch: PickBatch) -> Sequence[Sequence[TableCell]]:
    return [
        (
            number,
            stop.stop.location,
            stop.stop.line.sku,
            item(stop),
            stop.stop.units,
            stop.picked,
            stop.short,
            shares(stop, single=batch.single),
            piece_code(stop),
        )
        for number, stop in enumerate(batch.stops, start=1)
    ]


def piece_code(stop: PickStop) -> str:
    """The barcode of one piece; the SKU itself where no other is known."""
    codes = [barcode.code for barcode in stop.stop.line.barcodes if barcode.units == 1]
    return next((code for code in codes if code != stop.stop.line.sku), stop.stop.line.sku)


def scan_line(reply: PickReply, say: Say) -> str:
    if reply.why is not None:
        return f"{say('拒绝', 'REFUSED')}  {reply.code}  {say(*_REFUSED[reply.why])}"
    stop = reply.stop
    assert stop is not None
    act = say("已拣", "picked") if reply.units > 0 else say("放回", "put back")
    cells = f"{say('格', 'cells')} {shares(stop)}"
    return f"{act} {abs(reply.units)}  {stop.stop.line.sku}  {stop.picked}/{stop.stop.units}  {cells}"


def next_line(then: PickStop | None, say: Say) -> str:
    if then is None:
        return say("全部拣完", "all picked")
    where = then.stop.location or say("无库位", "no location")
    return f"{say('下一个', 'next')}  {where}  {then.stop.line.sku}  {item(then)}  × {then.wanted}"


def document(batch: PickBatch) -> dict[str, Any]:
    return {
        "batch": batch.id,
        "place": batch.place,
        "single": batch.single,
        "opened": utc_text(batch.opened_us),
        "opened_by": batch.opened_by,
        "closed": utc_text(batch.closed_us),
        "closed_by": batch.closed_by,
        "units": batch.units,
        "picked": batch.picked,
        "full": batch.full,
        "cells": [_cell(cell) for cell in batch.cells],
        "list": [stop_document(stop) for stop in batch.stops],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "cell": cell.number,
        "order": cell.order,
        "tote": cell.tote,
        "state": cell.state.value,
        "why": cell.why,
        "sorted": cell.units,
        "needed": cell.needed,
        "missing": [{"sku": sku, "units": units} for sku, units in cell.missing],
    }


def stop_document(stop: PickStop | None) -> dict[str, Any] | None:
    if stop is None:
        return None
    return {
        "location": stop.stop.location,
        "sku": stop.stop.line.sku,
        "name": item(stop),
        "units": stop.stop.units,
        "picked": stop.picked,
        "short": stop.short,
        "cells": [{"cell": cell, "units": units} for cell, units in stop.stop.cells],
    }


def scan_document(reply: PickReply) -> dict[str, Any]:
    return {
        "code": reply.code,
        "taken": reply.why is None,
        "reason": reply.why,
        "units": reply.units,
        "stop": stop_document(reply.stop),
        "next": stop_document(reply.then),
    }


def share_document(share: Share) -> dict[str, Any]:
    return {"order": share.order, "missing": share.units}
