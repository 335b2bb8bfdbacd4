"""Device addresses as bench.toml writes them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.address import (
    CameraAddress,
    FileAddress,
    HidAddress,
    IppAddress,
    KeysAddress,
    PluggedAs,
    QueueAddress,
    SerialAddress,
    StreamAddress,
    SyntheticAddress,
    TcpAddress,
    UsbAddress,
    UsblpAddress,
    parse,
    shown_link,
)
from station.errors import SettingsTrouble


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("serial:/dev/ttyUSB0", SerialAddress(port="/dev/ttyUSB0")),
        (
            "serial:0c2e:0b61:S-1?baud=115200",
            SerialAddress(
                port="0c2e:0b61:S-1", baud=115_200, usb=PluggedAs(vendor=0x0C2E, product=0x0B61, serial="S-1")
            ),
        ),
        ("hid:0922:8003", HidAddress(usb=PluggedAs(vendor=0x0922, product=0x8003))),
        ("hid:/dev/hidraw0", HidAddress(path="/dev/hidraw0")),
        ("evdev:0C2E:0B61:SN1", KeysAddress(usb=PluggedAs(vendor=0x0C2E, product=0x0B61, serial="SN1"))),
        (
            "evdev:/dev/input/by-path/pci-0:1:1.0-event-kbd",
            KeysAddress(path="/dev/input/by-path/pci-0:1:1.0-event-kbd"),
        ),
        ("camera:default", CameraAddress(name="default")),
        ("camera:046d:0825", CameraAddress(name="046d:0825", usb=PluggedAs(vendor=0x046D, product=0x0825))),
        ("synthetic:", SyntheticAddress()),
        ("rtsp://10.0.0.5:554/live", StreamAddress(url="rtsp://10.0.0.5:554/live")),
        ("http://phone.local:8080/video", StreamAddress(url="http://phone.local:8080/video")),
        ("serial:COM3?baud=19200", SerialAddress(port="COM3", baud=19_200)),
        (
            "serial:/dev/ttyS0?baud=2400&bits=7&parity=even&stop=2",
            SerialAddress(port="/dev/ttyS0", baud=2_400, bits=7, parity="even", stop=2),
        ),
        ("tcp:192.168.1.50:9100", TcpAddress(host="192.168.1.50", port=9_100)),
        ("tcp:printer-3.local:9100", TcpAddress(host="printer-3.local", port=9_100)),
        ("tcp:[fe80::1]:9100", TcpAddress(host="fe80::1", port=9_100)),
        ("file:out/labels", FileAddress(folder="out/labels")),
        ("serial:COM3?baud=115200&flow=hardware", SerialAddress(port="COM3", baud=115_200, flow="hardware")),
        ("usb:0a5f:0120", UsbAddress(vendor=0x0A5F, product=0x0120)),
        ("usb:0A5F:0120:50J1", UsbAddress(vendor=0x0A5F, product=0x0120, serial="50J1")),
        ("usblp:/dev/usb/lp0", UsblpAddress(path="/dev/usb/lp0")),
        ("lp:Label_1", QueueAddress(queue="Label_1")),
        ("lp:打印机 1", QueueAddress(queue="打印机 1")),
        ("ipp://printer.local/ipp/print", IppAddress(host="printer.local", port=631, path="/ipp/print")),
        ("ipp:10.0.0.9:8631/ipp/print", IppAddress(host="10.0.0.9", port=8631, path="/ipp/print")),
        ("ipps://[fe80::1]/ipp/print", IppAddress(host="fe80::1", port=631, path="/ipp/print", tls=True)),
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
        ("evdev:scanner", "needs vendor and product"),
        ("hid:0922", "needs vendor and product"),
        ("hid:/etc/passwd", "needs vendor and product"),
        ("serial:", "no device address"),
        ("serial:?baud=9600", "needs a port"),
        ("serial:/dev/ttyS0?baud=fast", "baud"),
        ("serial:/dev/ttyS0?bits=9", "bits"),
        ("serial:/dev/ttyS0?speed=9600", "'speed'"),
        ("tcp:host", "host and a port"),
        ("tcp:host:0", "host and a port"),
        ("tcp:host:65536", "host and a port"),
        ("tcp:fe80::1:9100", "host and a port"),
        ("serial:/dev/ttyS0?flow=maybe", "flow is none, hardware"),
        ("usb:zebra", "vendor and product"),
        ("usb:0a5f", "vendor and product"),
        ("usblp:lp0", "device's path"),
        ("usblp:/etc/passwd", "device's path"),
        ("lp:a/b", "queue's name"),
        ("lp:", "no device address"),
        ("ipp://host", "host and a path"),
        ("ipp://host:0/ipp", "host and a path"),
        ("ipp://me@host/ipp", "host and a path"),
        ("rtsp:10.0.0.5/live", "host and what follows"),
        ("rtsp://me:pw@/live", "host and what follows"),
        (
            "gopher:x",
            "known: camera, evdev, file, hid, http, ipp, ipps, lp, rtsp, rtsps, serial, synthetic, tcp, usb, usblp",
        ),
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


@pytest.mark.parametrize("link", ["ipp://h/ipp/print", "ipps://[fe80::1]:8631/ipp"])
def test_a_printers_own_name(link: str) -> None:
    """An IPP printer is asked by its URI, port and all."""
    address = parse(link)
    assert isinstance(address, IppAddress)
    assert parse(address.uri) == address


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("rtsp://admin:se@cret@10.0.0.5:554/live", "rtsp://10.0.0.5:554/…"),
        ("rtsp://10.0.0.5/user=admin&password=secret&channel=1", "rtsp://10.0.0.5/…"),
        ("http://me:secret@[fe80::1]:8080/video", "http://[fe80::1]:8080/…"),
        ("rtsp:me:secret@host", "rtsp:…"),
        ("tcp:192.168.1.50:9100", "tcp:192.168.1.50:9100"),
    ],
)
def test_no_password_is_shown(link: str, shown: str) -> None:
    """What is shown of a camera's address is its host; a bad one is refused without being repeated."""
    assert shown_link(link) == shown
    if "secret" in link and not shown.endswith("/…"):
        with pytest.raises(SettingsTrouble) as refused:
            parse(link)
        assert "secret" not in refused.value.sentence()
    else:
        assert "secret" not in repr(parse(link))
