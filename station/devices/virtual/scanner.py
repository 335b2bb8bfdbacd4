"""A scanner without a scanner: it sends codes into its outlet as a scanner of one kind does.

``plain`` is a serial scanner's own bytes. The other kinds are what their links hand on (``key_lines``, ``hid_lines``),
so that a bench hears them over a port with ``speaks`` set to the same word.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject

from station.devices.dialect import RawScan
from station.devices.hid_lines import described, reported
from station.devices.key_typing import typed
from station.devices.scanners.camera import code_line
from station.devices.virtual.outlet import Outlet

HID_DATA_BYTES: Final = 56
DESCRIPTOR: Final = bytes.fromhex(
    "058c0902a10185020912a102150026ff0075080501093b95018102058c09fb09fc09fd9503810209fe95388202019502810309ff"
    "7501950125018102750795018103c0c0"
)
"""Report 2 of 64 bytes: length, AIM id, 56 bytes of data, two reserved, whether more follows (Access-IS LSR118)."""


class VirtualScanner(QObject):
    """``suffix`` and ``prefix`` as the scanner would be programmed; ``speaks`` is one of ``SPEAKS``."""

    def __init__(self, outlet: Outlet, *, suffix: bytes = b"\r", prefix: bytes = b"", speaks: str = "plain") -> None:
        super().__init__()
        self.outlet = outlet
        outlet.setParent(self)
        self._suffix = suffix
        self._prefix = prefix
        self._spoken = SPEAKS[speaks]

    def scan(self, text: str, *, aim: str = "") -> None:
        """One trigger pull; ``aim`` is sent before the code when the scanner is set so."""
        self.outlet.write(self._spoken(aim, text, self._prefix, self._suffix))

    def send(self, data: bytes) -> None:
        """Exactly these bytes: a code cut off, noise."""
        self.outlet.write(data)

    def close(self) -> None:
        self.outlet.close()


def _plain(aim: str, text: str, prefix: bytes, suffix: bytes) -> bytes:
    return prefix + (aim + text).encode() + suffix


def _keys(aim: str, text: str, prefix: bytes, suffix: bytes) -> bytes:
    return typed(prefix.decode() + aim + text + suffix.decode())


def _hid_pos(aim: str, text: str, _prefix: bytes, _suffix: bytes) -> bytes:
    """The descriptor each time: who has just connected has not heard it yet."""
    return described(DESCRIPTOR) + b"".join(reported(report) for report in pos_reports(text.encode(), aim))


def _camera(aim: str, text: str, _prefix: bytes, _suffix: bytes) -> bytes:
    return code_line(RawScan(text=text, aim=aim))


def pos_reports(data: bytes, aim: str) -> list[bytes]:
    """As many chained reports as the code needs."""
    parts = [data[start : start + HID_DATA_BYTES] for start in range(0, len(data), HID_DATA_BYTES)] or [b""]
    return [
        bytes((2, len(part))) + aim.encode().ljust(3, b"\0") + part.ljust(HID_DATA_BYTES, b"\0")
        + bytes((0, 0, part is not parts[-1]))
        for part in parts
    ]  # fmt: skip


SPEAKS: Final = MappingProxyType[str, Callable[[str, str, bytes, bytes], bytes]](
    {"plain": _plain, "keys": _keys, "hid-pos": _hid_pos, "camera": _camera}
)
