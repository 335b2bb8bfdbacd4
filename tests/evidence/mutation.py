"""How good the tests of ledger, tree and verifier are: each small change to the code must make one of them fail.

``python -m tests.evidence.mutation [MODULE …]`` runs, for every mutant (``mutants``), the tests that come by its line,
the quickest first, in a process of its own with a deadline, and prints each survivor and the score of each module.
``--every N`` takes every Nth mutant, ``--jobs N`` so many at a time. Survivors that are known and harmless are listed
with their reason in ``harmless_mutants.txt``; any other makes the exit code 1.
"""

from __future__ import annotations

import argparse
import importlib
import json
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.evidence.mutants import Mutant, mutants
from tests.evidence.mutated_run import mutated, watched

ROOT = Path(__file__).parents[2]

MODULES = (
    *("merkle", "checkpoint", "commitment", "canonical", "entry", "codec"),
    *("ledger", "ledger_file", "ledger_reading", "audit", "audit_walk", "verify"),
)

TESTS = (
    "tests/evidence",
    "--ignore=tests/evidence/test_verify_page.py",  # the browser's verifier, which no mutant is of
    "tests/test_bench_ledger.py",
    "tests/test_epoch_change.py",
    "tests/test_erasure.py",
    "tests/test_retention.py",
)

SLOW_S = 2.0
"""Tests that take longer are left out: one of them in front of each survivor would cost the most and find the least."""

BUDGET_S = 5.0
"""So much of other files' tests, the quickest first: most survivors are harmless, and each would run them all."""

WATCH_MAX_S = 900.0
SAID_MAX = 4000
GRACE_S = 60.0
"""A mutant's deadline: this and ten times what its tests take without it. A single test that hangs ends sooner."""

WARM = ("tests/evidence/test_*.py", "station/evidence/*.py")
"""Imported once the tests were watched and before processes are forked, where they are: each need not do it again."""

LOOK_S = 1.0
"""How often deadlines are looked at."""

HARMLESS = Path(__file__).with_name("harmless_mutants.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One mutant and the tests that come by it, file by file; ``number`` is its place among the module's."""

    module: str
    number: int
    mutant: Mutant
    tests: tuple[tuple[str, ...], ...]
    deadline_s: float

    @property
    def known(self) -> str:
        """How ``harmless_mutants.txt`` names it: without its line's number, which moves."""
        return f"{self.module} | {self.mutant.code} | {self.mutant.change}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    took_s: dict[str, float]
    lines: dict[str, dict[int, list[str]]]


def path_of(module: str) -> str:
    return str(ROOT / "station" / "evidence" / f"{module}.py")


def watch(modules: Sequence[str], folder: Path) -> Watched:
    """Which test comes by which line. The tests must pass as they are."""
    result = folder / "watched.json"
    arguments = ([path_of(module) for module in modules], TESTS, str(result), str(folder / "watched"))
    process = multiprocessing.Process(target=watched, args=arguments)
    process.start()
    process.join(WATCH_MAX_S)
    if process.exitcode != 0:
        process.kill()
        said = Path(f"{result}.log").read_text("utf-8", "replace")[-SAID_MAX:]
        raise SystemExit(f"{said}\nthe tests do not pass as they are, pytest's exit code is {process.exitcode}")
    found = json.loads(result.read_text("utf-8"))
    lines = {file: {int(line): tests for line, tests in by.items()} for file, by in found["lines"].items()}
    return Watched(took_s=found["took_s"], lines=lines)


def warm_up() -> None:
    for file in (file for pattern in WARM for file in sorted(ROOT.glob(pattern))):
        importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))


def targets(module: str, seen: Watched, every: int) -> Iterator[Target]:
    path = path_of(module)
    by_line = seen.lines[path]
    everywhere = {test for tests in by_line.values() for test in tests if test}
    for number, (mutant, _) in islice(enumerate(mutants(Path(path).read_text("utf-8"), path)), 0, None, every):
        there = set(by_line.get(mutant.line, ()))
        chosen = everywhere if "" in there else there  # what runs at the import, runs for every test
        quick = sorted((seen.took_s[test], test) for test in chosen if test and seen.took_s[test] <= SLOW_S)
        deadline_s = GRACE_S + 10 * sum(took_s for took_s, _ in quick)
        tests = _by_file(module, list(_within_budget(module, quick)))
        yield Target(module=module, number=number, mutant=mutant, tests=tests, deadline_s=deadline_s)


