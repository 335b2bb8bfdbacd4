"""What counts as a copy of a label, who may have another one, and where it ends."""

from __future__ import annotations

from dataclasses import replace

from station.packing.events import LabelAllowed, LabelHeld, ScanRefused
from station.packing.inputs import Command, LabelFailed, PrintState
from station.packing.labelling import COPIES_MAX, LABELS_MAX
from station.packing.reasons import Reason
from tests.packing.playbook import ORDER, RULES, Playbook


def _allowed(bench: Playbook) -> LabelAllowed:
    event = bench.last("LabelAllowed")
    assert isinstance(event, LabelAllowed)
    return event


def _print_out(bench: Playbook) -> None:
    bench.drew_label()
    bench.printer_says(PrintState.PRINTED)


def test_a_copy_stays_a_copy_when_it_must_be_allowed_again() -> None:
    """A second label that could not be drawn is neither followed by a first one nor counted as paper."""
    bench = Playbook().printed()
    bench.presses(Command.REPRINT, reason="torn")
    assert bench.job.label is not None
    bench.says(LabelFailed(job=bench.job.label.job, zh="x", en="x"))
    bench.presses(Command.RETRY)
    bench.hears_holds()
    assert (_allowed(bench).copy, _allowed(bench).why) == (2, "torn")


def test_the_first_label_on_paper_is_no_copy() -> None:
    """A label that could not be drawn, or was held by a wrong scan, leaves the next one the first."""
    bench = Playbook().allowed()
    jobs = [_allowed(bench).job]
    for _ in range(3):
        assert bench.job.label is not None
        bench.says(LabelFailed(job=bench.job.label.job, zh="x", en="x"))
        bench.presses(Command.RETRY)
        bench.hears_holds()
        jobs.append(_allowed(bench).job)
    assert (_allowed(bench).copy, _allowed(bench).why) == (1, "")
    assert len(set(jobs)) == 4


def test_copies_have_an_end() -> None:
    """After the last copy nothing is drawn any more, whoever asks."""
    bench = Playbook().printed()
    bench.shows_badge("9")
    for _ in range(COPIES_MAX - 1):
        bench.presses(Command.REPRINT, reason="torn")
        _print_out(bench)
    assert bench.presses(Command.REPRINT, reason="torn") == ["ScanRefused"]
    refused = bench.last("ScanRefused")
    assert isinstance(refused, ScanRefused)
    assert refused.detail == "copies"  # a supervisor is signed in: no other badge would help
    bench.presses(Command.CLEAR)
    bench.presses(Command.NO)
    assert bench.presses(Command.NO) == ["PromptAnswered", "LabelHeld"]
    assert bench.why() is Reason.NOT_ALLOWED


def test_a_bench_without_a_supervisor_prints_again() -> None:
    """Two torn labels do not leave a bench standing where nobody could ever allow a third."""
    alone = Playbook(replace(RULES, roster={})).printed()
    for _ in range(2):
        assert alone.presses(Command.REPRINT, reason="torn") == ["LabelVoided", "LabelAllowed"]
        _print_out(alone)


def test_no_against_the_printers_word_is_a_reprint() -> None:
    """The packer may say once that a printed label did not come out; the second time it is a supervisor's to say."""
    bench = Playbook().printed()
    assert bench.presses(Command.NO) == ["LabelUnknown"]
    assert bench.presses(Command.NO)[-1] == "LabelAllowed"
    _print_out(bench)
    assert bench.presses(Command.NO) == ["ScanRefused"]
    assert bench.why() is Reason.NOT_ALLOWED
    bench.presses(Command.CLEAR)
    bench.shows_badge("9")
    assert bench.presses(Command.NO) == ["LabelUnknown"]


def test_no_is_believed_where_the_printer_does_not_know() -> None:
    """A printer that is never sure asks each time, and a bench without a supervisor is not left standing."""
    bench = Playbook().unknown()
    for _ in range(3):
        assert bench.presses(Command.NO)[-1] == "LabelAllowed"
        bench.drew_label()
        bench.printer_says(PrintState.UNKNOWN, "unconfirmed")
    alone = Playbook(replace(RULES, roster={})).printed()
    for _ in range(2):
        assert alone.presses(Command.NO) == ["LabelUnknown"]
        alone.presses(Command.NO)
        _print_out(alone)
    assert alone.presses(Command.NO) == ["LabelUnknown"]


def test_labels_that_cannot_be_drawn_have_an_end_too() -> None:
    """Retrying without an end does not allow labels without an end."""
    bench = Playbook().allowed()
    for _ in range(LABELS_MAX):
        assert bench.job.label is not None
        bench.says(LabelFailed(job=bench.job.label.job, zh="x", en="x"))
        bench.presses(Command.RETRY)
        bench.hears_holds()
    assert bench.events[0] == LabelHeld(reason=Reason.NOT_ALLOWED, detail="copies")


def test_an_order_whose_copies_are_used_up_can_be_put_aside() -> None:
    """A label that never came out, nine times, does not keep the bench for ever."""
    bench = Playbook().unknown()
    for _ in range(COPIES_MAX - 1):
        bench.presses(Command.NO)
        bench.drew_label()
        bench.printer_says(PrintState.SENT)
        bench.printer_says(PrintState.UNKNOWN, "silent")
    assert bench.presses(Command.NO) == ["PromptAnswered", "LabelHeld"]
    assert bench.presses(Command.HOLD) == ["LabelVoided", "OrderParked"]


def test_an_order_put_aside_with_labels_on_paper_goes_on_counting() -> None:
    """The book says how many may be on paper; the next one is marked, and there are nine more at this bench."""
    bench = Playbook().weighed(replace(ORDER, copies=4))
    bench.hears_holds()
    assert _allowed(bench).copy == 5
    bench.shows_badge("9")
    _print_out(bench)
    for _ in range(COPIES_MAX - 1):
        bench.presses(Command.REPRINT, reason="torn")
        _print_out(bench)
    assert bench.presses(Command.REPRINT, reason="torn") == ["ScanRefused"]
    assert bench.job.copies == 4 + COPIES_MAX
