"""``notices``: what the buyers of handed-over parcels are written, each in their language, as a file."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from station import terminal
from station.errors import UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station.orders.notices import Gone, Notice
    from station.orders.orderbook import OrderBook


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("notices", parents=[common], help="texts to the buyers of parcels that have left")
    parser.add_argument("--platform", default="", metavar="P", help="of one platform only")
    parser.add_argument("--order", default="", metavar="NO", help="of one order only")
    parser.add_argument("--again", action="store_true", help="also what was written before")
    parser.add_argument("--by", default="", metavar="WHO", help="badge or name of who does it")
    parser.add_argument("-o", "--out", required=True, type=Path, metavar="FILE", help=".csv, .xlsx or .txt")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.orders.notice_texts import refuse_ending
    from station.orders.notices import gone, mark_written

    refuse_ending(args.out)
    with terminal.opened(home) as book:
        found = gone(book, platform=args.platform, order=args.order)
        _refuse_unknown(args, book, found)
        made = _written(home, [parcel for parcel in found if args.again or parcel.written_us is None])
        if made:
            _save(args.out, made)
            who = terminal.who(args.by, book, home)
            mark_written(book, made, file=args.out.name, who=who, now_us=terminal.now_us())
    _say(args, made)
    return 0


def _refuse_unknown(args: argparse.Namespace, book: OrderBook, found: Sequence[Gone]) -> None:
    from station.orders.confirming import platforms
    from station.registry import known

    if args.order and not found:
        remedy = "Only parcels that a carrier has are told of; look with: sealbench orders show NO."
        raise UsageTrouble(f"no parcel of order {args.order[:60]} has left", remedy=remedy)
    every = sorted({*known("confirmation"), *platforms(book)})
    if args.platform and args.platform not in every:
        raise UsageTrouble(f"no platform is called {args.platform[:40]!r}", remedy=f"Known: {', '.join(every)}.")


def _written(home: Home, parcels: Sequence[Gone]) -> tuple[Notice, ...]:
    from station.orders.notice_texts import load_notice_texts
    from station.orders.notices import written
    from station.orders.opening import shop_of
    from station.orders.routes import load_services
    from station.settings import config_dir

    texts = load_notice_texts(config_dir(), home.root)
    services = {service.id: service for service in load_services(config_dir(), home.root)}
    names = {shop: shop_of(home, config_dir(), shop).name for shop in sorted({parcel.shop for parcel in parcels})}
    return written(parcels, texts, services, names)


HEADERS = ("order", "platform", "shop", "buyer", "country", "language", "service", "waybill", "text")


def _save(out: Path, made: Sequence[Notice]) -> None:
    from station.reports.table import save, write_file

    if out.suffix.lower() == ".txt":
        parts = (f"{notice.parcel.told_as}  {notice.parcel.waybill}\n\n{notice.text}\n" for notice in made)
        save(out, f"\n{'-' * 40}\n\n".join(parts).encode())
    else:
        write_file(out, HEADERS, [_cells(notice) for notice in made])


def _cells(notice: Notice) -> tuple[str, ...]:
    parcel = notice.parcel
    head = (parcel.told_as, parcel.platform, parcel.shop, parcel.buyer, parcel.country, notice.language)
    return *head, parcel.service, parcel.waybill, notice.text


def _say(args: argparse.Namespace, made: Sequence[Notice]) -> None:
    if args.json:
        told = [
            {"order": notice.parcel.order, "waybill": notice.parcel.waybill, "language": notice.language}
            for notice in made
        ]
        print(json.dumps({"file": str(args.out) if made else None, "notices": told}, ensure_ascii=False))
    elif made:
        languages = ", ".join(sorted({notice.language for notice in made}))
        print(f"{args.out}: {len(made)} notices ({languages})")
    else:
        print("sealbench: no buyer waits for a notice; no file was written.", file=sys.stderr)
