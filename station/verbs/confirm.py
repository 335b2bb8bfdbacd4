"""``confirm``: the ship-confirmation file of a platform, and what it has not confirmed yet."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

    from station.orders.confirming import Unconfirmed
    from station.orders.orderbook import OrderBook

PLAIN = "generic"
"""The format of a platform that has none of its own."""


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("confirm", parents=[common], help="tell the platforms what was handed over")
    parser.add_argument("--platform", default="", metavar="P", help="whose orders: taobao, aliexpress, amazon …")
    parser.add_argument("--shop", default="", metavar="NAME", help="of one shop only")
    parser.add_argument("--format", default="", metavar="F", help="another file than the platform's own: generic …")
    parser.add_argument("--again", action="store_true", help="also what an earlier file had and is not confirmed")
    parser.add_argument("--pending", action="store_true", help="list what is not confirmed, and until when it must be")
    parser.add_argument(
        "--done",
        nargs="+",
        default=[],
        metavar="NO|FILE",
        help="the platform shows these as shipped: numbers, or files",
    )
    parser.add_argument("--by", default="", metavar="WHO", help="badge or name of who does it")
    parser.add_argument("-o", "--out", type=Path, metavar="FILE")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    if [args.pending, bool(args.done), args.out is not None].count(True) != 1:
        what = "confirm takes -o FILE to write one, --pending to look, or --done what is confirmed, one of them"
        raise UsageTrouble(what)
    if args.out is not None and not args.platform:
        raise UsageTrouble("whose orders?", remedy="Name the platform with --platform.")
    now_us = terminal.now_us()
    with terminal.opened(home) as book:
        if args.pending:
            return _pending(args, home, book, now_us)
        if args.done:
            return _done(args, home, book, now_us)
        return _export(args, home, book, now_us)


def _found(args: argparse.Namespace, home: Home, book: OrderBook, now_us: int) -> tuple[list[Unconfirmed], int]:
    """What is not confirmed, and the shop's minutes east of UTC."""
    from station.orders.confirming import unconfirmed
    from station.orders.deadline_rules import load_deadline_rules
    from station.settings import config_dir

    rules = load_deadline_rules(home, config_dir(), now_us=now_us)
    found = unconfirmed(book, rules, platform=args.platform)
    return [each for each in found if args.shop in ("", each.shop)], rules.utc_offset_minutes


def _pending(args: argparse.Namespace, home: Home, book: OrderBook, now_us: int) -> int:
    from station.reports.table import in_columns

    found, offset = _found(args, home, book, now_us)
    listed = [_listed(each, now_us, offset) for each in found]
    sums = _sums(found, now_us, offset)
    if args.json:
        print(json.dumps({"pending": listed, "platforms": sums}, ensure_ascii=False))
    elif listed:
        shown = (
            in_columns(tuple(table[0]), [tuple(_cell(value) for value in each.values()) for each in table])
            for table in (listed, sums)
        )
        print("\n\n".join(shown))
    else:
        print("everything handed over is confirmed")
    return 0


def _sums(found: Sequence[Unconfirmed], now_us: int, offset: int) -> list[dict[str, Any]]:
    """A line a platform: how many wait, how many of them no file has told yet, the next deadline, how many are late."""
    by_platform: dict[str, list[Unconfirmed]] = {}
    for each in found:
        by_platform.setdefault(each.platform, []).append(each)
    return [
        {
            "platform": platform,
            "waiting": len(each),
            "not_told": sum(parcel.exported_us is None for parcel in each),
            "doubted": sum(parcel.doubted_us is not None for parcel in each),
            "next": _iso(min((p.until_us for p in each if p.until_us and p.until_us >= now_us), default=None), offset),
            "overdue": sum(parcel.until_us is not None and parcel.until_us < now_us for parcel in each),
        }
        for platform, each in sorted(by_platform.items())
    ]


def _done(args: argparse.Namespace, home: Home, book: OrderBook, now_us: int) -> int:
    """Numbers that do not wait are refused when typed, and counted when they stand in a file."""
    from station.orders.outbox import confirm_done

    found, _offset = _found(args, home, book, now_us)
    by_number: dict[str, list[Unconfirmed]] = {}
    for each in found:
        for name in {each.order, each.told_as, each.waybill} - {""}:
            by_number.setdefault(name, []).append(each)
    named, strangers = _named(args.done, by_number)
    keys = sorted({(each.order, each.waybill) for name in named for each in by_number[name]})
    who = terminal.who(args.by, book, home)
    confirm_done(book, keys, who=who, now_us=now_us)
    if args.json:
        print(json.dumps({"confirmed": sorted({order for order, _ in keys}), "not_waiting": strangers}))
    else:
        parcels = len({waybill or order for order, waybill in keys})
        print(f"{parcels} parcels are confirmed; their platform's next file is compared with it")
    if strangers and not args.json:
        print(f"sealbench: {strangers} rows name no parcel that waits for a confirmation.", file=sys.stderr)
    return 0