def _within_budget(module: str, quick: Sequence[tuple[float, str]]) -> Iterator[str]:
    spent_s = 0.0
    for took_s, test in quick:
        is_own = test.startswith(_own_file(module))
        spent_s += 0.0 if is_own else took_s
        if is_own or spent_s <= BUDGET_S:
            yield test


def _own_file(module: str) -> str:
    return f"tests/evidence/test_{module}.py"


def _by_file(module: str, tests: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The module's own file first, then its neighbours: most mutants fall there, and the others take long to import."""
    files: dict[str, list[str]] = {}
    for test in tests:
        files.setdefault(test.split("::")[0], []).append(test)
    order = sorted(
        files, key=lambda file: (file != _own_file(module), not file.startswith("tests/evidence/"), -len(files[file]))
    )
    return tuple(tuple(files[file]) for file in order)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Running:
    target: Target
    process: BaseProcess
    until_s: float


def survivors(found: Sequence[Target], jobs: int, folder: Path) -> Iterator[Target]:
    """Those that no test fails for, as they are found."""
    waiting = [target for target in reversed(found) if target.tests]
    yield from (target for target in found if not target.tests)
    running: list[_Running] = []
    while waiting or running:
        while waiting and len(running) < jobs:
            running.append(_started(waiting.pop(), folder))
        multiprocessing.connection.wait([one.process.sentinel for one in running], timeout=LOOK_S)
        for one in running:
            if one.process.is_alive() and time.monotonic() > one.until_s:
                _end(one.process)
        over = [one for one in running if not one.process.is_alive()]
        running = [one for one in running if one not in over]
        yield from (one.target for one in over if one.process.exitcode == 0)


def _started(target: Target, folder: Path) -> _Running:
    basetemp = folder / f"{target.module}-{target.number}"
    arguments = (f"station.evidence.{target.module}", path_of(target.module), target.number, target.tests)
    process = multiprocessing.Process(target=mutated, args=(*arguments, str(basetemp)))
    process.start()
    return _Running(target=target, process=process, until_s=time.monotonic() + target.deadline_s)


def _end(process: BaseProcess) -> None:
    if hasattr(os, "killpg") and process.pid is not None:
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()


def harmless() -> dict[str, str]:
    """Known survivors, and why each is harmless: a reason stands above the mutants that it is for."""
    reasons: dict[str, str] = {}
    reason = ""
    for line in HARMLESS.read_text("utf-8").splitlines():
        if line.startswith("# "):
            reason = line[2:]
        elif line:
            reasons[line] = reason
    return reasons


def measure(module: str, seen: Watched, options: argparse.Namespace, folder: Path) -> int:
    """Prints the module's survivors and score; how many survivors are not known to be harmless."""
    begun = time.monotonic()
    unchanged, *found = targets(module, seen, options.every)
    if not list(survivors([replace(unchanged, tests=unchanged.tests[:2])], 1, folder)):
        raise SystemExit(f"the tests fail for {module} as it is, once its functions' code has been exchanged")
    known, lived, bad = harmless(), list[Target](), list[Target]()
    for target in survivors(found, options.jobs, folder):
        lived.append(target)
        if target.known not in known:
            bad.append(target)
            untested = "" if target.tests else " (no test comes by)"
            sys.stdout.write(f"survived: {target.mutant.line}: {target.known}{untested}\n")
            sys.stdout.flush()
    killed = len(found) - len(lived)
    share = 100 * killed / (len(found) - len(lived) + len(bad)) if killed + len(bad) else 100.0
    sys.stdout.write(
        f"{module}: {len(found)} mutants, {killed} killed, {len(lived) - len(bad)} harmless, {len(bad)} survived:"
        f" score {share:.1f} % in {time.monotonic() - begun:.0f} s\n"
    )
    sys.stdout.flush()
    return len(bad)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"of {', '.join(MODULES)}")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    options = parser.parse_args()
    modules = options.modules or MODULES
    if unknown := set(modules) - set(MODULES):
        parser.error(f"no module of the ledger, the tree or the verifier: {', '.join(sorted(unknown))}")
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        seen = watch(modules, folder)
        warm_up()
        bad = sum(measure(module, seen, options, folder) for module in modules)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
