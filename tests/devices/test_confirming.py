"""By what each kind of printer says that a label is on paper, and what a fault in mid-label comes to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.dialect import Confirms, PrinterStatus, told
from station.devices.printing import Act, Ask, Conversation, Pace, Report, Write
from station.packing.inputs import PrintState

PACE = Pace()
READY, BUSY = told("ready"), told("ready", "busy", waiting=1)
MARK = told("mark", mark=True)
PAPER_OUT = told("paper_out")


class Talk:
    """A conversation up to the moment when its first job's bytes have left."""

    def __init__(self, confirms: Confirms, *, reprints: bool = False, labels: int = 1) -> None:
        self.labels = labels
        self.conversation = Conversation(PACE, confirms=confirms, reprints=reprints)
        self.now_ms = 0
        self.acts: list[Act] = list(self.conversation.link_up(0))
        self.answer(READY)
        self.print("job")

    def print(self, job: str) -> None:
        self.acts += self.conversation.submit(self.now_ms, job, job.encode(), labels=self.labels)
        self.answer(READY)
        self.acts += self.conversation.written(self.now_ms)

    def answer(self, status: PrinterStatus) -> None:
        self.acts += self.conversation.answered(self.now_ms, status)

    def wait(self, ms: int, status: PrinterStatus | None) -> None:
        end = self.now_ms + ms
        while (wake := self.conversation.wake_ms) is not None and wake <= end:
            self.now_ms = max(wake, self.now_ms)
            acts = self.conversation.tick(self.now_ms)
            self.acts += acts
            if status is not None and Ask() in acts:
                self.answer(status)
        self.now_ms = end

    def reports(self) -> list[tuple[str, PrintState, str]]:
        acts, self.acts = self.acts, []
        return [(act.job, act.state, act.cause) for act in acts if isinstance(act, Report)]


SENT, PRINTED, UNKNOWN = PrintState.SENT, PrintState.PRINTED, PrintState.UNKNOWN


def test_a_mark_confirms() -> None:
    """Where a job ends with a question, ready alone proves nothing; its answer and ready are paper."""
    talk = Talk(Confirms.MARK)
    talk.wait(5_000, READY)
    assert talk.reports() == [("job", SENT, "")]
    talk.answer(MARK)
    talk.wait(1_000, READY)
    assert talk.reports() == [("job", PRINTED, "")]


def test_the_roll_ends_with_this_label() -> None:
    """The mark came, and then the paper was out: this label is on paper."""
    talk = Talk(Confirms.MARK)
    talk.answer(MARK)
    talk.wait(1_000, PAPER_OUT)
    assert talk.reports()[-1] == ("job", PRINTED, "")


def test_a_mark_that_never_comes() -> None:
    """A printer that never answers the question at the end leaves the label unknown."""
    talk = Talk(Confirms.MARK)
    talk.wait(PACE.finish_ms + 1_000, READY)
    assert talk.reports()[-1] == ("job", UNKNOWN, "busy")


def test_a_late_mark_is_not_the_next_jobs() -> None:
    """The mark of a job given up before does not confirm the next one."""
    talk = Talk(Confirms.MARK)
    talk.wait(PACE.finish_ms + 1_000, READY)
    talk.print("next")
    talk.reports()
    talk.answer(MARK)
    talk.wait(1_000, READY)
    assert talk.reports() == []
    talk.answer(MARK)
    talk.wait(1_000, READY)
    assert talk.reports() == [("next", PRINTED, "")]


def test_marks_of_a_lost_link_are_not_owed() -> None:
    """After the link was lost, the next job's own mark is enough."""
    talk = Talk(Confirms.MARK)
    talk.acts += talk.conversation.link_down(talk.now_ms, "lost")
    talk.acts += talk.conversation.link_up(talk.now_ms)
    talk.print("next")
    talk.reports()
    talk.answer(MARK)
    talk.wait(1_000, READY)
    assert talk.reports() == [("next", PRINTED, "")]


def test_busy_and_then_at_rest() -> None:
    """A printer that tells only whether it works: seen working, then twice at rest."""
    talk = Talk(Confirms.BUSY)
    talk.wait(900, BUSY)
    talk.wait(700, READY)
    assert talk.reports() == [("job", SENT, ""), ("job", PRINTED, "")]


def test_a_printer_that_never_works_is_not_believed() -> None:
    """At rest all along it may have thrown the label away, as one of another language does: the packer is asked."""
    talk = Talk(Confirms.BUSY)
    talk.wait(PACE.settle_ms - 500, READY)
    assert talk.reports() == [("job", SENT, "")]
    talk.wait(1_000, READY)
    assert talk.reports() == [("job", UNKNOWN, "unconfirmed")]


