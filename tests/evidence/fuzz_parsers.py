"""Every parser of evidence fed with broken input: no traceback, one sentence, never believed.

``python -m tests.evidence.fuzz_parsers --rounds N`` gives each parser N broken inputs; for every ten of them the
verifier gets a rewritten bundle and the program a damaged ledger. A bad one is named by its parser and seed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from tests.evidence.damaged_ledger import damaged_ledgers
from tests.evidence.more_parsers import more_parsers
from tests.evidence.parsers import Parser, broken, fault, parsers
from tests.evidence.rewritten_bundle import rewritten_bundles

Case = Callable[[Random], str]
"""One try with this chance; what was wrong, in words."""


def _case(parser: Parser) -> Case:
    return lambda chance: fault(parser, broken(parser, chance))


def cases(folder: Path) -> Iterator[tuple[str, Case, int]]:
    """Name, what is tried, and how many rounds of the others one of these is worth."""
    yield from ((parser.name, _case(parser), 1) for parser in (*parsers(folder), *more_parsers(folder)))
    yield "bundle", rewritten_bundles(folder / "bundle"), 10
    yield "ledger", damaged_ledgers(folder / "ledger"), 10


def tried(name: str, case: Case, rounds: int, first: int = 0) -> Iterator[str]:
    """Every fault; a traceback is one."""
    for seed in range(first, first + rounds):
        try:
            wrong = case(Random(f"{name} {seed}"))
        except BaseException as error:
            error.add_note(f"{name}, seed {seed}")
            raise
        if wrong:
            yield f"{name}, seed {seed}: {wrong}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20_000, metavar="N")
    rounds, bad = parser.parse_args().rounds, 0
    with tempfile.TemporaryDirectory() as folder:
        for name, case, worth in cases(Path(folder)):
            begun = time.monotonic()
            found = list(tried(name, case, max(1, rounds // worth)))
            bad += len(found)
            sys.stderr.writelines(f"{one}\n" for one in found)
            took = time.monotonic() - begun
            sys.stdout.write(f"{name}: {max(1, rounds // worth)} broken in {took:.0f} s, {len(found)} faults\n")
            sys.stdout.flush()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
