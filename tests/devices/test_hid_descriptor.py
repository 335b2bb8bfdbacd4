"""Report descriptors: which bits carry which usage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from station.devices.hid_descriptor import Field, parse, usage
from station.devices.virtual.scanner import DESCRIPTOR

KEYBOARD = bytes.fromhex(
    "05010906a1010507 19e029e71500250175019508810295017508810395057501050819012905910295017503910395067508"
    "15002565050719002965 8100c0".replace(" ", "")
)
"""The boot keyboard of HID 1.11, appendix E.6."""


def test_a_scanner() -> None:
    """A POS scanner's report 2 is 63 bytes after its id, its application on page 8Ch."""
    found = parse(DESCRIPTOR)
    assert found.applications == (usage(0x8C, 2),)
    assert (found.has_ids, found.bits) == (True, {2: 63 * 8})
    assert [(one.at_bit, one.bits, one.count) for one in found.fields] == [
        (0, 8, 1),
        (8, 8, 3),
        (32, 8, 56),
        (496, 1, 1),
    ]


def test_a_keyboard() -> None:
    """Ranges of usages, arrays and outputs: eight modifiers, six keys, no id; lamps count for nothing."""
    found = parse(KEYBOARD)
    assert (found.has_ids, found.bits) == (False, {0: 64})
    modifiers, keys = found.fields
    assert modifiers.usages == tuple(usage(7, number) for number in range(0xE0, 0xE8))
    assert (keys.is_variable, keys.at_bit, keys.count) == (False, 16, 6)
    assert found.parted(b"\x02\0\x04") == (0, b"\x02\0\x04\0\0\0\0\0")


def test_pushed_and_popped() -> None:
    """Global items come back as they were when they were pushed."""
    found = parse(bytes.fromhex("058c0902a1017508950109fea4750195088102b409fe8102c0"))
    assert [(one.bits, one.count) for one in found.fields] == [(1, 8), (8, 1)]


def test_a_signed_value() -> None:
    """A logical minimum below zero makes the value signed; a value may lie across bytes."""
    field = Field(report_id=0, at_bit=4, bits=12, count=1, usages=(), within=(), is_variable=True, logical_min=-2048)
    assert field.value(bytes.fromhex("f0ff")) == -1
    assert field.value(bytes.fromhex("0001")) == 16


def test_a_long_item() -> None:
    """A long item, which nothing defines, is stepped over."""
    assert parse(b"\xfe\x02\x00ab" + DESCRIPTOR) == parse(DESCRIPTOR)


@given(st.binary(max_size=300))
def test_noise(noise: bytes) -> None:
    """A descriptor of noise gives fields that lie inside their reports, or none; nothing is raised."""
    found = parse(noise)
    for one in found.fields:
        assert one.at_bit + one.bits * one.count <= found.bits[one.report_id]


@given(st.integers(0, len(DESCRIPTOR)), st.binary(max_size=70))
def test_reports_of_a_cut_descriptor(end: int, report: bytes) -> None:
    """Whatever is left of a descriptor, every report can be looked at."""
    found = parse(DESCRIPTOR[:end])
    parted = found.parted(report)
    if parted is None:
        return
    for one in found.fields_of(parted[0]):
        assert all(0 <= one.value(parted[1], index) < 1 << one.bits for index in range(one.count))


def test_a_report_beyond_all_limits() -> None:
    """A field that would make the longest report longer is left out."""
    found = parse(bytes.fromhex("058c0902a10109fe7508 96ffff 8102 9504 8102 c0".replace(" ", "")))
    assert found.bits == {0: 32}
