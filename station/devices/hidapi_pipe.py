"""A HID scanner or scale where there is no hidraw (Windows, macOS), through hidapi, which is an optional extra.

Untried on those systems for want of them; its steps are tested on a double of the library.
"""

from __future__ import annotations

from typing import Any

from station.devices.address import HidAddress
from station.devices.hid_lines import DESCRIPTOR_BYTES_MAX, described, reported
from station.devices.pipe_link import PipeLost
from station.errors import DeviceTrouble


class HidapiPipe:
    """The interface of a device whose usage page is ``page``. ``library`` is the module ``hid``."""

    def __init__(self, address: HidAddress, page: int, *, library: Any = None) -> None:
        self._address = address
        self._page = page
        self._library = library
        self._device: Any = None
        self._descriptor = b""

    def open(self) -> None:
        """Raises ``PipeLost``, or a ``DeviceTrouble`` without the library."""
        library = self._library or _hidapi()
        path = self._path(library)
        device = library.device()
        try:
            device.open_path(path)
            self._descriptor = bytes(device.get_report_descriptor(DESCRIPTOR_BYTES_MAX))
        except OSError as error:
            device.close()
            raise PipeLost("in_use") from error  # hidapi tells no reason; the device is there
        self._device = device

    def read(self, timeout_ms: int) -> bytes:
        if self._descriptor:
            descriptor, self._descriptor = self._descriptor, b""
            return described(descriptor)
        try:
            report = bytes(self._device.read(DESCRIPTOR_BYTES_MAX, timeout_ms))
        except OSError as error:
            raise PipeLost("lost") from error
        return reported(report) if report else b""

    def write(self, data: bytes, timeout_ms: int) -> int:
        """Taken and thrown away: nothing here may change a device's settings."""
        del timeout_ms
        return len(data)

    def close(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def _path(self, library: Any) -> bytes:
        usb = self._address.usb
        if usb is None:
            return self._address.path.encode()
        there = [
            one
            for one in library.enumerate(usb.vendor, usb.product)
            if usb.serial in ("", one.get("serial_number") or "")
        ]
        found = [one for one in there if one.get("usage_page") == self._page]
        if len(found) > 1:
            raise PipeLost("ambiguous")
        if not found:
            raise PipeLost("wrong_mode" if there else "not_found")
        return bytes(found[0]["path"])


def _hidapi() -> Any:
    try:
        import hid
    except ImportError as error:
        raise DeviceTrouble(
            "hidapi is not installed", remedy="Install the package hidapi (never the package hid beside it)."
        ) from error
    return hid
