"""``keys``: the bench's key, the organisation's word for it, and that key's way off the bench."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any, assert_never

from station import terminal
from station.home import Home

EPOCH_MAX = 10**9


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    from station.verbs.evidence.epochs import reason

    parser = verbs.add_parser("keys", parents=[common], help="the bench's key and the organisation's")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    show = acts.add_parser(
        "show", parents=[common], help="which keys this home has, how they are kept, what it remembers"
    )
    show.set_defaults(run=_show)
    export = acts.add_parser("export-org", parents=[common], help="the organisation's key to a file, and off this home")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    export.add_argument("--passphrase-file", metavar="FILE", help="its first line; else it is asked for, twice")
    export.set_defaults(run=_export_org)
    request = acts.add_parser("request", parents=[common], help="at a new bench: its key, to be enrolled elsewhere")
    request.add_argument("--org-vkey", type=Path, required=True, metavar="FILE", help="the organisation's public key")
    request.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    request.set_defaults(run=_request)
    enrol = acts.add_parser("enrol", parents=[common], help="where the organisation's key is: sign a bench's request")
    enrol.add_argument("request", type=Path, metavar="REQUEST")
    enrol.add_argument("--epoch", type=_epoch, default=1, metavar="N", help="the first epoch it may sign (1)")
    enrol.add_argument("--reason", type=reason, default="first use", metavar="TEXT")
    enrol.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    _take_org_key(enrol)
    enrol.set_defaults(run=_enrol)
    accept = acts.add_parser("accept", parents=[common], help="at the new bench: the note that came back")
    accept.add_argument("note", type=Path, metavar="FILE")
    accept.set_defaults(run=_accept)
    rotate = acts.add_parser("rotate", parents=[common], help="a new key for this bench, with a new epoch")
    rotate.add_argument("--reason", type=reason, required=True, metavar="TEXT")
    rotate.add_argument("--by", required=True, metavar="WHO", help="a supervisor's badge or name")
    _take_org_key(rotate)
    rotate.set_defaults(run=_rotate)
    exporter = acts.add_parser("exporter", parents=[common], help="a key of this home for the cases of dead benches")
    exporter.add_argument("--reason", type=reason, default="exports for benches that are gone", metavar="TEXT")
    _take_org_key(exporter)
    exporter.set_defaults(run=_exporter)
    revoke = acts.add_parser("revoke", parents=[common], help="take a bench's or exporter's key back, in a signed note")
    revoke.add_argument("vkey", type=Path, metavar="VKEY-FILE")
    revoke.add_argument("--since-epoch", type=_epoch, default=1, metavar="N", help="older epochs still count (1)")
    revoke.add_argument("--reason", type=reason, required=True, metavar="TEXT")
    revoke.add_argument("-o", "--output", type=Path, metavar="FILE", help="a copy for others to verify with")
    _take_org_key(revoke)
    revoke.set_defaults(run=_revoke)


def _take_org_key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--org-key", metavar="FILE", help="the organisation's key; without it, this home's own")
    parser.add_argument("--passphrase-file", metavar="FILE", help="what opens that key; else it is asked for")


def _epoch(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:11]) <= EPOCH_MAX):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is no number of an epoch")
    return int(text)


def _show(args: argparse.Namespace, home: Home) -> int:
    from station.key_report import report_on
    from station.settings import load

    report = report_on(home, load(home))
    if args.json:
        print(json.dumps(report, ensure_ascii=False))
        return 0
    for name, value in report.items():
        print(f"{name.replace('_', ' '):<20}{_in_words(value)}")
    return 0


def _in_words(value: str | bool | list[str] | None) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(value) or "none"
        case str():
            return value
        case None:
            return "none"
        case _:
            assert_never(value)


def _export_org(args: argparse.Namespace, home: Home) -> int:
    from station.evidence.org_keys import export_org_key

    key = export_org_key(home, args.output, terminal.passphrase(args, twice=True))
    _say(args, f"{args.output}: keep it off the bench, and its passphrase apart from it", key.fingerprint())
    return 0


def _request(args: argparse.Namespace, home: Home) -> int:
    from station.evidence.enrolling import request
    from station.evidence.key_store import wanted_store
    from station.settings import load

    settings = load(home)
    key = request(
        home,
        args.org_vkey,
        args.output,
        org=settings.bench.org,
        bench=settings.bench.id,
        random_bytes=os.urandom,
        store=wanted_store(settings.evidence.key_store),
    )
    _say(args, f"{args.output}: have it signed with: sealbench keys enrol", key.fingerprint())
    return 0


def _enrol(args: argparse.Namespace, home: Home) -> int:
    from station.evidence.enrolling import put
    from station.evidence.org_keys import enrolled_by, org_key

    owner = org_key(home, terminal.org_key_of(args))
    put(args.output, enrolled_by(owner, args.request, epoch=args.epoch, reason=args.reason))
    _say(args, f"{args.output}: bring it to the bench: sealbench keys accept", owner.public.fingerprint())
    return 0


def _accept(args: argparse.Namespace, home: Home) -> int:
    from station.evidence.enrolling import accept
    from station.settings import load

    bench = load(home).bench
    keys = accept(home, args.note, org=bench.org, bench=bench.id)
    _say(args, f"{keys.bench.public.name} is enrolled by {keys.org.name}", keys.org.fingerprint())
    return 0


def _rotate(args: argparse.Namespace, home: Home) -> int:
    from station.clock import SystemClock
    from station.epoch_change import rotate
    from station.settings import load
    from station.verbs.evidence.epochs import tell

    with terminal.opened(home) as book:
        by = terminal.supervisor(args.by, book)
        done = rotate(home, load(home), SystemClock(), book, owner=terminal.org_key_of(args), why=args.reason, by=by)
    tell(args, done)
    return 0


def _exporter(args: argparse.Namespace, home: Home) -> int:
    from station.evidence.org_keys import make_exporter, org_key

    made = make_exporter(home, org_key(home, terminal.org_key_of(args)), reason=args.reason, random_bytes=os.urandom)
    _say(args, f"{made.key.public.name} may sign bundles of {made.owner.name}", made.key.public.fingerprint())
    return 0


def _revoke(args: argparse.Namespace, home: Home) -> int:
    from station.evidence.org_keys import org_key, revoke

    owner = org_key(home, terminal.org_key_of(args))
    note = revoke(home, owner, args.vkey, since_epoch=args.since_epoch, reason=args.reason, copy=args.output)
    _say(args, f"{note}: evidence verify tells of it here; give it to whoever verifies", owner.public.fingerprint())
    return 0


def _say(args: argparse.Namespace, words: str, fingerprint: str) -> None:
    if args.json:
        facts: dict[str, Any] = {"done": words, "fingerprint": fingerprint}
        print(json.dumps(facts, ensure_ascii=False))
    else:
        print(f"{words}\nfingerprint {fingerprint}")
