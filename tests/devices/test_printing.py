"""Conversations with a printer: what is sent when, and what is said of the paper."""

from __future__ import annotations

from station.devices.dialect import PrinterStatus
from station.devices.printing import (
    QUEUE,
    REMEMBERED,
    Act,
    Ask,
    Condition,
    Conversation,
    Pace,
    Reconnect,
    Report,
    Write,
)
from station.packing.inputs import PrintState

PACE = Pace()
READY = PrinterStatus(words=frozenset({"ready"}), ready=True, formats_waiting=0, labels_remaining=0, partial=False)
BUSY = PrinterStatus(
    words=frozenset({"ready", "busy"}), ready=True, formats_waiting=0, labels_remaining=1, partial=False
)
NO_NEWS = PrinterStatus(words=frozenset(), ready=False, formats_waiting=0, labels_remaining=0, partial=False)
NOT_READY, SENT, PRINTED, UNKNOWN = PrintState.NOT_READY, PrintState.SENT, PrintState.PRINTED, PrintState.UNKNOWN


def _fault(*words: str) -> PrinterStatus:
    return PrinterStatus(words=frozenset(words), ready=False, formats_waiting=0, labels_remaining=1, partial=False)


class Talk:
    """A conversation and its clock; ``heard`` keeps what was done since it was last read."""

    def __init__(self, *, connected: bool = True) -> None:
        self.conversation = Conversation(PACE)
        self.now_ms = 0
        self.acts: list[Act] = []
        if connected:
            self.do(self.conversation.link_up(0))
            self.answer(READY)
            self.take()

    def do(self, acts: list[Act]) -> None:
        self.acts += acts

    def take(self) -> list[Act]:
        acts, self.acts = self.acts, []
        return acts

    def reports(self) -> list[Report]:
        return [act for act in self.take() if isinstance(act, Report)]

    def answer(self, status: PrinterStatus) -> None:
        self.do(self.conversation.answered(self.now_ms, status))

    def submit(self, name: str = "job") -> None:
        self.do(self.conversation.submit(self.now_ms, name, b"^XA^XZ"))

    def written(self) -> None:
        self.do(self.conversation.written(self.now_ms))

    def lose(self, word: str) -> None:
        self.do(self.conversation.link_down(self.now_ms, word))

    def wait(self, ms: int, status: PrinterStatus | None = None) -> None:
        """Time passes; every question is answered by ``status``, or by silence."""
        end = self.now_ms + ms
        while (wake := self.conversation.wake_ms) is not None and wake <= end:
            self.now_ms = max(wake, self.now_ms)
            acts = self.conversation.tick(self.now_ms)
            self.do(acts)
            if status is not None and Ask() in acts:
                self.answer(status)
        self.now_ms = end


def _printing() -> Talk:
    talk = Talk()
    talk.submit()
    talk.answer(READY)
    talk.written()
    talk.take()
    return talk


def test_a_label() -> None:
    """A label is asked for, sent once, and printed only when the printer twice says that nothing waits."""
    talk = Talk()
    talk.submit()
    assert talk.take() == [Ask()]
    talk.answer(READY)
    assert talk.take() == [Write(data=b"^XA^XZ")]
    talk.written()
    assert talk.reports() == [Report(job="job", state=SENT)]
    talk.wait(900, BUSY)
    assert talk.reports() == []
    talk.wait(300, READY)
    assert talk.reports() == []
    talk.wait(300, READY)
    assert talk.reports() == [Report(job="job", state=PRINTED)]


def test_silence_before() -> None:
    """A printer that does not answer gets nothing; the job waits and goes by itself when it does answer."""
    talk = Talk()
    talk.submit()
    talk.wait(PACE.answer_ms)
    assert talk.take() == [
        Ask(),
        Condition(up=False, word="silent"),
        Report(job="job", state=NOT_READY, cause="silent"),
    ]
    talk.wait(60_000)
    acts = talk.take()
    assert not any(isinstance(act, Write | Report) for act in acts)
    assert Reconnect() in acts
    talk.wait(10_000, READY)
    assert Write(data=b"^XA^XZ") in talk.take()


