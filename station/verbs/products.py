"""``products import``: SKUs, barcodes and weights into the order book."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from station.home import Home


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("products", parents=[common], help="the product file")
    acts = parser.add_subparsers(metavar="ACT", required=True)
    act = acts.add_parser("import", parents=[common], help="take a product file")
    act.add_argument("file", type=Path, metavar="FILE")
    act.set_defaults(run=_import)


def _import(args: argparse.Namespace, home: Home) -> int:
    from station.orders.opening import open_book
    from station.orders.products import import_products
    from station.settings import config_dir, load

    book = open_book(home, config_dir(), load(home).bench.orderbook)
    try:
        report = import_products(book, args.file)
    finally:
        book.close()
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
    return 1 if errors else 0
