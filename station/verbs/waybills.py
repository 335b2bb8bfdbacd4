"""``waybills add``: numbers into the pool. ``waybills upload``: the carrier's batch file out."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from station.home import Home

if TYPE_CHECKING:
    from station.packing.routing import Service


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("waybills", parents=[common], help="the pool of waybill numbers")
    acts = parser.add_subparsers(metavar="ACT", required=True)
    put = acts.add_parser("add", parents=[common], help="add numbers, one a line")
    put.add_argument("file", type=Path, metavar="FILE")
    put.add_argument("--service", required=True, metavar="S")
    put.set_defaults(run=_add)
    upload = acts.add_parser("upload", parents=[common], help="write the carrier's batch file of packed parcels")
    upload.add_argument("--service", required=True, metavar="S")
    upload.add_argument("-o", "--out", required=True, type=Path, metavar="FILE", help="ends in .csv or .xlsx")
    upload.set_defaults(run=_upload)


def _add(args: argparse.Namespace, home: Home) -> int:
    from station.clock import SystemClock
    from station.errors import Trouble
    from station.orders.numbers import NUMBERS_MAX
    from station.orders.opening import open_book
    from station.settings import config_dir, load

    service = _service(args.service)
    try:
        lines = args.file.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise Trouble(f"the file cannot be read: {(error.strerror or '').lower()}", where=str(args.file)) from error
    except UnicodeDecodeError as error:
        raise Trouble("the file is not text", where=str(args.file), remedy="One number a line.") from error
    if len(lines) > NUMBERS_MAX:
        raise Trouble(f"the file has more than {NUMBERS_MAX} lines", where=str(args.file), remedy="Split it.")
    book = open_book(home, config_dir(), load(home).bench.orderbook)
    try:
        added, faults = book.add_numbers(lines, service, now_us=SystemClock().now().wall_us)
    finally:
        book.close()
    errors = [{"row": fault.row, "number": fault.number, "message": fault.message} for fault in faults]
    if args.json:
        document = {"service": service.id, "added": added, "refused": len(errors), "errors": errors}
        print(json.dumps(document, ensure_ascii=False))
    else:
        for fault in faults:
            print(f"{args.file.name}, line {fault.row}, {fault.number}: {fault.message}", file=sys.stderr)
        print(f"{service.en}: {added} numbers added, {len(errors)} lines refused")
    return 1 if errors else 0


def _service(name: str) -> Service:
    from station.errors import UsageTrouble
    from station.orders.routes import load_services
    from station.settings import config_dir

    services = {service.id: service for service in load_services(config_dir())}
    for service in services.values():
        if service.id == name:
            return service
    raise UsageTrouble(f"no service is called {name!r}; known: {', '.join(services)}")


def _upload(args: argparse.Namespace, home: Home) -> int:
    from station.orders.opening import open_book
    from station.orders.routes import load_upload
    from station.orders.upload import upload_rows
    from station.reports.table import write_file
    from station.settings import config_dir, load

    service = _service(args.service)
    config = config_dir()
    book = open_book(home, config, load(home).bench.orderbook)
    try:
        headers, rows = upload_rows(book, service.id, load_upload(config, service.id))
    finally:
        book.close()
    write_file(args.out, headers, rows)
    if args.json:
        print(json.dumps({"service": service.id, "file": str(args.out), "parcels": len(rows)}, ensure_ascii=False))
    else:
        print(f"{args.out}: {len(rows)} parcels of {service.en}")
    return 0
