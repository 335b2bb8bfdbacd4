"""Finding a plugged-in device by what it is, in Linux' ``/sys``: a node's path changes at every plug.

Reads only; nothing is opened that could hear of it. The folder of classes is passed in, so that tests bring their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from station.devices.address import PluggedAs
from station.devices.pipe_link import PipeLost

CLASSES: Final = Path("/sys/class")
NODES_MAX: Final = 256
KEY_1, KEY_ENTER = 2, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    path: str  # /dev/hidraw3
    usb: PluggedAs
    name: str
    place: str  # the socket it is plugged into; two nodes of one unit share it
    descriptor: bytes = b""

    def is_asked(self, wanted: PluggedAs) -> bool:
        same_kind = (self.usb.vendor, self.usb.product) == (wanted.vendor, wanted.product)
        return same_kind and wanted.serial in ("", self.usb.serial)

    @property
    def identity(self) -> str:
        """As it stands in ``bench.toml`` after ``hid:``, ``evdev:`` or ``camera:``."""
        serial = self.usb.serial if re.fullmatch(r"[!-~]{1,126}", self.usb.serial) else ""
        return f"{self.usb.vendor:04x}:{self.usb.product:04x}{':' if serial else ''}{serial}"


def hid_nodes(classes: Path = CLASSES) -> list[Node]:
    """Every hidraw node with its report descriptor."""
    return [node for folder in _folders(classes / "hidraw", "hidraw") if (node := _hid_node(folder)) is not None]


def keyboard_nodes(classes: Path = CLASSES) -> list[Node]:
    """Every event node that has the keys of a keyboard; a person's own is among them."""
    return [node for folder in _folders(classes / "input", "event") if (node := _keyboard(folder)) is not None]


def camera_nodes(classes: Path = CLASSES) -> list[Node]:
    """Every video node of a USB device; a camera has one for pictures and often another for what it says of them."""
    found = (_camera(folder) for folder in _folders(classes / "video4linux", "video"))
    return [node for node in found if node is not None]


def _folders(parent: Path, stem: str) -> Iterator[Path]:
    found = [path for path in parent.glob(f"{stem}*") if path.name.removeprefix(stem).isdigit()]
    return iter(sorted(found, key=lambda path: int(path.name.removeprefix(stem)))[:NODES_MAX])


def _hid_node(folder: Path) -> Node | None:
    told = dict(line.split("=", 1) for line in _read(folder / "device" / "uevent").splitlines() if "=" in line)
    ids = re.fullmatch(r"[0-9A-F]{4}:0000([0-9A-F]{4}):0000([0-9A-F]{4})", told.get("HID_ID", "").upper())
    if ids is None:
        return None
    return Node(
        path=f"/dev/{folder.name}",
        usb=PluggedAs(vendor=int(ids[1], 16), product=int(ids[2], 16), serial=told.get("HID_UNIQ", "")),
        name=told.get("HID_NAME", ""),
        place=_place(told.get("HID_PHYS", "")),
        descriptor=_bytes(folder / "device" / "report_descriptor"),
    )


def _keyboard(folder: Path) -> Node | None:
    device = folder / "device"
    vendor, product = _read(device / "id" / "vendor"), _read(device / "id" / "product")
    if not re.fullmatch(r"[0-9a-f]{4}:[0-9a-f]{4}", f"{vendor}:{product}") or not _types(device):
        return None
    return Node(
        path=f"/dev/input/{folder.name}",
        usb=PluggedAs(vendor=int(vendor, 16), product=int(product, 16), serial=_read(device / "uniq")),
        name=_read(device / "name"),
        place=_place(_read(device / "phys")),
    )


def _camera(folder: Path) -> Node | None:
    unit = folder / "device" / ".."  # the interface's parent is the unit, which is what has a maker and a number
    vendor, product = _read(unit / "idVendor"), _read(unit / "idProduct")
    if not re.fullmatch(r"[0-9a-f]{4}:[0-9a-f]{4}", f"{vendor}:{product}"):
        return None
    return Node(
        path=f"/dev/{folder.name}",
        usb=PluggedAs(vendor=int(vendor, 16), product=int(product, 16), serial=_read(unit / "serial")),
        name=_read(folder / "name"),
        place=f"{_read(unit / 'busnum')}-{_read(unit / 'devpath')}",
    )


def _types(device: Path) -> bool:
    """Whether it has the digit 1 and Enter; the last word of the bitmap holds the lowest keys."""
    words = _read(device / "capabilities" / "key").split()
    lowest = int(words[-1], 16) if words and re.fullmatch(r"[0-9a-f]{1,16}", words[-1]) else 0
    return bool(lowest >> KEY_1 & 1 and lowest >> KEY_ENTER & 1)


def _place(phys: str) -> str:
    return phys.rpartition("/")[0] or phys


def _read(path: Path) -> str:
    return _bytes(path).decode("utf-8", errors="replace").strip()


def _bytes(path: Path) -> bytes:
    """What a node pulled just now still says is nothing."""
    try:
        with path.open("rb") as file:
            return file.read(4_096)
    except OSError:
        return b""


def chosen(nodes: list[Node], wanted: PluggedAs) -> list[Node]:
    """The nodes of the one unit that is meant, none if it is not plugged in; two units of a kind cannot be told apart.

    Raises ``PipeLost``.
    """
    found = [node for node in nodes if node.is_asked(wanted)]
    if len({(node.place, node.usb.serial) for node in found}) > 1:
        raise PipeLost("ambiguous")
    return found
