"""``report throughput``, ``quality``, ``saves``, ``steps``, ``cutoffs``, ``benches``, ``evidence``, ``behind``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import terminal
from station.home import Home
from station.report_output import FORMATS, chosen_format, period, tell, time_of, us_of
from station.speaking import in_any_language

if TYPE_CHECKING:
    from station.orders.orderbook import OrderBook
    from station.reports.figure_rules import FigureRules
    from station.reports.paper import Sheet
    from station.reports.throughput import Throughput

GROUPS = ("bench", "packer", "hour", "shift", "day", "week")


def add(
    acts: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> tuple[argparse.ArgumentParser, ...]:
    """Gives those that are asked for a period."""
    parsers = {
        "throughput": (_throughput, "what was packed, how fast, and what was refused"),
        "quality": (_quality, "first pass, saves, overrides, reprints, undo, pauses"),
        "saves": (_saves, "what was kept from shipping wrong, and what it would have cost"),
        "steps": (_steps, "where the time goes, by order class, against what is expected"),
        "evidence": (_evidence, "photos, video and entries that are missing"),
        "behind": (_behind, "the entries that a figure counts, page by page"),
        "cutoffs": (_cut_offs, "each carrier's cut-off: left, packed by, slack, and what mends it"),
        "benches": (_benches, "what each bench does now, and its devices"),
    }
    made = {name: acts.add_parser(name, parents=[common], help=words) for name, (_, words) in parsers.items()}
    for name, parser in made.items():
        parser.set_defaults(run=in_any_language(parsers[name][0]))
        parser.add_argument("--format", choices=FORMATS, help="table by default, or what the name of FILE ends in")
        parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="write to a file")
    for name in ("throughput", "quality"):
        made[name].add_argument("--by", choices=GROUPS, default="bench")
    for name in ("throughput", "quality", "steps", "behind"):
        made[name].add_argument("--bench", action="append", default=[], metavar="B", help="only this one; repeatable")
        made[name].add_argument("--packer", action="append", default=[], metavar="P", help="only this one; repeatable")
    made["throughput"].add_argument("--than", metavar="DAY", help="beside a period as long that begins on DAY")
    made["throughput"].add_argument("--rank", action="store_true", help="fastest first, where the house allows it")
    made["behind"].add_argument("figure", metavar="FIGURE", help="saved.wrong_item, refused.weight_low, reprints …")
    made["behind"].add_argument("--after", metavar="PLACE", help="goes on where the page before ended")
    made["behind"].add_argument("--limit", type=int, default=50, metavar="N", help="entries a page; 50 by default")
    return tuple(made[name] for name in made if name not in ("cutoffs", "benches"))


@contextmanager
def _book(home: Home) -> Iterator[OrderBook]:
    """With what this home's bench has done, and all of it counted."""
    from station.orders.figuring import catch_up

    with terminal.caught_up(home) as book:
        catch_up(book.engine)
        yield book


def _rules(home: Home) -> FigureRules:
    from station.reports.figure_rules import load_figure_rules
    from station.settings import config_dir

    return load_figure_rules(home, config_dir())


def _language(home: Home) -> str:
    from station.settings import load

    return load(home).bench.language


def _asked(args: argparse.Namespace, home: Home, rules: FigureRules, from_us: int, to_us: int) -> Throughput:
    from station.reports.throughput import By, throughput

    with _book(home) as book:
        return throughput(
            book,
            from_us=from_us,
            to_us=to_us,
            by=By(args.by),
            shift_at=rules.shift_at,
            benches=args.bench,
            packers=args.packer,
        )


def _throughput(args: argparse.Namespace, home: Home) -> int:
    from station.reports import throughput_sheet as words

    form, rules, language = chosen_format(args), _rules(home), _language(home)
    from_us, to_us = period(args)
    report = _ranked(_asked(args, home, rules, from_us, to_us), args, rules)
    if args.than:
        return _compared(args, home, rules, report)
    if report.empty and (form != "table" or args.out):
        print(words.nothing(report, language), file=sys.stderr)
    if report.empty and form == "table":
        print(words.nothing(report, language))
        return 0
    sheet = words.spread(report, language) if form in ("csv", "xlsx") else words.told(report, language)
    tell((sheet,), words.document(report), form, language, args.out)
    return 0


def _ranked(report: Throughput, args: argparse.Namespace, rules: FigureRules) -> Throughput:
    from dataclasses import replace

    from station.errors import UsageTrouble

    if not args.rank:
        return report
    if not rules.ranking:
        remedy = "Set ranking = true in rules/figures.toml of the home."
        raise UsageTrouble("this house does not rank benches or packers", remedy=remedy)
    fastest = sorted(report.rows, key=lambda row: -(row[1].pace.parcels_per_hour or 0.0))
    return replace(report, rows=tuple(fastest))


