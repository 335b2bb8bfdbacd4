"""Every scale protocol against its make-believe scale: over real ptys and sockets, and what none of them may do."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from station.device_settings import DeviceSettings
from station.devices.device import Scale, build
from station.devices.unit_guard import UnitGuard
from station.devices.virtual.outlet import PtyOutlet, TcpOutlet
from station.devices.virtual.scale import VirtualScale
from station.devices.virtual.scale_firmware import SPOKEN, WIRES, Shown
from station.errors import SettingsTrouble
from station.packing.inputs import DeviceKind, LinkReport, Reading, ScaleFault
from station.registry import find, known
from tests.devices.doubles import Ear, RunningClock
from tests.devices.fuzz_scales import bounded, broken, dialects, lawful

DIALECTS = dialects()
every_scale = pytest.mark.parametrize("speaks", known("scale"))
BARE = ("toledo-8213", "toledo-8217")
UNTOLD: dict[str, frozenset[ScaleFault]] = {
    "cas-ecr": frozenset({ScaleFault.UNDERLOAD, ScaleFault.BROKEN, ScaleFault.NOT_A_WEIGHT}),
    "kern": frozenset({ScaleFault.OVERLOAD, ScaleFault.UNDERLOAD}),
    "toledo-8213": frozenset({ScaleFault.BROKEN, ScaleFault.NOT_A_WEIGHT}),
    "toledo-8217": frozenset({ScaleFault.BROKEN, ScaleFault.NOT_A_WEIGHT}),
    "yingzhan": frozenset({ScaleFault.BROKEN}),
}
"""What a protocol has no words for."""

ALLOWED = {
    "a-and-d": (b"Q\r\n", b"Z\r\n"),
    "cas-22": (b"", b""),
    "cas-ecr": (b"\x05", b""),
    "dini": (b"READ\r\n", b"ZERO\r\n"),
    "kern": (b"w", b"z"),
    "kern-kcp": (b"SI\r\n", b"Z\r\n"),
    "mt-sics": (b"SI\r\n", b"Z\r\n"),
    "nci": (b"W\r", b"Z\r"),
    "ohaus": (b"IP\r\n", b"Z\r\n"),
    "radwag": (b"SUI\r\n", b"Z\r\n"),
    "sartorius": (b"\x1bP\r\n", b"\x1bV\r\n"),
    "toledo-8213": (b"W", b"Z"),
    "toledo-8217": (b"W", b"Z"),
    "usb-hid": (b"", b""),
    "yingzhan": (b"", b""),
}


Plug = Callable[[str], tuple[VirtualScale, Scale, Ear]]


@pytest.fixture(params=["pty", "tcp"])
def plug(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Plug]:
    """Makes a stand-in and the device that listens to it, empty and ready."""
    if request.param == "pty" and sys.platform == "win32":
        pytest.skip("there are no ptys on Windows")
    with ExitStack() as stack:

        def plugged(speaks: str) -> tuple[VirtualScale, Scale, Ear]:
            outlet = PtyOutlet(tmp_path / "port") if request.param == "pty" else TcpOutlet()
            virtual, ear = stack.enter_context(closing(VirtualScale(outlet, speaks=speaks))), Ear()
            device = stack.enter_context(closing(_opened(virtual, speaks, ear)))
            ear.wait_for(qtbot, Reading(weight_mg=0, stable=True, device="scale"))
            return virtual, device, ear

        yield plugged


def _settings(link: str, speaks: str) -> DeviceSettings:
    return DeviceSettings(name="scale", kind="scale", link=link, speaks=speaks, unit="kg" if speaks in BARE else "")


def _opened(virtual: VirtualScale, speaks: str, ear: Ear) -> Scale:
    device = build(_settings(virtual.outlet.address, speaks), RunningClock())
    assert isinstance(device, Scale)
    device._poll.setInterval(20)
    virtual._repeat.setInterval(20)
    device.said.connect(ear.hear)
    device.open()
    return device


@every_scale
def test_from_end_to_end(speaks: str, plug: Plug, qtbot: QtBot) -> None:
    """Empty, a parcel in motion, at rest, and every fault the protocol has words for, each told apart by the device."""
    virtual, _, ear = plug(speaks)
    virtual.put(1_284_000, stable=False)
    qtbot.waitUntil(lambda: any(isinstance(said, Reading) and not said.stable for said in ear.heard))
    virtual.put(1_284_000)
    ear.wait_for(qtbot, Reading(weight_mg=1_284_000, stable=True, device="scale"))
    for fault in set(ScaleFault) - {ScaleFault.UNIT_CHANGED} - UNTOLD.get(speaks, frozenset()):
        virtual.fault(fault)
        qtbot.waitUntil(lambda: _last(ear).fault is fault)  # noqa: B023 - waited for at once
        assert _last(ear).weight_mg is None


def _last(ear: Ear) -> Reading:
    return [said for said in ear.heard if isinstance(said, Reading)][-1]


@pytest.mark.parametrize("speaks", [speaks for speaks, (_, zero) in ALLOWED.items() if zero])
def test_zeroed_by_its_own_command(speaks: str, plug: Plug, qtbot: QtBot) -> None:
    """Where the protocol has a zero, a person's wish makes what lies there nothing."""
    virtual, device, ear = plug(speaks)
    virtual.put(50_000)
    ear.wait_for(qtbot, Reading(weight_mg=50_000, stable=True, device="scale"))
    ear.take()
    device.zero()
    ear.wait_for(qtbot, Reading(weight_mg=0, stable=True, device="scale"))


