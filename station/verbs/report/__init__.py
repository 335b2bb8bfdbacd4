"""``report``: what was packed, how fast and what was refused; which cut-offs will be missed; what was shipped."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from station import terminal
from station.home import Home
from station.report_output import FORMATS, chosen_format, pdf_of, period, write_bytes, write_sheet
from station.speaking import in_any_language
from station.verbs.report import figures

GROUPS = ("bench", "packer", "hour", "day", "week")
PACE_MAX = 100_000
DAY_US = 86_400_000_000
YEAR_US = 365 * DAY_US


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser("report", parents=[common], help="tables for supervisors")
    acts = group.add_subparsers(title="reports", metavar="REPORT", required=True)
    ledger = acts.add_parser("ledger", parents=[common], help="every parcel that left: the daily shipping ledger")
    ledger.add_argument("--by", choices=GROUPS, help="sums instead of parcels")
    ledger.add_argument("--personal", action="store_true", help="show recipients")
    ledger.set_defaults(run=in_any_language(_ledger))
    notes = acts.add_parser("notes", parents=[common], help="delivery notes, to lie in the box and to be kept")
    notes.add_argument("orders", nargs="*", metavar="NO", help="without: of all parcels that left in the time given")
    notes.add_argument("-o", "--out", type=Path, metavar="FILE.pdf", help="all in one file, beside those that are kept")
    notes.set_defaults(run=in_any_language(_notes))
    for each in (*figures.add(acts, common), ledger, notes):
        each.add_argument(
            "--from", dest="start", metavar="DAY", help="2026-11-21 or 2026-11-21T14:00; today by default"
        )
        each.add_argument("--to", dest="end", metavar="DAY", help="a day is included whole; today by default")
    risk = acts.add_parser("deadlines", parents=[common], help="which orders will miss which cut-off")
    risk.add_argument(
        "--pace", type=float, metavar="N", help="parcels an hour; as in the last two hours when not given"
    )
    risk.set_defaults(run=in_any_language(_deadlines))
    disputed = acts.add_parser("disputes", parents=[common], help="how many, why, how they ended, with which packing")
    disputed.add_argument("--from", "--since", dest="start", metavar="DAY", help="notice came; a year back by default")
    disputed.add_argument(
        "--to", "--until", dest="end", metavar="DAY", help="a day is included whole; today by default"
    )
    disputed.add_argument("--packers", action="store_true", help="by packer, too")
    disputed.set_defaults(run=in_any_language(_disputes))
    for each in (ledger, risk, disputed):
        each.add_argument("--format", choices=FORMATS, help="table by default, or what the name of FILE ends in")
        each.add_argument("-o", "--out", type=Path, metavar="FILE", help="write to a file")


def _ledger(args: argparse.Namespace, home: Home) -> int:
    from station.reports import shipping_ledger_sheet as words
    from station.reports.shipping_ledger import shipping_ledger
    from station.reports.throughput import By
    from station.settings import load

    form = chosen_format(args)
    from_us, to_us = period(args)
    settings = load(home)
    with terminal.caught_up(home) as book:
        ledger = shipping_ledger(book, from_us=from_us, to_us=to_us)
    language, personal, by = settings.bench.language, args.personal, By(args.by) if args.by else None
    if not ledger.rows and (form != "table" or args.out):
        print(words.nothing(ledger, language), file=sys.stderr)
    if form == "json":
        told = json.dumps(words.document(ledger, by=by, personal=personal), ensure_ascii=False)
    else:
        told = words.text(ledger, language, by=by, personal=personal)
    sheet = words.told(ledger, language, by=by, personal=personal)
    write_sheet(f"{told}\n", sheet, form, language, args.out)
    if args.out and not args.json:
        print(f"{args.out}: {ledger.total.parcels} parcels")
    return 0


def _notes(args: argparse.Namespace, home: Home) -> int:
    from station.delivering import keep_notes
    from station.labels.screenless import ensure_application

    application = ensure_application()
    assert application is not None
    done = keep_notes(home, args.orders, period(args), args.out)
    if args.json:
        document = {"file": None if args.out is None else str(args.out), "notes": done.notes, "kept": list(done.kept)}
        print(json.dumps(document, ensure_ascii=False))
    else:
        print(f"{done.notes} delivery notes; kept in {done.folder}" if done.notes else "no parcel left in that time")
    return 0


def _deadlines(args: argparse.Namespace, home: Home) -> int:
    from station.orders.deadline_rules import load_deadline_rules
    from station.reports import deadline_sheet
    from station.reports.deadline_risk import deadline_risk
    from station.settings import config_dir, load

    form = chosen_format(args)
    _refuse_pace(args.pace)
    now_us = terminal.now_us()
    settings = load(home)
    rules = load_deadline_rules(home, config_dir(), now_us=now_us)
    offset = rules.utc_offset_minutes
    with terminal.caught_up(home) as book:
        risk = deadline_risk(book, now_us=now_us, parcels_per_hour=args.pace)
        terminal.warn_of_disputes(book, rules, now_us)
    language = settings.bench.language
    if form == "json":
        text = json.dumps(deadline_sheet.document(risk, offset), ensure_ascii=False)
    else:
        text = deadline_sheet.text(risk, language, offset)
    write_sheet(f"{text}\n", deadline_sheet.told(risk, language, offset), form, language, args.out)
    return 0


def _disputes(args: argparse.Namespace, home: Home) -> int:
    """The shop's own days; as a PDF file, what a meeting reads."""
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.routes import load_carriers
    from station.reports import dispute_sheet
    from station.reports.dispute_figures import dispute_figures
    from station.settings import config_dir, load

    form = chosen_format(args)
    now_us = terminal.now_us()
    offset = load_deadline_rules(home, config_dir(), now_us=now_us).utc_offset_minutes
    from_us, to_us = _year(args, offset, now_us)
    carrier_of = {str(service): each.id for each in load_carriers(config_dir(), home.root) for service in each.services}
    language = load(home).bench.language
    with terminal.caught_up(home) as book:
        figures = dispute_figures(
            book, from_us=from_us, to_us=to_us, utc_offset_minutes=offset, carrier_of=carrier_of, packers=args.packers
        )
    if form == "pdf":
        write_bytes(pdf_of(dispute_sheet.page(figures, language)), args.out)
        return 0
    told = dispute_sheet.text(figures, language)
    if form == "json":
        told = json.dumps(dispute_sheet.document(figures), ensure_ascii=False)
    write_sheet(f"{told}\n", dispute_sheet.told(figures, language), form, language, args.out)
    return 0


def _year(args: argparse.Namespace, utc_offset_minutes: int, now_us: int) -> tuple[int, int]:
    from station.errors import UsageTrouble
    from station.orders.shop_time import shop_time_us

    to_us = shop_time_us(args.end, "--to", utc_offset_minutes) if args.end else now_us
    from_us = to_us - YEAR_US
    if args.start:
        from_us = shop_time_us(args.start, "--from", utc_offset_minutes)
        from_us -= DAY_US if len(args.start) <= len("2026-11-21") else 0
    if from_us >= to_us:
        raise UsageTrouble("--from is not before --to", remedy="Swap them, or give --from as well.")
    return from_us, to_us


def _refuse_pace(pace: float | None) -> None:
    from station.errors import UsageTrouble

    if pace is not None and not 0 < pace <= PACE_MAX:
        raise UsageTrouble(f"--pace must be above 0 and at most {PACE_MAX} parcels an hour")
