"""``evidence export``: the whole bundle, or the files one channel takes, and what is missing before either is sent.

The order book is asked for what carriers said and for the dispute; without one the ledger alone tells the parcel.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import Trouble, UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.evidence.story import Delivered
    from station.orders.disputes import Folder
    from station.orders.orderbook import OrderBook
    from station.reports.channel_file import Channel
    from station.reports.channel_pack import Pack


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    export = acts.add_parser("export", parents=[common], help="one order's evidence as a ZIP, or as a channel takes it")
    export.add_argument("order", metavar="NO")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.zip|FOLDER")
    export.add_argument(
        "--with-papers", action="store_true", help="the handover's sheet and photo too, which show other orders"
    )
    export.add_argument(
        "--from", type=Path, dest="bench_home", metavar="DIR", help="a dead bench's home; this home's exporter signs"
    )
    export.add_argument(
        "--profile",
        default="",
        metavar="P",
        help="paypal, ebay-images, mastercard-pdf, stripe, wechat, antom, aliexpress, alibaba, taobao, court",
    )
    export.add_argument("--dispute", type=terminal.number, metavar="ID", help="whose checklist; the open one without")
    export.set_defaults(run=_export)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the order book knows; ``delivered`` is None where there is none to ask."""

    delivered: tuple[Delivered, ...] | None = None
    folder: Folder | None = None


def _export(args: argparse.Namespace, home: Home) -> int:
    from station.labels.screenless import ensure_application
    from station.reports.channel_file import Make, load_channel
    from station.settings import config_dir

    channel = load_channel(args.profile, config_dir(), home) if args.profile else None
    bench = Home(args.bench_home) if args.bench_home else home
    _write_owed(home)
    known = _known(args, home)
    for line in _before(channel, known):
        sys.stderr.write(f"sealbench: {line}\n")
    application = ensure_application()
    if channel is None or Make.BUNDLE in channel.makes:
        _bundle(args, home, bench, known)
    else:
        _pack(args, bench, channel, known)
    del application
    return 0


def _bundle(args: argparse.Namespace, home: Home, bench: Home, known: _Known) -> None:
    from station.devices.cameras.stills import stills
    from station.evidence.bundle import export
    from station.labels.pages import html_pdf

    done = export(
        bench,
        args.order,
        args.output,
        make_pdf=html_pdf,
        with_papers=args.with_papers,
        office=home,
        take_stills=stills,
        delivered=known.delivered,
    )
    facts = {
        "file": str(done.path),
        "order": done.order_no,
        "log": done.log,
        "entries": done.entries,
        "sealed": done.sealed,
        "size": done.size,
        "remarks": list(done.remarks),
        **_checklist(known),
    }
    state = "sealed" if done.sealed else "not sealed yet"
    lines = (f"{done.path}: {done.entries} entries of order {done.order_no}, {state}", *done.remarks)
    _say(args, facts, "\n".join(lines))


def _pack(args: argparse.Namespace, bench: Home, channel: Channel, known: _Known) -> None:
    from station.devices.cameras.stills import stills
    from station.evidence.bundle import read_case
    from station.reports.channel_output import write_pack
    from station.reports.channel_pack import make_pack

    if args.with_papers:
        raise UsageTrouble("a channel is shown no other orders", remedy="--with-papers goes with the whole bundle.")
    case = read_case(bench, args.order, take_stills=stills, delivered=known.delivered)
    pack = make_pack(channel, case.story, case.pictures)
    write_pack(args.output, pack)
    unconfirmed = [name for name, figure in channel.limits() if not figure.confirmed]
    facts = {
        "profile": args.profile,
        "order": case.story.order_no,
        "output": str(args.output),
        "files": [{"file": file.name, "size": len(file.data), "pages": file.pages} for file in pack.files],
        "left_out": list(pack.left_out),
        "unconfirmed": unconfirmed,
        "one_submission": channel.takes_one_submission,
        **_checklist(known),
    }
    _say(args, facts, "\n".join(_told(args, channel, pack, unconfirmed)))


