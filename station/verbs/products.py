"""``products``: SKUs, barcodes, sizes and weights into the order book; which given weights the parcels contradict."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from station import terminal
from station.home import Home

if TYPE_CHECKING:
    from station.orders.orderbook import OrderBook
    from station.orders.weights import WeightGap


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("products", parents=[common], help="the product file")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    act = acts.add_parser("import", parents=[common], help="take a product file")
    act.add_argument("file", type=Path, metavar="FILE")
    act.add_argument("--by", default="", metavar="WHO", help="badge or name of who does it")
    act.set_defaults(run=_import)
    weights = acts.add_parser("weights", parents=[common], help="given weights that the parcels contradict")
    weights.set_defaults(run=_weights)


def _import(args: argparse.Namespace, home: Home) -> int:
    from station.orders.people import done_by
    from station.orders.products import import_products

    with terminal.opened(home) as book:
        who = done_by(book.people(), args.by)
        report = import_products(book, args.file, now_us=terminal.now_us(), who=who)
        gaps = _gaps(book, home)
    errors = [{"row": fault.row, "column": fault.column, "message": fault.message} for fault in report.faults]
    if args.json:
        counts = {name: getattr(report, name) for name in ("products", "new", "updated", "unchanged")}
        document = {"file": str(args.file), **counts, "refused": len(errors), "errors": errors}
        print(json.dumps(document, ensure_ascii=False))
    else:
        for fault in report.faults:
            print(f"{args.file.name}, row {fault.row}, {fault.column}: {fault.message}", file=sys.stderr)
        print(
            f"{args.file.name}: {report.products} products; {report.new} new, {report.updated} updated, "
            f"{report.unchanged} unchanged; {len(errors)} rows refused"
        )
    if gaps:
        shown = ", ".join(gap.sku for gap in gaps[:SHOWN]) + (" …" if len(gaps) > SHOWN else "")
        print(
            f"the parcels contradict {len(gaps)} given weights: {shown} (sealbench products weights)", file=sys.stderr
        )
    return 1 if errors else 0


SHOWN = 10
"""SKUs named in one sentence."""


def _weights(args: argparse.Namespace, home: Home) -> int:
    with terminal.opened(home) as book:
        gaps = _gaps(book, home)
    if args.json:
        print(json.dumps({"weights": [_document(gap) for gap in gaps]}, ensure_ascii=False))
        return 0
    print("\n".join(_sentence(gap) for gap in gaps) or "no given weight is contradicted by the parcels")
    return 0


def _gaps(book: OrderBook, home: Home) -> Sequence[WeightGap]:
    from station.orders.engine import reading
    from station.orders.weights import weight_gaps
    from station.settings import load

    packing = load(home).packing
    with reading(book.engine) as connection:
        return weight_gaps(
            connection, tolerance_mg=packing.tolerance_g * 1000, tolerance_percent=packing.tolerance_percent
        )


def _sentence(gap: WeightGap) -> str:
    name = f" ({gap.name})" if gap.name else ""
    return (
        f"{gap.sku}{name}: given {_g(gap.given_mg)} g, {gap.parcels} parcels say {_g(gap.learned_mg)} g "
        f"({_g(gap.lowest_mg)} to {_g(gap.highest_mg)}). The given one is used: correct the product file."
    )


def _document(gap: WeightGap) -> dict[str, object]:
    return {
        "sku": gap.sku,
        "name": gap.name,
        "given_g": gap.given_mg / 1000,
        "learned_g": gap.learned_mg / 1000,
        "lowest_g": gap.lowest_mg / 1000,
        "highest_g": gap.highest_mg / 1000,
        "parcels": gap.parcels,
    }


def _g(weight_mg: int) -> str:
    return f"{weight_mg / 1000:.0f}"
