"""Virtual devices as programs of their own: their address, what they obey, and an orderly end."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QProcess
from pytestqt.qtbot import QtBot

from station.cli import main
from station.device_settings import DeviceSettings
from station.devices.device import Device, build
from station.devices.printer import Printer
from station.devices.printers import zpl
from station.packing.inputs import DeviceKind, LinkReport, PrinterReport, PrintState, Reading, Scan
from station.packing.model import JobId
from station.registry import find
from tests.devices.doubles import Ear, RunningClock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends its programs by a signal")
START_MS = 20_000
Start = Callable[..., tuple[QProcess, str]]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Starts ``virtual …`` and gives the process and its address; all of them must end well when told to."""
    processes: list[QProcess] = []

    def started(*words: str) -> tuple[QProcess, str]:
        process = QProcess()
        processes.append(process)
        process.start(sys.executable, ["-m", "station", "virtual", *words, "--json"])
        qtbot.waitUntil(process.canReadLine, timeout=START_MS)
        return process, json.loads(bytes(process.readLine().data()))["link"]

    yield started
    for process in processes:
        _end(process)
        assert (process.exitStatus(), process.exitCode()) == (QProcess.ExitStatus.NormalExit, 0)


def _open(link: str, kind: Any, speaks: str = "") -> tuple[Device, Ear]:
    device = build(DeviceSettings(name=kind, kind=kind, link=link, speaks=speaks), RunningClock())
    ear = Ear()
    device.said.connect(ear.hear)
    device.open()
    return device, ear


def _end(process: QProcess) -> None:
    process.terminate()
    assert process.state() is QProcess.ProcessState.NotRunning or process.waitForFinished(START_MS)


def _tell(process: QProcess, line: str) -> None:
    process.write(QByteArray(f"{line}\n".encode()))


def test_scanner(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    """Each line given to the virtual scanner arrives as one scan, and its port is gone when it ends."""
    process, link = start("scanner", "--pty", str(tmp_path / "port"))
    device, ear = _open(link, "scanner")
    with closing(device):
        ear.wait_for(qtbot, LinkReport(device="scanner", kind=DeviceKind.SCANNER, up=True, word="ready"))
        _tell(process, "订单SO-1")
        qtbot.waitUntil(lambda: any(isinstance(said, Scan) and said.text == "订单SO-1" for said in ear.heard))
    _end(process)
    assert not (tmp_path / "port").is_symlink()


def test_scale(start: Start, qtbot: QtBot) -> None:
    """The virtual scale weighs what it is told; a line that is no weight changes nothing and is named."""
    process, link = start("scale", "--port", "0")
    device, ear = _open(link, "scale", "mt-sics")
    with closing(device):
        ear.wait_for(qtbot, Reading(weight_mg=0, stable=True, device="scale"))
        _tell(process, "heavy")
        qtbot.waitUntil(lambda: b"'heavy' is neither" in bytes(process.readAllStandardError().data()))
        _tell(process, "1284 g")
        ear.wait_for(qtbot, Reading(weight_mg=1_284_000, stable=True, device="scale"))


def test_printer(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    """The virtual printer runs out of paper at the label it was told, and prints it once when mended."""
    process, link = start(
        "printer", "--port", "0", "--out", str(tmp_path / "out"), "--fault", "1:paper_out", "--label-ms", "20"
    )
    device, ear = _open(link, "printer", "zpl")
    assert isinstance(device, Printer)
    with closing(device):
        device.send("J1", zpl.encode(b"\xf0" * 64, 64, 8))
        paper_out = LinkReport(device="printer", kind=DeviceKind.PRINTER, up=True, word="paper_out")
        ear.wait_for(qtbot, paper_out, timeout_ms=START_MS)
        _tell(process, "mend")
        ear.wait_for(qtbot, PrinterReport(job=JobId("J1"), state=PrintState.PRINTED), timeout_ms=START_MS)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["label-0001.png"]


@pytest.mark.parametrize("speaks", ["escpos", "tspl", "epl"])
def test_every_language(start: Start, qtbot: QtBot, tmp_path: Path, speaks: str) -> None:
    """A virtual printer of each language, on a serial port, prints what its driver sends."""
    process, link = start(
        "printer",
        "--pty",
        str(tmp_path / "port"),
        "--speaks",
        speaks,
        "--out",
        str(tmp_path / "out"),
        "--label-ms",
        "20",
    )
    device, ear = _open(link, "printer", speaks)
    assert isinstance(device, Printer)
    with closing(device):
        device.send("J1", find("printer", speaks).encode(b"\xf0" * 64, 64, 8))
        ear.wait_for(qtbot, PrinterReport(job=JobId("J1"), state=PrintState.PRINTED), timeout_ms=START_MS)
    _end(process)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["label-0001.png"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["printer", "--port", "0", "--fault", "x"], "does not say at which label"),
        (["printer", "--port", "0", "--fault", "1:fire"], "'fire' is no fault"),
        (["scale", "--port", "70000"], "no TCP port"),
        (["printer", "--port", "0", "--speaks", "dots"], "no virtual printer speaks 'dots'"),
    ],
)
def test_wrong_words(words: list[str], named: str, capsys: pytest.CaptureFixture[str], qtbot: QtBot) -> None:
    """Wrong options are refused in one sentence, exit code 2."""
    assert main(["virtual", *words]) == 2
    assert named in capsys.readouterr().err


def test_a_path_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str], qtbot: QtBot) -> None:
    """A file that stands where the port should be is left alone."""
    (tmp_path / "port").write_text("mine")
    assert main(["virtual", "scanner", "--pty", str(tmp_path / "port")]) == 4
    assert "something else stands" in capsys.readouterr().err
    assert (tmp_path / "port").read_text() == "mine"
