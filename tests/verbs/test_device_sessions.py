"""``devices record`` and ``devices replay``, and what ``devices list`` tells of what is plugged in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from station.cli import main
from station.devices import plugged
from station.devices.address import PluggedAs
from station.devices.tally import FILE, Tally, keep
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.scanner import VirtualScanner
from station.home import Home

SETTINGS = '[[device]]\nname = "scanner"\nkind = "scanner"\nlink = "{link}"\n'


@pytest.fixture
def virtual() -> Iterator[VirtualScanner]:
    made = VirtualScanner(TcpOutlet())
    yield made
    made.close()


@pytest.fixture
def bench(home: Home, virtual: VirtualScanner, qtbot: QtBot) -> list[str]:
    home.root.mkdir()
    home.settings_file.write_text(SETTINGS.format(link=virtual.outlet.address))
    return ["--home", str(home.root), "--json", "devices"]


def test_record_and_replay(
    bench: list[str], virtual: VirtualScanner, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a scanner sends is written with its times, warned of as personal, and replays as it was heard."""
    file = tmp_path / "session.jsonl"
    QTimer.singleShot(300, lambda: virtual.scan("SO-1"))
    assert main([*bench, "record", "scanner", "-o", str(file), "--seconds", "1.5"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["understood"] == 1
    assert "holds every code" in said.err
    assert "SO-1" not in said.err
    first, *lines = map(json.loads, file.read_text("utf-8").splitlines())
    assert (first["kind"], first["session"]) == ("scanner", 1)
    assert {"hex": b"SO-1\r".hex()}.items() <= next(line for line in lines if "hex" in line).items()
    assert main([*bench, "replay", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["said"] == [{"scan": "SO-1", "aim": "", "fault": None}]


def test_replay_differs(bench: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A recording that this version understands otherwise ends with 1 and names the first difference."""
    file = tmp_path / "session.jsonl"
    about = {"name": "s", "kind": "scanner", "link": "tcp:h:1"}
    file.write_text(json.dumps(about) + '\n{"at_ms": 0, "hex": "534f2d310d"}\n')
    assert main([*bench, "replay", str(file)]) == 1
    assert 'differs at 1: recorded null, now {"scan": "SO-1"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["record", "camera", "-o", "x"], "no device is called 'camera'"),
        (["record", "scanner", "-o", "{tmp}/there"], "already there"),
        (["record", "scanner", "-o", "x", "--seconds", "0"], "--seconds"),
        (["replay", "{tmp}/none"], "cannot be read"),
        (["replay", "{tmp}/there"], "no recorded session: line 1"),
    ],
)
def test_refused(
    bench: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], named: str
) -> None:
    """What cannot be done is refused in a sentence, exit code 2, and nothing is overwritten."""
    (tmp_path / "there").write_text("{")
    assert main([*bench, *(argument.replace("{tmp}", str(tmp_path)) for argument in arguments)]) == 2
    assert named in capsys.readouterr().err
    assert (tmp_path / "there").read_text() == "{"


def test_identities(
    bench: list[str], home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list shows scanners by what they are, ready to be copied, and the counts of the last run."""
    node = plugged.Node(
        path="/dev/input/event4", usb=PluggedAs(vendor=0x0C2E, product=0x0B61), name="Scanner", place="usb-1"
    )
    monkeypatch.setattr(plugged, "keyboard_nodes", lambda: [node])
    tally = Tally(good=3)
    tally.took(1_500)
    keep({"scanner": tally}, home.logs)
    assert main([*bench, "list"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert "evdev:0c2e:0b61" in [port["identity"] for port in told["ports"]]
    assert told["counts"]["scanner"] == {"good": 3, "refused": {}, "lost": {}, "mean_us": 500, "slowest_us": 1500}
    assert main([*bench[:2], "devices", "list"]) == 0
    assert "evdev:0c2e:0b61" in capsys.readouterr().out


def test_counts_that_do_not_read(bench: list[str], home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """A damaged file of counts is none; a folder that cannot be made costs nothing but them."""
    home.logs.mkdir()
    (home.logs / FILE).write_text("[")
    assert main([*bench, "list"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"] == {}
    keep({}, home.settings_file / "logs")
