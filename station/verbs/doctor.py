"""``doctor``: what is wrong with this machine or home, and what to do about it."""

from __future__ import annotations

import argparse
import json
from typing import Any

from station.home import Home


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("doctor", parents=[common], help="what is wrong with this machine or home")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.clock import SystemClock
    from station.doctor import State, examine

    findings = examine(home, SystemClock())
    faults = [finding for finding in findings if finding.state is State.FAULT]
    if args.json:
        rows = [
            {"check": one.check, "state": one.state.value, "words": one.words, "remedy": one.remedy} for one in findings
        ]
        print(json.dumps({"ok": not faults, "findings": rows}, ensure_ascii=False))
    else:
        for one in findings:
            print(f"{one.state.value:<5}  {one.check:<10}  {one.words}" + (f". {one.remedy}" if one.remedy else ""))
    return 1 if faults else 0
