"""``setup``: from unknown devices to a bench that packs, step by step, in a window or in a terminal."""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station.errors import Trouble
from station.home import Home
from station.speaking import in_any_language

if TYPE_CHECKING:
    from station.setup.values import Step

STEP_NAMES = ("language", "bench", "scanner", "printer", "scale", "camera", "commands", "practice", "finish")


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("setup", parents=[common], help="set up the bench: language, order book, every device")
    parser.add_argument("--step", choices=STEP_NAMES, metavar="NAME", help=f"only this one: {', '.join(STEP_NAMES)}")
    parser.add_argument("--status", action="store_true", help="which steps are done")
    parser.add_argument("--report", metavar="FILE", help="write the report as PDF, and nothing else")
    parser.add_argument("--fresh", action="store_true", help="forget how far set-up had come; bench.toml stays")
    parser.add_argument("--lines", action="store_true", help="in the terminal, also where there is a screen")
    parser.add_argument("--fullscreen", action="store_true", help="the window without the frame of the desktop")
    parser.add_argument(
        "--wait", type=float, default=60.0, metavar="SECONDS", help="at the end of input, for what is under way (60)"
    )
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.display import has_display
    from station.setup import notes
    from station.setup.values import Step

    if args.fresh:
        notes.forget(home)
    if args.status:
        return in_any_language(_status)(args, home)
    if args.report:
        return in_any_language(_report)(args, home)
    only = Step(args.step) if args.step else None
    if has_display() and not (args.json or args.lines):
        from station.setup.window import run

        return run(home, only=only, full_screen=args.fullscreen)
    return _lines(args, home, only)


def _status(args: argparse.Namespace, home: Home) -> int:
    from station.setup import machine, notes
    from station.setup.lines import status, status_lines
    from station.setup.sitting import surroundings

    wish, outcomes = notes.load(home)
    setup, _ = machine.begin(surroundings(home), wish=wish, outcomes=outcomes)
    if args.json:
        print(json.dumps({"steps": status(setup), "next": setup.step.value}, ensure_ascii=False))
    else:
        print("\n".join(status_lines(setup)))
    return 0


def _report(args: argparse.Namespace, home: Home) -> int:
    from station.clock import SystemClock
    from station.labels.screenless import ensure_application
    from station.setup import notes
    from station.setup.hands import write_report

    application = ensure_application()
    assert application is not None
    wish, outcomes = notes.load(home)
    try:
        path = write_report(home, wish, outcomes, SystemClock().now().wall_us, Path(args.report))
    except OSError as error:
        raise Trouble(f"cannot write the report: {error.strerror}", where=args.report) from error
    print(json.dumps({"file": str(path)}, ensure_ascii=False) if args.json else path)
    return 0


def _lines(args: argparse.Namespace, home: Home, only: Step | None) -> int:
    """Ends 0 when set-up is over or was left; what was answered is kept."""
    from PySide6.QtWidgets import QApplication

    from station.clock import SystemClock
    from station.labels.screenless import ensure_application
    from station.setup.answers import Answers
    from station.setup.lines import Lines
    from station.setup.sitting import Sitting
    from station.ui import languages

    application = QApplication.instance() or ensure_application()
    assert application is not None
    languages.load(application, home.translations)
    sitting = Sitting(home, SystemClock(), only=only)
    lines = Lines(
        sitting,
        lambda line: print(line, flush=True),
        as_json=args.json,
        wait_ms=max(int(args.wait * 1_000), 0),
        show_codes=sys.stdout.isatty(),
    )
    answers = Answers(sys.stdin or io.TextIOWrapper(io.BytesIO()))  # a closed input has no answers
    answers.line.connect(lines.feed)
    answers.ended.connect(lines.end)
    lines.done.connect(application.quit)
    sitting.start()
    answers.start()
    try:
        application.exec()
    finally:
        sitting.stop()
    _say_how_to_go_on(sitting.setup.over)
    return 0


def _say_how_to_go_on(over: bool) -> None:
    if not over:
        print("sealbench: set-up is kept as it stands; go on with: sealbench setup", file=sys.stderr)
