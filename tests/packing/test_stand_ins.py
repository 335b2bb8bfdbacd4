"""What is remembered of a chosen printer, and another one for parcels whose paper the usual one has not."""

from __future__ import annotations

from dataclasses import replace

from station.bench import replay
from station.packing.events import BenchStarted, OrderOpened
from station.packing.fold import evolve
from station.packing.inputs import Command, LabelFailed, OrderAlarm, PrintState
from station.packing.prompts import NONE
from station.packing.reasons import Reason
from tests.packing.playbook import NUMBER, RULES, WAYBILL, Playbook
from tests.packing.test_recalling import _allowed, _next_printer, _prompts, _report, _sealed_elsewhere


def _from_the_last_order_on(bench: Playbook) -> None:
    """What a restart reads: the entries from the last opened order on, and nothing before."""
    start = max(at for at, event in enumerate(bench.history) if isinstance(event, OrderOpened))
    replayed = replay(bench.history[start:])
    assert replayed.stand_in == bench.job.stand_in
    assert replayed.paper_printer == bench.job.paper_printer


def test_the_choice_outlives_a_restart() -> None:
    """Also one that was made parcels ago; the usual printer, once it is ready, ends it as ever."""
    bench = _sealed_elsewhere()
    bench.weighed()
    _from_the_last_order_on(bench)
    assert bench.restarts()[0] == "BenchStarted"
    assert bench.job.stand_in is not None
    bench.hears_holds()
    assert _allowed(bench).printer == "spare"
    bench.says(_report("printer", "ready"))
    assert bench.job.stand_in.over


def test_a_start_as_it_was_recorded_before_forgets() -> None:
    """An entry of an older version means what it meant: the choice is gone."""
    assert evolve(_sealed_elsewhere().job, BenchStarted()).stand_in is None


def _wrong_paper(*others: str) -> Playbook:
    """The usual printer has not the paper that the service takes."""
    bench = Playbook(replace(RULES, printers=others)).allowed()
    _refuses(bench)
    return bench


def _refuses(bench: Playbook) -> list[str]:
    assert bench.job.label is not None
    return bench.says(LabelFailed(job=bench.job.label.job, zh="纸不对", en="wrong paper", instead_of="printer"))


def test_no_printer_has_the_paper() -> None:
    """Said in words, and nothing is asked."""
    bench = _wrong_paper()
    assert bench.why() is Reason.LABEL_UNPRINTABLE
    assert not bench.job.prompts


def test_a_printer_with_the_paper_is_offered() -> None:
    """Its choice prints there at once; nothing was drawn, so nothing is taken back."""
    bench = _wrong_paper("spare", "third")
    assert _prompts(bench) == [("spare", "third", NONE)]
    assert bench.presses(Command.CHOICE, argument="SPARE") == ["PromptAnswered", "PrinterChosen", "HoldsAsked"]
    assert bench.did == ["AskHolds"]
    bench.hears_holds()
    assert (_allowed(bench).printer, _allowed(bench).copy) == ("spare", 1)


def test_none_of_them() -> None:
    """The label waits; RETRY tries again and asks again."""
    bench = _wrong_paper("spare")
    assert bench.answers(bench.job.prompts[0].id, NONE) == ["PromptAnswered"]
    assert bench.presses(Command.RETRY) == ["HoldsAsked"]
    bench.hears_holds()
    assert _refuses(bench) == ["LabelHeld", "PromptOpened"]


def test_one_that_failed_meanwhile() -> None:
    """A chosen printer that is not ready any more is not taken."""
    bench = _wrong_paper("spare")
    prompt = bench.job.prompts[0].id
    bench.rules = RULES
    assert bench.answers(prompt, "spare") == ["PromptAnswered", "LabelHeld"]
    assert bench.job.stand_in is None


def test_the_next_parcel_of_that_paper_is_not_asked_about() -> None:
    """It goes where the last one went, also after a restart; a parcel that the usual printer can print goes there."""
    bench = _wrong_paper("spare")
    bench.answers(bench.job.prompts[0].id, "spare")
    bench.hears_holds()
    bench.drew_label()
    bench.printer_says(PrintState.PRINTED)
    bench.scans(WAYBILL)
    bench.weighs(0)
    assert _next_printer(bench) == ""
    _from_the_last_order_on(bench)
    assert _refuses(bench) == ["LabelHeld", "PrinterChosen", "HoldsAsked"]
    bench.hears_holds()
    assert _allowed(bench).printer == "spare"


def test_a_stop_before_the_answer() -> None:
    """A cancelled order prints nowhere, whatever was asked."""
    bench = Playbook(replace(RULES, printers=("spare",))).allowed()
    bench.says(OrderAlarm(order=NUMBER, cancelled=True, fence=1, revision=1))
    assert _refuses(bench) == ["LabelHeld"]
    assert not bench.job.prompts