def test_paper_out_before() -> None:
    """Paper out is told once and the job waits, with growing pauses, until the paper is in."""
    talk = Talk()
    talk.submit()
    talk.answer(_fault("paper_out"))
    assert talk.reports() == [Report(job="job", state=NOT_READY, cause="paper_out")]
    talk.wait(60_000, _fault("paper_out"))
    asked = talk.take()
    assert 10 <= asked.count(Ask()) <= 20
    assert not any(isinstance(act, Write | Report) for act in asked)
    talk.wait(10_000, _fault("paper_out", "head_open"))
    assert talk.reports() == [Report(job="job", state=NOT_READY, cause="head_open")]
    talk.wait(PACE.rest_ms, READY)
    assert Write(data=b"^XA^XZ") in talk.take()


def test_an_answer_without_news() -> None:
    """An answer that tells neither a fault nor counts does not make the printer ready."""
    talk = Talk()
    talk.submit()
    talk.answer(NO_NEWS)
    assert talk.take() == [Ask()]


def test_paper_out_while_printing() -> None:
    """Paper out in mid-label: nothing is resent, and the printer's own reprint ends as printed."""
    talk = _printing()
    talk.wait(120_000, _fault("paper_out"))
    acts = talk.take()
    assert Condition(up=True, word="paper_out") in acts
    assert not any(isinstance(act, Write | Report) for act in acts)
    talk.wait(600, BUSY)
    talk.wait(600, READY)
    assert talk.reports() == [Report(job="job", state=PRINTED)]


def test_nobody_loads_paper() -> None:
    """A fault that stays too long while printing ends as unknown, with its word."""
    talk = _printing()
    talk.wait(PACE.fault_ms + 1_000, _fault("paper_out"))
    assert talk.reports() == [Report(job="job", state=UNKNOWN, cause="paper_out")]


def test_silence_while_printing() -> None:
    """A printer that falls silent after bytes left makes the label unknown, and nothing is ever resent."""
    talk = _printing()
    talk.wait(PACE.silence_ms + 2 * PACE.answer_ms)
    assert talk.reports() == [Report(job="job", state=UNKNOWN, cause="silent")]
    talk.wait(60_000, READY)
    assert not any(isinstance(act, Write | Report) for act in talk.take())


def test_printing_without_end() -> None:
    """A printer that is busy for ever makes the label unknown."""
    talk = _printing()
    talk.wait(PACE.finish_ms + 1_000, BUSY)
    assert talk.reports() == [Report(job="job", state=UNKNOWN, cause="busy")]


def test_link_lost_while_printing() -> None:
    """A link lost after bytes left makes the label unknown: a printer that restarts says ready and has forgotten it."""
    talk = _printing()
    talk.lose("closed")
    assert talk.take() == [Condition(up=False, word="closed"), Report(job="job", state=UNKNOWN, cause="closed")]
    talk.do(talk.conversation.link_up(talk.now_ms))
    talk.answer(READY)
    talk.wait(20_000, READY)
    assert not any(isinstance(act, Write | Report) for act in talk.take())


def test_link_lost_while_leaving() -> None:
    """Half a label may have left: unknown."""
    talk = Talk()
    talk.submit()
    talk.answer(READY)
    talk.lose("lost")
    assert talk.reports() == [Report(job="job", state=UNKNOWN, cause="lost")]


def test_bytes_that_do_not_leave() -> None:
    """A printer that stops reading in mid-label makes it unknown, and the link is opened anew."""
    talk = Talk()
    talk.submit()
    talk.answer(READY)
    talk.take()
    talk.wait(PACE.leave_ms)
    assert talk.take() == [Report(job="job", state=UNKNOWN, cause="stuck"), Reconnect()]


def test_link_down_before() -> None:
    """Without a link nothing leaves; the job waits and goes when the cable is back and the printer ready."""
    talk = Talk(connected=False)
    talk.submit()
    assert talk.take() == [Report(job="job", state=NOT_READY, cause="offline")]
    talk.lose("refused")
    assert talk.take() == [
        Condition(up=False, word="refused"),
        Report(job="job", state=NOT_READY, cause="refused"),
    ]
    talk.do(talk.conversation.link_up(0))
    talk.answer(READY)
    assert talk.take() == [Ask(), Condition(up=True, word="ready"), Write(data=b"^XA^XZ")]


