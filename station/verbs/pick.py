"""``pick``: orders fetched together, their list, totes and cells, goods counted at the shelf, and what is not there."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.packing.owners import Owner
from station.speaking import in_any_language

if TYPE_CHECKING:
    from station.orders.pick_look import PickBatch
    from station.orders.pick_scan import PickReply

CODE = "PICK-"
"""Before a batch's number in the barcode on its list."""


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser("pick", parents=[common], help="fetch orders together: lists, totes, cells, shortages")
    acts = group.add_subparsers(title="acts", metavar="ACT", required=True)
    said = argparse.ArgumentParser(add_help=False)
    said.add_argument(
        "--by", type=terminal.whole, default="", metavar="WHO", help="badge or name of who does it; the bench otherwise"
    )
    _add_open(acts, common, said)
    _add_papers(acts, common)
    _add_shelf(acts, common, said)
    tote = acts.add_parser("tote", parents=[common, said], help="which tote holds whose goods; a bench opens by it")
    tote.add_argument("id", type=batch_number, metavar="ID")
    tote.add_argument("totes", type=terminal.whole, nargs="+", metavar="NO=TOTE")
    tote.set_defaults(run=_tote)
    out = acts.add_parser("out", parents=[common, said], help="orders leave the batch; their cells are emptied")
    out.add_argument("id", type=batch_number, metavar="ID")
    out.add_argument("orders", type=terminal.whole, nargs="+", metavar="NO")
    out.set_defaults(run=_out)
    close = acts.add_parser("close", parents=[common, said], help="end a batch; what nobody packed may be picked anew")
    close.add_argument("id", type=batch_number, metavar="ID")
    close.set_defaults(run=_close)
    show = acts.add_parser("show", parents=[common], help="how far a batch is, cell by cell")
    show.add_argument("id", type=batch_number, nargs="?", metavar="ID", help="without: the open and the latest ones")
    show.set_defaults(run=in_any_language(_show))


def _add_open(acts: Any, common: argparse.ArgumentParser, said: argparse.ArgumentParser) -> None:
    opening = acts.add_parser("open", parents=[common, said], help="a new batch of ready orders nobody packs")
    opening.add_argument("orders", type=terminal.whole, nargs="*", metavar="NO", help="these; else the most urgent")
    opening.add_argument("--most-urgent", type=_count, metavar="N", help="so many of the most urgent ones")
    opening.add_argument("--single", action="store_true", help="orders of one unit, to be packed item first")
    opening.add_argument("--cells", type=_count, metavar="N", help="at most so many; the wall's cells otherwise")
    opening.set_defaults(run=_open)


def _add_papers(acts: Any, common: argparse.ArgumentParser) -> None:
    listing = acts.add_parser("list", parents=[common], help="the walk along the shelves, for paper or a sheet")
    listing.add_argument("id", type=batch_number, metavar="ID")
    listing.add_argument("-o", "--out", type=Path, metavar="FILE", help=".pdf, .csv, .xlsx or .tsv; else the terminal")
    listing.set_defaults(run=in_any_language(_list))
    labels = acts.add_parser("labels", parents=[common], help="a label for each cell, to be stuck on it")
    labels.add_argument("id", type=batch_number, metavar="ID")
    labels.add_argument("--media", type=_media, default=(50, 30), metavar="WxH", help="millimetres; 50x30 otherwise")
    labels.add_argument("-o", "--out", required=True, type=Path, metavar="FILE.pdf")
    labels.set_defaults(run=_labels)


def _add_shelf(acts: Any, common: argparse.ArgumentParser, said: argparse.ArgumentParser) -> None:
    scan = acts.add_parser("scan", parents=[common, said], help="count goods as they are taken from the shelf")
    scan.add_argument("id", type=batch_number, metavar="ID")
    scan.add_argument("codes", type=terminal.whole, nargs="+", metavar="CODE", help="of goods; - reads a code a line")
    scan.add_argument("--put-back", action="store_true", help="they go back to the shelf")
    scan.set_defaults(run=in_any_language(_scan))
    short = acts.add_parser("short", parents=[common, said], help="goods are not there: whose order goes without")
    short.add_argument("id", type=batch_number, metavar="ID")
    short.add_argument("missing", type=terminal.whole, metavar="SKU=QTY")
    short.add_argument("--owner", required=True, choices=tuple(Owner), help="who puts it right")
    short.add_argument("--reason", type=terminal.whole, required=True, metavar="R")
    short.set_defaults(run=_short)


def batch_number(text: str) -> int:
    """A batch's number, or the barcode on its list."""
    return terminal.number(text.upper().removeprefix(CODE))


