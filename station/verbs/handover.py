"""``handover``: parcels to a carrier, scanned out at the door; its sheet; the call list of what stayed behind."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import UsageTrouble
from station.home import Home
from station.speaking import in_any_language

if TYPE_CHECKING:
    from station.labels.picture_file import PictureFile
    from station.orders.handover import Handover
    from station.orders.handover_scan import ScanReply
    from station.orders.orderbook import OrderBook
    from station.orders.routes import Carrier

CODES_MAX = 20_000
"""In one call; a longer line of scans is cut off there and says so."""

ID_MAX = 2**31 - 1


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser("handover", parents=[common], help="parcels to a carrier, and the paper about it")
    acts = group.add_subparsers(title="acts", metavar="ACT", required=True)
    said = argparse.ArgumentParser(add_help=False)
    said.add_argument(
        "--by", type=_words, default="", metavar="WHO", help="badge or name of who does it; the bench when not given"
    )
    opening = acts.add_parser("open", parents=[common, said], help="begin one for a carrier or a service")
    opening.add_argument("carrier", metavar="CARRIER")
    opening.add_argument("--driver", type=_words, default="", metavar="NAME")
    opening.set_defaults(run=_open)
    _add_scan(acts, common, said)
    close = acts.add_parser("close", parents=[common, said], help="the carrier has the parcels: its orders are gone")
    close.add_argument("id", type=_number, metavar="ID")
    close.add_argument(
        "--reason", type=_words, action="append", default=[], metavar="NO=TEXT", help="why an order stays behind"
    )
    close.add_argument("--driver", type=_words, default="", metavar="NAME")
    close.add_argument(
        "--signature", type=Path, metavar="FILE", help="a picture of the driver's signature, PNG or JPEG"
    )
    close.add_argument(
        "--photo", type=Path, metavar="FILE", help="a photo of the signed sheet or the load, PNG or JPEG"
    )
    close.set_defaults(run=in_any_language(_close))
    window = acts.add_parser("window", parents=[common, said], help="scan out on a screen, with the driver's signature")
    window.add_argument("id", type=_number, nargs="?", metavar="ID", help="without: the one that is open")
    window.set_defaults(run=_window)
    show = acts.add_parser("show", parents=[common], help="what was scanned and what is missing, at which bench")
    show.add_argument("id", type=_number, nargs="?", metavar="ID", help="without: the open and the latest ones")
    show.set_defaults(run=_show)
    sheet = acts.add_parser("sheet", parents=[common], help="the paper the driver signs")
    sheet.add_argument("id", type=_number, metavar="ID")
    sheet.add_argument("-o", "--out", required=True, type=Path, metavar="FILE.pdf")
    sheet.set_defaults(run=in_any_language(_sheet))
    calls = acts.add_parser("calls", parents=[common, said], help="whose parcels stayed behind and must be called")
    calls.add_argument("--called", type=_words, metavar="NO", help="this order's buyer knows")
    calls.add_argument("--personal", action="store_true", help="show names and phones")
    calls.set_defaults(run=_calls)


def _add_scan(acts: Any, common: argparse.ArgumentParser, said: argparse.ArgumentParser) -> None:
    scan = acts.add_parser("scan", parents=[common, said], help="take parcels into an open handover")
    scan.add_argument("id", type=_number, metavar="ID")
    scan.add_argument(
        "codes", nargs="+", type=_words, metavar="CODE", help="waybill or order number; - reads a code a line"
    )
    scan.add_argument("--take-out", action="store_true", help="the parcels stay here after all")
    scan.set_defaults(run=in_any_language(_scan))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and int(text) <= ID_MAX):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is no number of a handover")
    return int(text)


def _words(text: str) -> str:
    """What a terminal in another encoding garbled becomes question marks: no database takes it otherwise."""
    return text.encode(errors="replace").decode()


def _carriers(home: Home) -> dict[str, Carrier]:
    from station.orders.routes import load_carriers
    from station.settings import config_dir

    return {carrier.id: carrier for carrier in load_carriers(config_dir(), home.root)}


def _named(told: Handover, home: Home) -> str:
    """Chinese and English; a carrier without a file any more goes by its id."""
    carrier = _carriers(home).get(told.carrier)
    return f"{carrier.zh} {carrier.en}" if carrier else told.carrier


def _open(args: argparse.Namespace, home: Home) -> int:
    from station.orders.awaiting import count
    from station.orders.handover import open_handover
    from station.orders.routes import carrier_named
    from station.reports.handovers import document

    carrier = carrier_named(args.carrier, _carriers(home).values())
    with terminal.caught_up(home) as book:
        who = terminal.who(args.by, book, home)
        made = open_handover(book, carrier, who=who, driver=args.driver, now_us=terminal.now_us())
    if args.json:
        print(json.dumps(document(made), ensure_ascii=False))
    else:
        print(f"handover {made.id} of {carrier.zh} {carrier.en}: {count(made.missing)} parcels wait for it")
    return 0


def _scan(args: argparse.Namespace, home: Home) -> int:
    from station.orders.awaiting import count
    from station.orders.handover import look
    from station.orders.handover_scan import scan, take_out
    from station.reports.handovers import line, scan_document
    from station.reports.speech import say_in_house
    from station.settings import load

    act, say = take_out if args.take_out else scan, say_in_house(load(home).bench)
    replies: list[ScanReply] = []
    with terminal.caught_up(home) as book:
        who = terminal.who(args.by, book, home)
        for code in _codes(args.codes):
            reply = act(book, args.id, code, who=who, now_us=terminal.now_us())
            replies.append(reply)
            if not args.json:
                print(line(reply, say, out=args.take_out), flush=True)
        told = look(book, args.id)
    if args.json:
        scans = [scan_document(reply) for reply in replies]
        counts = {"count": told.count, "missing": count(told.missing)}
        print(json.dumps({"handover": told.id, "scans": scans, **counts}, ensure_ascii=False))
    else:
        print(f"handover {told.id}: {told.count} parcels, {count(told.missing)} missing")
    return 1 if any(reply.why for reply in replies) else 0


def _codes(given: Sequence[str]) -> Iterator[str]:
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    every = (line.strip() for code in given for line in (sys.stdin if code == "-" else (code,)))
    for count, code in enumerate(filter(None, every)):
        if count == CODES_MAX:
            print(f"sealbench: only the first {CODES_MAX} codes were taken.", file=sys.stderr)
            return
        yield code


def _close(args: argparse.Namespace, home: Home) -> int:
    from station.clock import SystemClock
    from station.closing import Closing, close_handover, record_close
    from station.labels.screenless import ensure_application
    from station.reports.handovers import document, sentence
    from station.settings import load

    application = ensure_application()
    assert application is not None
    signature, photo = _picture(args.signature), _picture(args.photo)
    with terminal.caught_up(home) as book:
        said = Closing(
            reasons=_reasons(args.reason),
            who=terminal.who(args.by, book, home),
            driver=args.driver,
            signature=signature,
            photo=photo,
        )
        told = close_handover(book, home, args.id, said, now_us=terminal.now_us())
        warning = record_close(book, home, load(home), SystemClock())
    print(json.dumps(document(told), ensure_ascii=False) if args.json else sentence(told, _named(told, home)))
    if warning:
        print(f"sealbench: {warning}", file=sys.stderr)
    return 0


def _picture(path: Path | None) -> PictureFile | None:
    from station.labels.picture_file import read_picture
    from station.orders.handover_papers import PAPER_MAX

    return None if path is None else read_picture(path, bytes_max=PAPER_MAX)


def _reasons(given: Iterable[str]) -> dict[str, str]:
    reasons: dict[str, str] = {}
    for each in given:
        name, equals, reason = each.partition("=")
        if not equals or not name.strip() or name.strip() in reasons:
            raise UsageTrouble(f"--reason {each[:60]!r} cannot be used", remedy="Once for each order: NO=TEXT.")
        reasons[name.strip()] = reason
    return reasons


def _show(args: argparse.Namespace, home: Home) -> int:
    from station.orders.handover import recent
    from station.reports.handovers import document, sentence

    if args.id is not None:
        return _show_one(args, home)
    with terminal.caught_up(home) as book:
        told = recent(book)
    if args.json:
        print(json.dumps({"handovers": [document(each) for each in told]}, ensure_ascii=False))
        return 0
    for each in told:
        print(sentence(each, _named(each, home)))
    return 0


def _show_one(args: argparse.Namespace, home: Home) -> int:
    from station.orders.handover import look
    from station.orders.handover_papers import papers_of
    from station.orders.owing import owed_by_bench
    from station.reports.handovers import document, sentence

    with terminal.caught_up(home) as book:
        told, owed = look(book, args.id), owed_by_bench(book, args.id)
        papers = {paper.role.value: paper.sha256 for paper in papers_of(book, args.id)}
    if args.json:
        print(json.dumps({**document(told), "papers": papers, "not_in_ledger": owed}, ensure_ascii=False))
        return 0
    print(sentence(told, _named(told, home)))
    for parcel in told.missing:
        held = f"  {', '.join(parcel.holds)}" if parcel.holds else ""
        print(f"缺 missing  {parcel.waybill:<20} {parcel.order:<22} {parcel.bench}{held}")
    for left in told.left:
        print(f"留下 left behind  {left.waybill:<20} {left.order:<22} {left.bench}  {left.reason}")
    for role, digest in papers.items():
        print(f"存档 kept  {role:<10} {digest}")
    for bench, count in owed.items():
        print(f"待记账 not in the ledger yet  {bench}: {count} entries, written when that bench runs")
    return 0


def _sheet(args: argparse.Namespace, home: Home) -> int:
    from station.orders.handover import look
    from station.orders.handover_papers import PaperRole, papers_of
    from station.reports.handovers import sentence
    from station.reports.table import save

    with terminal.caught_up(home) as book:
        told = look(book, args.id)
        kept = next((paper.data for paper in papers_of(book, args.id) if paper.role is PaperRole.SHEET), None)
    save(args.out, _drawn(told, home) if kept is None else kept)
    if args.json:
        document = {"handover": told.id, "file": str(args.out), "count": told.count, "archived": kept is not None}
        print(json.dumps(document, ensure_ascii=False))
    else:
        print(f"{args.out}: {sentence(told, _named(told, home))}")
    return 0


def _drawn(told: Handover, home: Home) -> bytes:
    """The sheet of one that is open, or was closed before sheets were kept."""
    from station.labels.handover_sheet import handover_pdf
    from station.labels.screenless import ensure_application
    from station.orders.routes import load_services
    from station.reports.handover_paper import sheet_of
    from station.reports.speech import say_outside
    from station.settings import config_dir, load

    application = ensure_application()
    assert application is not None
    services = {service.id: service for service in load_services(config_dir(), home.root)}
    say = say_outside(load(home).label)
    return handover_pdf(sheet_of(told, _carriers(home).values(), services, say), say)


def _window(args: argparse.Namespace, home: Home) -> int:
    from station.handover_window import run

    with terminal.caught_up(home) as book:
        number = _open_one(book) if args.id is None else args.id
        who = terminal.who(args.by, book, home)
    return run(home, number, who=who)


def _open_one(book: OrderBook) -> int:
    from station.orders.handover import recent

    found = [told for told in recent(book) if told.closed_us is None]
    if len(found) != 1:
        which = ", ".join(f"{told.id} ({told.carrier})" for told in found)
        raise UsageTrouble(
            f"several handovers are open: {which}" if found else "no handover is open",
            remedy="Name its number." if found else "Open one: sealbench handover open CARRIER.",
        )
    return found[0].id


def _calls(args: argparse.Namespace, home: Home) -> int:
    from station.orders.calls import called, calls
    from station.reports.handovers import call_document

    with terminal.caught_up(home) as book:
        if args.called:
            called(book, args.called, who=terminal.who(args.by, book, home), now_us=terminal.now_us())
        found = calls(book)
    listed = [call_document(call, personal=args.personal) for call in found]
    if args.json:
        print(json.dumps({"calls": listed}, ensure_ascii=False))
        return 0
    for each in listed:
        shown = ("order", "name", "phone", "carrier", "since", "reason")
        print("  ".join(str(each[name]) for name in shown))
    return 0