def _told(args: argparse.Namespace, channel: Channel, pack: Pack, unconfirmed: list[str]) -> list[str]:
    lines = [f"{args.output}: {len(pack.files)} files for {channel.en}"]
    for file in pack.files:
        pages = f", {file.pages} pages" if file.pages else ""
        lines.append(f"  {file.name}  {_size(len(file.data))}{pages}")
    lines += [f"  {sentence}" for sentence in pack.left_out]
    if unconfirmed:
        names = ", ".join(name.replace("_", " ") for name in unconfirmed)
        lines.append(f"  not confirmed, compare with the channel's own page: {names}")
    return lines


def _size(size: int) -> str:
    return f"{size} bytes" if size < 10_000 else f"{size // 1000} kB"


def _known(args: argparse.Namespace, home: Home) -> _Known:
    """A dispute that was named must be there; all else is optional, and said when it is missing."""
    try:
        with terminal.opened(home) as book:
            return _Known(delivered=_delivered(book, args.order), folder=_folder(args, home, book))
    except UsageTrouble:
        raise
    except Trouble as trouble:
        if args.dispute is not None:
            raise
        sys.stderr.write(f"sealbench: the order book was not asked, nor what the carrier says: {trouble.sentence()}\n")
        return _Known()


def _delivered(book: OrderBook, order_no: str) -> tuple[Delivered, ...]:
    from station.evidence.story import Delivered
    from station.orders.dispute_facts import parcels_of
    from station.orders.engine import reading

    with reading(book.engine) as connection:
        found = parcels_of(connection, order_no)
    return tuple(
        Delivered(
            order=one.order,
            waybill=one.waybill,
            carrier=one.carrier,
            handed_over_us=one.handed_over_us,
            carrier_weight_mg=one.carrier_weight_mg,
            last_news=one.last_news,
            last_news_us=one.last_news_us,
        )
        for one in found
    )


def _folder(args: argparse.Namespace, home: Home, book: OrderBook) -> Folder | None:
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.disputes import disputes_of, folder_of
    from station.settings import config_dir

    rules = load_deadline_rules(home, config_dir(), now_us=terminal.now_us())
    if args.dispute is None:
        opened = disputes_of(book, rules, order=args.order)
        return folder_of(book, opened[0].id, rules) if opened else None
    folder = folder_of(book, args.dispute, rules)
    if folder.dispute.case.order != args.order:
        raise UsageTrouble(
            f"dispute {args.dispute} is about order {folder.dispute.case.order}, not {args.order}",
            remedy="Look with: sealbench disputes list.",
        )
    return folder


def _before(channel: Channel | None, known: _Known) -> list[str]:
    """What to look at before anything is sent."""
    lines: list[str] = []
    folder = known.folder
    if folder is not None:
        lines.append(f"dispute {folder.dispute.id}, {folder.dispute.kind.replace('_', ' ')}:")
        lines += [f"  {_state(check.needed, check.there):8}{check.zh} {check.en}" for check in folder.checks]
        if folder.submissions:
            last = folder.submissions[-1]
            lines.append(f"  {last.name} was sent to {last.channel} already")
    elif channel is not None and known.delivered is not None:
        lines.append("no dispute of the order is open, so that there is no checklist: sealbench disputes open")
    if channel is not None and channel.takes_one_submission:
        missing = " Wait until nothing is missing." if folder is not None and not folder.complete else ""
        lines.append(f"{channel.en} takes one submission only, and nothing can be added.{missing}")
    return lines


def _state(needed: bool, there: bool) -> str:
    return "ok" if there else "MISSING" if needed else "helps"


def _checklist(known: _Known) -> dict[str, object]:
    if known.folder is None:
        return {}
    checks = [{"proof": one.proof, "needed": one.needed, "there": one.there} for one in known.folder.checks]
    return {"dispute": known.folder.dispute.id, "complete": known.folder.complete, "checklist": checks}


def _write_owed(home: Home) -> None:
    """What the order book knows of handovers and the ledger does not yet; trouble with that keeps no proof back."""
    from station.clock import SystemClock
    from station.handing import write_owed
    from station.settings import load

    if not home.ledger_file.is_file():
        return
    try:
        with terminal.opened(home) as book:
            write_owed(home, book, load(home), SystemClock())
    except Trouble as trouble:
        sys.stderr.write(f"sealbench: handovers that the ledger lacks are not in the bundle: {trouble.sentence()}\n")


def _say(args: argparse.Namespace, facts: dict[str, object], text: str) -> None:
    sys.stdout.write((json.dumps(facts, ensure_ascii=False) if args.json else text) + "\n")
