"""``virtual printer|scale|scanner|camera``: stand-ins that speak real bytes, each a program of its own."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station.errors import UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.devices.virtual.camera import VirtualCamera
    from station.devices.virtual.firmware import PrinterFault
    from station.devices.virtual.outlet import Outlet
    from station.devices.virtual.printer import VirtualPrinter
    from station.devices.virtual.scale import VirtualScale


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("virtual", parents=[common], help="a printer, scale, scanner or camera without hardware")
    devices = parser.add_subparsers(title="devices", metavar="DEVICE", required=True)
    printer = devices.add_parser("printer", parents=[common], help="a printer; lines in: a fault, or mend")
    printer.add_argument("--speaks", default="zpl", metavar="L", help="zpl (default), escpos, tspl, epl")
    printer.add_argument("--dpi", type=int, default=203, choices=(203, 300, 600), help="dots per inch (203)")
    printer.add_argument("--pty", metavar="PATH", help="a serial port at this path instead of TCP (not on Windows)")
    printer.add_argument(
        "--port", type=int, default=9100, help="TCP port on this machine (default 9100, 0: a free one)"
    )
    printer.add_argument("--out", metavar="DIR", help="a PNG of every label")
    printer.add_argument(
        "--fault", action="append", default=[], metavar="N:FAULT", help="at label N: paper_out, head_open, paused, …"
    )
    printer.add_argument("--label-ms", type=int, default=1_000, metavar="MS", help="time to print one label")
    printer.set_defaults(run=_run_printer)
    scale = devices.add_parser("scale", parents=[common], help="a scale; lines in: 1284 g, 1284 g moving, …")
    scale.add_argument(
        "--speaks", default="mt-sics", metavar="P", help="its protocol (default mt-sics); see docs/scales.md"
    )
    _outlet_options(scale)
    scale.set_defaults(run=_run_scale)
    scanner = devices.add_parser("scanner", parents=[common], help="a scanner; each line in is a scan")
    scanner.add_argument("--speaks", default="plain", metavar="S", help="plain (default), keys, hid-pos, camera")
    _outlet_options(scanner)
    scanner.set_defaults(run=_run_scanner)
    camera = devices.add_parser("camera", parents=[common], help="a network camera; lines in: frozen, hanging, ok, …")
    camera.add_argument("--port", type=int, default=8554, help="TCP port on this machine (default 8554, 0: a free one)")
    camera.set_defaults(run=_run_camera)


def _outlet_options(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--port", type=int, help="TCP port on this machine (0: a free one)")
    where.add_argument("--pty", metavar="PATH", help="a serial port at this path (not on Windows)")


def _run_printer(args: argparse.Namespace, _home: Home) -> int:
    from PySide6.QtCore import QCoreApplication

    from station.devices.virtual.printer import VirtualPrinter

    app = QCoreApplication.instance() or QCoreApplication([])
    printer = VirtualPrinter(
        _outlet(args),
        speaks=_speaks(args.speaks),
        dpi=args.dpi,
        label_ms=max(args.label_ms, 0),
        plan=dict(_planned(text) for text in args.fault),
        folder=Path(args.out) if args.out else None,
    )
    printer.struck.connect(lambda word: _note(f"fault: {word}"))
    printer.printed.connect(lambda label: _note(f"label: {label.width_dots}x{label.height_dots} dots"))
    _serve(app, printer.outlet, "printer", lambda line: _tell_printer(printer, line), as_json=args.json)
    printer.close()
    return 0


def _speaks(word: str) -> str:
    from station.devices.virtual.printer import FIRMWARES

    if word not in FIRMWARES:
        raise UsageTrouble(f"no virtual printer speaks {word!r}", remedy=f"Known: {', '.join(FIRMWARES)}.")
    return word


def _run_scale(args: argparse.Namespace, _home: Home) -> int:
    from PySide6.QtCore import QCoreApplication

    from station.devices.virtual.scale import VirtualScale
    from station.devices.virtual.scale_firmware import SPOKEN

    if args.speaks not in SPOKEN:
        raise UsageTrouble(f"no virtual scale speaks {args.speaks!r}", remedy=f"Known: {', '.join(SPOKEN)}.")
    app = QCoreApplication.instance() or QCoreApplication([])
    scale = VirtualScale(_outlet(args), speaks=args.speaks)
    _serve(app, scale.outlet, "scale", lambda line: _tell_scale(scale, line), as_json=args.json)
    scale.close()
    return 0


def _run_scanner(args: argparse.Namespace, _home: Home) -> int:
    from PySide6.QtCore import QCoreApplication

    from station.devices.virtual.scanner import SPEAKS, VirtualScanner

    if args.speaks not in SPEAKS:
        raise UsageTrouble(f"no virtual scanner speaks {args.speaks!r}", remedy=f"Known: {', '.join(SPEAKS)}.")
    app = QCoreApplication.instance() or QCoreApplication([])
    scanner = VirtualScanner(_outlet(args), speaks=args.speaks)
    _serve(app, scanner.outlet, "scanner", scanner.scan, as_json=args.json)
    scanner.close()
    return 0


def _run_camera(args: argparse.Namespace, _home: Home) -> int:
    from station.clock import SystemClock
    from station.devices.virtual.camera import VirtualCamera
    from station.labels.screenless import ensure_application

    app = ensure_application()
    camera = VirtualCamera(SystemClock(), port=_port(args.port))
    _serve(app, camera, "camera", lambda line: _tell_camera(camera, line), as_json=args.json)
    camera.close()
    return 0


def _tell_camera(camera: VirtualCamera, line: str) -> None:
    from station.devices.virtual.camera import CameraMood

    word = line.strip()
    if word in set(CameraMood):
        camera.be(CameraMood(word))
    else:
        _note(f"{line!r} is none of: {', '.join(CameraMood)}")


def _serve(app: Any, outlet: Outlet | VirtualCamera, kind: str, obey: Callable[[str], None], *, as_json: bool) -> None:
    """Say the address to put into ``bench.toml``, then live until told to stop."""
    from station.devices.virtual.console import Console, run_until_told

    print(json.dumps({"kind": kind, "link": outlet.address}) if as_json else outlet.address, flush=True)
    console = Console()
    console.line.connect(obey)
    run_until_told(app)


def _tell_printer(printer: VirtualPrinter, line: str) -> None:
    if line.strip() == "mend":
        printer.mend()
        return
    try:
        printer.strike(_fault(line.strip()))
    except UsageTrouble as trouble:
        _note(trouble.sentence())


def _tell_scale(scale: VirtualScale, line: str) -> None:
    from station.packing.inputs import ScaleFault

    word = line.strip()
    if word in ("mute", "ok"):
        scale.mute(word == "mute")
        scale.fault(None)
    elif word in set(ScaleFault):
        scale.fault(ScaleFault(word))
    elif (weight_mg := _weight_mg(word.removesuffix("moving"))) is not None:
        scale.put(weight_mg, stable=not word.endswith("moving"))
    else:
        _note(f"{line!r} is neither a weight like '1284 g' nor one of: {', '.join(ScaleFault)}, mute, ok")


def _weight_mg(text: str) -> int | None:
    from station.devices.scales.mt_sics import MG_PER_UNIT

    found = re.fullmatch(r"\s*(-?[\d.]{1,12})\s*([a-zA-Z]+)\s*", text)
    if found is None or found[2] not in MG_PER_UNIT:
        return None
    try:
        return int(Decimal(found[1]) * MG_PER_UNIT[found[2]])
    except InvalidOperation:
        return None


def _planned(text: str) -> tuple[int, PrinterFault]:
    number, _, fault = text.partition(":")
    if not re.fullmatch(r"[1-9]\d{0,5}", number):
        raise UsageTrouble(f"{text!r} does not say at which label", remedy="Write it like 3:paper_out.")
    return int(number), _fault(fault)


def _fault(word: str) -> PrinterFault:
    from station.devices.virtual.firmware import PrinterFault

    if word not in set(PrinterFault):
        raise UsageTrouble(f"{word!r} is no fault of a printer; known: {', '.join(PrinterFault)}, and mend")
    return PrinterFault(word)


def _outlet(args: argparse.Namespace) -> Outlet:
    from station.devices.virtual.outlet import PtyOutlet, TcpOutlet

    return TcpOutlet(_port(args.port)) if args.pty is None else PtyOutlet(Path(args.pty).absolute())


def _port(port: int) -> int:
    if not 0 <= port < 65536:
        raise UsageTrouble(f"{port} is no TCP port", remedy="Choose one of 0 to 65535.")
    return port


def _note(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
