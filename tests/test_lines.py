"""Lines of the windowless bench: what each form means, and that anything else is refused in words."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.lines import LINE_BYTES_MAX, NotALineError, understand
from station.packing.inputs import Answered, Command, PinTyped, Pressed, Reading, Scan, ScanFault
from station.packing.questions import Prompt, PromptKind

QUESTION = Prompt(id="service", kind=PromptKind.YES_NO, zh="改发？", en="Ship by another?", choices=("yes", "no"))


def _weighed(text: str) -> int | None:
    reading = understand(json.dumps({"weight": text}).encode(), ())
    assert isinstance(reading, Reading)
    assert reading.stable
    return reading.weight_mg


@pytest.mark.parametrize(
    ("text", "weight_mg"),
    [
        ("1284 g", 1_284_000), ("1.284kg", 1_284_000), ("1284000 mg", 1_284_000), ("-0.5 g", -500), (" 3 g ", 3_000),
        ("1 lb", 453_592), ("1 oz", 28_350), ("0.0005 g", 0), ("0.0015 g", 2), ("+7 g", 7_000),
    ],
)  # fmt: skip
def test_weight_in_milligrams(text: str, weight_mg: int) -> None:
    """Every unit becomes whole milligrams, halves to the even one."""
    assert _weighed(text) == weight_mg


@pytest.mark.parametrize("line", [b"4006381333931", b"4006381333931\r", b'{"scan": "4006381333931"}\n'])
def test_scan_as_text_or_object(line: bytes) -> None:
    """A bare line and a scan object are the same scan."""
    scan = understand(line, ())
    assert isinstance(scan, Scan)
    assert (scan.text, scan.gtin, scan.guard_ms) == ("4006381333931", "04006381333931", 0)


def test_who_puts_it_right() -> None:
    """A hold names its owner, as the code's argument does; no other press does."""
    pressed = understand(b'{"press": "hold", "owner": "purchasing", "reason": "damaged"}', ())
    assert pressed == Pressed(command=Command.HOLD, reason="damaged", argument="purchasing", device="stdin")
    for line in (
        b'{"press": "short", "owner": "purchasing"}',
        b'{"press": "hold", "owner": "finance"}',
        b'{"press": "hold", "owner": "service", "argument": "DAMAGED"}',
    ):
        with pytest.raises(NotALineError, match="owner goes with hold"):
            understand(line, ())


def test_press() -> None:
    """A press carries its reason and its argument."""
    pressed = understand(b'{"press": "short", "reason": "broken", "argument": "M"}', ())
    assert pressed == Pressed(command=Command.SHORT, reason="broken", argument="M", device="stdin")


@pytest.mark.parametrize(("value", "meant"), [("yes", "yes"), (True, "yes"), (False, "no")])
def test_answer(value: object, meant: str) -> None:
    """True is the first choice of the open prompt and false its last."""
    line = json.dumps({"answer": {"prompt": "service", "value": value}}).encode()
    assert understand(line, (QUESTION,)) == Answered(prompt="service", value=meant, device="stdin")


def test_answer_to_nothing() -> None:
    """An answer to a prompt that is not open is still an answer; the bench says that it came late."""
    answered = understand(b'{"answer": {"prompt": "gone", "value": true}}', (QUESTION,))
    assert answered == Answered(prompt="gone", value="yes", device="stdin")


@pytest.mark.parametrize("line", [b"[1]", b'"x"', b"null"])
def test_only_objects_are_json(line: bytes) -> None:
    """What does not begin like an object is a scan, whatever JSON it may be."""
    assert isinstance(understand(line, ()), Scan)


def test_longest_line() -> None:
    """A line of the limit is read, one byte more is refused."""
    scan = understand(b"x" * LINE_BYTES_MAX, ())
    assert isinstance(scan, Scan)
    assert scan.fault is ScanFault.TOO_LONG
    with pytest.raises(NotALineError, match="longer than 65536 bytes"):
        understand(b"x" * (LINE_BYTES_MAX + 1), ())


@given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode) | st.text().map(lambda t: b"{" + t.encode()))
def test_any_bytes_are_understood_or_refused(line: bytes) -> None:
    """Whatever bytes come, they are an input or refused; nothing else is ever raised."""
    with suppress(NotALineError):
        understand(line, (QUESTION,))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner), max_leaves=5
)


@given(st.dictionaries(st.sampled_from(["scan", "weight", "stable", "answer", "press", "reason", "x"]), _JSON))
def test_any_object_is_understood_or_refused(value: dict[str, object]) -> None:
    """Whatever the keys of an object hold, it is an input or refused."""
    with suppress(NotALineError):
        understand(json.dumps(value).encode(), (QUESTION,))


@pytest.mark.parametrize(
    "line",
    [
        rb'{"press": "short", "reason": "\ud800"}',
        rb'{"press": "box", "argument": "\ud800"}',
        rb'{"answer": {"prompt": "\ud800", "value": "yes"}}',
        rb'{"answer": {"prompt": "service", "value": "\ud800"}}',
    ],
)
def test_half_a_character_is_no_text(line: bytes) -> None:
    """Half a character that JSON can spell is refused, since no prompt could be written out with it."""
    with pytest.raises(NotALineError, match="half a character"):
        understand(line, ())


def test_a_pin_is_compared_and_goes_no_further() -> None:
    """The input says whether it was right; the digits are in no part of it. Without a comparer none is right."""
    assert understand(b'{"pin": "4711"}', (), lambda pin: pin == "4711") == PinTyped(right=True, device="stdin")
    assert understand(b'{"pin": "4712"}', (), lambda pin: pin == "4711") == PinTyped(right=False, device="stdin")
    assert understand(b'{"pin": "4711"}', ()) == PinTyped(right=False, device="stdin")
