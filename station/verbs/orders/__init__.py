"""``orders``: look at orders. Each file here adds its own acts; personal data is masked unless asked for."""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home
from station.orders.shop_time import utc_text

if TYPE_CHECKING:
    from station.orders.finding import OrderRow

LIST_MAX = 1_000


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("orders", parents=[common], help="look at orders; decide what becomes of one")
    parser.add_argument("--state", metavar="S", help="ready, held, packing, sealed, shipped, cancelled …")
    parser.add_argument("--search", default="", metavar="TEXT", help="part of a number or name; a waybill; a SKU")
    parser.add_argument("--personal", action="store_true", help="show names and addresses")
    parser.set_defaults(run=_list)
    acts = parser.add_subparsers(title="acts", metavar="ACT")
    for module in sorted(iter_modules(__path__), key=lambda found: found.name):
        import_module(f"{__name__}.{module.name}").add(acts, common)


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.packing.model import OrderState

    state = None
    if args.state:
        if args.state not in set(OrderState):
            raise UsageTrouble(f"there is no state {args.state!r}; known: {', '.join(OrderState)}")
        state = OrderState(args.state)
    with terminal.opened(home) as book:
        rows = book.search(args.search, state=state, limit=LIST_MAX + 1)
    if len(rows) > LIST_MAX:
        print(f"sealbench: only the first {LIST_MAX} orders are shown.", file=sys.stderr)
    listed = [_listed(row, personal=args.personal) for row in rows[:LIST_MAX]]
    if args.json:
        print(json.dumps({"orders": listed}, ensure_ascii=False))
        return 0
    for row in listed:
        holds = ", ".join(hold["reason"] for hold in row["holds"])
        marks = "  ".join(filter(None, ("expedited" if row["expedited"] else "", holds)))
        print(f"{row['order']:<22} {row['state']:<10} {row['units']:>4}  {row['name']:<12} {row['country']}  {marks}")
    return 0


def _listed(row: OrderRow, *, personal: bool) -> dict[str, Any]:
    from station.orders.gate_documents import hold_documents
    from station.orders.masking import mask_name

    return {
        "order": row.number,
        "platform": row.platform,
        "shop": row.shop,
        "state": row.state,
        "lines": row.lines,
        "units": row.units,
        "name": row.name if personal else mask_name(row.name),
        "country": row.country,
        "service": row.service,
        "waybill": row.waybill,
        "bench": row.bench,
        "deadline": utc_text(row.deadline_us),
        "expedited": row.expedited,
        "holds": hold_documents(row.holds),
    }
