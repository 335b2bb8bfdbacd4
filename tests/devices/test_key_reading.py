"""Scanners that type: keys into codes by the scanner's own keyboard, and scans with a key missing that never count."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.dialect import BadScan, RawScan
from station.devices.key_layout import DE, FR, GB, US, Layout
from station.devices.key_lines import LOST, EventReader, event, key_line
from station.devices.key_reading import KeyDialect
from station.devices.key_typing import typed
from station.packing.inputs import ScanFault

TRACE = json.loads((Path(__file__).parents[1] / "vectors" / "scanner" / "evdev_trace.json").read_text("utf-8"))
CODES = {"LEFTSHIFT": 42, "S": 31, "C": 46, "MINUS": 12, "ENTER": 28, "0": 11} | {str(n): n + 1 for n in range(1, 10)}
ENTER = 28
EV_SYN, EV_KEY, SYN_DROPPED = 0, 1, 3
LEFT_ALT, LEFT_CTRL, LEFT_SHIFT, CAPS_LOCK, LEFT_META = 56, 29, 42, 58, 125
KEYPAD = dict(zip("7894561230", (71, 72, 73, 75, 76, 77, 79, 80, 81, 82), strict=True))
TYPED = sorted({*US.plain.values(), *US.shifted.values(), "\x1d"})


def _read(*lines: bytes, layout: Layout = US, suffix: bytes = b"\r", prefix: bytes = b"") -> list[RawScan | BadScan]:
    return KeyDialect(layout, suffix=suffix, prefix=prefix).feed(b"".join(lines))


def _tap(code: int, *held: int) -> bytes:
    down = b"".join(key_line(one, is_pressed=True, at_ms=0) for one in (*held, code))
    return down + b"".join(key_line(one, is_pressed=False, at_ms=0) for one in (code, *held))


def _alt(digits: str) -> bytes:
    """One character by its number, as scanners type it to be free of layouts."""
    return _hold(LEFT_ALT, *(KEYPAD[digit] for digit in digits))


def _hold(held: int, *codes: int) -> bytes:
    inside = b"".join(_tap(code) for code in codes)
    return key_line(held, is_pressed=True, at_ms=0) + inside + key_line(held, is_pressed=False, at_ms=0)


def _events(names: list[str], *, dropped: bool) -> bytes:
    """The trace as the kernel writes it. Its names are key downs; Shift is let go after the letter."""
    out = event(EV_SYN, SYN_DROPPED, 0, at_ms=0) + event(EV_SYN, 0, 0, at_ms=0) if dropped else b""
    held = False
    for at_ms, name in enumerate(names):
        out += event(EV_KEY, CODES[name], 1, at_ms=at_ms)
        if held:
            out += event(EV_KEY, CODES[name], 0, at_ms=at_ms) + event(EV_KEY, LEFT_SHIFT, 0, at_ms=at_ms)
        held = name == "LEFTSHIFT"
    return out


def test_a_tail_long_after_the_loss() -> None:
    """Keys lost while the machine stood still: what is left of the last code is no code, however late it was typed."""
    read = _read(typed("HELD-UP-001\rHEL"), LOST, typed("P-199\rSO-1\r", at_ms=5_000))
    assert isinstance(read[1], BadScan)
    assert [read[0], *read[2:]] == [RawScan(text="HELD-UP-001"), RawScan(text="SO-1")]


def test_a_drained_trace() -> None:
    """A scan captured from a kernel, read in time, is the code that was scanned."""
    lines = EventReader().feed(_events(TRACE["drained"], dropped=False))
    assert _read(lines) == [RawScan(text="SSCC-001234")]


def test_an_overflowed_trace() -> None:
    """The same scan read late has lost its beginning: what is left of it is refused, though it looks like a code."""
    lines = EventReader().feed(_events(TRACE["not_drained_for_the_whole_scan"], dropped=True))
    (bad,) = _read(lines)
    assert isinstance(bad, BadScan)
    assert (bad.fault, bad.text) == (ScanFault.INCOMPLETE, "�234")


@given(st.binary(max_size=100), st.lists(st.integers(1, 60), max_size=6))
def test_events_cut_anywhere(noise: bytes, cuts: list[int]) -> None:
    """Events cut at any byte are the same lines; a stream of noise never raises."""
    whole = _events(TRACE["drained"], dropped=False)
    reader, at, lines = EventReader(), 0, b""
    for cut in cuts:
        lines += reader.feed(whole[at : at + cut])
        at += cut
    assert lines + reader.feed(whole[at:]) == EventReader().feed(whole)
    EventReader().feed(noise)


def test_what_the_kernel_adds() -> None:
    """Repeats of a held key, lamps and what stands between an overflow and its end are no keys."""
    a = 30
    events = (
        event(EV_KEY, a, 1, at_ms=1) + event(EV_KEY, a, 2, at_ms=2) + event(17, 1, 1, at_ms=2)
        + event(EV_SYN, SYN_DROPPED, 0, at_ms=3) + event(EV_KEY, a, 1, at_ms=3) + event(EV_SYN, 0, 0, at_ms=3)
        + event(EV_KEY, a, 0, at_ms=4)
    )  # fmt: skip
    assert EventReader().feed(events) == b"K 30 1 1\n" + LOST + b"K 30 0 4\n"


@pytest.mark.parametrize("layout", [US, GB, DE, FR], ids=["us", "gb", "de", "fr"])
@given(data=st.data())
def test_every_character(layout: Layout, data: st.DataObject) -> None:
    """What a scanner types on its own country's keyboard is what was scanned, GS and AltGr characters included."""
    can_type = {*layout.plain.values(), *layout.shifted.values(), *layout.alt_gr.values(), "\x1d"} - layout.dead
    text = data.draw(st.text(st.sampled_from(sorted(can_type - {" "})), min_size=1, max_size=80))
    (scan,) = _read(typed(f"X{text}\r", layout), layout=layout)
    assert scan == RawScan(text=f"X{text}")


