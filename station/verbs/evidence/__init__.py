"""``evidence``: take a parcel's bundle out, check one, check the whole log.

The ledger is only read, but for handovers that the order book has for it: an export writes those down first.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.verbs.evidence import auditing, epochs, erasing, exporting, media, relaying, sealing, witnesses

if TYPE_CHECKING:
    from station.evidence.org_keys import Revocation


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("evidence", parents=[common], help="export, verify and audit what was recorded")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    exporting.add(acts, common)
    verify = acts.add_parser("verify", parents=[common], help="check a ZIP, trusting nothing in it")
    verify.add_argument("bundle", metavar="FILE.zip")
    verify.add_argument("--org-key", metavar="VKEY|FILE", help="the organisation's key, from a copy outside the ZIP")
    verify.add_argument(
        "--witness-key", action="append", default=[], metavar="VKEY|FILE", help="a witness's key, from the witness"
    )
    verify.add_argument(
        "--revoked", action="append", default=[], type=Path, metavar="FILE", help="a note that takes a key back"
    )
    verify.set_defaults(run=_verify)
    verifier = acts.add_parser(
        "verifier", parents=[common], help="write out the verifiers that a stranger checks a ZIP with"
    )
    verifier.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    verifier.set_defaults(run=_verifier)
    auditing.add(acts, common)
    witnesses.add(acts, common)
    epochs.add(acts, common)
    erasing.add(acts, common)
    sealing.add(acts, common)
    media.add(acts, common)
    relaying.add(acts, common)


def _verify(args: argparse.Namespace, home: Home) -> int:
    from station.evidence import verify
    from station.evidence.revoked import with_revocations

    try:
        org_key = _org_key(args.org_key, home)
        witness_keys = tuple(verify.key_text(each) for each in args.witness_key)
        verdict = verify.examine(args.bundle, org_key, witness_keys)
        verdict = with_revocations(verdict, Path(args.bundle), _revoked(args.revoked, home, org_key))
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
    terminal.answer(args, facts, verify.report(verdict))
    return verdict.exit_code


def _verifier(args: argparse.Namespace, home: Home) -> int:
    """``verify.py`` for any Python and ``verify.html`` for any browser, as this program has them."""
    from station.evidence import verify

    folder: Path = args.output
    written = [folder / name for name in ("verify.py", "verify.html")]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in written:
            file.write_bytes(Path(verify.__file__).with_name(file.name).read_bytes())
    except OSError as error:
        raise Trouble(
            f"the verifiers cannot be written: {error.strerror}", where=str(folder), remedy="Choose another folder."
        ) from None
    terminal.answer(args, {"files": [str(file) for file in written]}, "\n".join(map(str, written)))
    return 0


def _revoked(files: list[Path], home: Home, org_key: str | None) -> list[Revocation]:
    """What this home knows to be taken back, and what was given; a note needs the organisation's key to be read."""
    from station.evidence import org_keys
    from station.evidence.checkpoint import parse_vkey

    if files and org_key is None:
        raise UsageTrouble("a note that takes a key back is checked with --org-key", remedy="Give that too.")
    given = [org_keys.read_revocation(file, parse_vkey(org_key)) for file in files] if org_key else []
    return [*org_keys.revocations(home), *given]


def _org_key(option: str | None, home: Home) -> str | None:
    """The key to compare with: the one that was given, else the one that this home owns."""
    from station.evidence import keys, verify

    if option:
        return verify.key_text(option)
    owned = keys.owned_org_key(home)
    return owned.text() if owned else None
