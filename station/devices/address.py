"""Where a device is, as ``bench.toml`` writes it: ``serial:…``, ``tcp:…``, ``hid:…``. Pure; nothing is opened here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, TypeAlias
from urllib.parse import parse_qsl

from station.errors import SettingsTrouble


@dataclass(frozen=True, slots=True, kw_only=True)
class PluggedAs:
    """What a USB device says it is, whichever port it is plugged into."""

    vendor: int
    product: int
    serial: str = ""  # where two of a kind are plugged in


@dataclass(frozen=True, slots=True, kw_only=True)
class SerialAddress:
    port: str  # a full path, COM3, or what stands in ``usb``
    baud: int = 9600
    bits: Literal[7, 8] = 8
    parity: Literal["none", "even", "odd"] = "none"
    stop: Literal[1, 2] = 1
    flow: Literal["none", "hardware", "software"] = "none"
    usb: PluggedAs | None = None  # then ``port`` is found anew at each opening


@dataclass(frozen=True, slots=True, kw_only=True)
class TcpAddress:
    host: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAddress:
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UsbAddress:
    """A printer by what it is, not by its path, which changes when it is plugged anew."""

    vendor: int
    product: int
    serial: str = ""  # where two of a kind are plugged in


@dataclass(frozen=True, slots=True, kw_only=True)
class HidAddress:
    """A scanner or scale that speaks HID (not as a keyboard): by what it is, or by its hidraw path."""

    usb: PluggedAs | None = None
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysAddress:
    """A scanner that types as a keyboard, taken away from the desktop: by what it is, or by its event path."""

    usb: PluggedAs | None = None
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraAddress:
    """A camera of this machine: by what it is, by the beginning of its name, or ``default``."""

    name: str
    usb: PluggedAs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamAddress:
    """A camera of the network. Its address may hold a password: it is shown by ``shown_link`` only."""

    url: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticAddress:
    """No camera: a moving test picture that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsblpAddress:
    """The printer port that the kernel's ``usblp`` makes."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueAddress:
    """A queue of the operating system: CUPS, or a Windows printer."""

    queue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IppAddress:
    host: str
    port: int
    path: str
    tls: bool = False

    @property
    def uri(self) -> str:
        """As IPP itself names the printer."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'ipps' if self.tls else 'ipp'}://{host}:{self.port}{self.path}"


Address: TypeAlias = (
    SerialAddress
    | TcpAddress
    | FileAddress
    | UsbAddress
    | UsblpAddress
    | QueueAddress
    | IppAddress
    | HidAddress
    | KeysAddress
    | CameraAddress
    | StreamAddress
    | SyntheticAddress
)

_TCP: Final = re.compile(r"(?:\[(?P<ip6>[0-9A-Fa-f:.%\w]+)\]|(?P<host>[^:\[\]\s/?#]+)):(?P<port>\d{1,5})")
_BITS: Final = MappingProxyType[str, Literal[7, 8]]({"7": 7, "8": 8})
_STOP: Final = MappingProxyType[str, Literal[1, 2]]({"1": 1, "2": 2})
_USB: Final = re.compile(r"([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})(?::([!-~]{1,126}))?")
_USBLP: Final = re.compile(r"/dev/[\w./-]{1,200}")
_DEVICE_PATH: Final = re.compile(r"/dev/[\w./:@+-]{1,200}")
_QUEUE: Final = re.compile(r"[^/#?'\"\\\x00-\x1f]{1,220}")
_IPP: Final = re.compile(
    r"(?://)?(?:\[(?P<ip6>[0-9A-Fa-f:.%\w]+)\]|(?P<host>[^:\[\]\s/?#@]+))(?::(?P<port>\d{1,5}))?(?P<path>/[!-~]{0,500})"
)
IPP_PORT: Final = 631
_STREAM: Final = re.compile(
    r"(?P<scheme>rtsps?|http)://(?:[!-.0-~]+@)?(?P<host>(?:\[[0-9A-Fa-f:.]+\]|[\w.-]+)(?::\d{1,5})?)(?:/[!-~]{0,500})?"
)
_FLOW: Final = MappingProxyType[str, Literal["none", "hardware", "software"]](
    {"none": "none", "hardware": "hardware", "software": "software"}
)
_PARITY: Final = MappingProxyType[str, Literal["none", "even", "odd"]]({"none": "none", "even": "even", "odd": "odd"})


def parse(link: str) -> Address:
    """The address of ``link``; a bad one is refused by name, before anything is opened."""
    scheme, separator, rest = link.partition(":")
    if link == "synthetic:":
        return SyntheticAddress()
    if not separator or not rest:
        raise SettingsTrouble(f"{link!r} is no device address", remedy="Write it like serial:/dev/ttyUSB0?baud=9600.")
    match scheme:
        case "serial":
            return _serial(link, rest)
        case "tcp":
            return _tcp(link, rest)
        case "file":
            return FileAddress(folder=rest)
        case "camera":
            return CameraAddress(name=rest, usb=plugged_as(rest))
        case "rtsp" | "rtsps" | "http":
            return _stream(link)
        case "usb" | "usblp" | "lp":
            return _local(link, scheme, rest)
        case "hid":
            usb, path = _plugged(link, rest)
            return HidAddress(usb=usb, path=path)
        case "evdev":
            usb, path = _plugged(link, rest)
            return KeysAddress(usb=usb, path=path)
        case "ipp" | "ipps":
            return _ipp(link, rest, tls=scheme == "ipps")
        case _:
            known = "camera, evdev, file, hid, http, ipp, ipps, lp, rtsp, rtsps, serial, synthetic, tcp, usb, usblp"
            raise SettingsTrouble(f"no link is called {scheme!r} in {link!r}; known: {known}")