def _compared(args: argparse.Namespace, home: Home, rules: FigureRules, now: Throughput) -> int:
    from station.reports.compared import compared
    from station.reports.figure_sheets import compared_sheet
    from station.reports.throughput_sheet import document

    then_us = us_of(time_of(args.than, "--than"))
    both = compared(now, _asked(args, home, rules, then_us, then_us + now.to_us - now.from_us))
    language = _language(home)
    told = {"now": document(both.now), "then": document(both.then)}
    tell((compared_sheet(both, language),), told, chosen_format(args), language, args.out)
    return 0


def _quality(args: argparse.Namespace, home: Home) -> int:
    from station.reports.figure_sheets import quality_sheet
    from station.reports.throughput_sheet import document

    report = _asked(args, home, _rules(home), *period(args))
    return _told(args, home, quality_sheet(report, _language(home)), document(report))


def _saves(args: argparse.Namespace, home: Home) -> int:
    from station.reports.figure_sheets import saves_sheet
    from station.reports.saves import saves_of

    from_us, to_us = period(args)
    with _book(home) as book:
        saves = saves_of(book, from_us=from_us, to_us=to_us, costs=_rules(home).costs)
    return _told(
        args, home, saves_sheet(saves, _language(home)), {"saves": saves, "count": saves.count, "cost": saves.cost}
    )


def _steps(args: argparse.Namespace, home: Home) -> int:
    from station.reports.figure_sheets import steps_sheet
    from station.reports.steps import class_times_of

    from_us, to_us = period(args)
    with _book(home) as book:
        times = class_times_of(
            book, from_us=from_us, to_us=to_us, rules=_rules(home), benches=args.bench, packers=args.packer
        )
    return _told(args, home, steps_sheet(times, _language(home)), times)


def _evidence(args: argparse.Namespace, home: Home) -> int:
    from station.reports.evidence_gaps import evidence_gaps
    from station.reports.figure_sheets import gaps_sheet

    from_us, to_us = period(args)
    with _book(home) as book:
        rows = evidence_gaps(book, from_us=from_us, to_us=to_us)
    return _told(args, home, gaps_sheet(rows, _language(home), None), rows)


def _behind(args: argparse.Namespace, home: Home) -> int:
    from station.reports.behind import Asked, behind, place_from, place_text
    from station.reports.figure_sheets import behind_sheet

    from_us, to_us = period(args)
    asked = Asked(
        figure=args.figure,
        from_us=from_us,
        to_us=to_us,
        benches=tuple(args.bench),
        packers=tuple(args.packer),
        after=None if args.after is None else place_from(args.after),
        limit=args.limit,
    )
    with _book(home) as book:
        page = behind(book, asked)
    further = None if page.next is None or page.next.after is None else place_text(page.next.after)
    done = _told(args, home, behind_sheet(page, _language(home), None), {"rows": page.rows, "after": further})
    if further is not None:
        print(f"sealbench: there is more: --after {further}", file=sys.stderr)
    return done


def _cut_offs(args: argparse.Namespace, home: Home) -> int:
    from station.orders.routes import load_carriers, load_routing
    from station.reports.cut_off_forecast import cut_off_forecast
    from station.reports.figure_sheets import cut_offs_sheet
    from station.settings import config_dir
    from station.ui.words import named

    carriers = load_carriers(config_dir(), home.root)
    with _book(home) as book:
        forecast = cut_off_forecast(
            book,
            now_us=terminal.now_us(),
            routing=load_routing(config_dir(), home.root),
            carrier_of={str(service): each.id for each in carriers for service in each.services},
            slack_us=_rules(home).slack_minutes * 60_000_000,
        )
    names = {each.id: named(each.zh, each.en) for each in carriers}
    told = {
        "at_us": forecast.at_us,
        "parcels_per_hour": forecast.parcels_per_hour,
        "rows": [{"row": row, "slack_us": row.slack_us} for row in forecast.rows],
    }
    return _told(args, home, cut_offs_sheet(forecast, _language(home), None, names), told)


def _benches(args: argparse.Namespace, home: Home) -> int:
    from station.orders.bench_states import benches_now
    from station.reports.figure_sheets import benches_sheet

    with _book(home) as book:
        states = benches_now(book)
    return _told(args, home, benches_sheet(states, _language(home), now_us=terminal.now_us()), states)


def _told(args: argparse.Namespace, home: Home, sheet: Sheet, document: Any) -> int:
    from dataclasses import replace

    import msgspec

    from station.reports.throughput_sheet import period_words

    form, language = chosen_format(args), _language(home)
    told = msgspec.to_builtins(document, str_keys=True) if form == "json" else None
    dated = replace(sheet, period=period_words(*period(args), language)) if "start" in args else sheet
    tell((dated,), told, form, language, args.out)
    return 0
