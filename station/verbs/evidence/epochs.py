"""``evidence epoch``: a supervisor begins a new log where the old one cannot or must not be gone on with."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from station import terminal
from station.home import Home

if TYPE_CHECKING:
    from station.epoch_change import Change

REASON_MAX = 300


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    parser = acts.add_parser(
        "epoch", parents=[common], help="begin a new log after a restore, a clone or a re-installation"
    )
    parser.add_argument("--reason", required=True, type=reason, metavar="TEXT", help="what happened; it is recorded")
    parser.add_argument("--by", required=True, metavar="WHO", help="a supervisor's badge or name")
    parser.add_argument("--org-key", metavar="FILE", help="the organisation's key, where the bench needs a new one")
    parser.add_argument("--passphrase-file", metavar="FILE", help="what opens that key; else it is asked for")
    parser.set_defaults(run=_begin)


def reason(text: str) -> str:
    """One line of text, for notes have one line each."""
    said = " ".join(text.split())
    if not said or len(said) > REASON_MAX or not said.isprintable():
        raise argparse.ArgumentTypeError(f"a reason is one line of 1 to {REASON_MAX} characters")
    return said


def _begin(args: argparse.Namespace, home: Home) -> int:
    from station.clock import SystemClock
    from station.epoch_change import NewKey, change_epoch
    from station.settings import load

    settings = load(home)
    owner = terminal.org_key_of(args)
    new_key = None if owner is None else NewKey(owner=owner, reason=args.reason)
    with terminal.opened(home) as book:
        by = terminal.supervisor(args.by, book)
        done = change_epoch(home, settings, SystemClock(), book, why=args.reason, by=by, new_key=new_key)
    tell(args, done)
    return 0


def tell(args: argparse.Namespace, done: Change) -> None:
    """What was begun, what is lost, and which keys it is under."""
    if args.json:
        facts = {
            "log": done.log,
            "causes": [str(cause) for cause in done.causes],
            "known": list(done.known),
            "lost": list(done.lost),
            "kept": None if done.kept is None else str(done.kept),
            "bench_key": done.bench_key,
            "new_key": done.new_key,
            "org_key": done.org_key,
            "new_org": done.new_org,
        }
        print(json.dumps(facts, ensure_ascii=False))
        return
    print(f"{done.log} has begun: {', '.join(str(cause).replace('_', ' ') for cause in done.causes)}")
    for gap in done.lost:
        assert isinstance(gap, dict)
        start = "not known from where on" if gap["from"] is None else f"from entry {gap['from']}"
        print(f"lost of {gap['log']}: {start} to {int(str(gap['to'])) - 1}, known to {gap['known_to']}")
    if not done.lost:
        print("nothing is known to be lost")
    if done.kept is not None:
        print(f"the old ledger is kept in {done.kept}; keep it, it is still evidence")
    if done.new_key:
        print(f"the bench has a new key, {done.bench_key}")
    if done.new_org:
        print(f"the organisation has a NEW key, {done.org_key}: publish it, and take it off this bench")
