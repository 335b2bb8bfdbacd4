"""One bench brought to life in the thread it runs in: ledger, rules, devices, labels and the order book's desk.

Everything here happens in that one thread, one input at a time; only the desk works elsewhere and answers by signals.
The same host serves the window, the windowless bench and the demo.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from station.bench import Bench, Outcome
from station.book_desk import unanswered
from station.desk_settings import Guarded
from station.devices import scale_acts
from station.errors import LedgerBroken, LedgerForked
from station.handing import WRITER, OwedFact
from station.journal import LedgerJournal, left_over, restore
from station.owed_files import FiledFact, remove
from station.packing.effects import (
    AskHolds,
    AskWeight,
    CallHelp,
    CancelLabel,
    ClaimOrder,
    DrawLabel,
    DrawPaper,
    Effect,
    RecallLabel,
    ReleaseOrder,
    SendLabel,
    SendPaper,
    StartVideo,
    StopVideo,
    TakePhoto,
    ZeroScale,
)
from station.packing.events import ParcelSealed
from station.packing.inputs import (
    Found,
    HoldsReply,
    Input,
    Known,
    LabelFailed,
    LabelReady,
    LabelRecalled,
    LinkReport,
    MediaReport,
    OrderReply,
    PaperDrawn,
    PaperRefused,
    PrinterReport,
    Reading,
)
from station.packing.job import Job
from station.packing.model import OrderNo
from station.packing.rules import Person, Rules
from station.packing.waiting import asked_again, at_the_book
from station.recent_claims import RecentClaims

if TYPE_CHECKING:
    from station.camera_desk import CameraDesk
    from station.clock import Clock
    from station.devices.device import Device
    from station.evidence.ledger import Ledger
    from station.paper_desk import PaperDesk
    from station.performers import LabelDesk
    from station.wave import Wave

WATCH_MS = 1000
"""How often the order book is asked again for an order that waits for it."""

CLAIM_PATIENCE = 2
"""How many deadlines an order may take to come: without an answer there is nothing to pack."""

CHECKPOINT_MS = 60_000
RETRY_MS = 1000
RELAY_MS = 1000
DAY_MS = 60_000

SAID_ONCE = (LabelReady, LabelFailed, LabelRecalled, PaperDrawn, PaperRefused, PrinterReport, LinkReport, MediaReport)
"""What the world says of a label, of pictures and of devices is said once: kept until the ledger has taken it."""

LOST_MAX = 64


class Host(QObject):
    """``shown`` carries each ``Outcome`` after its commit; ``asked`` carries effects to the order book's desk."""

    shown = Signal(object)
    asked = Signal(object)
    watched = Signal(object)
    guarded = Signal(object)  # Guarded
    not_recorded = Signal(str)  # the ledger could not take an input: nothing has changed, and why
    relay_due = Signal()
    day_due = Signal()
    closing = Signal()

    def __init__(
        self,
        *,
        ledger: Ledger,
        clock: Clock,
        rules: Rules,
        devices: tuple[Device, ...],
        recognise: Callable[[str], Known | None],
        serial_order: Callable[[str, str], OrderNo | None] = lambda _sku, _serial: None,
        deadline_ms: int,
    ) -> None:
        super().__init__()
        self._ledger = ledger
        self._devices = devices
        self.labels: LabelDesk | None = None
        self.papers: PaperDesk | None = None
        self.cameras: CameraDesk | None = None
        self.wave: Wave | None = None
        self._rung = False  # while the open order was looked at
        self._pending: AskHolds | ClaimOrder | None = None
        self._deadline_ms = deadline_ms
        self._deadline = self._timer(deadline_ms, self._too_late, single=True)
        self._watch = self._timer(WATCH_MS, self._look_again)
        self._weigh_later = self._timer(0, lambda: scale_acts.say_again(devices), single=True)
        self._guard = self._timer(WATCH_MS, self._look_after, single=True)
        self._guarding = False
        self._relay = self._timer(RELAY_MS, self.relay_due.emit)
        self._day = self._timer(DAY_MS, self.day_due.emit)
        self._checkpoint = self._timer(CHECKPOINT_MS, self._sign)
        self._fold = self._timer(0, ledger.between_scans, single=True)
        self._watching: AskHolds | None = None
        self._lost: deque[Input] = deque(maxlen=LOST_MAX)  # said once, and not yet in the ledger
        self._retry = self._timer(RETRY_MS, self._take_lost, single=True)
        self._doubtful = self._resting = self._stopped = False
        self._returned = RecentClaims()
        self._size = ledger.size
        self._left_over = left_over(ledger)
        self.bench = Bench(
            job=restore(ledger),
            journal=LedgerJournal(ledger),
            clock=clock,
            rules=replace(rules, zeroes=scale_acts.can_zero(devices)),
            show=self._show,
            perform=self._perform,
            recognise=recognise,
            serial_order=serial_order,
        )
        for device in devices:
            device.said.connect(self.take)

    def start(self) -> None:
        """Go on where the last run stopped, then open the devices."""
        self.bench.resume()
        for report in self._left_over:
            self.take(report)
        for device in self._devices:
            device.open()
        if self.cameras is not None:
            self.cameras.start()
        self._relay.start()
        self._day.start()
        self.day_due.emit()
        self._checkpoint.start()

    def rest(self) -> None:
        """The end begins: no input is taken any more and the log's end is signed; what others owe is still recorded."""
        self._resting = True
        if self.wave is not None:
            self.wave.working = False
        for timer in (
            self._deadline, self._watch, self._weigh_later, self._guard, self._relay, self._day, self._checkpoint,
            self._fold, self._retry,
        ):  # fmt: skip
            timer.stop()
        for device in self._devices:
            device.close()
        with suppress(LedgerBroken):  # ``stop`` signs too, and tells of it
            self._ledger.checkpoint_now("exit")

    @Slot()
    def stop(self) -> None:
        """A clean exit, after ``rest``: the ledger signed and closed."""
        self._stopped = True
        self._ledger.checkpoint_now("exit")
        self._ledger.close()

    @Slot(object)
    def know(self, roster: Mapping[str, Person]) -> None:
        """Who may work here from now on: a supervisor added in the office is known without a restart."""
        self.bench.rules = replace(self.bench.rules, roster=roster)

    @Slot(object)
    def take(self, input: Input) -> None:
        """An input from a device, a desk or a person; what still comes after the end is not recorded."""
        if self._resting:
            return
        if (again := self._returned.asked_anew(input, self._pending)) is not None:
            self.asked.emit(again)
            return
        if self.wave is not None and isinstance(input, HoldsReply) and isinstance(self._pending, AskHolds):
            input = self.wave.numbered(self._pending, input)
        try:
            self._settle_doubt()
            self._know_printers(input)
            if self.papers is not None:
                self.papers.hear(input)
            self._know_scale(input)
            self.bench.take(input)
        except LedgerBroken as trouble:
            self._keep_lost(input)
            if at_the_book(self.bench.job) and self._pending is not None:
                self._deadline.start()  # the answer that was lost is missed once more
            self.not_recorded.emit(trouble.sentence())
        if not at_the_book(self.bench.job):
            self._deadline.stop()
            self._pending = None

    @Slot(object)
    def record(self, owed: OwedFact | FiledFact) -> None:
        """An entry that others owe this ledger, between two inputs; a disk that fails now leaves it owed."""
        with suppress(LedgerBroken):
            self.lend(lambda ledger: ledger.append([owed.fact], order_no=owed.order_no, by=WRITER))
            if isinstance(owed, FiledFact):
                remove(owed)

    def lend(self, act: Callable[[Ledger], object]) -> object:
        """Between two inputs. Raises ``LedgerBroken`` when the disk fails, and while it is unclear what it took."""
        if self._stopped or self._doubtful:
            raise LedgerBroken("the ledger takes nothing just now")
        try:
            found = act(self._ledger)
            self._size = self._ledger.size
        except LedgerBroken:
            self._doubtful = True
            raise
        self._fold.start()
        return found

    @Slot(object)
    def distrust(self, why: LedgerForked) -> None:
        """The order book knows this bench's log otherwise: no label and no seal any more, and it is said."""
        if self._ledger.distrust(why):
            self.not_recorded.emit(why.sentence())

    def _settle_doubt(self) -> None:
        """After an append that failed nobody knows whether it landed: the ledger is asked before anything is added."""
        if self._doubtful and self._ledger.size != self._size:
            self._lost.clear()
            self.bench.job = restore(self._ledger)
            self.bench.resume()  # what landed had effects, and nobody has performed them
        self._doubtful = False
        while self._lost:
            self.bench.take(self._lost.popleft())

    def _keep_lost(self, input: Input | None = None) -> None:
        """What is said once is taken again before the next input, and by itself: else a label would wait for ever."""
        self._doubtful = True
        if isinstance(input, SAID_ONCE):
            self._lost.append(input)
        if isinstance(self.bench.unrecorded, SAID_ONCE) and self.bench.unrecorded not in self._lost:
            self._lost.appendleft(self.bench.unrecorded)
        if self._lost:
            self._retry.start()

    def _take_lost(self) -> None:
        try:
            self._settle_doubt()
        except LedgerBroken:
            self._keep_lost()

    def _know_printers(self, input: Input) -> None:
        """Which printers could take the open order's label just now, for whoever decides about it."""
        labels = self.labels
        if labels is None or not labels.spares:
            return
        labels.pool.hear(input)
        ready = labels.ready_for(self.bench.job.order)
        if ready != self.bench.rules.printers:
            self.bench.rules = replace(self.bench.rules, printers=ready)

    def _know_scale(self, input: Input) -> None:
        """How finely the scale weighs: by its own word, whatever its make."""
        known = self.bench.rules.scale_step_mg
        if isinstance(input, Reading) and input.step_mg not in (0, known):
            self.bench.rules = replace(self.bench.rules, scale_step_mg=input.step_mg)

    def _show(self, outcome: Outcome) -> None:
        self._size = outcome.seq + 1
        self._fold.start()
        self._watch_if_waiting(outcome.job)
        if self.wave is not None:
            self.wave.hear(outcome.events)
        if outcome.job.opened and not self._guarding:
            self.looked()
        self.shown.emit(outcome)
        if any(isinstance(event, ParcelSealed) for event in outcome.events):
            self.relay_due.emit()
            self.day_due.emit()

    def _perform(self, effect: Effect) -> None:
        match effect:
            case ClaimOrder() if self.wave is not None and (found := self.wave.claimed(effect)) is not None:
                self.take(found)  # claimed ahead: no scan waits for the network
            case ClaimOrder() | AskHolds():
                self._pending = effect
                self._deadline.start(self._deadline_ms * (CLAIM_PATIENCE if isinstance(effect, ClaimOrder) else 1))
                self.asked.emit(effect)
            case ReleaseOrder():
                self._returned.add(effect.order, effect.fence)
                self.asked.emit(effect)
            case DrawLabel():
                assert self.labels is not None
                self.labels.draw(effect)
            case SendLabel():
                assert self.labels is not None
                self.labels.send(effect.job)
            case CancelLabel():
                assert self.labels is not None
                self.labels.cancel(effect.job)
            case RecallLabel():
                assert self.labels is not None
                self.labels.recall(effect.job)
            case DrawPaper():
                assert self.papers is not None
                self.papers.draw(effect)
            case SendPaper():
                assert self.papers is not None
                self.papers.send(effect.job)
            case AskWeight():
                self._weigh_later.start(effect.after_ms) if effect.after_ms else scale_acts.say_again(self._devices)
            case ZeroScale():
                scale_acts.zero(self._devices)
            case TakePhoto() | StartVideo() | StopVideo():
                assert self.cameras is not None, "a photo was asked for at a bench without cameras"
                self.cameras.perform(effect)
            case CallHelp():
                pass  # a hall without a board: the event itself is the record
            case _:
                assert_never(effect)

    def _too_late(self) -> None:
        """The book did not answer in time: packing goes on with what is known."""
        if isinstance(self._pending, AskHolds):
            self.take(unanswered(self._pending.order))
        elif self._pending is not None:
            self.take(OrderReply(code=self._pending.code, found=Found.UNREACHABLE))

    def _watch_if_waiting(self, job: Job) -> None:
        """Start or end the quiet asking for an order that waits for a number or for the book."""
        self._watching = asked_again(job)
        if self._watching is None:
            self._watch.stop()
        elif not self._watch.isActive():  # begun anew at all that a busy scale says, it would never come round
            self._watch.start()

    def _look_again(self) -> None:
        if self._watching is not None:
            self.watched.emit(self._watching)

    @Slot()
    def looked(self) -> None:
        """The book was looked at, once: as long as an order is open it is looked at again, never twice at a time."""
        job = self.bench.job
        self._guarding = job.opened and not self._resting
        if self._guarding:
            self._guard.start()
        if self._rung:
            self.ring()

    @Slot()
    def ring(self) -> None:
        """The book says that something of this bench's changed: it is looked at now, not first at the next second."""
        self._rung = self._guarding and not self._guard.isActive()
        if self._guard.isActive():
            self._guard.stop()
            self._look_after()
        self.relay_due.emit()

    def _look_after(self) -> None:
        """What the office or a platform does to the open order must stop it at once, not first at its label (B11)."""
        job = self.bench.job
        stopped = job.stop is not None and job.stop.parks
        if job.opened and job.order is not None and not stopped:
            self.guarded.emit(Guarded(order=job.whole or job.order, fence=job.fence))
        else:
            self.looked()

    def _sign(self) -> None:
        self._ledger.checkpoint_now("minute")

    def _timer(self, interval_ms: int, then: Callable[[], object], *, single: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.setSingleShot(single)
        timer.timeout.connect(then)
        return timer