def test_two_in_a_row() -> None:
    """Two scans without a pause are two codes."""
    assert _read(typed("SO-1\rSO-2\r")) == [RawScan(text="SO-1"), RawScan(text="SO-2")]


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (_alt("029"), "\x1d"),
        (_alt("29"), "\x1d"),
        (_alt("065") + _alt("0228"), "Aä"),
        (_alt("132"), "ä"),
        (_tap(27, LEFT_CTRL), "\x1d"),
        (_tap(6, LEFT_CTRL), None),
        (_tap(CAPS_LOCK) + _tap(30) + _tap(CAPS_LOCK) + _tap(30), "Aa"),
        (_tap(CAPS_LOCK) + _tap(30, LEFT_SHIFT) + _tap(3, LEFT_SHIFT) + _tap(CAPS_LOCK), "a@"),
        (_tap(69) + _tap(75) + _tap(98) + _tap(113), "4/"),
        (_alt("300"), None),
        (_alt("0129"), None),
        (_alt("999999"), None),
        (_hold(LEFT_ALT, 30), None),
        (_tap(30, LEFT_META), None),
        (_tap(30, LEFT_CTRL), None),
        (_tap(14), None),
        (_tap(105), None),
        (_tap(88), None),
        (_tap(16, 100), None),
    ],
    ids=[
        "alt-029", "alt-29", "alt-latin", "alt-dos", "ctrl-bracket", "ctrl-5", "caps", "caps-and-shift", "keypad",
        "alt-beyond", "alt-nothing", "alt-long", "alt-letter", "meta", "ctrl-letter", "backspace", "arrow", "f12",
        "alt-gr",
    ],
)  # fmt: skip
def test_unusual_keys(keys: bytes, text: str | None) -> None:
    """Ways in which scanners type what has no key; a key that is no character spoils its code and is never left out."""
    (scan,) = _read(typed("X"), keys, typed("Y\r"))
    if text is None:
        assert isinstance(scan, BadScan)
        assert scan.fault is ScanFault.CONTROL_CHARACTERS
    else:
        assert scan == RawScan(text=f"X{text}Y")


def test_dead_keys() -> None:
    """A dead key with a blank, or twice, is its own character; before a letter it would bend it, and is refused."""
    hat, blank, a = 41, 57, 30
    assert _read(typed("X"), _tap(hat) + _tap(blank), typed("1\r"), layout=DE) == [RawScan(text="X^1")]
    assert _read(typed("X"), _tap(hat) * 2, typed("1\r"), layout=DE) == [RawScan(text="X^1")]
    (bad,) = _read(typed("X"), _tap(hat) + _tap(a), typed("Y\r"), layout=DE)
    assert isinstance(bad, BadScan)