def _count(text: str) -> int:
    from station.packing.picking import ORDERS_MAX

    if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= ORDERS_MAX):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is no number from 1 to {ORDERS_MAX}")
    return int(text)


def _media(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isascii() and width.isdigit() and height.isascii() and height.isdigit() and len(text) <= 7):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is no width and height like 50x30")
    if not (40 <= int(width) <= 210 and 20 <= int(height) <= 297):
        raise argparse.ArgumentTypeError("a cell's label is 40 to 210 mm wide and 20 to 297 mm high")
    return int(width), int(height)


def _open(args: argparse.Namespace, home: Home) -> int:
    from station.orders.pick_choice import Wanted
    from station.orders.pick_look import look
    from station.orders.picking import open_batch
    from station.settings import load

    settings = load(home)
    picking = settings.picking
    if args.orders and args.most_urgent:
        raise UsageTrouble("a batch is of the orders named, or of the most urgent ones, not both")
    most = args.cells or (picking.cells if not args.single else args.most_urgent or len(args.orders) or picking.cells)
    wanted = Wanted(
        numbers=tuple(args.orders),
        most=min(most, args.most_urgent or most),
        single=args.single,
        place=settings.bench.place,
    )
    with terminal.caught_up(home) as book:
        who = terminal.who(args.by, book, home)
        batch = look(book, open_batch(book, wanted, who=who, now_us=terminal.now_us()))
    return _tell(args, batch)


def _tell(args: argparse.Namespace, batch: PickBatch) -> int:
    from station.reports.picking import document, sentence

    print(json.dumps(document(batch), ensure_ascii=False) if args.json else sentence(batch))
    return 0


def _looked(args: argparse.Namespace, home: Home) -> PickBatch:
    from station.orders.pick_look import look

    with terminal.caught_up(home) as book:
        return look(book, args.id)


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.reports.picking import document, headers, rows, sentence
    from station.reports.speech import say_in_house
    from station.reports.table import in_columns, save, write_file
    from station.settings import load

    batch, heads = _looked(args, home), headers(say_in_house(load(home).bench))
    if args.out is None:
        print(json.dumps(document(batch), ensure_ascii=False) if args.json else in_columns(heads, rows(batch)))
        return 0
    if args.out.suffix.lower() == ".pdf":
        save(args.out, _list_pdf(batch, home))
    else:
        write_file(args.out, heads, rows(batch))
    told = {"batch": batch.id, "file": str(args.out), "stops": len(batch.stops), "units": batch.units}
    print(json.dumps(told, ensure_ascii=False) if args.json else f"{args.out}: {sentence(batch)}")
    return 0


def _list_pdf(batch: PickBatch, home: Home) -> bytes:
    from station.labels.documents import label_pdf
    from station.labels.pick_list import ROWS_MAX, ListRow, PickList, list_pages
    from station.labels.screenless import ensure_application
    from station.labels.waybill import local_minute
    from station.reports.picking import item, piece_code
    from station.reports.speech import say_in_house
    from station.settings import load

    if len(batch.stops) > ROWS_MAX:
        raise Trouble(
            f"a list holds {ROWS_MAX} lines, the batch has {len(batch.stops)}", remedy="Write a sheet: .xlsx."
        )
    application = ensure_application()
    rows = tuple(
        ListRow(
            location=stop.stop.location,
            sku=stop.stop.line.sku,
            item=item(stop),
            code=piece_code(stop),
            units=stop.stop.units,
            done=stop.picked,
            cells=() if batch.single else stop.stop.cells,
        )
        for stop in batch.stops
    )
    sheet = PickList(
        number=batch.id,
        code=f"{CODE}{batch.id}",
        place=batch.place,
        opened=local_minute(batch.opened_us),
        by=batch.opened_by,
        orders=len(batch.cells),
        rows=rows,
    )
    assert application is not None
    return label_pdf(list_pages(sheet, say_in_house(load(home).bench)))


def _labels(args: argparse.Namespace, home: Home) -> int:
    from station.labels.documents import label_pdf
    from station.labels.pick_list import cell_label
    from station.labels.screenless import ensure_application
    from station.orders.cell_codes import cell_code
    from station.reports.table import save

    batch = _looked(args, home)
    if batch.single or not batch.cells:
        raise Trouble(f"batch {batch.id} has no cells", remedy="Labels are for batches of several units an order.")
    application = ensure_application()
    width, height = args.media
    drawings = [
        cell_label(
            cell.number, cell_code(batch.id, cell.number), cell.order, width_mm=float(width), height_mm=float(height)
        )
        for cell in batch.cells
    ]
    assert application is not None
    save(args.out, label_pdf(drawings))
    told = {"batch": batch.id, "file": str(args.out), "labels": len(drawings)}
    print(json.dumps(told, ensure_ascii=False) if args.json else f"{args.out}: {len(drawings)} labels")
    return 0