def test_it_is_asked_at_once_whether_it_works() -> None:
    """A short label is over before the next question: the first one goes with its last byte."""
    talk = Talk(Confirms.BUSY)
    talk.wait(0, BUSY)
    talk.wait(700, READY)
    assert talk.reports() == [("job", SENT, ""), ("job", PRINTED, "")]


def test_a_rest_between_two_labels() -> None:
    """A job of several labels is over only after a longer rest: between two of them a printer rests, too."""
    talk = Talk(Confirms.BUSY, labels=2)
    talk.wait(300, BUSY)
    talk.wait(900, READY)
    assert talk.reports() == [("job", SENT, "")]
    talk.wait(300, BUSY)
    talk.wait(PACE.settle_ms + 700, READY)
    assert talk.reports() == [("job", PRINTED, "")]


def test_every_label_of_a_job_has_its_mark() -> None:
    """Two labels in one job end with two questions; the first answer alone confirms nothing."""
    talk = Talk(Confirms.MARK, labels=2)
    talk.answer(MARK)
    talk.wait(3_000, READY)
    assert talk.reports() == [("job", SENT, "")]
    talk.answer(MARK)
    talk.wait(1_000, READY)
    assert talk.reports() == [("job", PRINTED, "")]


def test_a_reprint_of_the_printers_own_is_seen() -> None:
    """Set to reprint, it must be seen working again after the fault, and rest; else a person looks."""
    for again, state in ((BUSY, PRINTED), (READY, UNKNOWN)):
        talk = Talk(Confirms.BUSY, reprints=True)
        talk.wait(300, BUSY)
        talk.wait(900, PAPER_OUT)
        talk.wait(900, again)
        talk.wait(PACE.settle_ms + 700, READY)
        assert talk.reports()[-1][1] is state


def test_nothing_confirms() -> None:
    """A printer that cannot say it is never believed: the packer is asked."""
    talk = Talk(Confirms.NOTHING)
    talk.wait(10_000, READY)
    assert talk.reports()[-1] == ("job", UNKNOWN, "unconfirmed")


@pytest.mark.parametrize("confirms", [Confirms.MARK, Confirms.BUSY])
def test_a_fault_in_mid_label(confirms: Confirms) -> None:
    """Without a reprint of the printer's own, a label that a fault stopped may be torn: unknown, with the fault."""
    talk = Talk(confirms)
    talk.wait(30_000, PAPER_OUT)
    talk.answer(MARK) if confirms is Confirms.MARK else None
    talk.wait(10_000, READY)
    assert talk.reports()[-1] == ("job", UNKNOWN, "paper_out")
    assert not any(isinstance(act, Write) for act in talk.acts)


def test_a_fault_with_a_reprint() -> None:
    """A printer told to reprint by itself finishes the label; nothing is sent again."""
    talk = Talk(Confirms.COUNTS, reprints=True)
    talk.wait(30_000, PAPER_OUT)
    talk.wait(10_000, READY)
    assert talk.reports()[-1] == ("job", PRINTED, "")


def test_a_slow_line_is_not_a_stuck_one() -> None:
    """While bytes leave, however slowly, the job is not given up; when none leaves any more, it is."""
    talk = Talk(Confirms.BUSY)
    talk.wait(10_000, READY)
    talk.acts += talk.conversation.submit(talk.now_ms, "slow", b"slow")
    talk.answer(READY)
    talk.reports()
    for _ in range(10):
        talk.wait(PACE.leave_ms - 1_000, None)
        talk.conversation.moved(talk.now_ms)
    assert talk.reports() == []
    talk.wait(PACE.leave_ms + 1_000, None)
    assert talk.reports() == [("slow", UNKNOWN, "stuck")]


@given(
    st.sampled_from(list(Confirms)),
    st.lists(st.sampled_from([READY, BUSY, MARK, PAPER_OUT, told("ready", "paper_low"), None]), max_size=40),
)
def test_a_job_is_sent_once_whatever_is_heard(confirms: Confirms, heard: list[PrinterStatus | None]) -> None:
    """Answers in any order, doubled, foreign or missing: a job's bytes leave once, and its end is said once."""
    talk = Talk(confirms)
    for status in heard:
        if status is not None:
            talk.answer(status)
        talk.wait(700, status)
    writes = [act for act in talk.acts if isinstance(act, Write)]
    ends = [report for report in talk.reports() if report[1] in (PRINTED, UNKNOWN)]
    assert len(writes) == 1
    assert len(ends) <= 1
    if not any(status is not None for status in heard):
        assert ("job", PRINTED, "") not in ends
