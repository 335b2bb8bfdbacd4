"""Reading a HID report descriptor: which bits of which input report carry which usage. Pure; never raises on noise.

Source: Device Class Definition for HID 1.11, section 6.2.2. Output and feature reports are left out: nothing here
ever writes to a device.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

REPORT_BITS_MAX: Final = 8 * 4_096
_DEPTH_MAX: Final = 32  # collections in one another, and pushed states
_USAGES_MAX: Final = 4_096

_MAIN, _GLOBAL, _LOCAL = 0, 1, 2
_INPUT, _COLLECTION, _END_COLLECTION = 0x8, 0xA, 0xC
_CONSTANT, _VARIABLE = 0x01, 0x02
_APPLICATION: Final = 1


def usage(page: int, number: int) -> int:
    """A usage with its page, as fields carry it."""
    return page << 16 | number


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One item of an input report: ``count`` values of ``bits`` bits each."""

    report_id: int  # 0 where reports have none
    at_bit: int  # after the report id
    bits: int
    count: int
    usages: tuple[int, ...]
    within: tuple[int, ...]  # usages of the collections around it, the outermost first
    is_variable: bool  # else each value is an index into ``usages``, ``logical_min`` standing for the first
    logical_min: int = 0
    exponent: int = 0

    def usage_of(self, index: int) -> int | None:
        """The last usage stands for all values that have none of their own."""
        return self.usages[min(index, len(self.usages) - 1)] if self.usages else None

    def value(self, payload: bytes, index: int = 0) -> int:
        """Of a report without its id; signed where the descriptor says so. The report is long enough."""
        assert index < self.count
        whole = int.from_bytes(payload, "little") >> (self.at_bit + index * self.bits) & ((1 << self.bits) - 1)
        is_negative = self.logical_min < 0 and self.bits and whole >> (self.bits - 1)
        return whole - (1 << self.bits) if is_negative else whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor:
    applications: tuple[int, ...]  # usages of the top collections
    has_ids: bool
    fields: tuple[Field, ...]
    bits: dict[int, int]  # length of each input report by its id, without the id

    def speaks(self, page: int) -> bool:
        return any(application >> 16 == page for application in self.applications)

    def fields_of(self, report_id: int) -> tuple[Field, ...]:
        return tuple(one for one in self.fields if one.report_id == report_id)

    def parted(self, report: bytes) -> tuple[int, bytes] | None:
        """A report's id and the rest, padded to its whole length; None for an id that the descriptor lacks.

        A short report is what some devices send when the rest is zeros.
        """
        report_id, payload = (report[0], report[1:]) if self.has_ids and report else (0, report)
        if report_id not in self.bits or not report:
            return None
        return report_id, payload.ljust((self.bits[report_id] + 7) // 8, b"\0")


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """The global items, which hold until changed."""

    page: int = 0
    logical_min: int = 0
    exponent: int = 0
    bits: int = 0
    count: int = 0
    report_id: int = 0


@dataclass(slots=True)
class _Reading:
    state: _State = field(default_factory=_State)
    pushed: list[_State] = field(default_factory=list)
    usages: list[int] = field(default_factory=list)
    first_usage: int | None = None
    within: list[int] = field(default_factory=list)
    applications: list[int] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    bits: dict[int, int] = field(default_factory=dict)
    has_ids: bool = False

    def take(self, kind: int, tag: int, data: bytes) -> None:
        if kind == _GLOBAL:
            self._global(tag, data)
        elif kind == _LOCAL:
            self._local(tag, data)
        elif kind == _MAIN:
            self._main(tag, int.from_bytes(data, "little"))
            self.usages.clear()
            self.first_usage = None

    def _global(self, tag: int, data: bytes) -> None:
        plain, signed = int.from_bytes(data, "little"), int.from_bytes(data, "little", signed=True)
        match tag:
            case 0x0:
                self.state = replace(self.state, page=plain & 0xFFFF)
            case 0x1:
                self.state = replace(self.state, logical_min=signed)
            case 0x5:
                self.state = replace(self.state, exponent=plain - 16 if 7 < plain < 16 else signed)
            case 0x7:
                self.state = replace(self.state, bits=min(plain, REPORT_BITS_MAX))
            case 0x8:
                self.state = replace(self.state, report_id=plain & 0xFF)
                self.has_ids = True
            case 0x9:
                self.state = replace(self.state, count=min(plain, REPORT_BITS_MAX))
            case 0xA if len(self.pushed) < _DEPTH_MAX:
                self.pushed.append(self.state)
            case 0xB if self.pushed:
                self.state = self.pushed.pop()
            case _:
                pass

    def _local(self, tag: int, data: bytes) -> None:
        number = int.from_bytes(data, "little")
        whole = number if len(data) == 4 else usage(self.state.page, number)
        if tag == 0x0 and len(self.usages) < _USAGES_MAX:
            self.usages.append(whole)
        elif tag == 0x1:
            self.first_usage = whole
        elif tag == 0x2 and self.first_usage is not None:
            room = _USAGES_MAX - len(self.usages)
            self.usages += list(range(self.first_usage, whole + 1)[:room])
            self.first_usage = None

    def _main(self, tag: int, flags: int) -> None:
        if tag == _COLLECTION and len(self.within) < _DEPTH_MAX:
            self.within.append(self.usages[0] if self.usages else 0)
            if flags == _APPLICATION and len(self.within) == 1:
                self.applications.append(self.within[0])
        elif tag == _END_COLLECTION and self.within:
            self.within.pop()
        elif tag == _INPUT:
            self._input(flags)

    def _input(self, flags: int) -> None:
        state = self.state
        at_bit = self.bits.get(state.report_id, 0)
        if at_bit + state.bits * state.count > REPORT_BITS_MAX:
            return
        self.bits[state.report_id] = at_bit + state.bits * state.count
        if flags & _CONSTANT or not state.bits or not state.count:
            return
        self.fields.append(
            Field(
                report_id=state.report_id,
                at_bit=at_bit,
                bits=state.bits,
                count=state.count,
                usages=tuple(self.usages),
                within=tuple(self.within),
                is_variable=bool(flags & _VARIABLE),
                logical_min=state.logical_min,
                exponent=state.exponent,
            )
        )


def parse(data: bytes) -> Descriptor:
    """What is readable of a descriptor; a cut or foreign one gives few fields or none."""
    reading = _Reading()
    for kind, tag, payload in _items(data):
        reading.take(kind, tag, payload)
    return Descriptor(
        applications=tuple(reading.applications),
        has_ids=reading.has_ids,
        fields=tuple(reading.fields),
        bits=reading.bits,
    )


def _items(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at < len(data):
        prefix = data[at]
        if prefix == 0xFE:  # a long item; none is defined
            at += 3 + (data[at + 1] if at + 1 < len(data) else 0)
            continue
        size = (0, 1, 2, 4)[prefix & 3]
        payload = data[at + 1 : at + 1 + size]
        if len(payload) == size:
            yield prefix >> 2 & 3, prefix >> 4, payload
        at += 1 + size
