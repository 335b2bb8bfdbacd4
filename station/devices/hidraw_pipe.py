"""A HID scanner or scale through Linux' hidraw: its report descriptor first, then every input report, as lines.

The kernel's driver stays where it is, nothing is reset and nothing written, so a device cannot be changed from here.
"""

from __future__ import annotations

from pathlib import Path

from station.devices.address import HidAddress
from station.devices.hid_descriptor import parse
from station.devices.hid_lines import DESCRIPTOR_BYTES_MAX, described, reported
from station.devices.node_files import NodeFiles
from station.devices.pipe_link import PipeLost
from station.devices.plugged import CLASSES, Node, chosen, hid_nodes


class HidrawPipe:
    """The one hidraw node of a device that speaks ``page``; its other nodes (a keyboard, say) are left alone."""

    def __init__(
        self, address: HidAddress, page: int, *, classes: Path = CLASSES, files: NodeFiles | None = None
    ) -> None:
        self._address = address
        self._page = page
        self._classes = classes
        self._files = files or NodeFiles()
        self._descriptor = b""

    def open(self) -> None:
        node = self._node()
        self._files.open([node.path])
        self._descriptor = node.descriptor

    def read(self, timeout_ms: int) -> bytes:
        """hidraw gives one report a read, however many wait."""
        if self._descriptor:
            descriptor, self._descriptor = self._descriptor, b""
            return described(descriptor)
        return b"".join(reported(report) for _, report in self._files.read(timeout_ms, DESCRIPTOR_BYTES_MAX))

    def write(self, data: bytes, timeout_ms: int) -> int:
        """Taken and thrown away: a HID scale sends by itself, and nothing here may change a device's settings."""
        del timeout_ms
        return len(data)

    def close(self) -> None:
        self._files.close()

    def _node(self) -> Node:
        nodes = hid_nodes(self._classes)
        if self._address.usb is None:
            return self._by_path(nodes)
        found = chosen([node for node in nodes if parse(node.descriptor).speaks(self._page)], self._address.usb)
        if found:
            return found[0]
        raise PipeLost("wrong_mode" if any(node.is_asked(self._address.usb) for node in nodes) else "not_found")

    def _by_path(self, nodes: list[Node]) -> Node:
        path = str(Path(self._address.path).resolve())
        node = next((node for node in nodes if node.path == path), None)
        if node is None:
            raise PipeLost("not_found")
        if not parse(node.descriptor).speaks(self._page):
            raise PipeLost("wrong_mode")
        return node
