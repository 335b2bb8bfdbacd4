"""One printer's conversation: exactly once, or ask. Pure: what was heard and the time in, what to do out; no link.

A byte of a job leaves only after the printer said it is ready. Once bytes may have left, nothing is sent again:
the job ends as PRINTED by the printer's own word, or as UNKNOWN. Silence is never ready.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeAlias, assert_never

from station.devices.dialect import Confirms, PrinterStatus
from station.packing.inputs import PrintState


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Every wait of the conversation, in milliseconds."""

    answer_ms: int = 1_500  # a status answer later than this is silence
    retry_ms: int = 500  # first wait after a printer that is not ready; doubles up to rest_ms
    rest_ms: int = 5_000  # between two questions when nothing is to be printed
    printing_ms: int = 300  # between two questions while a job prints
    silence_ms: int = 10_000  # printing, and no answer at all: unknown
    leave_ms: int = 30_000  # not one byte more has left: unknown
    settle_ms: int = 2_000  # at rest for so long is the end, where a printer tells nothing better
    finish_ms: int = 60_000  # printing without a fault, and no end: unknown
    fault_ms: int = 300_000  # printing stopped by a fault that nobody cleared: unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Send the language's status request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """Send a job's bytes, once."""

    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconnect:
    """The link is up and dead: open it anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    job: str
    state: PrintState
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """How the printer is, said only when it changed."""

    up: bool
    word: str


Act: TypeAlias = Ask | Write | Reconnect | Report | Condition

QUEUE: Final = 4  # jobs that may wait
SILENCES: Final = 3  # unanswered questions in a row before the link itself is doubted
REMEMBERED: Final = 256  # jobs whose bytes left, so that none leaves twice


class _Phase(Enum):
    WAITING = auto()  # nothing of the job has left
    LEAVING = auto()  # its bytes are being written
    PRINTING = auto()  # all written; the printer's word is awaited


@dataclass(slots=True, kw_only=True)
class _Job:
    name: str
    data: bytes
    labels: int = 1  # each with a mark of its own, where marks confirm
    phase: _Phase = _Phase.WAITING
    cause: str = ""  # last reported reason for not being sent
    since_ms: int = 0  # when the phase began
    heard_ms: int = 0  # last answer while printing
    fault_ms: int | None = None  # when a fault stopped the printing
    struck: str = ""  # the fault that has stopped the printing at any time
    rests: int = 0  # answers in a row that say everything is printed
    rest_ms: int = 0  # when the first of them came
    worked: bool = False  # the printer was seen to be busy, since the last fault
    marked: bool = False  # the questions at the labels' ends were answered, all of them


class Conversation:
    """Call ``tick`` at ``wake_ms``; every method gives the acts to do, in order.

    ``confirms`` is by what the printer says that a label is on paper. Without ``reprints`` a label that a fault
    stopped is never called printed: it may be torn, and a person must look.
    """

    def __init__(self, pace: Pace, *, confirms: Confirms = Confirms.COUNTS, reprints: bool = True) -> None:
        self._pace = pace
        self._confirms = confirms
        self._reprints = reprints
        self._marks_owed = 0
        self._up = False
        self._jobs: deque[_Job] = deque()
        self._left: dict[str, Report] = {}
        self._condition: Condition | None = None
        self._asked_ms: int | None = None
        self._next_ms: int | None = None
        self._silences = 0
        self._stale = 0  # questions from before the job that may still be answered, late
        self._wait_ms = pace.retry_ms

    @property
    def wake_ms(self) -> int | None:
        moments = [self._next_ms, None if self._asked_ms is None else self._asked_ms + self._pace.answer_ms]
        if self._jobs and self._jobs[0].phase is _Phase.LEAVING:
            moments.append(self._jobs[0].since_ms + self._pace.leave_ms)
        return min((moment for moment in moments if moment is not None), default=None)

    def submit(self, now_ms: int, name: str, data: bytes, *, labels: int = 1) -> list[Act]:
        """Take a job. One whose bytes have left already is answered with what is known of it, and not sent again."""
        if any(job.name == name for job in self._jobs):
            return []
        if name in self._left:
            return [self._left[name]]
        if len(self._jobs) == QUEUE:
            return [Report(job=name, state=PrintState.NOT_READY, cause="queue_full")]
        self._jobs.append(_Job(name=name, data=data, labels=labels))
        if len(self._jobs) > 1:
            return []
        return self._begin(now_ms)

    def cancel(self, name: str) -> bool:
        """Whether the job was taken back: only while not a byte of it has left."""
        for job in self._jobs:
            if job.name == name and job.phase is _Phase.WAITING:
                self._jobs.remove(job)
                return True
        return False

    def link_up(self, now_ms: int) -> list[Act]:
        self._up = True
        self._silences = self._stale = self._marks_owed = 0
        self._wait_ms = self._pace.retry_ms
        return self._ask(now_ms)

    def link_down(self, now_ms: int, word: str) -> list[Act]:
        """A job whose bytes may have left is unknown now: a printer that restarts forgets it and says it is ready."""
        self._up = False
        self._asked_ms = self._next_ms = None
        acts = self._say(up=False, word=word)
        job = self._current()
        if job is not None and job.phase is not _Phase.WAITING:
            acts += self._finish(now_ms, job, PrintState.UNKNOWN, word)
        else:
            acts += self._not_ready(word)
        return acts

    def not_taken(self, now_ms: int) -> list[Act]:
        """The link refused the bytes of ``Write`` whole: nothing has left, the job waits again."""
        job = self._current()
        assert job is not None
        assert job.phase is _Phase.LEAVING
        job.phase = _Phase.WAITING
        self._marks_owed -= job.labels
        del self._left[job.name]
        self._wait(now_ms)
        return self._not_ready("offline")

    def moved(self, now_ms: int) -> None:
        """Some bytes have left: a slow line is not a stuck one."""
        job = self._current()
        if job is not None and job.phase is _Phase.LEAVING:
            job.since_ms = now_ms

    def written(self, now_ms: int) -> list[Act]:
        """Every byte given to the link has left."""
        job = self._current()
        if job is None or job.phase is not _Phase.LEAVING:
            return []
        job.phase = _Phase.PRINTING
        job.since_ms = job.heard_ms = now_ms
        at_once = self._confirms is Confirms.BUSY  # it must be seen working, and some labels take no longer
        self._next_ms = now_ms if at_once else now_ms + self._pace.printing_ms
        return [self._remember(Report(job=job.name, state=PrintState.SENT))]

    def answered(self, now_ms: int, status: PrinterStatus) -> list[Act]:
        job = self._current()
        if status.mark:
            self._mark(job)
            return []
        if not status.ready and not status.cause:  # tells neither counts nor a fault
            return []
        if self._asked_ms is None and job is not None:
            return []  # doubled or foreign: one question, one answer
        self._asked_ms = None
        self._silences = 0
        if self._stale and job is not None and job.phase is _Phase.PRINTING:
            self._stale -= 1
            self._next_ms = now_ms + self._pace.printing_ms
            return []
        acts = self._say(up=True, word=status.cause or "ready")
        if job is None:
            self._next_ms = now_ms + self._pace.rest_ms
            return acts
        if job.phase is _Phase.PRINTING:
            return acts + self._watch(now_ms, job, status)
        return acts + self._start_or_wait(now_ms, job, status)

    def tick(self, now_ms: int) -> list[Act]:
        """Deadlines that have passed."""
        job = self._current()
        if job is not None and job.phase is _Phase.LEAVING:
            if now_ms - job.since_ms < self._pace.leave_ms:
                return []
            return [*self._finish(now_ms, job, PrintState.UNKNOWN, "stuck"), Reconnect()]
        if self._asked_ms is not None:
            return self._silent(now_ms, job) if now_ms - self._asked_ms >= self._pace.answer_ms else []
        if self._next_ms is not None and now_ms >= self._next_ms:
            return self._ask(now_ms)
        return []

    def _current(self) -> _Job | None:
        return self._jobs[0] if self._jobs else None

    def _begin(self, now_ms: int) -> list[Act]:
        if not self._up:
            return self._not_ready(self._condition.word if self._condition else "offline")
        return [] if self._asked_ms is not None else self._ask(now_ms)

    def _ask(self, now_ms: int) -> list[Act]:
        self._asked_ms = now_ms
        self._next_ms = None
        return [Ask()]

    def _start_or_wait(self, now_ms: int, job: _Job, status: PrinterStatus) -> list[Act]:
        if not status.ready:
            self._wait(now_ms)
            return self._not_ready(status.cause)
        self._wait_ms = self._pace.retry_ms
        self._next_ms = None
        job.phase = _Phase.LEAVING
        job.since_ms = now_ms
        self._marks_owed += job.labels
        self._remember(Report(job=job.name, state=PrintState.UNKNOWN))
        return [Write(data=job.data)]

    def _watch(self, now_ms: int, job: _Job, status: PrinterStatus) -> list[Act]:
        job.heard_ms = now_ms
        self._next_ms = now_ms + self._pace.printing_ms
        if job.marked and not job.struck:  # the roll may have ended with this very label
            return self._finish(now_ms, job, PrintState.PRINTED, "")
        if status.cause:
            job.rests = 0
            job.fault_ms = now_ms if job.fault_ms is None else job.fault_ms
            job.struck = status.cause
            job.worked = False  # a reprint of the printer's own is to be seen, too
            return self._behind(status.cause) + self._give_up(
                now_ms, job, status.cause, job.fault_ms + self._pace.fault_ms
            )
        if job.fault_ms is not None:
            job.fault_ms = None
            job.since_ms = now_ms
        job.worked = job.worked or "busy" in status.words
        job.rests = job.rests + 1 if status.at_rest else 0
        job.rest_ms = now_ms if job.rests == 1 else job.rest_ms
        if self._is_over(now_ms, job):
            return self._end(now_ms, job)
        return self._give_up(now_ms, job, "busy", job.since_ms + self._pace.finish_ms)

    def _is_over(self, now_ms: int, job: _Job) -> bool:
        """Whether the printer has said all it will ever say of the job. One rest may be the moment before it starts."""
        settled = job.rests > 0 and now_ms - job.rest_ms >= self._pace.settle_ms
        match self._confirms:
            case Confirms.COUNTS:
                return job.rests == 2
            case Confirms.MARK:
                return job.rests > 0 and job.marked
            case Confirms.BUSY:
                return settled or (job.worked and job.rests == 2 and job.labels == 1 and not job.struck)
            case Confirms.NOTHING:
                return settled
            case _:
                assert_never(self._confirms)

    def _end(self, now_ms: int, job: _Job) -> list[Act]:
        if job.struck and not self._reprints:
            return self._finish(now_ms, job, PrintState.UNKNOWN, job.struck)
        unseen = self._confirms is Confirms.BUSY and not job.worked  # a printer of another language rests, too
        if unseen or self._confirms is Confirms.NOTHING:
            return self._finish(now_ms, job, PrintState.UNKNOWN, "unconfirmed")
        return self._finish(now_ms, job, PrintState.PRINTED, "")

    def _mark(self, job: _Job | None) -> None:
        """Marks come in the order of their jobs; one that comes late belongs to a job given up before."""
        self._marks_owed = max(self._marks_owed - 1, 0)
        if job is not None and job.phase is not _Phase.WAITING and not self._marks_owed:
            job.marked = True

    def _give_up(self, now_ms: int, job: _Job, cause: str, at_ms: int) -> list[Act]:
        return self._finish(now_ms, job, PrintState.UNKNOWN, cause) if now_ms >= at_ms else []

    def _silent(self, now_ms: int, job: _Job | None) -> list[Act]:
        self._asked_ms = None
        self._silences += 1
        self._stale = min(self._stale + 1, SILENCES) if job is None or job.phase is _Phase.WAITING else self._stale
        acts: list[Act] = []
        if job is not None and job.phase is _Phase.PRINTING:
            job.rests = 0
            self._next_ms = now_ms
            acts += self._give_up(now_ms, job, "silent", job.heard_ms + self._pace.silence_ms)
        else:
            self._wait(now_ms)
            acts += self._say(up=False, word="silent") + self._not_ready("silent")
            if self._silences % SILENCES == 0:
                acts.append(Reconnect())
        return acts

    def _wait(self, now_ms: int) -> None:
        self._next_ms = now_ms + self._wait_ms
        self._wait_ms = min(self._wait_ms * 2, self._pace.rest_ms)

    def _not_ready(self, cause: str) -> list[Act]:
        job = self._current()
        if job is None or job.cause == cause:
            return []
        job.cause = cause
        return [Report(job=job.name, state=PrintState.NOT_READY, cause=cause)]

    def _behind(self, cause: str) -> list[Act]:
        """Jobs behind one that a fault has stopped wait, too, and say so: another printer may take them."""
        held = [job for job in self._jobs if job.phase is _Phase.WAITING and job.cause != cause]
        for job in held:
            job.cause = cause
        return [Report(job=job.name, state=PrintState.NOT_READY, cause=cause) for job in held]

    def _finish(self, now_ms: int, job: _Job, state: PrintState, cause: str) -> list[Act]:
        self._jobs.popleft()
        acts: list[Act] = [self._remember(Report(job=job.name, state=state, cause=cause))]
        self._asked_ms = None
        if not self._up:
            return acts + self._not_ready(cause)
        self._next_ms = now_ms if self._jobs else now_ms + self._pace.rest_ms
        return acts

    def _remember(self, report: Report) -> Report:
        self._left[report.job] = report
        while len(self._left) > REMEMBERED:
            del self._left[next(iter(self._left))]
        return report

    def _say(self, *, up: bool, word: str) -> list[Act]:
        condition = Condition(up=up, word=word)
        if condition == self._condition:
            return []
        self._condition = condition
        return [condition]
