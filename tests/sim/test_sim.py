from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from station import journal
from station.bench import Bench, Outcome
from station.evidence.codec import encode
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.packing import brought, label_fold, labelling, machine, recalling, renumbering, scanning, sealing
from station.packing.effects import Effect, SendLabel
from station.packing.events import BenchStarted, Event, ItemPacked, LabelVoided, PackedUnits
from station.packing.inputs import Input, Instant, LabelRecalled
from station.packing.job import Job, LabelState
from station.packing.model import Order
from station.packing.print_events import WaybillVoided
from station.packing.rules import Rules
from tests.sim.run import run

FIXED_SEEDS = 40
FRESH_SEEDS = 20
MUTANT_SEEDS = 60
"""Shifts within which a planted fault must be found."""

MEMORY = Path("/dev/shm")


def _run(seed: int, tmp_path: Path) -> None:
    """One shift, on memory where there is some; its files do not outlive it."""
    parent = MEMORY if MEMORY.is_dir() else tmp_path
    with tempfile.TemporaryDirectory(prefix="sealbench-sim-", dir=parent) as folder:
        try:
            run(seed, Path(folder))
        except AssertionError as broken:
            raise AssertionError(f"{broken}\nreplay it: python -m tests.sim {seed}") from broken


@pytest.mark.parametrize("first", range(0, FIXED_SEEDS, 10))
def test_no_known_shift_breaks_an_invariant(first: int, tmp_path: Path) -> None:
    """Power cuts, torn bytes, paper out, double delivery and a confused packer break nothing, seed by seed."""
    for seed in range(first, first + 10):
        _run(seed, tmp_path)


def test_no_fresh_shift_breaks_an_invariant(tmp_path: Path) -> None:
    """Shifts nobody has seen yet; a failure names the seed and how to replay it."""
    seeds = random.SystemRandom()
    for _ in range(FRESH_SEEDS):
        _run(seeds.randrange(2**32), tmp_path)


def test_a_seed_tells_the_same_story_twice(tmp_path: Path) -> None:
    """One seed, one shift: otherwise a replay would show another fault than the one that was found."""
    stories = [run(7, tmp_path / name).story for name in ("one", "two")]
    assert stories[0] == stories[1]


def _shows_first(self: Bench, input: Input | None, events: tuple[Event, ...]) -> None:
    """A commit that shows before the fact is on disk."""
    job = self.job
    effects: list[Effect] = []
    for event in events:
        self.job = machine.evolve(self.job, event)
        effects += machine.react(self.job, event)
    self._show(Outcome(input=input, job=self.job, events=events, seq=0))
    self._journal.append(events, job)
    for effect in effects:
        self._perform(effect)


def _acts_first(self: Bench, input: Input | None, events: tuple[Event, ...]) -> None:
    """A commit that sends the label before its request is on disk."""
    job = self.job
    effects: list[Effect] = []
    for event in events:
        self.job = machine.evolve(self.job, event)
        effects += machine.react(self.job, event)
    for effect in effects:
        self._perform(effect)
    seq = self._journal.append(events, job)
    self._show(Outcome(input=input, job=self.job, events=events, seq=seq))


def _resends(job: Job, rules: Rules) -> tuple[tuple[Event, ...], tuple[Effect, ...]]:
    """A restart that sends a label again instead of asking."""
    sent = job.opened and job.label is not None and job.label.state in (LabelState.REQUESTED, LabelState.SENT)
    return (BenchStarted(),), (SendLabel(job=job.label.job),) if sent and job.label else ()


def _no_question(job: Job, rules: Rules) -> tuple[tuple[Event, ...], tuple[Effect, ...]]:
    """A restart that forgets to ask whether the label came out."""
    return (BenchStarted(),), ()


def _one_more(job: Job, index: int) -> int:
    assert job.order is not None
    return job.order.lines[index].quantity + 1


def _weightless(job: Job, rules: Rules) -> bool:
    return job.counted and not job.prompts and job.label is None and job.stop is None


def _records_less(event: Event) -> Fact:
    """A record that lacks what the live bench decides by."""
    return encode(replace(event, serial=None, mono_us=0) if isinstance(event, ItemPacked) else event)


def _clear_pan(ledger: Ledger, start: int) -> bool:
    return False


def _forgets_voiding(job: Job, now: object, why: str) -> tuple[Event, ...]:
    return _AGAIN(job, now, why)[1:]  # type: ignore[arg-type]


def _everything_brought(order: Order, now: Instant) -> tuple[ItemPacked, ...]:
    """A tote taken for as good as a cell: nobody is asked whether it is still full."""
    return tuple(brought._packed(order, each, now) for each in order.brought)


def _fits_always(order: Order, units: object, packed: object, now: Instant) -> bool:
    return True


def _all_of_it(job: Job, number: object = None) -> tuple[PackedUnits, ...]:
    """Every order of a box is told to have had all of it."""
    assert job.order is not None
    packed = zip(job.order.lines, job.packed, strict=True)
    return tuple(PackedUnits(sku=line.sku, units=units) for line, units in packed if units)


def _takes_any_recall_for_whole(job: Job, answer: LabelRecalled) -> tuple[Event, ...]:
    return _RECALLED(job, replace(answer, whole=True))


def _counts_what_was_taken_back(job: Job, event: LabelVoided) -> Job:
    voided = _VOIDED(job, event)
    return replace(voided, copies=job.copies) if event.unsent else voided


def _keeps_the_number(job: Job, *, by: str) -> tuple[Event, ...]:
    """A label on another box is void, its number goes on the next label all the same."""
    return tuple(event for event in _RENUMBERED(job, by=by) if not isinstance(event, WaybillVoided))


_AGAIN = labelling.again
_RECALLED, _VOIDED = recalling.recalled, label_fold._voided
_RENUMBERED = renumbering.renumbered

MUTANTS: dict[str, tuple[object, str, Callable[..., object]]] = {
    "shows before the commit": (Bench, "_commit", _shows_first),
    "acts before the commit": (Bench, "_commit", _acts_first),
    "sends a label again after a restart": (machine, "resume", _resends),
    "never asks after a restart": (machine, "resume", _no_question),
    "packs one too many": (scanning, "_needed", _one_more),
    "prints without a weight": (labelling, "verified", _weightless),
    "forgets whose weight lies on the pan": (journal, "_pan_in_use_before", _clear_pan),
    "records less than it knows": (journal, "encode", _records_less),
    "reprints without voiding the first": (labelling, "again", _forgets_voiding),
    "loses what did not fit into the box": (sealing, "rest_of", lambda job: ()),
    "tells every order of a box that it had all of it": (sealing, "_contents", _all_of_it),
    "counts a tote nobody looked into": (brought, "of_wall", _everything_brought),
    "counts brought units the order has no room for": (brought, "_fit", _fits_always),
    "prints elsewhere what may have left": (recalling, "recalled", _takes_any_recall_for_whole),
    "counts a label that was taken back": (label_fold, "_voided", _counts_what_was_taken_back),
    "keeps the number of a label on a wrong box": (renumbering, "renumbered", _keeps_the_number),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_planted_fault_is_found(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The simulation can fail: each fault put into the bench breaks an invariant within a few shifts."""
    target, attribute, mutant = MUTANTS[name]
    monkeypatch.setattr(target, attribute, mutant)
    with pytest.raises(AssertionError, match="replay it"):
        _run_until_broken(tmp_path)


def _run_until_broken(tmp_path: Path) -> None:
    for seed in range(MUTANT_SEEDS):
        _run(seed, tmp_path)