def _named(given: Sequence[str], waiting: Mapping[str, object]) -> tuple[set[str], int]:
    """The numbers meant, and how many rows of files mean none."""
    named: set[str] = set()
    strangers = 0
    for one in given:
        if Path(one).is_file():
            heads, rows = _cells_of(Path(one))
            named.update(cell for cell in heads if cell in waiting)
            for row in rows:
                hits = {cell for cell in row if cell in waiting}
                named |= hits
                strangers += not hits and any(row)
        elif one in waiting:
            named.add(one)
        else:
            raise UsageTrouble(
                f"{one[:60]!r} does not wait for a confirmation", remedy="Look with: sealbench confirm --pending."
            )
    return named, strangers


def _cells_of(file: Path) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """The file's first row, which may be headers, and the others; also of a plain list, a number a line."""
    from station.errors import Trouble
    from station.orders.sheet import cell_text
    from station.orders.table_file import read_table

    try:
        data = file.read_bytes()
    except OSError as error:
        raise Trouble(f"the file cannot be read: {(error.strerror or '').lower()}", where=str(file)) from error
    table = read_table(data, name=file.name)
    return [cell_text(head) for head in table.headers], [[cell_text(cell) for cell in row] for row in table.rows]


def _cell(value: str | bool | int | None) -> str | int:
    """``late`` is the only column that is yes or no."""
    if isinstance(value, bool):
        return "LATE" if value else ""
    return "-" if value is None or value == "" else value


def _listed(each: Unconfirmed, now_us: int, offset: int) -> dict[str, Any]:
    return {
        "order": each.order,
        "platform": each.platform,
        "shop": each.shop,
        "service": each.service,
        "waybill": each.waybill,
        "handed_over": _iso(each.handed_over_us, offset),
        "exported": _iso(each.exported_us, offset),
        "until": _iso(each.until_us, offset),
        "doubted": _iso(each.doubted_us, offset),
        "late": each.until_us is not None and each.until_us < now_us,
    }


def _iso(time_us: int | None, offset: int) -> str | None:
    """In the shop's time of day, as its deadlines are told."""
    from datetime import UTC, datetime, timedelta, timezone

    if time_us is None:
        return None
    zone = timezone(timedelta(minutes=offset))
    return datetime.fromtimestamp(time_us // 1_000_000, UTC).astimezone(zone).isoformat(timespec="seconds")


def _export(args: argparse.Namespace, home: Home, book: OrderBook, now_us: int) -> int:
    from station.orders.confirming import mark_exported, tellable, told, with_its_others
    from station.orders.routes import load_platform_names, load_services
    from station.reports.table import write_file
    from station.settings import config_dir

    form = _form(args, book)
    found, offset = _found(args, home, book, now_us)
    open_ones = [each for each in found if args.again or each.exported_us is None]
    chosen = tellable(open_ones, each_parcel=form.EACH_PARCEL)
    _refuse_several_shops(chosen)
    if chosen:
        services = {service.id: service for service in load_services(config_dir(), home.root)}
        names = load_platform_names(config_dir(), home.root)
        shipped = told(chosen, services, names, utc_offset_minutes=offset)
        write_file(args.out, form.HEADERS, [form.row(each) for each in shipped])
        who = terminal.who(args.by, book, home)
        marked = chosen if form.EACH_PARCEL else with_its_others(chosen, open_ones)
        mark_exported(book, marked, file=args.out.name, who=who, now_us=now_us)
    _say(args, form.speaks, chosen)
    return 0


def _form(args: argparse.Namespace, book: OrderBook) -> ModuleType:
    """The module of the file's format; a platform nobody knows of and an ending the format has not are refused."""
    from station.orders.confirming import platforms
    from station.registry import find, known

    formats = known("confirmation")
    every = sorted({*formats, *platforms(book)})
    if args.platform not in every:
        raise UsageTrouble(f"no platform is called {args.platform[:40]!r}", remedy=f"Known: {', '.join(every)}.")
    if args.format and args.format not in formats:
        raise UsageTrouble(f"no format is called {args.format[:40]!r}", remedy=f"Known: {', '.join(formats)}.")
    form = find("confirmation", args.format or (args.platform if args.platform in formats else PLAIN))
    if args.out.suffix.lower() not in form.ENDINGS:
        endings = " or ".join(form.ENDINGS)
        raise UsageTrouble(f"a file for {form.speaks} must end in {endings}", where=str(args.out))
    return form


def _refuse_several_shops(chosen: Sequence[Unconfirmed]) -> None:
    shops = sorted({each.shop for each in chosen})
    if len(shops) > 1:
        raise UsageTrouble(f"these are orders of several shops: {', '.join(shops)}", remedy="Name one with --shop.")


def _say(args: argparse.Namespace, form: str, chosen: Sequence[Unconfirmed]) -> None:
    file = str(args.out) if chosen else None
    if args.json:
        document = {"platform": args.platform, "format": form, "file": file, "orders": [each.order for each in chosen]}
        print(json.dumps(document, ensure_ascii=False))
    elif chosen:
        parcels = len({each.waybill or each.order for each in chosen})  # orders under one waybill are one
        print(f"{args.out}: {parcels} parcels of {args.platform}; give it to the platform, then import its orders.")
        if form == PLAIN and args.platform != PLAIN and not args.format:
            print(
                f"sealbench: {args.platform} has no format of its own here: the columns are the plain ones.",
                file=sys.stderr,
            )
    else:
        print(f"sealbench: nothing of {args.platform} waits to be confirmed; no file was written.", file=sys.stderr)