def test_link_refuses_the_bytes() -> None:
    """A link that took nothing leaves the job waiting, and it is sent when the printer is asked again."""
    talk = Talk()
    talk.submit()
    talk.answer(READY)
    talk.take()
    talk.do(talk.conversation.not_taken(talk.now_ms))
    assert talk.take() == [Report(job="job", state=NOT_READY, cause="offline")]
    talk.wait(1_000, READY)
    assert Write(data=b"^XA^XZ") in talk.take()


def test_late_answers() -> None:
    """Answers to questions from before the label do not count as its end."""
    talk = Talk()
    talk.wait(PACE.rest_ms + PACE.answer_ms)  # a question at rest that is answered only later
    talk.submit()
    talk.answer(READY)
    talk.written()
    talk.take()
    talk.wait(600, READY)
    assert talk.reports() == []
    talk.wait(300, READY)
    assert talk.reports() == [Report(job="job", state=PRINTED)]


def test_doubled_answers() -> None:
    """One question, one answer: a doubled "ready" is not twice."""
    talk = _printing()
    talk.wait(300)
    for _ in range(5):
        talk.answer(READY)
    assert talk.reports() == []


def test_cancel() -> None:
    """A job can be taken back while nothing of it has left, not after."""
    talk = Talk()
    talk.submit()
    assert talk.conversation.cancel("job")
    talk.answer(READY)
    assert not any(isinstance(act, Write) for act in talk.take())
    assert not _printing().conversation.cancel("job")


def test_asked_twice() -> None:
    """The same job again is not sent again; what is known of it is said."""
    talk = _printing()
    talk.submit()
    assert talk.take() == []
    talk.wait(900, READY)
    assert talk.reports() == [Report(job="job", state=PRINTED)]
    talk.submit()
    assert talk.take() == [Report(job="job", state=PRINTED)]


def test_two_jobs() -> None:
    """A second job waits for the first one's end and is then asked and sent by itself."""
    talk = _printing()
    talk.submit("second")
    assert talk.take() == []
    talk.wait(2_000, READY)
    acts = talk.take()
    assert acts.index(Report(job="job", state=PRINTED)) < acts.index(Write(data=b"^XA^XZ"))


def test_full_queue() -> None:
    """One job more than may wait is turned away before anything leaves."""
    talk = Talk()
    for number in range(QUEUE + 1):
        talk.submit(f"job {number}")
    assert talk.reports() == [Report(job=f"job {QUEUE}", state=NOT_READY, cause="queue_full")]


def test_at_rest() -> None:
    """At rest the printer is asked every five seconds, and only a change of its condition is said."""
    talk = Talk()
    talk.wait(60_000, READY)
    acts = talk.take()
    assert acts == [Ask()] * 12
    talk.wait(5_000, _fault("paper_out"))
    assert talk.take() == [Ask(), Condition(up=True, word="paper_out")]
    talk.wait(5_000, READY)
    assert talk.take() == [Ask(), Condition(up=True, word="ready")]


def test_early_ticks() -> None:
    """A timer that runs too early changes nothing, whatever the printer is doing."""
    talk = Talk()
    assert talk.conversation.tick(0) == []
    talk.submit()
    assert talk.conversation.tick(1) == []
    talk.answer(READY)
    assert talk.conversation.tick(2) == []


def test_memory_has_a_limit() -> None:
    """Of jobs long done only the newest are remembered."""
    talk = Talk()
    for number in range(REMEMBERED + 1):
        talk.submit(f"job {number}")
        talk.answer(READY)
        talk.written()
        talk.wait(1_000, READY)
    talk.take()
    talk.submit(f"job {REMEMBERED}")
    assert talk.take() == [Report(job=f"job {REMEMBERED}", state=PRINTED)]
    assert len(talk.conversation._left) == REMEMBERED
