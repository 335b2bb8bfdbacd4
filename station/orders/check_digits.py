"""Check digits of waybill numbers: proven, and worked out for a range. Pure.

Rules: S10 is UPU's; DHL's (modulo 7) and FedEx's (weights 3 1 7, modulo 11; GS1's modulo 10 for 15 digits) are those of
public collections of tracking numbers, two of which agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from station.codes import s10_check_digit, s10_ok
from station.packing.model import gtin_check_digit_ok
from station.packing.terms import Check, NumberForm


def proven(number: str, check: Check) -> bool:
    """Whether the number's check digit is right; NONE proves nothing and refuses nothing."""
    if check is Check.S10:
        return s10_ok(number)
    digit = _DIGITS.get(check)
    return digit is None or (number.isdigit() and digit(number[:-1]) == int(number[-1]))


def _dhl(body: str) -> int:
    return int(body) % 7


def _fedex_express(body: str) -> int:
    return sum(int(digit) * weight for digit, weight in zip(body, (3, 1, 7) * 4, strict=False)) % 11 % 10


def _fedex_ground(body: str) -> int:
    return next(digit for digit in range(10) if gtin_check_digit_ok(f"{body}{digit}"))


_DIGITS: Mapping[Check, Callable[[str], int]] = MappingProxyType(
    {Check.DHL: _dhl, Check.FEDEX_EXPRESS: _fedex_express, Check.FEDEX_GROUND: _fedex_ground}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Consecutive numbers: what stands before and after the serial, its first and last, and its width."""

    before: str
    after: str
    first: int
    last: int
    width: int
    check: Check

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __iter__(self) -> Iterator[str]:
        for serial in range(self.first, self.last + 1):
            body = f"{self.before}{serial:0{self.width}d}"
            yield body + _digit_after(body, self.check) + self.after


def _digit_after(body: str, check: Check) -> str:
    if check is Check.NONE:
        return ""
    return str(s10_check_digit(body[2:]) if check is Check.S10 else _DIGITS[check](body))


class RangeFault(ValueError):
    """Why two numbers are no range; the message is for the person who typed them."""


_S10 = re.compile(r"(?P<before>[A-Z]{2})(?P<serial>\d{8})(?P<digit>\d?)(?P<after>[A-Z]{2})")
_PLAIN = re.compile(r"(?P<before>.*?)(?P<serial>\d{1,18})(?P<digit>)(?P<after>[A-Z]*)")


def range_of(first: str, last: str, forms: tuple[NumberForm, ...]) -> Range:
    """All numbers from ``first`` to ``last``, both counted in; a check digit may be left out of both.

    Raises:
        RangeFault: they do not belong together, run backwards, or are not of the service.
    """
    check = _check_of(first, forms)
    begin, end = _parts(first, check), _parts(last, check)
    for number, parts in ((first, begin), (last, end)):
        if check is not Check.NONE and parts["digit"] and not proven(number, check):
            raise RangeFault(f"the check digit of {number} is wrong")
    alike = (begin["before"], begin["after"], len(begin["serial"])) == (end["before"], end["after"], len(end["serial"]))
    if not alike:
        raise RangeFault("the two numbers differ in more than their serial digits")
    found = Range(
        before=begin["before"],
        after=begin["after"],
        first=int(begin["serial"]),
        last=int(end["serial"]),
        width=len(begin["serial"]),
        check=check,
    )
    if found.last < found.first:
        raise RangeFault("the second number is before the first")
    return found


def _check_of(number: str, forms: tuple[NumberForm, ...]) -> Check:
    """The check of the form that the number has, its check digit counted in or left out."""
    for form in forms:
        if re.fullmatch(form.pattern, number) or (form.check is Check.S10 and _without_digit(number, form)):
            return form.check
    if forms:
        raise RangeFault(f"{number} does not look like a number of the service")
    return Check.NONE


def _without_digit(number: str, form: NumberForm) -> bool:
    match = _S10.fullmatch(number)
    return bool(match and not match["digit"] and re.fullmatch(form.pattern, f"{number[:10]}0{number[10:]}"))


def _parts(number: str, check: Check) -> Mapping[str, str]:
    match = (_S10 if check is Check.S10 else _PLAIN).fullmatch(number)
    if match is None:
        raise RangeFault(f"{number} has no serial digits to count")
    if check in _DIGITS:
        return match.groupdict() | {"serial": match["serial"][:-1], "digit": match["serial"][-1]}
    return match.groupdict()
