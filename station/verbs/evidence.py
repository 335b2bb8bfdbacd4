"""``evidence``: take a parcel's bundle out, check one, check the whole log.

The ledger is only read, but for handovers that the order book has for it: an export writes those down first.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import LedgerBroken, Trouble, VerificationFailed
from station.home import Home

if TYPE_CHECKING:
    from station.evidence.audit import Audit


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("evidence", parents=[common], help="export, verify and audit what was recorded")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    export = acts.add_parser("export", parents=[common], help="one order's evidence as a ZIP")
    export.add_argument("order", metavar="NO")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.zip")
    export.add_argument(
        "--with-papers", action="store_true", help="the handover's sheet and photo too, which show other orders"
    )
    export.set_defaults(run=_export)
    verify = acts.add_parser("verify", parents=[common], help="check a ZIP, trusting nothing in it")
    verify.add_argument("bundle", metavar="FILE.zip")
    verify.add_argument("--org-key", metavar="VKEY|FILE", help="the organisation's key, from a copy outside the ZIP")
    verify.set_defaults(run=_verify)
    audit = acts.add_parser("audit", parents=[common], help="compute the whole log again")
    audit.set_defaults(run=_audit)


def _export(args: argparse.Namespace, home: Home) -> int:
    from station.evidence.bundle import export
    from station.labels.pages import html_pdf
    from station.labels.screenless import ensure_application

    _write_owed(home)
    application = ensure_application()
    done = export(home, args.order, args.output, make_pdf=html_pdf, with_papers=args.with_papers)
    del application
    facts = {
        "file": str(done.path),
        "order": done.order_no,
        "log": done.log,
        "entries": done.entries,
        "sealed": done.sealed,
        "size": done.size,
        "remarks": list(done.remarks),
    }
    state = "sealed" if done.sealed else "not sealed yet"
    lines = (f"{done.path}: {done.entries} entries of order {done.order_no}, {state}", *done.remarks)
    _say(args, facts, "\n".join(lines))
    return 0


def _write_owed(home: Home) -> None:
    """What the order book knows of handovers and the ledger does not yet; trouble with that keeps no proof back."""
    from station.clock import SystemClock
    from station.handing import write_owed
    from station.settings import load

    if not home.ledger_file.is_file():
        return
    try:
        with terminal.opened(home) as book:
            write_owed(home, book, load(home), SystemClock())
    except Trouble as trouble:
        sys.stderr.write(f"sealbench: handovers that the ledger lacks are not in the bundle: {trouble.sentence()}\n")


def _verify(args: argparse.Namespace, home: Home) -> int:
    from station.evidence import verify

    try:
        verdict = verify.examine(args.bundle, _org_key(args.org_key, home))
    except OSError as error:
        raise Trouble(
            f"the bundle cannot be read: {error.strerror}", where=args.bundle, remedy="Check its name."
        ) from None
    facts = {
        "verdict": verdict.verdict,
        "file": args.bundle,
        "org_fingerprint": verdict.org_fingerprint,
        "checks": [{"n": check.n, "ok": check.ok, "line": check.line} for check in verdict.checks],
        "remarks": verdict.remarks,
    }
    _say(args, facts, verify.report(verdict))
    return verdict.exit_code


def _org_key(option: str | None, home: Home) -> str | None:
    """The key to compare with: the one that was given, else the one that this home owns."""
    from station.evidence import keys, verify

    if option:
        return verify.key_text(option)
    owned = keys.owned_org_key(home)
    return owned.text() if owned else None


def _audit(args: argparse.Namespace, home: Home) -> int:
    from station.evidence import audit, keys
    from station.evidence.ledger_reading import open_reader

    try:
        reader = open_reader(home.ledger_file)
        org, bench, _ = reader.log.split("/")
        bench_key = keys.load(home, org=org, bench=bench).bench.public
        found = audit.audit(reader, bench_key, home.media)
        reader.close()
    except LedgerBroken as broken:
        found = audit.Audit(log="", entries=0, root="", faults=(broken.sentence(),))
    _say_audit(args, found)
    return 0 if found.ok else VerificationFailed.exit_code


def _say_audit(args: argparse.Namespace, found: Audit) -> None:
    facts = {
        "log": found.log,
        "entries": found.entries,
        "root": found.root,
        "ok": found.ok,
        "faults": list(found.faults),
    }
    lines = [*found.faults, f"{found.log}: {found.entries} entries, {'no fault' if found.ok else 'NOT in order'}"]
    _say(args, facts, "\n".join(lines))


def _say(args: argparse.Namespace, facts: dict[str, object], text: str) -> None:
    sys.stdout.write((json.dumps(facts, ensure_ascii=False) if args.json else text) + "\n")
