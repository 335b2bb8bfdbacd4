"""``devices list`` and ``devices test``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.cli import main
from station.devices.virtual.firmware import PrinterFault
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.printer import VirtualPrinter
from station.devices.virtual.scale import VirtualScale
from station.home import Home

DEVICE = '[[device]]\nname = "{name}"\nkind = "{kind}"\nlink = "{link}"\nspeaks = "{speaks}"\n'


@pytest.fixture
def printer() -> Iterator[VirtualPrinter]:
    made = VirtualPrinter(TcpOutlet())
    yield made
    made.close()


@pytest.fixture
def bench(home: Home, printer: VirtualPrinter, qtbot: QtBot) -> Iterator[list[str]]:
    """The options of a bench with a scale and a printer."""
    scale = VirtualScale(TcpOutlet())
    home.root.mkdir()
    home.settings_file.write_text(
        DEVICE.format(name="scale", kind="scale", link=scale.outlet.address, speaks="mt-sics")
        + DEVICE.format(name="printer", kind="printer", link=printer.outlet.address, speaks="zpl")
    )
    yield ["--home", str(home.root), "--json", "devices"]
    scale.close()


def test_list(bench: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The list names the bench's devices and every dialect that can be set."""
    assert main([*bench, "list"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [device["name"] for device in told["devices"]] == ["scale", "printer"]
    assert "mt-sics" in told["speaks"]["scale"]


def test_all_answer(bench: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Devices that answer are ok, exit code 0."""
    assert main([*bench, "test"]) == 0
    assert [device["word"] for device in json.loads(capsys.readouterr().out)["devices"]] == ["ready", "ready"]


def test_one_does_not(bench: list[str], printer: VirtualPrinter, capsys: pytest.CaptureFixture[str]) -> None:
    """A printer without paper is told by its word, exit code 4; the others are tested all the same."""
    printer.strike(PrinterFault.PAPER_OUT)
    assert main([*bench, "test", "--wait", "0.5"]) == 4
    told = json.loads(capsys.readouterr().out)["devices"]
    assert [(device["ok"], device["word"]) for device in told] == [(True, "ready"), (False, "paper_out")]


def test_why_there_is_no_weight(home: Home, bench: list[str], capsys: pytest.CaptureFixture[str], qtbot: QtBot) -> None:
    """A scale of another protocol is told with the likely cause in a sentence."""
    other = VirtualScale(TcpOutlet(), speaks="yingzhan")
    home.settings_file.write_text(
        DEVICE.format(name="scale", kind="scale", link=other.outlet.address, speaks="mt-sics")
    )
    assert main([*bench, "test", "--wait", "3"]) == 4
    (told,) = json.loads(capsys.readouterr().out)["devices"]
    assert (told["word"], "yingzhan" in told["cause"]) == ("other_protocol", True)
    other.close()


def test_unknown_name(bench: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is not in bench.toml is refused, exit code 2."""
    assert main([*bench, "test", "camera"]) == 2
    assert "no device is called 'camera'" in capsys.readouterr().err


def test_no_devices(tmp_path: Path, capsys: pytest.CaptureFixture[str], qtbot: QtBot) -> None:
    """A bench without devices says so and is not at fault."""
    assert main(["--home", str(tmp_path), "devices", "test"]) == 0
    assert "no device" in capsys.readouterr().err
