"""A printer on the USB bus by pyusb: found by what it is, taken from ``usblp``, given back afterwards.

Never ``reset()`` and no ``set_configuration()`` on a configured device: both make some printers start anew and forget
the label they are printing. Untried on real hardware where no USB bus is at hand; its steps are tested on a double.
"""

from __future__ import annotations

import errno
from typing import Any, Final

from station.devices.address import UsbAddress
from station.devices.pipe_link import PipeLost
from station.errors import DeviceTrouble

PRINTER_CLASS: Final = 7
READ_BYTES: Final = 4_096
BULK, IN = 0x02, 0x80


class UsbPipe:
    """One interface of class 7 and its two bulk endpoints."""

    def __init__(self, address: UsbAddress) -> None:
        self._address = address
        self._device: Any = None
        self._number = 0
        self._out: Any = None
        self._in: Any = None
        self._detached = False

    def open(self) -> None:
        """Take the printer. Raises ``PipeLost`` (not_found, no_permission, in_use …) or a ``DeviceTrouble``."""
        self._device = self._found()
        try:
            self._claim()
        except OSError as error:
            raise PipeLost(WORDS.get(error.errno or 0, "lost")) from error

    def read(self, timeout_ms: int) -> bytes:
        """Some printers have no way back; they say nothing."""
        if self._in is None:
            return b""
        try:
            return bytes(self._in.read(READ_BYTES, timeout_ms))
        except OSError as error:
            if error.errno == errno.ETIMEDOUT:
                return b""
            raise PipeLost(WORDS.get(error.errno or 0, "lost")) from error

    def write(self, data: bytes, timeout_ms: int) -> int:
        """A time-out may still have taken bytes, and pyusb does not say how many: one packet at a time is sure."""
        taken = 0
        size = int(self._out.wMaxPacketSize)
        while taken < len(data):
            try:
                taken += int(self._out.write(data[taken : taken + size], timeout_ms))
            except OSError as error:
                if error.errno == errno.ETIMEDOUT:
                    return taken
                raise PipeLost(WORDS.get(error.errno or 0, "lost")) from error
        return taken

    def close(self) -> None:
        """Give the interface back to ``usblp``; a printer that is gone has nothing to give back."""
        device, self._device = self._device, None
        self._in = self._out = None
        if device is None:
            return
        import usb.util

        usb.util.dispose_resources(device)
        if self._detached:
            self._detached = False
            try:
                device.attach_kernel_driver(self._number)
            except OSError:
                return

    def _found(self) -> Any:
        import usb.core

        try:
            found = list(
                usb.core.find(find_all=True, idVendor=self._address.vendor, idProduct=self._address.product) or ()
            )
            named = [one for one in found if self._address.serial in ("", _serial(one))]
        except usb.core.NoBackendError as error:
            raise DeviceTrouble(
                "libusb is not installed", where="usb:", remedy="Install libusb-1.0 (Debian: libusb-1.0-0)."
            ) from error
        if not named:
            raise PipeLost("not_found")
        return named[0]

    def _claim(self) -> None:
        interface = _printer_interface(self._device)
        if interface is None:
            raise PipeLost("no_printer")
        self._number = int(interface.bInterfaceNumber)
        if _holds(self._device, self._number):
            self._device.detach_kernel_driver(self._number)
            self._detached = True
        import usb.util

        usb.util.claim_interface(self._device, self._number)
        if int(interface.bAlternateSetting):
            self._device.set_interface_altsetting(self._number, int(interface.bAlternateSetting))
        bulk = [end for end in interface if int(end.bmAttributes) & 0x03 == BULK]
        self._out = next((end for end in bulk if not int(end.bEndpointAddress) & IN), None)
        self._in = next((end for end in bulk if int(end.bEndpointAddress) & IN), None)
        if self._out is None:
            raise PipeLost("no_printer")


def _printer_interface(device: Any) -> Any:
    """With a way back (protocol 2) before one without (1)."""
    interfaces = [one for one in device.get_active_configuration() if int(one.bInterfaceClass) == PRINTER_CLASS]
    usable = [one for one in interfaces if int(one.bInterfaceProtocol) in (1, 2)]
    return max(usable, key=lambda one: int(one.bInterfaceProtocol), default=None)


def _holds(device: Any, number: int) -> bool:
    """Whether the kernel's driver has the interface; systems without such drivers cannot tell."""
    try:
        return bool(device.is_kernel_driver_active(number))
    except NotImplementedError:
        return False


def _serial(device: Any) -> str:
    try:
        return str(device.serial_number or "")
    except (OSError, ValueError):  # no permission to read its strings
        return ""


WORDS: Final = {
    errno.ENODEV: "lost",
    errno.ENOENT: "not_found",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EBUSY: "in_use",
}
