"""Recorded sessions: what was heard then is heard again now, and a file that is none is refused by its line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from station.device_settings import DeviceSettings
from station.devices.device import Scale, build
from station.devices.recorder import Recorder
from station.devices.replay import replayed
from station.devices.scanner import Scanner
from station.devices.session import LINES_MAX, About, Line, NotASession, Session, came, read, written
from station.devices.virtual.outlet import TcpOutlet
from station.devices.virtual.scale import VirtualScale
from station.devices.virtual.scanner import VirtualScanner
from station.packing.inputs import LinkReport
from tests.devices.doubles import Ear, RunningClock

ABOUT = About(name="s", kind="scanner", link="tcp:127.0.0.1:1")


def _record(device: Scanner | Scale, about: About) -> tuple[Recorder, io.BytesIO, Ear]:
    file, ear = io.BytesIO(), Ear()
    recorder = Recorder(device, about, file)
    device.said.connect(ear.hear)
    device.open()
    return recorder, file, ear


def test_a_scanner_once_more(qtbot: QtBot) -> None:
    """Codes, noise, a half and a pulled cable, recorded from a port, replay as they were heard."""
    virtual = VirtualScanner(TcpOutlet())
    device = build(DeviceSettings(name="s", kind="scanner", link=virtual.outlet.address), RunningClock())
    assert isinstance(device, Scanner)
    device._quiet.setInterval(500)
    recorder, file, ear = _record(device, ABOUT)
    qtbot.waitUntil(lambda: len(ear.heard) == 1)
    virtual.scan("4006381333931", aim="]E0")
    virtual.send(b"40063")
    qtbot.waitUntil(lambda: len(ear.heard) == 3)
    virtual.outlet.unplug()
    qtbot.waitUntil(lambda: isinstance(ear.heard[-1], LinkReport))
    virtual.outlet.plug()
    qtbot.waitUntil(lambda: len(ear.heard) == 5)
    virtual.scan("SO-1")
    virtual.send(b"\xff\r" * 9)
    qtbot.waitUntil(lambda: len(ear.heard) == 14)
    recorder.end()
    session = read(file.getvalue().splitlines(keepends=True))
    assert session.said == replayed(session)
    assert [said.get("scan") for said in session.said[:3]] == ["4006381333931", "40063", "SO-1"]
    assert session.said[-1] == {"device": "noise"}
    assert (recorder.reads > 0, recorder.understood) == (True, len(session.said))
    device.close()
    virtual.close()


def test_a_scale_once_more(qtbot: QtBot) -> None:
    """Weights recorded from a scale replay to the milligram."""
    virtual = VirtualScale(TcpOutlet())
    settings = DeviceSettings(name="scale", kind="scale", link=virtual.outlet.address, speaks="mt-sics")
    device = build(settings, RunningClock())
    assert isinstance(device, Scale)
    about = About(name="scale", kind="scale", link=settings.link, speaks="mt-sics")
    recorder, file, ear = _record(device, about)
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    virtual.put(1_284_000)
    qtbot.waitUntil(lambda: len(ear.heard) == 3)
    recorder.end()
    session = read(file.getvalue().splitlines(keepends=True))
    assert [said["weight_mg"] for said in session.said] == [0, 1_284_000]
    assert replayed(session) == session.said
    device.close()
    virtual.close()


def test_another_reader_today() -> None:
    """A recording that this version understands otherwise shows it."""
    lines = (came(b"SO-1\r", 0), Line(at_ms=0, said={"scan": "SO-2", "aim": "", "fault": None}))
    session = Session(about=ABOUT, lines=lines)
    assert replayed(session) != session.said


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ([], "empty"),
        ([b"{}"], "line 1"),
        ([b'{"session": 2}'], "line 1"),
        ([b"\xff\xfe"], "line 1"),
        ([written(ABOUT), b'{"at_ms": 1, "hex": "zz"}'], "line 2"),
        ([written(ABOUT), b'{"at_ms": 1, "what": 2}'], "what"),
        ([written(ABOUT)] * (LINES_MAX + 2), "line 2"),
    ],
)
def test_no_session(lines: list[bytes], named: str) -> None:
    """A file that is no recording is refused by the line where it shows."""
    with pytest.raises(NotASession, match=named):
        read(lines)


def test_too_much() -> None:
    """A recording without end is refused before it fills the memory."""
    with pytest.raises(NotASession, match="at most"):
        read([written(ABOUT), b" " * 300_000])


@given(st.lists(st.tuples(st.integers(0, 3_000), st.binary(max_size=30)), max_size=15))
def test_any_bytes(pieces: list[tuple[int, bytes]]) -> None:
    """Whatever was recorded, it is written, read and replayed, twice alike."""
    lines, at_ms = [written(ABOUT)], 0
    for pause_ms, data in pieces:
        at_ms += pause_ms
        lines.append(written(came(data, at_ms)))
    session = read(lines)
    assert replayed(session) == replayed(session)


def test_a_full_recording(qtbot: QtBot, tmp_path: Path) -> None:
    """A recording that has reached its limit says so and takes no more but its end."""
    del tmp_path
    virtual = VirtualScanner(TcpOutlet())
    device = build(DeviceSettings(name="s", kind="scanner", link=virtual.outlet.address), RunningClock())
    assert isinstance(device, Scanner)
    file = io.BytesIO()
    recorder = Recorder(device, ABOUT, file)
    recorder._lines = LINES_MAX - 1
    with qtbot.waitSignal(recorder.full):
        device.link.received.emit(b"SO-1\r")
    recorder.end()
    assert len(file.getvalue().splitlines()) == 2
    virtual.close()