def test_suffix_and_prefix() -> None:
    """A scanner set to Tab, or to a prefix, is read as it is programmed; a code without its prefix is refused."""
    assert _read(typed("SO-1\t"), suffix=b"\t") == [RawScan(text="SO-1")]
    assert _read(typed("~SO-1\r"), prefix=b"~") == [RawScan(text="SO-1")]
    assert _read(typed("SO-1\r"), prefix=b"~") == [BadScan(fault=ScanFault.INCOMPLETE, text="SO-1")]
    (bad,) = _read(typed("SO-1\tSO-2\r"))
    assert isinstance(bad, BadScan)


def test_no_suffix() -> None:
    """A code without its Enter is dropped at the pause, and so is a rest that follows it soon."""
    dialect = KeyDialect()
    assert dialect.feed(typed("4006381")) == []
    assert dialect.gap() == [BadScan(fault=ScanFault.INCOMPLETE, text="4006381")]
    assert dialect.feed(typed("333931\r", at_ms=600)) == [BadScan(fault=ScanFault.INCOMPLETE, text="333931")]
    assert dialect.feed(typed("SO-1\r", at_ms=900)) == [RawScan(text="SO-1")]


def test_a_pause_read_late() -> None:
    """Keys that a busy bench reads all at once are parted by their own times: a half, a long pause, a whole code."""
    late = typed("40063") + typed("SO-1\r", at_ms=5_000)
    assert _read(late) == [BadScan(fault=ScanFault.INCOMPLETE, text="40063"), RawScan(text="SO-1")]
    soon = typed("40063") + typed("81333931\r", at_ms=700)
    assert [scan.fault for scan in _read(soon) if isinstance(scan, BadScan)] == [ScanFault.INCOMPLETE] * 2


def test_lost_enter() -> None:
    """Two codes that ran together because keys were lost between them are one refusal; the third one counts."""
    got = _read(typed("SO-1"), LOST, typed("SO-2\r"), typed("SO-3\r"))
    assert got == [BadScan(fault=ScanFault.INCOMPLETE, text="SO-1�SO-2"), RawScan(text="SO-3")]


def test_lost_shift() -> None:
    """After lost keys nothing counts as held down: Shift that was let go unseen does not bend the next code."""
    shift = key_line(LEFT_SHIFT, is_pressed=True, at_ms=0)
    got = _read(shift, typed("A"), shift, LOST, typed("1\r"), typed("a1\r"))
    assert got[-1] == RawScan(text="a1")


def test_garbled_lines() -> None:
    """A damaged line inside a code spoils it; between two codes it is nothing."""
    assert _read(b"nonsense\n", typed("SO-1\r")) == [RawScan(text="SO-1")]
    (bad,) = _read(typed("SO"), b"K 3x 1 0\n", typed("-1\r"))
    assert isinstance(bad, BadScan)


def test_four_kilobytes() -> None:
    """A scan of four kilobytes is refused once, with little of it kept, and the next one counts."""
    got = _read(typed("9" * 4_096 + "\r"), typed("SO-1\r"))
    assert [scan.fault for scan in got if isinstance(scan, BadScan)] == [ScanFault.TOO_LONG]
    assert got[-1] == RawScan(text="SO-1")


@given(
    st.text(st.sampled_from(TYPED), min_size=1, max_size=30),
    st.data(),
)
def test_a_missing_key(text: str, data: st.DataObject) -> None:
    """Wherever the kernel loses keys inside a scan, no code comes out of it."""
    lines = typed(f"{text}\r").splitlines(keepends=True)
    start = data.draw(st.integers(0, len(lines) - 3))
    end = data.draw(st.integers(start + 1, len(lines) - 2))
    got = _read(*lines[:start], LOST, *lines[end:])
    assert all(isinstance(scan, BadScan) for scan in got)


@given(st.lists(st.tuples(st.integers(0, 260), st.booleans(), st.integers(0, 3_000)), max_size=60))
def test_any_keys(keys: list[tuple[int, bool, int]]) -> None:
    """Any keys in any order raise nothing."""
    _read(*(key_line(code, is_pressed=is_pressed, at_ms=at_ms) for code, is_pressed, at_ms in keys))
