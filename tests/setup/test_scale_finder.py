"""A scale is found by listening and asking, on a real pty or socket, and never told to change anything."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.devices.virtual.outlet import Outlet, PtyOutlet, TcpOutlet
from station.devices.virtual.scale import VirtualScale
from station.devices.virtual.scale_firmware import SPOKEN
from station.setup.scale_finder import SPEEDS, ScaleFinder, Waits, readings_in
from station.setup.values import ScaleFound

HURRY = Waits(listen_ms=450, ask_ms=120, open_ms=1_000)
BY_WIRE = sorted(set(SPOKEN) - {"usb-hid"})
ALIKE = {"kern-kcp": "mt-sics", "toledo-8217": "toledo-8213"}
"""One protocol under two names: the first is told."""

Find = Callable[[str], ScaleFound]


@pytest.fixture
def find(qtbot: QtBot) -> Iterator[Find]:
    made: list[ScaleFinder] = []

    def one(link: str) -> ScaleFound:
        finder = ScaleFinder(link, waits=HURRY)
        made.append(finder)
        with qtbot.waitSignal(finder.found, timeout=30_000) as told:
            finder.start()
        (found,) = told.args or []
        assert isinstance(found, ScaleFound)
        return found

    yield one
    for finder in made:
        finder.stop()


@pytest.mark.parametrize("speaks", BY_WIRE)
def test_every_protocol_is_found(find: Find, speaks: str) -> None:
    """The protocol the scale speaks is among what is found; the link is ready for bench.toml."""
    scale = VirtualScale(TcpOutlet(), speaks=speaks)
    scale.put(520_000)
    found = find(scale.outlet.address)
    scale.close()
    assert speaks in found.speaks or speaks in ALIKE, found
    assert found.link == scale.outlet.address
    assert found.heard


@pytest.mark.skipif(sys.platform == "win32", reason="no ptys on Windows")
def test_on_a_serial_port(find: Find, tmp_path: Path) -> None:
    """A bare serial link comes back with the speed at which the scale answered."""
    scale = VirtualScale(PtyOutlet(tmp_path / "scale"), speaks="mt-sics")
    found = find(f"serial:{tmp_path / 'scale'}")
    scale.close()
    assert (found.speaks[0], found.link) == ("mt-sics", f"serial:{tmp_path / 'scale'}?{SPEEDS[0]}")


def test_nobody_there(find: Find) -> None:
    """An address where nothing listens is told in a sentence, at once."""
    outlet = TcpOutlet()
    address = outlet.address
    outlet.close()
    found = find(address)
    assert (found.speaks, found.why.en) == ((), "Nothing listens at this address.")


@pytest.mark.parametrize(
    ("says", "word"),
    [(b"", "Nothing came"), (b"\x80\xff\x1a\x07" * 8, "baud rate"), (b"HELLO WORLD\r\n", "communication settings")],
)
def test_why_there_is_none(find: Find, qtbot: QtBot, says: bytes, word: str) -> None:
    """Silence, noise and a stranger's text each have their likely cause."""
    outlet = TcpOutlet()
    outlet.received.connect(lambda _data: outlet.write(says))
    found = find(outlet.address)
    outlet.close()
    assert not found.speaks
    assert word in found.why.en


def test_nothing_but_questions_is_sent(find: Find) -> None:
    """Only the protocols' own questions go out: no zero, no tare, no setting."""
    outlet: Outlet = TcpOutlet()
    heard = bytearray()
    outlet.received.connect(lambda data: heard.extend(data))
    find(outlet.address)
    outlet.close()
    from station.registry import find as module
    from station.registry import known

    dialects = [module("scale", name).Dialect for name in known("scale")]
    readers = [dialect(unit="" if getattr(dialect, "names_unit", True) else "g") for dialect in dialects]
    rest = bytes(heard)
    for ask in sorted({reader.ask for reader in readers if reader.ask}, key=len, reverse=True):
        rest = rest.replace(ask, b"", 1)
    assert rest == b""


def test_noise_is_no_weight() -> None:
    """Among so many drawn bytes some make a weight in some protocol; on such a line no scale is found."""
    drawn = random.Random(1)
    assert not [found for _ in range(400) if (found := readings_in(drawn.randbytes(512)))]
