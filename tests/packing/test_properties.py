from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station.packing import machine
from station.packing.events import (
    Event,
    LabelAllowed,
    LabelRequested,
    LabelSent,
    OrderOpened,
    ParcelSealed,
    ShortPackAllowed,
    StopCleared,
)
from station.packing.inputs import Command, Pressed, Scan
from station.packing.job import Job, LabelState, needed
from station.packing.media import PhotoMoment
from station.packing.model import BroughtUnits, Capture, Witness
from station.packing.rules import PhotoRule, Rules
from tests.packing.conversations import Said, conversations
from tests.packing.playbook import CARD, EAN, MUG, ORDER, RULES, Playbook

MESSAGE = replace(ORDER, buyer_message="Wrap it", gift=True, waybill=None)
SERIALS = replace(ORDER, lines=(replace(MUG, captures=(Capture.SERIAL,)), replace(CARD, weight_mg=None)))
BROUGHT = replace(
    ORDER,
    brought=(
        BroughtUnits(line=0, units=1, code=EAN, witness=Witness.WALL, place="3", by="p-7", at_us=1, serial="S1"),
        BroughtUnits(line=0, units=1, code=EAN, witness=Witness.PARKED, place="B02", by="p-7", at_us=2),
    ),
)
ORDERS = st.sampled_from((ORDER, MESSAGE, SERIALS, BROUGHT))
SPARE = replace(RULES, printers=("p", "spare"))
PICTURED = replace(
    RULES,
    video=("c",),
    photos=(
        PhotoRule(moment=PhotoMoment.OPEN_BOX, camera="c", required=True),
        PhotoRule(moment=PhotoMoment.SEALED_BOX, camera="c", required=True),
        PhotoRule(moment=PhotoMoment.LABEL, camera="d"),
        PhotoRule(moment=PhotoMoment.ASKED, camera="c"),
    ),
)
RULESETS = st.sampled_from(
    (RULES, SPARE, replace(RULES, weigh=False), replace(SPARE, require_sign_in=True), PICTURED, PICTURED)
)
TALKS = ORDERS.flatmap(conversations)
MANY = settings(max_examples=100)


def _started(rules: Rules, opened: bool) -> Playbook:
    bench = Playbook(rules)
    if opened:
        bench.shows_badge("7")
        bench.opens()
    return bench


def _say(bench: Playbook, said: Said) -> Job:
    """Say it and give the job as it was before."""
    before = bench.job
    bench.says(said(before))
    return before


@MANY
@given(talk=TALKS, rules=RULESETS, opened=st.booleans())
def test_no_conversation_packs_more_than_was_ordered(talk: list[Said], rules: Rules, opened: bool) -> None:
    """Whatever is said, no line ever has more units than it needs, nor fewer than none, and nothing raises."""
    bench = _started(rules, opened)
    for said in talk:
        _say(bench, said)
        if bench.job.order is not None:
            for line, units in zip(bench.job.order.lines, bench.job.packed, strict=True):
                assert 0 <= units <= needed(line.kind, line.quantity)


@MANY
@given(talk=TALKS, rules=RULESETS, opened=st.booleans())
def test_replay_makes_the_same_job_at_every_point(talk: list[Said], rules: Rules, opened: bool) -> None:
    """The recorded events alone give the live job, after a restart in the middle too."""
    bench = _started(rules, opened)
    for number, said in enumerate(talk):
        _say(bench, said)
        if number % 20 == 10:
            bench.restarts()
    bench.restarts()


@MANY
@given(talk=TALKS, rules=RULESETS, opened=st.booleans())
def test_every_input_leaves_a_trace(talk: list[Said], rules: Rules, opened: bool) -> None:
    """A dispute asks what the packer was told, so nothing is taken without an event."""
    bench = _started(rules, opened)
    for said in talk:
        _say(bench, said)
        assert bench.events