@pytest.mark.parametrize("speaks", WIRES)
@given(st.integers(0, 65_000).map(lambda tenths: tenths * 100))
def test_every_weight(speaks: str, mg: int) -> None:
    """Whatever weight its stand-in writes is read back to the last digit it wrote."""
    dialect = DIALECTS[speaks].Dialect(unit="kg")
    (frame,) = dialect.feed(WIRES[speaks].says(Shown(mg=mg, stable=True)))
    assert frame.stable
    assert frame.weight_mg is not None
    assert abs(frame.weight_mg - mg) <= frame.step_mg // 2


@pytest.mark.parametrize("speaks", WIRES)
@given(st.sampled_from([0, 250_000, 1_284_500, 12_345_600, -50_000]), st.data())
def test_a_byte_lost_or_doubled(speaks: str, mg: int, data: st.DataObject) -> None:
    """In a stream that is known, a frame that lost a byte or got one twice is never another weight at rest."""
    good = WIRES[speaks].says(Shown(mg=mg, stable=True))
    at, twice = data.draw(st.integers(0, len(good) - 1)), data.draw(st.booleans())
    broken_one = good[:at] + (good[at : at + 1] * 2 if twice else b"") + good[at + 1 :]
    dialect, guard = DIALECTS[speaks].Dialect(unit="kg"), UnitGuard()
    known_mg = {guard.judged(frame).weight_mg for frame in dialect.feed(good * 7)}
    frames = [guard.judged(frame) for frame in dialect.feed(broken_one + good)]
    assert {frame.weight_mg for frame in frames if frame.stable and frame.weight_mg is not None} <= known_mg


@every_scale
def test_only_weighing_is_asked(speaks: str) -> None:
    """What is ever sent to a scale asks for the weight or zeroes; nothing writes a setting or changes a unit."""
    dialect = find("scale", speaks).Dialect()
    assert (dialect.ask, dialect.zero) == ALLOWED[speaks]


def test_cash_register_handshake() -> None:
    """CAS ECR asks for the weight only when the scale has acknowledged, and begins again after a refusal."""
    dialect = find("scale", "cas-ecr").Dialect()
    dialect.feed(b"\x15")
    assert dialect.ask == b"\x05"
    dialect.feed(b"\x06")
    assert [dialect.ask, dialect.ask] == [b"\x11", b"\x05"]


def test_each_has_its_stand_in() -> None:
    """Whatever the registry knows can be tried without hardware."""
    assert set(SPOKEN) == set(known("scale"))


@every_scale
@given(st.integers(0, 2**32))
def test_broken_frames(speaks: str, seed: int) -> None:
    """Frames broken in every way never raise, never fill memory, and never make a weight without its unit."""
    lawful(DIALECTS[speaks], broken(DIALECTS, speaks, seed))


@every_scale
def test_endless_frame(speaks: str) -> None:
    """A stream that never ends a frame is dropped at the dialect's limit."""
    bounded(DIALECTS[speaks])


@pytest.mark.parametrize("speaks", BARE)
def test_a_unit_must_be_set_up(speaks: str) -> None:
    """A protocol of bare numbers is refused without its unit, in one sentence that says what to set."""
    settings = DeviceSettings(name="scale", kind="scale", link="tcp:h:1", speaks=speaks)
    with pytest.raises(SettingsTrouble, match="does not say in which unit") as refused:
        build(settings, RunningClock())
    assert "unit =" in refused.value.remedy


@pytest.mark.parametrize(
    ("heard", "word", "cause"),
    [
        (b"ST,+0001.234 kg\r\n", "other_protocol", "a-and-d"),
        (b"\x9c\xfa\x13\xe7\xb1\x88\xdd", "noise", "baud rate"),
    ],
)
def test_named_cause(heard: bytes, word: str, cause: str, qtbot: QtBot) -> None:
    """A scale of another protocol or baud rate is not silent: the device names the likely cause, and recovers."""
    outlet, ear = TcpOutlet(), Ear()
    virtual = VirtualScale(outlet)
    virtual.mute(True)
    device = _opened(virtual, "mt-sics", ear)
    device._watchdog.setInterval(150)
    outlet.received.connect(lambda _: outlet.write(heard))
    ear.wait_for(qtbot, LinkReport(device="scale", kind=DeviceKind.SCALE, up=False, word=word))
    assert cause in device.cause
    outlet.received.disconnect()
    outlet.received.connect(virtual._received)
    virtual.mute(False)
    ear.wait_for(qtbot, Reading(weight_mg=0, stable=True, device="scale"))
    assert device.cause == ""
    device.close()
    virtual.close()


def test_unit_changed_at_the_scale(qtbot: QtBot) -> None:
    """A scale switched from grams to ounces weighs nothing until it is switched back."""
    outlet, ear = TcpOutlet(), Ear()
    unit = ["g"]
    outlet.received.connect(lambda _: outlet.write(f"S S {100:>10} {unit[0]}\r\n".encode()))
    device = build(_settings(outlet.address, "mt-sics"), RunningClock())
    device.said.connect(ear.hear)
    device.open()
    ear.wait_for(qtbot, Reading(weight_mg=100_000, stable=True, device="scale"))
    unit[0] = "oz"
    ear.wait_for(qtbot, Reading(weight_mg=None, stable=True, device="scale", fault=ScaleFault.UNIT_CHANGED))
    ear.take()
    unit[0] = "g"
    ear.wait_for(qtbot, Reading(weight_mg=100_000, stable=True, device="scale"))
    device.close()
    outlet.close()
