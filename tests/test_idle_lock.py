"""A badge left at the bench: when the lock is asked for, and when not."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from station.bench import Outcome
from station.idle_lock import IdleLock
from station.packing.inputs import Command, DeviceKind, Input, LinkReport, Pressed, Reading
from station.packing.job import Job, Stop
from station.packing.reasons import Reason

KEY = Pressed(command=Command.UNDO)
WEIGHT = Reading(weight_mg=1_000, stable=True, device="scale")
DEVICE = LinkReport(device="printer", kind=DeviceKind.PRINTER, up=True)


STOP = Stop(reason=Reason.NOT_IN_ORDER)


def _outcome(input: Input, *, packer: str = "P001", locked: str = "", stop: Stop | None = None) -> Outcome:
    return Outcome(input=input, job=Job(packer=packer, locked=locked, stop=stop), events=(), seq=0)


@pytest.mark.parametrize("input", [KEY, WEIGHT])
def test_the_lock_comes_after_the_last_sign_of_a_person(qtbot: QtBot, input: Input) -> None:
    """A key and a weight are such signs; the lock says that nobody asked for it."""
    lock = IdleLock(1)
    with qtbot.waitSignal(lock.due, timeout=5000) as due:
        lock.hear(_outcome(input))
    assert due.args == [Pressed(command=Command.LOCK, argument="IDLE", device="clock")]


@pytest.mark.parametrize(
    ("after_s", "outcome"),
    [
        (0, _outcome(KEY)),
        (600, _outcome(KEY, packer="")),
        (600, _outcome(KEY, locked="idle")),
        (600, _outcome(KEY, stop=STOP)),
        (600, _outcome(DEVICE)),
    ],
)
def test_nothing_is_awaited(after_s: int, outcome: Outcome, qtbot: QtBot) -> None:
    """Where it is turned off, nobody is signed in, the bench is locked or stopped, or a device speaks by itself."""
    lock = IdleLock(after_s)
    lock.hear(outcome)
    assert not lock._timer.isActive()


def test_a_sign_in_begins_and_a_sign_out_ends_the_wait(qtbot: QtBot) -> None:
    """The time is the setting's."""
    lock = IdleLock(600)
    lock.hear(_outcome(KEY))
    assert (lock._timer.isActive(), lock._timer.interval()) == (True, 600_000)
    lock.hear(_outcome(KEY, packer=""))
    assert not lock._timer.isActive()
