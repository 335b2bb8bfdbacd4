"""``evidence audit``: every log of this home computed again, the one that is written and those of earlier epochs."""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import ExitStack, closing, suppress
from typing import TYPE_CHECKING, Any

from station.errors import LedgerBroken, VerificationFailed
from station.home import Home

if TYPE_CHECKING:
    from station.evidence.audit import Audit


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    audit = acts.add_parser("audit", parents=[common], help="compute the whole log again")
    audit.set_defaults(run=_audit)


def _audit(args: argparse.Namespace, home: Home) -> int:
    from station.media_store.standing import copied_elsewhere

    elsewhere = copied_elsewhere(home)
    found, earlier = _current(home, elsewhere), _earlier(home, elsewhere)
    facts = {**_facts(found), "earlier": [_facts(one) for one in earlier]}
    lines = [line for one in (*earlier, found) for line in (*one.faults, _summary(one))]
    _say_what_is_owed(home)
    _say_what_is_away(home, elsewhere)
    sys.stdout.write((json.dumps(facts, ensure_ascii=False) if args.json else "\n".join(lines)) + "\n")
    return 0 if all(one.ok for one in (found, *earlier)) else VerificationFailed.exit_code


def _say_what_is_owed(home: Home) -> None:
    from station.evidence.scrubbing import scrub_is_owed

    if scrub_is_owed(home):
        sys.stderr.write("sealbench: what was erased may lie in unused parts of files still; see sealbench doctor.\n")


def _say_what_is_away(home: Home, elsewhere: frozenset[str]) -> None:
    away = sum(not (home.media / name).exists() for name in elsewhere)
    if away:
        sys.stderr.write(
            f"sealbench: {away} files have left this disk and were not looked at; sealbench evidence media --verify.\n"
        )


def _current(home: Home, elsewhere: frozenset[str]) -> Audit:
    from station.evidence import audit, keys
    from station.evidence.ledger_reading import open_reader

    try:
        with closing(open_reader(home.ledger_file)) as reader:
            org, bench, _ = reader.log.split("/")
            bench_key = keys.load(home, org=org, bench=bench).bench.public
            return audit.audit(reader, bench_key, home.media, elsewhere=elsewhere, processes=os.cpu_count() or 1)
    except LedgerBroken as broken:
        return audit.Audit(log="", entries=0, root="", faults=(broken.sentence(),))


def _earlier(home: Home, elsewhere: frozenset[str]) -> list[Audit]:
    """One that cannot be read at all was set aside for that, and is no news."""
    from station.evidence import audit, keys
    from station.evidence.erasing import excuses
    from station.evidence.ledger_reading import open_reader
    from station.evidence.past import PastLogs

    with ExitStack() as opened:
        past = opened.enter_context(closing(PastLogs(home)))
        if not past.all():
            return []
        readers = [one.reader for one in past.all()]
        with suppress(LedgerBroken):
            readers.append(opened.enter_context(closing(open_reader(home.ledger_file))))
        excused = frozenset().union(*map(excuses, readers))
        return [
            audit.audit(
                one.reader,
                keys.read_vkey(one.folder / "bench.vkey"),
                home.media,
                excused=excused,
                elsewhere=elsewhere,
            )
            for one in past.all()
        ]


def _facts(found: Audit) -> dict[str, object]:
    return {
        "log": found.log,
        "entries": found.entries,
        "root": found.root,
        "ok": found.ok,
        "faults": list(found.faults),
        "anchored": _anchored(found),
    }


def _anchored(found: Audit) -> dict[str, object]:
    """The newest outside anchor, and what it does not cover: how many entries, and since when."""
    newest = found.exposure.newest
    return {
        "by": newest.anchor.by if newest else None,
        "size": newest.size if newest else 0,
        "at_s": newest.anchor.at_s if newest else None,
        "open_entries": found.exposure.open_entries,
        "open_since_us": found.exposure.since_us,
    }


def _summary(found: Audit) -> str:
    from station.evidence.moments import utc

    words = f"{found.log}: {found.entries} entries, {'no fault' if found.ok else 'NOT in order'}"
    newest, since_us = found.exposure.newest, found.exposure.since_us
    if not found.ok or newest is None:
        return words + ("; no outside anchor: its owner could have rewritten it" if found.ok else "")
    words += f"; {newest.anchor.by} saw the first {newest.size} at {utc(newest.anchor.at_s * 1_000_000)}"
    return words + (f", nobody outside saw what came since {utc(since_us)}" if since_us is not None else "")
