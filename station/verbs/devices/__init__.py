"""``devices list|test``: what is set up, what is plugged in, and whether it answers. Each file here adds more."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from station.errors import Trouble, UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from PySide6.QtSerialPort import QSerialPortInfo

    from station.device_settings import DeviceSettings


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("devices", parents=[common], help="the bench's scanners, scales, printers and cameras")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    listing = acts.add_parser("list", parents=[common], help="devices of bench.toml, serial ports, known dialects")
    listing.set_defaults(run=_run_list)
    test = acts.add_parser(
        "test", parents=[common], help="open each device and wait for its answer; 4 if one is silent"
    )
    test.add_argument("name", nargs="?", help="only this device of bench.toml")
    test.add_argument("--wait", type=float, default=5.0, metavar="SECONDS", help="for an answer (default 5)")
    test.add_argument("--picture", metavar="FILE", help="a JPEG of the one camera that is tested; must not exist yet")
    test.set_defaults(run=_run_test)
    for module in sorted(iter_modules(__path__), key=lambda found: found.name):
        import_module(f"{__name__}.{module.name}").add(acts, common)


def _run_list(args: argparse.Namespace, home: Home) -> int:
    from PySide6.QtSerialPort import QSerialPortInfo

    from station.devices.address import shown_link
    from station.devices.tally import in_words, kept
    from station.registry import PACKAGES, known
    from station.settings import load
    from station.verbs.devices.cameras import plugged_in, row

    devices = [
        {
            "name": device.name,
            "kind": device.kind,
            "link": shown_link(device.link),
            "speaks": device.speaks,
            "profile": Path(device.profile).stem,
        }
        for device in load(home).devices
    ]
    ports = [
        {
            "link": f"serial:{port.systemLocation()}",
            "identity": f"serial:{_identity(port)}" if port.hasVendorIdentifier() else "",
            "description": port.description(),
            "serial": port.serialNumber(),
        }
        for port in QSerialPortInfo.availablePorts()
    ] + _nodes()
    cameras = plugged_in()
    speaks = {kind: known(kind) for kind in PACKAGES}
    counts = kept(home.logs)
    if args.json:
        told = {"devices": devices, "ports": ports, "cameras": cameras, "speaks": speaks, "counts": counts}
        print(json.dumps(told, ensure_ascii=False))
        return 0
    for device in devices:
        what = " ".join(filter(None, (device["speaks"], device["profile"])))
        print(f"{device['kind']:8} {device['name']:20} {device['link']}  {what}".rstrip())
        if last := in_words(counts.get(str(device["name"]))):
            print(f"{'':8} {'':20} last run: {last}")
    for port in ports:
        print(f"port     {port['description'] or '-':20} {port['identity'] or port['link']}")
    for camera in cameras:
        print(row(camera))
    for kind, names in speaks.items():
        print(f"known    {kind:20} {', '.join(names)}")
    return 0


def _identity(port: QSerialPortInfo) -> str:
    serial = f":{port.serialNumber()}" if port.serialNumber() else ""
    return f"{port.vendorIdentifier():04x}:{port.productIdentifier():04x}{serial}"


def _nodes() -> list[dict[str, str]]:
    """HID scanners and scales, and everything that types: which of these is the scanner, a person has to say."""
    from station.devices.hid_descriptor import parse
    from station.devices.input_links import SCALE_PAGE, SCANNER_PAGE
    from station.devices.plugged import hid_nodes, keyboard_nodes

    spoken = [(node, parse(node.descriptor)) for node in hid_nodes()]
    hid = [("hid", node) for node, said in spoken if said.speaks(SCANNER_PAGE) or said.speaks(SCALE_PAGE)]
    return [
        {
            "link": f"{scheme}:{node.path}",
            "identity": f"{scheme}:{node.identity}",
            "description": node.name,
            "serial": node.usb.serial,
        }
        for scheme, node in [*hid, *(("evdev", node) for node in keyboard_nodes())]
    ]


def _run_test(args: argparse.Namespace, home: Home) -> int:
    from station.settings import load

    devices = [device for device in load(home).devices if args.name in (None, device.name)]
    if args.name is not None and not devices:
        raise UsageTrouble(f"no device is called {args.name!r}", where=str(home.settings_file))
    if not devices:
        print("no device is set up in bench.toml", file=sys.stderr)
    picture = None if args.picture is None else Path(args.picture)
    if picture is not None and [device.kind for device in devices] != ["camera"]:
        raise UsageTrouble("--picture needs the name of one camera", where=str(home.settings_file))
    results = [_answer(device, picture, wait_ms=max(int(args.wait * 1_000), 0)) for device in devices]
    if args.json:
        print(json.dumps({"devices": results}, ensure_ascii=False))
    else:
        for result in results:
            print(f"{'ok' if result['ok'] else 'FAILED':8} {result['name']:20} {result['word']}")
            if result.get("cause"):
                print(f"{'':29} {result['cause']}")
    return 0 if all(result["ok"] for result in results) else 4


def _answer(device: DeviceSettings, picture: Path | None, *, wait_ms: int) -> dict[str, Any]:
    """A scanner answers by being there, a scale by a weight, a printer by being ready, a camera by a picture."""
    from PySide6.QtCore import QEventLoop, QTimer

    from station.clock import SystemClock
    from station.devices.address import shown_link
    from station.devices.device import build
    from station.devices.witness import Witness
    from station.labels.screenless import ensure_application
    from station.verbs.devices.cameras import tested

    app = ensure_application()
    result = {"name": device.name, "kind": device.kind, "link": shown_link(device.link)}
    if device.kind == "camera":
        return {**result, **asdict(tested(device, wait_ms=wait_ms, picture=picture))}
    try:
        opened = build(device, SystemClock())
    except Trouble as trouble:
        return {**result, "ok": False, "word": trouble.sentence()}
    loop = QEventLoop(app)
    witness = Witness()
    witness.satisfied.connect(loop.quit)
    opened.said.connect(witness.hear)
    QTimer.singleShot(wait_ms, loop.quit)
    QTimer.singleShot(0, opened.open)
    loop.exec()
    opened.close()
    cause = "" if witness.ok else getattr(opened, "cause", "")
    return {**result, "ok": witness.ok, "word": witness.word, "cause": cause}