@MANY
@given(talk=TALKS, rules=RULESETS, opened=st.booleans())
def test_no_label_without_a_verified_parcel(talk: list[Said], rules: Rules, opened: bool) -> None:
    """A first label is allowed only with every unit in, no question open, the weight taken and no stop."""
    bench = _started(rules, opened)
    for said in talk:
        before = _say(bench, said)
        for event in bench.events:
            if isinstance(event, LabelAllowed) and event.copy == 1:
                assert before.counted
                assert not before.prompts
                assert before.stop is None
                assert before.weight_mg is not None or not rules.weigh


@MANY
@given(talk=TALKS, rules=RULESETS, opened=st.booleans())
def test_bytes_leave_only_after_their_request(talk: list[Said], rules: Rules, opened: bool) -> None:
    """Sent follows requested, requested follows allowed, and every job is requested once."""
    bench = _started(rules, opened)
    for said in talk:
        _say(bench, said)
    requested = [event.job for event in bench.history if isinstance(event, LabelRequested)]
    assert len(requested) == len(set(requested))
    _in_order(bench.history)


def _in_order(history: list[Event]) -> None:
    allowed, requested = set(), set()
    for event in history:
        match event:
            case LabelAllowed():
                allowed.add(event.job)
            case LabelRequested():
                assert event.job in allowed
                requested.add(event.job)
            case LabelSent():
                assert event.job in requested
            case _:
                pass


@MANY
@given(talk=TALKS, rules=RULESETS, opened=st.booleans())
def test_sealed_means_complete_or_short_with_a_badge(talk: list[Said], rules: Rules, opened: bool) -> None:
    """A seal without every unit has a supervisor's word before it."""
    bench = _started(rules, opened)
    for said in talk:
        _say(bench, said)
        if any(isinstance(event, ParcelSealed) for event in bench.events):
            since = _since_opened(bench.history)
            assert not bench.job.missing or any(isinstance(event, ShortPackAllowed) for event in since)
            assert bench.job.label is not None
            assert bench.job.label.state is LabelState.CONFIRMED


def _since_opened(history: list[Event]) -> list[Event]:
    last = max(number for number, event in enumerate(history) if isinstance(event, OrderOpened))
    return history[last:]


@MANY
@given(talk=TALKS, rules=RULESETS)
def test_a_stop_ends_with_a_clear_and_with_nothing_else(talk: list[Said], rules: Rules) -> None:
    """From the stop to the clear no unit goes in or out and no label is allowed."""
    bench = _started(rules, opened=True)
    for said in talk:
        before = _say(bench, said)
        if before.stop is None:
            continue
        cleared = any(isinstance(event, StopCleared) for event in bench.events)
        assert cleared == (bench.job.stop is None)
        if not cleared:
            assert (bench.job.units, bench.job.answers) == (before.units, before.answers)
            assert not any(isinstance(event, LabelAllowed | LabelRequested) for event in bench.events)


@MANY
@given(talk=TALKS, opened=st.booleans())
def test_a_clear_always_frees_the_bench(talk: list[Said], opened: bool) -> None:
    """There is no stop that a clear does not end."""
    bench = _started(RULES, opened)
    for said in talk:
        _say(bench, said)
    bench.presses(Command.CLEAR)
    assert bench.job.stop is None


@given(talk=TALKS)
def test_deciding_twice_says_the_same(talk: list[Said]) -> None:
    """``decide`` depends on nothing but what it is given."""
    bench = _started(RULES, opened=True)
    for said in talk:
        input = said(bench.job)
        once = machine.decide(bench.job, input, bench.now, bench.rules)
        assert machine.decide(bench.job, input, bench.now, bench.rules) == once
        bench.says(input)


@pytest.mark.parametrize("command", [command for command in Command if command is not Command.CLEAR])
def test_a_locked_bench_refuses_every_other_command(command: Command) -> None:
    """Each command but the clear is told to clear first, by key and by code alike; only a call for help is heard."""
    bench = _started(RULES, opened=True)
    bench.scans("HAT")
    stop = bench.job.stop
    told = ["HelpCalled"] if command is Command.HELP else ["ScanRefused"]
    assert bench.says(Pressed(command=command, reason="r")) == told
    assert bench.says(Scan(text="x", device="s", command=command)) == told
    assert command is Command.HELP or bench.why() == "must_clear"
    assert bench.job.stop == stop
