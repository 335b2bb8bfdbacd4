"""A scanner that types, through Linux' event nodes: taken for ourselves alone, every key as a line.

While it is ours (``EVIOCGRAB``) no window, console or input method sees its keys, and nobody can switch its CapsLock
lamp, by which some scanners turn capital letters into small ones.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from station.devices.address import KeysAddress
from station.devices.key_lines import EventReader, event
from station.devices.node_files import NodeFiles, lost
from station.devices.plugged import CLASSES, chosen, keyboard_nodes

READ_BYTES: Final = 64 * 24  # as many events as the kernel keeps for a reader, at least
_EVIOCGRAB: Final = 0x40044590
_EVIOCSCLOCKID: Final = 0x400445A0
_CLOCK_MONOTONIC: Final = (1).to_bytes(4, "little")
_EV_SYN, _EV_LED, _LED_CAPS = 0x00, 0x11, 0x01


class EvdevPipe:
    """All keyboard nodes of one scanner. ``take`` makes an opened node ours alone; tests have no such nodes."""

    def __init__(
        self,
        address: KeysAddress,
        *,
        classes: Path = CLASSES,
        files: NodeFiles | None = None,
        take: Callable[[int], None] | None = None,
    ) -> None:
        self._address = address
        self._classes = classes
        self._files = files or NodeFiles()
        self._take = take or take_alone
        self._readers: dict[int, EventReader] = {}

    def open(self) -> None:
        files = self._files.open(self._paths())
        self._readers = {file: EventReader() for file in files}
        try:
            for file in files:
                self._take(file)
        except OSError as error:
            raise lost(error) from error

    def read(self, timeout_ms: int) -> bytes:
        came = self._files.read(timeout_ms, READ_BYTES)
        return b"".join(self._readers[file].feed(data) for file, data in came)

    def write(self, data: bytes, timeout_ms: int) -> int:
        """A scanner is not written to."""
        del timeout_ms
        return len(data)

    def close(self) -> None:
        """The desktop has its keyboard back with the closing."""
        self._files.close()

    def _paths(self) -> list[str]:
        if self._address.usb is None:
            return [self._address.path]
        return [node.path for node in chosen(keyboard_nodes(self._classes), self._address.usb)]


def take_alone(file: int) -> None:
    """Raises ``OSError`` (EBUSY: another program has it)."""
    import fcntl

    fcntl.ioctl(file, _EVIOCGRAB, 1)
    fcntl.ioctl(file, _EVIOCSCLOCKID, _CLOCK_MONOTONIC)
    try:
        os.write(file, event(_EV_LED, _LED_CAPS, 0, at_ms=0) + event(_EV_SYN, 0, 0, at_ms=0))
    except OSError:
        return  # a node that may only be read, or that has no lamp
