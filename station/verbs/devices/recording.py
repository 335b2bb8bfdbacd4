"""``devices record|replay``: what a device sends, in a file that support can read as the bench did."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station.errors import Trouble, UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.device_settings import DeviceSettings
    from station.devices.recorder import Recorder
    from station.devices.session import About, Session

FILE_BYTES_MAX = 200_000_000
SECONDS_MAX = 86_400


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    record = acts.add_parser(
        "record", parents=[common], help="write down what a scanner or scale sends, until Ctrl+C; codes are in it"
    )
    record.add_argument("name", help="a device of bench.toml; the bench must not have it open")
    record.add_argument("-o", "--out", required=True, metavar="FILE", help="JSON lines; must not exist yet")
    record.add_argument("--seconds", type=float, default=SECONDS_MAX, help="stop by itself after so long")
    record.set_defaults(run=_run_record)
    replay = acts.add_parser(
        "replay", parents=[common], help="read a recording once more; 1 if this version understands it otherwise"
    )
    replay.add_argument("file", metavar="FILE")
    replay.set_defaults(run=_run_replay)


def _run_record(args: argparse.Namespace, home: Home) -> int:
    from station.settings import load

    if not 0 < args.seconds <= SECONDS_MAX:
        raise UsageTrouble(f"--seconds is more than 0 and at most {SECONDS_MAX}")
    device = next((one for one in load(home).devices if one.name == args.name), None)
    if device is None:
        raise UsageTrouble(f"no device is called {args.name!r}", where=str(home.settings_file))
    recorder = _record(device, Path(args.out), wait_ms=max(round(args.seconds * 1_000), 1))
    told = {"file": args.out, "reads": recorder.reads, "understood": recorder.understood}
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(f"{recorder.reads} reads, {recorder.understood} understood: {args.out}")
    return 0


def _record(device: DeviceSettings, path: Path, *, wait_ms: int) -> Recorder:
    from PySide6.QtCore import QCoreApplication, QTimer

    from station.clock import SystemClock
    from station.devices.device import Scale, build
    from station.devices.recorder import Recorder
    from station.devices.scanner import Scanner
    from station.devices.session import WARNING
    from station.devices.virtual.console import run_until_told

    app = QCoreApplication.instance() or QCoreApplication([])
    about = _about(device)
    opened = build(device, SystemClock())
    assert isinstance(opened, Scanner | Scale)
    try:
        with path.open("xb") as file:
            recorder = Recorder(opened, about, file)
            recorder.full.connect(app.quit)
            opened.said.connect(_show)
            print(f"recording {device.name!r}; the file {WARNING}. Ctrl+C ends it.", file=sys.stderr)
            QTimer.singleShot(wait_ms, app.quit)
            QTimer.singleShot(0, opened.open)
            run_until_told(app)
            recorder.end()
            opened.close()
    except FileExistsError as error:
        raise UsageTrouble("this file is already there", where=str(path), remedy="Choose another name.") from error
    except OSError as error:
        raise Trouble(f"cannot be written: {error.strerror}", where=str(path)) from error
    return recorder


def _about(device: DeviceSettings) -> About:
    from station.devices.session import About

    if device.kind not in ("scanner", "scale"):
        raise UsageTrouble(f"{device.name!r} is a {device.kind}; only scanners and scales are recorded")
    return About(
        name=device.name,
        kind="scanner" if device.kind == "scanner" else "scale",
        link=device.link,
        speaks=device.speaks,
        suffix=device.suffix,
        prefix=device.prefix,
        guard_ms=device.guard_ms,
        unit=device.unit,
    )


def _show(said: object) -> None:
    """Without the codes: what is on the screen is not in the file's care."""
    from station.packing.inputs import LinkReport, Scan

    match said:
        case LinkReport():
            print(f"{said.device}: {said.word}", file=sys.stderr)
        case Scan(fault=None):
            print(f"{said.device}: a code of {len(said.text)} characters {said.aim}".rstrip(), file=sys.stderr)
        case Scan():
            print(f"{said.device}: refused, {said.fault}", file=sys.stderr)
        case _:
            pass


def _run_replay(args: argparse.Namespace, home: Home) -> int:
    del home
    from station.devices.replay import replayed

    session = _session(Path(args.file))
    now = replayed(session)
    same = now == session.said
    if args.json:
        told = {"name": session.about.name, "lines": len(session.lines), "same": same, "said": now}
        print(json.dumps({**told, "recorded": session.said}, ensure_ascii=False))
    else:
        for said in now:
            print(json.dumps(said, ensure_ascii=False))
    if not same:
        print(_difference(session.said, now), file=sys.stderr)
    return 0 if same else 1


def _session(path: Path) -> Session:
    from station.devices.session import NotASession, read

    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise UsageTrouble("this file is too large for a session", where=str(path))
        with path.open("rb") as file:
            return read(file)
    except NotASession as error:
        raise UsageTrouble(f"this is no recorded session: {error}", where=str(path)) from error
    except OSError as error:
        raise UsageTrouble(f"cannot be read: {error.strerror}", where=str(path)) from error


def _difference(recorded: list[Any], now: list[Any]) -> str:
    """The first place where the two part."""
    longest = max(len(recorded), len(now))
    padded = zip(recorded + [None] * (longest - len(recorded)), now + [None] * (longest - len(now)), strict=True)
    at, (then, today) = next((number, pair) for number, pair in enumerate(padded, start=1) if pair[0] != pair[1])
    return (
        f"differs at {at}: recorded {json.dumps(then, ensure_ascii=False)}, now {json.dumps(today, ensure_ascii=False)}"
    )
