"""The windowless bench: a line in, JSON lines out, for programs and tests (DESIGN section 5).

A line waits its turn while an answer of the order book or a label is under way, so that a whole parcel can be piped
in; when a line is out, what it tells of is on disk.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Final

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from station.bench import Outcome
from station.host import Host
from station.lines import NotALineError, understand
from station.packing.events import DeviceChanged, Event
from station.packing.inputs import HoldsReply, LabelFailed, LabelReady, LabelRecalled, OrderReply
from station.packing.papers import under_way as papers_under_way
from station.packing.reasons import Reason
from station.packing.waiting import at_the_book, under_way
from station.ui.device_words import device_sentence
from station.ui.present import present, unrecorded
from station.ui.screen import LineView, Screen, Verdict, Words
from station.ui.texts import MOMENTS

QUEUE_MAX: Final = 64
"""Lines read ahead; the reader waits beyond that."""

WEIGHT_OFF: Final = frozenset({Reason.WEIGHT_LOW, Reason.WEIGHT_HIGH})
ANSWERS: Final = (OrderReply, HoldsReply, LabelReady, LabelFailed, LabelRecalled)
"""Inputs that belong to the line that asked for them."""


class Windowless(QObject):
    """Feeds lines to a host and writes what came of them; ``done`` when the input ended and nothing is under way."""

    done = Signal()
    taken = Signal()

    def __init__(
        self,
        host: Host,
        write: Callable[[str], None],
        *,
        wait_ms: int,
        pin_right: Callable[[str, str], bool] = lambda _who, _pin: False,
    ) -> None:
        """``pin_right`` compares what was typed with the PIN of a pseudonym."""
        super().__init__()
        self._pin_right = pin_right
        self._host = host
        self._write = write
        self._lines: deque[bytes] = deque()
        self._n = 0
        self._open: list[Event] | None = None
        self._last: Outcome | None = None
        self._ended = False
        self._patience = QTimer(self, singleShot=True, interval=wait_ms)
        self._patience.timeout.connect(self.done)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        host.shown.connect(self._shown)
        host.not_recorded.connect(self._not_recorded)

    @Slot(bytes)
    def feed(self, line: bytes) -> None:
        """A line of input; blank ones are none."""
        if not line.strip():
            self.taken.emit()
            return
        self._lines.append(line)
        self._later.start()

    @Slot()
    def end(self) -> None:
        """The input has ended: what is under way may still finish, for as long as the caller waits."""
        self._ended = True
        self._patience.start()
        self._later.start()

    def _go_on(self) -> None:
        self._close_line()
        while self._lines and self._open is None and not under_way(self._host.bench.job):
            self._take(self._lines.popleft())
            self.taken.emit()
            self._close_line()
        if self._ended and not self._lines and self._open is None and not self._moving():
            self._patience.stop()
            self.done.emit()

    def _moving(self) -> bool:
        """Papers hold up no line, but the end waits for them."""
        job = self._host.bench.job
        return under_way(job) or any(not paper.cause for paper in papers_under_way(job.papers))

    def _take(self, line: bytes) -> None:
        self._n += 1
        try:
            job = self._host.bench.job
            input = understand(line, job.prompts, partial(self._pin_right, job.pin_of))
        except NotALineError as why:
            self._refuse(str(why))
            return
        self._open = []
        self._host.take(input)

    def _shown(self, outcome: Outcome) -> None:
        mine = outcome.input is not None and (self._last is None or isinstance(outcome.input, ANSWERS))
        if self._open is not None and mine:
            self._open.extend(outcome.events)
            self._last = outcome
        else:
            self._close_line()
            self._tell_of_device(outcome)
        self._later.start()

    def _not_recorded(self, why: str) -> None:
        """The ledger could not take it: said on the line that asked, or on a line of its own."""
        mine = self._open is not None and self._last is None
        if mine:
            self._open = None
        self._close_line()
        screen = unrecorded(self._host.bench.job, self._host.bench.rules, why)
        self._write(_line(self._n if mine else None, _saying(screen, "not_recorded", why), (), None))
        self._later.start()

    def _tell_of_device(self, outcome: Outcome) -> None:
        resumed = outcome.job.order is not None or outcome.job.stop is not None or len(outcome.events) > 1
        if outcome.input is not None or resumed:
            screen = _of_device(self._screen(outcome, outcome.events), outcome.events)
            self._write(_line(None, screen, outcome.events, outcome.seq))

    def _close_line(self) -> None:
        """Write the open line once nothing it asked the order book is outstanding."""
        if self._open is None or self._last is None or at_the_book(self._host.bench.job):
            return
        events, last = tuple(self._open), self._last
        self._open, self._last = None, None
        self._write(_line(self._n, self._screen(last, last.events), events, last.seq))

    def _screen(self, outcome: Outcome, events: tuple[Event, ...]) -> Screen:
        return present(outcome.job, events, self._host.bench.rules)

    def _refuse(self, why: str) -> None:
        """A line that cannot be read: said, and nothing else."""
        screen = present(self._host.bench.job, (), self._host.bench.rules)
        refused = replace(screen, verdict=Verdict.STOP, reason=Reason.BAD_INPUT)
        self._write(_line(self._n, _saying(refused, "bad_line", why), (), None))


def _line(n: int | None, screen: Screen, events: tuple[Event, ...], seq: int | None) -> str:
    prompt = screen.prompt
    headline = _headline(screen)
    told: dict[str, Any] = {
        "n": n,
        "stage": screen.stage,
        "verdict": screen.verdict,
        "reason": screen.reason,
        "headline": {"zh": headline.zh, "en": headline.en},
        "order": screen.order,
        "lines": [_told_line(line) for line in screen.lines],
        "weight_g": None if screen.weight_mg is None else _grams(screen.weight_mg),
        "expected_g": None if screen.expected_mg is None else _range_g(screen.expected_mg),
        "waybill": screen.waybill,
        "label": screen.label,
        "prompt": None
        if prompt is None
        else {
            "id": prompt.id,
            "kind": prompt.kind,
            "text": {"zh": prompt.zh, "en": prompt.en},
            "choices": list(prompt.choices),
        },
        "papers": [{"name": paper.name, "printer": paper.printer, "state": paper.state} for paper in screen.papers],
        "changes": [
            {"what": change.aspect, "of": change.of.zh, "before": change.before.en, "after": change.after.en}
            for change in screen.changes
        ],
        "events": [type(event).__name__ for event in events],
        "seq": seq,
    }
    return msgspec.json.encode(told).decode()


def _told_line(line: LineView) -> dict[str, Any]:
    told: dict[str, Any] = {"sku": line.sku, "needed": line.needed, "packed": line.packed}
    return told | {"order": line.order} if line.order else told


def _saying(screen: Screen, moment: str, why: str) -> Screen:
    """The screen with a sentence that carries its cause: a line of JSON has no other place for it."""
    zh, en = MOMENTS[moment]
    return replace(screen, headline=Words(zh=zh.format(detail=why), en=en.format(detail=why)))


def _of_device(screen: Screen, events: tuple[Event, ...]) -> Screen:
    """What a device says has no bar here to stand in, whatever is shown at the moment."""
    last = events[-1] if events else None
    if not isinstance(last, DeviceChanged):
        return screen
    return replace(screen, headline=device_sentence(last), explanations=())


def _headline(screen: Screen) -> Words:
    """The banner's sentence; of a weight that is off, with the line that would explain it."""
    if not screen.explanations or screen.reason not in WEIGHT_OFF:
        return screen.headline
    nearest = screen.explanations[0]
    zh, en = MOMENTS["explained"]
    return Words(
        zh=zh.format(said=screen.headline.zh, units=nearest.units, name=nearest.sku),
        en=en.format(said=screen.headline.en, units=nearest.units, name=nearest.sku),
    )


def _grams(weight_mg: int) -> int | float:
    whole, rest = divmod(weight_mg, 1000)
    return whole if rest == 0 else weight_mg / 1000


def _range_g(limits_mg: tuple[int, int]) -> list[int]:
    """Whole grams that lie within the limits."""
    return [-(-limits_mg[0] // 1000), limits_mg[1] // 1000]
