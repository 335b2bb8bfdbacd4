"""``waybills``: the pool of numbers, numbers by hand, and the carriers' batch files out and back in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from station import terminal
from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.orders.shop_time import utc_text

if TYPE_CHECKING:
    from station.orders.carrier_batches import KeptBack
    from station.orders.check_digits import Range
    from station.packing.routing import Routing, Service

FAULTS_SHOWN = 100
ORDERS_SHOWN = 20


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("waybills", parents=[common], help="waybill numbers, and the carriers' batch files")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    _add_numbers(acts, common)
    _add_batches(acts, common)


def _add_numbers(acts: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    put = acts.add_parser("add", parents=[common], help="add numbers, one a line or a whole range")
    put.add_argument("file", type=Path, nargs="?", metavar="FILE", help="one number a line")
    put.add_argument("--range", nargs=2, metavar=("FROM", "TO"), help="both counted in; check digits are worked out")
    put.add_argument("--service", required=True, metavar="S")
    put.set_defaults(run=_add)
    pool = acts.add_parser("pool", parents=[common], help="how many numbers are left, and for how long")
    pool.set_defaults(run=_pool)
    void = acts.add_parser("void", parents=[common], help="take a number out of use for ever")
    void.add_argument("number", metavar="NUMBER")
    void.add_argument("--reason", required=True, metavar="R")
    void.add_argument("--by", default="", metavar="WHO", help="badge or name of who does it")
    void.set_defaults(run=_void)
    voided = acts.add_parser("voided", parents=[common], help="the numbers that are void")
    voided.add_argument("--service", default="", metavar="S")
    voided.set_defaults(run=_voided)
    assign = acts.add_parser("assign", parents=[common], help="give an order a number by hand")
    assign.add_argument("order", metavar="NO")
    assign.add_argument("number", metavar="NUMBER")
    assign.add_argument("--service", required=True, metavar="S")
    assign.add_argument(
        "--reason", default="", metavar="R", help="why this service, where the order was to go by another"
    )
    assign.add_argument("--by", default="", metavar="WHO", help="badge or name of who does it")
    assign.set_defaults(run=_assign)


def _add_batches(acts: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    upload = acts.add_parser("upload", parents=[common], help="write the carrier's batch file of what it was not told")
    upload.add_argument("--service", required=True, metavar="S")
    upload.add_argument("-o", "--out", required=True, type=Path, metavar="FILE", help="ends in .csv or .xlsx")
    upload.add_argument("--template", type=Path, metavar="FILE", help="the carrier's own; its columns are remembered")
    upload.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=FIELD", help="what fills a column; - leaves it empty"
    )
    upload.add_argument("--again", action="store_true", help="what an earlier batch has had too")
    upload.add_argument("--by", default="", metavar="WHO", help="badge or name of who does it")
    upload.set_defaults(run=_upload)
    take = acts.add_parser("take", parents=[common], help="the numbers of the carrier's answer, all or none")
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument("--service", required=True, metavar="S")
    take.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=MEANING", help="order or waybill; is remembered"
    )
    take.set_defaults(run=_take)
    news = acts.add_parser("news", parents=[common], help="tracking and weights from a carrier's file, all or none")
    news.add_argument("file", type=Path, metavar="FILE")
    news.set_defaults(run=_news)
    batches = acts.add_parser("batches", parents=[common], help="the batch files written so far")
    batches.add_argument("--service", default="", metavar="S")
    batches.set_defaults(run=_batches)


def _routing(home: Home) -> Routing:
    from station.orders.routes import load_routing
    from station.settings import config_dir

    return load_routing(config_dir(), home.root)


def _service(name: str, home: Home) -> Service:
    from station.orders.routes import load_services, service_named
    from station.settings import config_dir

    return service_named(name, load_services(config_dir(), home.root))


def _add(args: argparse.Namespace, home: Home) -> int:
    service = _service(args.service, home)
    if bool(args.file) == bool(args.range):
        raise UsageTrouble("give either a FILE of numbers or --range FROM TO")
    numbers = _range(args.range, service) if args.range else _lines(args.file)
    where = "range" if args.range else args.file.name
    with terminal.opened(home) as book:
        added, faults = book.add_numbers(numbers, service, now_us=terminal.now_us())
    errors = [{"row": fault.row, "number": fault.number, "message": fault.message} for fault in faults]
    for error in () if args.json else errors[:FAULTS_SHOWN]:
        print(f"{where}, line {error['row']}, {error['number']}: {error['message']}", file=sys.stderr)
    document = {"service": service.id, "added": added, "refused": len(errors), "errors": errors}
    terminal.answer(args, document, f"{service.en}: {added} numbers added, {len(errors)} lines refused")
    return 1 if errors else 0


def _range(ends: Sequence[str], service: Service) -> Range:
    from station.orders.check_digits import RangeFault, range_of
    from station.orders.numbers import NUMBERS_MAX

    first, last = (end.strip().upper() for end in ends)
    try:
        found = range_of(first, last, service.numbers)
    except RangeFault as fault:
        raise UsageTrouble(f"--range {first} {last}: {fault}") from fault
    if len(found) > NUMBERS_MAX:
        raise UsageTrouble(f"the range has {len(found)} numbers, at most {NUMBERS_MAX} go in at once")
    return found


def _lines(file: Path) -> list[str]:
    from station.orders.numbers import NUMBERS_MAX

    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise Trouble(f"the file cannot be read: {(error.strerror or '').lower()}", where=str(file)) from error
    except UnicodeDecodeError as error:
        raise Trouble("the file is not text", where=str(file), remedy="One number a line.") from error
    if len(lines) > NUMBERS_MAX:
        raise Trouble(f"the file has more than {NUMBERS_MAX} lines", where=str(file), remedy="Split it.")
    return lines


def _pool(args: argparse.Namespace, home: Home) -> int:
    from station.orders.engine import reading
    from station.orders.pool import PACE_DAYS, levels

    services = _routing(home).services.values()
    with terminal.opened(home) as book, reading(book.engine) as connection:
        found = levels(connection, services, now_us=terminal.now_us())
    rows = [
        {
            "service": level.service.id,
            "free": level.count.free,
            "drawn": level.count.drawn,
            "sent": level.count.sent,
            "void": level.count.void,
            "used_a_day": round(level.used / PACE_DAYS, 1),
            "days_left": None if level.days_left is None else round(level.days_left, 1),
            "low_water": level.service.low_water,
            "low": level.low,
        }
        for level in found
    ]
    lines = [
        f"{row['service']:<26}{row['free']:>8} free  {row['used_a_day']:>7} a day  "
        f"{'' if row['days_left'] is None else row['days_left']:>6} days{'  LOW' if row['low'] else ''}"
        for row in rows
        if row["free"] or row["drawn"] or row["sent"] or row["void"]
    ]
    terminal.answer(args, {"pools": rows}, *(lines or ["no numbers in any pool"]))
    return 0


def _void(args: argparse.Namespace, home: Home) -> int:
    from station.orders.engine import writing
    from station.orders.pool import void

    number = args.number.strip().upper()
    with terminal.opened(home) as book:
        who = terminal.who(args.by, book, home)
        with writing(book.engine) as connection:
            order = void(connection, number, reason=args.reason, who=who, now_us=terminal.now_us())
    lost = f"; order {order} draws another one" if order else ""
    terminal.answer(args, {"number": number, "void": True, "order": order}, f"{number} is void{lost}")
    return 0


def _voided(args: argparse.Namespace, home: Home) -> int:
    from station.orders.engine import reading
    from station.orders.pool import voided

    service = _service(args.service, home).id if args.service else ""
    with terminal.opened(home) as book, reading(book.engine) as connection:
        found = voided(connection, service)
    rows = [
        {"number": v.number, "service": v.service, "order": v.order_no, "at": utc_text(v.changed_us), "reason": v.note}
        for v in found
    ]
    terminal.answer(
        args,
        {"voided": rows},
        *(f"{r['number']:<22} {r['service']:<24} {r['order']:<20} {r['at']}  {r['reason']}" for r in rows),
    )
    return 0


def _assign(args: argparse.Namespace, home: Home) -> int:
    from station.orders.assigning import assign

    service, routing = _service(args.service, home), _routing(home)
    number = args.number.strip().upper().replace(" ", "")
    with terminal.opened(home) as book:
        who = terminal.who(args.by, book, home)
        now_us = terminal.now_us()
        given = assign(book, args.order, number, service, routing, reason=args.reason, who=who, now_us=now_us)
    said = "has" if given else "has already"
    terminal.answer(
        args,
        {"order": args.order, "waybill": number, "service": service.id},
        f"{args.order} {said} {number} ({service.en})",
    )
    return 0


def _upload(args: argparse.Namespace, home: Home) -> int:
    from station.reports.batch_file import Asked, write_batch
    from station.settings import config_dir

    service, routing = _service(args.service, home), _routing(home)
    replaced = args.out.is_file()
    with terminal.opened(home) as book:
        asked = Asked(
            service=service,
            out=args.out,
            template=args.template,
            maps=tuple(args.map),
            again=args.again,
            who=terminal.who(args.by, book, home),
        )
        done = write_batch(book, home, config_dir(), routing, asked, now_us=terminal.now_us())
    document = {
        "service": service.id,
        "file": str(args.out),
        "batch": done.batch,
        "template": done.name,
        "parcels": done.parcels,
        "without_number": done.without_number,
        "told_before": done.told,
        "unfilled": list(done.unfilled),
        "left_out": [{"order": each.order, "reasons": list(each.reasons)} for each in done.kept_back],
    }
    told = f"batch {done.batch}, {done.parcels} parcels of {service.en}, {done.without_number} without a number"
    lines = [f"{args.out}: {told if done.batch is not None else f'nothing to tell {service.en}, only the columns'}"]
    if replaced:
        lines.append(f"{args.out.name} was there before and is replaced")
    if done.told and not args.again:
        lines.append(f"{done.told} parcels were in an earlier batch and are left out; --again puts them in")
    if done.told and args.again and done.batch is not None:
        lines.append(f"{done.told} of them were in an earlier batch: do not let the carrier make them twice")
    if done.kept_back:
        lines.append(f"left out, they may not leave: {_kept_back(done.kept_back)}")
    if done.unfilled:
        lines.append(f"columns left empty: {', '.join(done.unfilled)}")
    terminal.answer(args, document, *lines)
    return 0


def _kept_back(found: Sequence[KeptBack]) -> str:
    """Order and why, ORDERS_SHOWN of them by name."""
    shown = [f"{each.order} ({', '.join(each.reasons).replace('_', ' ')})" for each in found[:ORDERS_SHOWN]]
    more = len(found) - len(shown)
    return ", ".join(shown) + (f" and {more} more (--json names all)" if more else "")


def _take(args: argparse.Namespace, home: Home) -> int:
    from station.orders.taking import keep_columns, read_answer, take

    service, routing = _service(args.service, home), _routing(home)
    rows, columns = read_answer(args.file, home, service, routing, maps=args.map)
    with terminal.opened(home) as book:
        taken = take(book, rows, service, routing, file=args.file.name, now_us=terminal.now_us())
    if args.map and not taken.faults:
        keep_columns(home, service, columns)
    errors = [{"row": fault.row, "order": fault.order, "message": fault.message} for fault in taken.faults]
    for error in () if args.json else errors[:FAULTS_SHOWN]:
        print(f"{args.file.name}, row {error['row']}: {error['message']}", file=sys.stderr)
    document = {
        "service": service.id,
        "given": taken.given,
        "unchanged": taken.unchanged,
        "refused": len(errors),
        "errors": errors,
    }
    done = f"{service.en}: {taken.given} orders got their number, {taken.unchanged} had it already"
    terminal.answer(args, document, f"{len(errors)} rows are refused, so nothing was taken" if errors else done)
    return 1 if errors else 0


def _batches(args: argparse.Namespace, home: Home) -> int:
    from station.orders.carrier_batches import batches

    service = _service(args.service, home).id if args.service else ""
    with terminal.opened(home) as book:
        found = batches(book, service)
    rows = [
        {"batch": b.id, "service": b.service, "file": b.file, "at": utc_text(b.at_us), "by": b.who, "orders": b.orders}
        for b in found
    ]
    terminal.answer(
        args,
        {"batches": rows},
        *(
            f"{r['batch']:>5}  {r['service']:<24} {r['orders']:>6} orders  {r['at']}  {r['by']}  {r['file']}"
            for r in rows
        ),
    )
    return 0


def _news(args: argparse.Namespace, home: Home) -> int:
    from station.orders.carrier_news import take_news
    from station.orders.deadline_rules import load_deadline_rules
    from station.settings import config_dir

    rules = load_deadline_rules(home, config_dir(), now_us=terminal.now_us())
    with terminal.caught_up(home) as book:
        taken = take_news(book, args.file, utc_offset_minutes=rules.utc_offset_minutes)
    for fault in taken.faults[:FAULTS_SHOWN]:
        sys.stderr.write(f"sealbench: {args.file.name} row {fault.row}: {fault.message}\n")
    document = {"new": taken.new, "known": taken.known, "strange": list(taken.strange)}
    document |= {"faults": [{"row": fault.row, "message": fault.message} for fault in taken.faults]}
    strange = f"; {len(taken.strange)} numbers of no parcel here: {', '.join(taken.strange[:ORDERS_SHOWN])}"
    told = f"{taken.new} new, {taken.known} known already{strange if taken.strange else ''}"
    terminal.answer(args, document, "nothing was taken" if taken.faults else told)
    return 1 if taken.faults else 0
