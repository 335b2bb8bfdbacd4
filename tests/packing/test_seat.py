"""Who may use the bench: locked and unlocked, a supervisor's PIN, acts that are asked for twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.events import PackerSignedIn, PackerSignedOut
from station.packing.inputs import Command, PinTyped, Pressed
from station.packing.reasons import Reason
from station.packing.seat import IDLE, TWICE_US
from station.packing.seat_events import PinAsked
from tests.packing.playbook import NUMBER, PACKER, RULES, SUPERVISOR, Playbook

WITH_PIN = replace(RULES, roster={"7": PACKER, "9": replace(SUPERVISOR, pin=True)})


def _packing(rules: object = RULES) -> Playbook:
    bench = Playbook(rules)  # type: ignore[arg-type]
    bench.shows_badge("7")
    bench.opens()
    bench.scans("MUG")
    return bench


def test_a_locked_bench_takes_a_badge_and_a_call_for_help() -> None:
    """Scans, keys and answers are refused without a stop; who is signed in and what is packed stay."""
    bench = _packing()
    assert bench.presses(Command.LOCK) == ["BenchLocked"]
    assert bench.scans("MUG") == ["ScanRefused"]
    assert bench.presses(Command.UNDO) == ["ScanRefused"]
    assert (bench.why(), bench.job.stop) == (Reason.SIGN_IN_FIRST, None)
    assert bench.presses(Command.HELP) == ["HelpCalled"]
    assert (bench.job.packer, bench.job.packed) == ("p-7", (1, 0))


def test_the_same_badge_unlocks_and_goes_on() -> None:
    """After it the next unit is taken."""
    bench = _packing()
    bench.presses(Command.LOCK)
    assert bench.shows_badge("7") == ["PackerSignedIn"]
    assert bench.scans("MUG") == ["ItemPacked"]


def test_another_badge_takes_a_locked_parcel_over() -> None:
    """Both are recorded, and no unit is lost."""
    bench = _packing()
    bench.says(Pressed(command=Command.LOCK, argument=IDLE, device="clock"))
    assert bench.job.locked == "idle"
    assert bench.shows_badge("9") == ["PackerSignedOut", "PackerSignedIn"]
    assert (bench.last("PackerSignedOut"), bench.last("PackerSignedIn")) == (
        PackerSignedOut(packer="p-7"),
        PackerSignedIn(packer="p-9", supervisor=True),
    )
    assert (bench.job.locked, bench.job.packed) == ("", (1, 0))


def test_a_bench_with_nobody_signed_in_does_not_lock() -> None:
    """Nobody could unlock it."""
    bench = Playbook()
    assert bench.presses(Command.LOCK) == ["NothingToDo"]


def test_a_lock_outlasts_an_order_that_opens_late() -> None:
    """The order book's answer may come after the lock."""
    bench = Playbook()
    bench.shows_badge("7")
    bench.scans(NUMBER)
    bench.presses(Command.LOCK)
    bench.opens()
    assert bench.job.locked == "asked"


def test_a_pin_is_asked_of_a_badge_that_has_one() -> None:
    """Nothing is signed in before it is right, and a wrong one is recorded."""
    bench = _packing(WITH_PIN)
    assert bench.shows_badge("9") == ["PinAsked"]
    assert bench.job.packer == "p-7"
    assert bench.scans("MUG") == ["ScanRefused"]
    assert bench.says(PinTyped(right=False)) == ["PinGiven"]
    assert bench.says(PinTyped(right=True)) == ["PinGiven", "PackerSignedOut", "PackerSignedIn"]
    assert bench.job.supervisor


def test_the_third_wrong_pin_stops_the_bench() -> None:
    """Each try after it costs a clear and the badge."""
    bench = _packing(WITH_PIN)
    bench.shows_badge("9")
    bench.says(PinTyped(right=False))
    bench.says(PinTyped(right=False))
    assert bench.says(PinTyped(right=False)) == ["PinGiven", "ScanRefused"]
    assert bench.job.stop is not None
    assert bench.job.pin_of == ""
    assert bench.says(PinTyped(right=True)) == ["NothingToDo"]


def test_no_leaves_the_pin() -> None:
    """The packer who was there goes on."""
    bench = _packing(WITH_PIN)
    bench.shows_badge("9")
    assert bench.presses(Command.NO) == ["PinLeft"]
    assert bench.scans("MUG") == ["ItemPacked"]


def test_another_badge_leaves_the_pin() -> None:
    """The supervisor went away; the packer signs in."""
    bench = _packing(WITH_PIN)
    bench.shows_badge("9")
    assert bench.shows_badge("7") == ["PinLeft", "PackerSignedIn"]


LEFT = Pressed(command=Command.LOCK, argument=IDLE, device="clock")


@pytest.mark.parametrize("lock", [LEFT, Pressed(command=Command.LOCK)])
def test_a_lock_leaves_the_pin(lock: Pressed) -> None:
    """Nobody typed it: it is asked no more, and no refusal is counted."""
    bench = _packing(WITH_PIN)
    bench.shows_badge("9")
    assert bench.says(lock) == ["PinLeft", "BenchLocked"]
    assert bench.says(PinTyped(right=True)) == ["NothingToDo"]
    assert bench.shows_badge("7") == ["PackerSignedIn"]


def test_a_stopped_bench_that_is_left_is_not_refused_anything() -> None:
    """It takes nothing but its clear anyway, and stays as it is."""
    bench = _packing()
    bench.scans("6901234567892")
    assert bench.job.stop is not None
    assert bench.says(LEFT) == ["NothingToDo"]
    assert bench.job.stop is not None
    assert bench.presses(Command.LOCK) == ["ScanRefused"]


def test_a_short_pack_waits_for_the_supervisors_pin() -> None:
    """A copied badge lets nothing go: neither scanned nor typed as an answer."""
    bench = _packing(WITH_PIN)
    bench.says(Pressed(command=Command.SHORT, reason="out_of_stock"))
    assert bench.shows_badge("9") == ["PinAsked"]
    assert isinstance(bench.last("PinAsked"), PinAsked)
    assert bench.says(PinTyped(right=True))[:3] == ["PinGiven", "PromptAnswered", "ShortPackAllowed"]
    assert bench.job.packer == "p-7"


def test_signing_out_of_an_open_parcel_is_asked_for_twice() -> None:
    """A code scanned by mistake does nothing; the second within the time does; with nothing open once is enough."""
    bench = _packing()
    assert bench.presses(Command.SIGN_OUT) == ["SecondAsked"]
    assert bench.presses(Command.SIGN_OUT) == ["PackerSignedOut"]
    bench = Playbook()
    bench.shows_badge("7")
    assert bench.presses(Command.SIGN_OUT) == ["PackerSignedOut"]


def test_the_second_time_must_come_soon() -> None:
    """Later it is a first time again."""
    bench = _packing()
    bench.presses(Command.SIGN_OUT)
    assert bench.job.second is not None
    long_ago = replace(bench.job.second, mono_us=bench.job.second.mono_us - TWICE_US - 10_000_000)
    bench.job = replace(bench.job, second=long_ago)
    assert bench.presses(Command.SIGN_OUT) == ["SecondAsked"]
