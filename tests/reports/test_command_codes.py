"""The sheet of command codes: every code that a packer may need, readable by our own reader."""

from __future__ import annotations

from station import codes
from station.packing.inputs import Command
from station.packing.owners import Exceptional, Owner, duty_named
from station.reports.command_codes import command_codes
from station.settings import CartonSettings

CARTON = CartonSettings(code="M", name="中号纸箱 Medium box", tare_g=120)


def test_every_command_is_on_it_once() -> None:
    """Each command but CHOICE, whose answer depends on the question; each with words in both languages."""
    found = [codes.read(fields.texts["code"], device="d") for fields in command_codes((CARTON,), ("zh", "en"))]
    plain = [scan.command for scan in found if scan.command and not scan.argument]
    assert sorted(plain) == sorted(set(Command) - {Command.CHOICE, Command.BOX})
    assert [scan.argument for scan in found if scan.command is Command.BOX] == ["M"]
    for fields in command_codes((CARTON,), ("zh", "en")):
        assert all(fields.texts[name] for name in ("zh", "en", "zh_does", "en_does"))


def test_hold_has_a_code_for_each_owner_and_reason() -> None:
    """Every HOLD code on the sheet means a duty, and every owner and every reason has one."""
    scans = [codes.read(fields.texts["code"], device="d") for fields in command_codes((), ("zh", "en"))]
    duties = [duty_named(scan.argument) for scan in scans if scan.command is Command.HOLD and scan.argument]
    assert None not in duties
    assert {duty.owner for duty in duties if duty} == set(Owner)
    assert {duty.why for duty in duties if duty} == {why.value for why in Exceptional}


def test_no_code_stands_twice() -> None:
    """No two labels of the sheet carry the same code."""
    every = [fields.texts["code"] for fields in command_codes((CARTON,), ("zh", "en"))]
    assert len(every) == len(set(every))
