"""Where a device is, as ``bench.toml`` writes it: ``serial:…``, ``tcp:…``, ``file:…``. Pure; nothing is opened here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias
from urllib.parse import parse_qsl

from station.errors import SettingsTrouble


@dataclass(frozen=True, slots=True, kw_only=True)
class SerialAddress:
    port: str  # a full path, or COM3
    baud: int = 9600
    bits: Literal[7, 8] = 8
    parity: Literal["none", "even", "odd"] = "none"
    stop: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TcpAddress:
    host: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAddress:
    folder: str


Address: TypeAlias = SerialAddress | TcpAddress | FileAddress

_TCP: Final = re.compile(r"(?:\[(?P<ip6>[0-9A-Fa-f:.%\w]+)\]|(?P<host>[^:\[\]\s/?#]+)):(?P<port>\d{1,5})")
_BITS: Final = MappingProxyType[str, Literal[7, 8]]({"7": 7, "8": 8})
_STOP: Final = MappingProxyType[str, Literal[1, 2]]({"1": 1, "2": 2})
_PARITY: Final = MappingProxyType[str, Literal["none", "even", "odd"]]({"none": "none", "even": "even", "odd": "odd"})


def parse(link: str) -> Address:
    """The address of ``link``; a bad one is refused by name, before anything is opened."""
    scheme, separator, rest = link.partition(":")
    if not separator or not rest:
        raise SettingsTrouble(f"{link!r} is no device address", remedy="Write it like serial:/dev/ttyUSB0?baud=9600.")
    match scheme:
        case "serial":
            return _serial(link, rest)
        case "tcp":
            return _tcp(link, rest)
        case "file":
            return FileAddress(folder=rest)
        case _:
            raise SettingsTrouble(f"no link is called {scheme!r} in {link!r}; known: file, serial, tcp")


def _serial(link: str, rest: str) -> SerialAddress:
    port, _, query = rest.partition("?")
    options = dict(parse_qsl(query, keep_blank_values=True))
    baud = options.pop("baud", "9600")
    bits, parity, stop = options.pop("bits", "8"), options.pop("parity", "none"), options.pop("stop", "1")
    if options:
        raise SettingsTrouble(
            f"{min(options)!r} is no option of a serial link in {link!r}; known: baud, bits, parity, stop"
        )
    if not port or not re.fullmatch(r"[1-9]\d{2,6}", baud):
        raise SettingsTrouble(f"{link!r} needs a port and a baud rate of 100 to 9999999")
    if bits not in _BITS or parity not in _PARITY or stop not in _STOP:
        raise SettingsTrouble(f"{link!r}: bits is 7 or 8, parity none, even or odd, stop 1 or 2")
    return SerialAddress(port=port, baud=int(baud), bits=_BITS[bits], parity=_PARITY[parity], stop=_STOP[stop])


def _tcp(link: str, rest: str) -> TcpAddress:
    found = _TCP.fullmatch(rest)
    if found is None or not 0 < int(found["port"]) < 65536:
        raise SettingsTrouble(f"{link!r} needs a host and a port", remedy="Write it like tcp:192.168.1.50:9100.")
    return TcpAddress(host=found["ip6"] or found["host"], port=int(found["port"]))