def _scan(args: argparse.Namespace, home: Home) -> int:
    from station.codes import read
    from station.orders.pick_look import look
    from station.orders.pick_scan import pick, put_back
    from station.reports.picking import next_line, scan_document, scan_line, sentence
    from station.reports.speech import say_in_house
    from station.settings import load

    act, say = put_back if args.put_back else pick, say_in_house(load(home).bench)
    replies: list[PickReply] = []
    with terminal.caught_up(home) as book:
        who = terminal.who(args.by, book, home)
        for code in terminal.codes(args.codes):
            reply = act(book, args.id, read(code, device="terminal"), who=who, now_us=terminal.now_us())
            replies.append(reply)
            if not args.json:
                print(f"{scan_line(reply, say)}\n{next_line(reply.then, say)}", flush=True)
        batch = look(book, args.id)
    if args.json:
        counts = {"units": batch.units, "picked": batch.picked}
        scans = [scan_document(reply) for reply in replies]
        print(json.dumps({"batch": batch.id, "scans": scans, **counts}, ensure_ascii=False))
    else:
        print(sentence(batch))
    return 1 if any(reply.why for reply in replies) else 0


def _short(args: argparse.Namespace, home: Home) -> int:
    from station.orders.pick_short import Shortage, record_short
    from station.packing.model import Sku
    from station.reports.picking import share_document

    ((sku, quantity),) = _pairs([args.missing], "SKU=QTY").items()
    if not (quantity.isascii() and quantity.isdigit() and len(quantity) <= 6):
        raise UsageTrouble(f"{quantity[:20]!r} is no number of units", remedy="Write SKU=QTY.")
    short = Shortage(sku=Sku(sku), units=int(quantity), owner=Owner(args.owner), reason=args.reason.strip())
    with terminal.caught_up(home) as book:
        who = terminal.who(args.by, book, home)
        without = record_short(book, args.id, short, who=who, now_us=terminal.now_us())
    if args.json:
        told = {"batch": args.id, "sku": sku, "short": short.units, "owner": short.owner}
        print(json.dumps({**told, "orders": [share_document(share) for share in without]}, ensure_ascii=False))
        return 0
    print(f"{short.units} of {sku} are not there; {len(without)} orders are put aside for {short.owner}")
    for share in without:
        print(f"缺货 short  {share.order}  {sku} × {share.units}")
    return 0


def _tote(args: argparse.Namespace, home: Home) -> int:
    from station.orders.pick_look import look
    from station.orders.picking import put_in_totes

    totes = _pairs(args.totes, "NO=TOTE")
    with terminal.caught_up(home) as book:
        who = terminal.who(args.by, book, home)
        put_in_totes(book, args.id, totes.items(), who=who, now_us=terminal.now_us())
        batch = look(book, args.id)
    return _tell(args, batch)


def _pairs(given: Iterable[str], form: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for each in given:
        name, equals, value = each.rpartition("=")
        if not equals or not name.strip() or not value.strip() or name.strip() in pairs:
            raise UsageTrouble(f"{each[:60]!r} cannot be used", remedy=f"Once for each: {form}.")
        pairs[name.strip()] = value.strip()
    return pairs


def _out(args: argparse.Namespace, home: Home) -> int:
    from station.orders.pick_look import look
    from station.orders.picking import leave_out

    with terminal.caught_up(home) as book:
        who = terminal.who(args.by, book, home)
        leave_out(book, args.id, args.orders, who=who, now_us=terminal.now_us())
        batch = look(book, args.id)
    return _tell(args, batch)


def _close(args: argparse.Namespace, home: Home) -> int:
    from station.orders.pick_look import look
    from station.orders.picking import close_batch

    with terminal.caught_up(home) as book:
        who = terminal.who(args.by, book, home)
        close_batch(book, args.id, who=who, now_us=terminal.now_us())
        batch = look(book, args.id)
    return _tell(args, batch)


def _show(args: argparse.Namespace, home: Home) -> int:
    from station.orders.pick_look import recent
    from station.reports.picking import cell_line, document, sentence
    from station.reports.speech import say_in_house
    from station.settings import load

    if args.id is None:
        with terminal.caught_up(home) as book:
            found = recent(book)
        if args.json:
            print(json.dumps({"batches": [document(batch) for batch in found]}, ensure_ascii=False))
            return 0
        for batch in found:
            print(sentence(batch))
        return 0
    batch = _looked(args, home)
    _tell(args, batch)
    if not args.json:
        say = say_in_house(load(home).bench)
        for cell in batch.cells:
            print(cell_line(cell, say))
    return 0
