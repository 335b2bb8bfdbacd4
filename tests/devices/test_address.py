"""Device addresses as bench.toml writes them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.address import FileAddress, SerialAddress, TcpAddress, parse
from station.errors import SettingsTrouble


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("serial:/dev/ttyUSB0", SerialAddress(port="/dev/ttyUSB0")),
        ("serial:COM3?baud=19200", SerialAddress(port="COM3", baud=19_200)),
        (
            "serial:/dev/ttyS0?baud=2400&bits=7&parity=even&stop=2",
            SerialAddress(port="/dev/ttyS0", baud=2_400, bits=7, parity="even", stop=2),
        ),
        ("tcp:192.168.1.50:9100", TcpAddress(host="192.168.1.50", port=9_100)),
        ("tcp:printer-3.local:9100", TcpAddress(host="printer-3.local", port=9_100)),
        ("tcp:[fe80::1]:9100", TcpAddress(host="fe80::1", port=9_100)),
        ("file:out/labels", FileAddress(folder="out/labels")),
    ],
)
def test_good(link: str, address: object) -> None:
    """Each form of address is read as documented."""
    assert parse(link) == address


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("", "no device address"),
        ("ttyUSB0", "no device address"),
        ("serial:", "no device address"),
        ("serial:?baud=9600", "needs a port"),
        ("serial:/dev/ttyS0?baud=fast", "baud"),
        ("serial:/dev/ttyS0?bits=9", "bits"),
        ("serial:/dev/ttyS0?speed=9600", "'speed'"),
        ("tcp:host", "host and a port"),
        ("tcp:host:0", "host and a port"),
        ("tcp:host:65536", "host and a port"),
        ("tcp:fe80::1:9100", "host and a port"),
        ("gopher:x", "known: file, serial, tcp"),
    ],
)
def test_bad(link: str, named: str) -> None:
    """A bad address is refused in one sentence that names what is wrong."""
    with pytest.raises(SettingsTrouble, match=named):
        parse(link)


@given(st.text(max_size=60))
def test_any_text(link: str) -> None:
    """No text at all makes the reader do anything but answer or refuse."""
    with suppress(SettingsTrouble):
        parse(link)