def _serial(link: str, rest: str) -> SerialAddress:
    port, _, query = rest.partition("?")
    options = dict(parse_qsl(query, keep_blank_values=True))
    baud = options.pop("baud", "9600")
    bits, parity, stop = options.pop("bits", "8"), options.pop("parity", "none"), options.pop("stop", "1")
    flow = options.pop("flow", "none")
    if options:
        raise SettingsTrouble(
            f"{min(options)!r} is no option of a serial link in {link!r}; known: baud, bits, flow, parity, stop"
        )
    if not port or not re.fullmatch(r"[1-9]\d{2,6}", baud):
        raise SettingsTrouble(f"{link!r} needs a port and a baud rate of 100 to 9999999")
    if bits not in _BITS or parity not in _PARITY or stop not in _STOP:
        raise SettingsTrouble(f"{link!r}: bits is 7 or 8, parity none, even or odd, stop 1 or 2")
    if flow not in _FLOW:
        raise SettingsTrouble(f"{link!r}: flow is none, hardware (RTS/CTS) or software (XON/XOFF)")
    return SerialAddress(
        port=port,
        baud=int(baud),
        bits=_BITS[bits],
        parity=_PARITY[parity],
        stop=_STOP[stop],
        flow=_FLOW[flow],
        usb=plugged_as(port),
    )


def plugged_as(text: str) -> PluggedAs | None:
    """``0c2e:0b61`` or ``0c2e:0b61:SERIAL``; a path or ``COM3`` is none."""
    found = _USB.fullmatch(text)
    return found and PluggedAs(vendor=int(found[1], 16), product=int(found[2], 16), serial=found[3] or "")


def _plugged(link: str, rest: str) -> tuple[PluggedAs | None, str]:
    usb = plugged_as(rest)
    if usb is None and not _DEVICE_PATH.fullmatch(rest):
        raise SettingsTrouble(
            f"{link!r} needs vendor and product, or a device's path",
            remedy='Write it as "sealbench devices list" shows it, like hid:0c2e:0b61.',
        )
    return usb, "" if usb else rest


def _local(link: str, scheme: str, rest: str) -> UsbAddress | UsblpAddress | QueueAddress:
    if scheme == "usb":
        found = _USB.fullmatch(rest)
        if found is None:
            raise SettingsTrouble(f"{link!r} needs vendor and product", remedy="Write it like usb:0a5f:0120.")
        return UsbAddress(vendor=int(found[1], 16), product=int(found[2], 16), serial=found[3] or "")
    if scheme == "usblp":
        if not _USBLP.fullmatch(rest):
            raise SettingsTrouble(f"{link!r} needs a device's path", remedy="Write it like usblp:/dev/usb/lp0.")
        return UsblpAddress(path=rest)
    if not _QUEUE.fullmatch(rest):
        raise SettingsTrouble(f"{link!r} needs a queue's name", remedy="Write it like lp:Zebra_ZD420.")
    return QueueAddress(queue=rest)


def _ipp(link: str, rest: str, *, tls: bool) -> IppAddress:
    found = _IPP.fullmatch(rest)
    if found is None or not 0 < int(found["port"] or IPP_PORT) < 65536:
        raise SettingsTrouble(f"{link!r} needs a host and a path", remedy="Write it like ipp://192.168.1.50/ipp/print.")
    host = found["ip6"] or found["host"]
    return IppAddress(host=host, port=int(found["port"] or IPP_PORT), path=found["path"], tls=tls)


def _stream(link: str) -> StreamAddress:
    """The host is looked for after the last ``@`` before the path: passwords of cameras hold anything."""
    if not _STREAM.fullmatch(link):
        raise SettingsTrouble(
            f"{shown_link(link)!r} needs a host and what follows it",
            remedy="Write it like rtsp://192.168.1.64:554/stream1, with %23 for # and %2F for / in a password.",
        )
    return StreamAddress(url=link)


def shown_link(link: str) -> str:
    """A link as it may be shown and logged: a network camera's without name, password, path and question."""
    found = _STREAM.fullmatch(link)
    if found is not None:
        return f"{found['scheme']}://{found['host']}/…"
    scheme = link.partition(":")[0]
    return f"{scheme}:…" if scheme in ("rtsp", "rtsps", "http") else link


def keys_come_twice(links: Iterable[str], platform: str) -> bool:
    """Whether what a scanner types reaches the window too: Windows lets nobody keep keys to himself."""
    return platform == "win32" and any(link.startswith("evdev:") for link in links)


def _tcp(link: str, rest: str) -> TcpAddress:
    found = _TCP.fullmatch(rest)
    if found is None or not 0 < int(found["port"]) < 65536:
        raise SettingsTrouble(f"{link!r} needs a host and a port", remedy="Write it like tcp:192.168.1.50:9100.")
    return TcpAddress(host=found["ip6"] or found["host"], port=int(found["port"]))
