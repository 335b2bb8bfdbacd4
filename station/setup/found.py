"""What is plugged in, as the operating system lists it. Nothing is opened, no network is asked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from station.devices.cameras.capture import identity_of
from station.devices.hid_descriptor import parse
from station.devices.input_links import SCALE_PAGE, SCANNER_PAGE
from station.devices.plugged import hid_nodes, keyboard_nodes
from station.setup.values import FoundLink

LIST_S: Final = 3
FOUND_MAX: Final = 40
PRINTER_CLASS: Final = 7


def links(kind: str) -> tuple[FoundLink, ...]:
    """Where a device of that kind may be."""
    match kind:
        case "scanner":
            found = [*_serial_ports(), *_hid(SCANNER_PAGE), *_keyboards()]
        case "scale":
            found = [*_serial_ports(), *_hid(SCALE_PAGE)]
        case "printer":
            found = [*_usb_printers(), *_usblp(), *_queues(), *_serial_ports()]
        case "camera":
            found = _cameras()
        case _:
            raise AssertionError(kind)
    return tuple(found[:FOUND_MAX])


def _serial_ports() -> list[FoundLink]:
    from PySide6.QtSerialPort import QSerialPortInfo

    found = []
    for port in QSerialPortInfo.availablePorts():
        if not port.hasVendorIdentifier():
            if port.systemLocation().startswith("/dev/ttyS"):
                continue  # Linux lists four of these whether or not there is a socket
            found.append(FoundLink(link=f"serial:{port.systemLocation()}", name=port.systemLocation()))
            continue
        serial = f":{port.serialNumber()}" if port.serialNumber().isascii() and port.serialNumber() else ""
        link = f"serial:{port.vendorIdentifier():04x}:{port.productIdentifier():04x}{serial}"
        name = " ".join(filter(None, (port.manufacturer(), port.description()))) or port.systemLocation()
        found.append(FoundLink(link=link, name=f"{name} ({port.systemLocation()})"))
    return found


def _hid(page: int) -> list[FoundLink]:
    if sys.platform != "linux":
        return []
    nodes = [node for node in hid_nodes() if parse(node.descriptor).speaks(page)]
    return [FoundLink(link=f"hid:{node.identity}", name=f"{node.name} (HID)") for node in nodes]


def _keyboards() -> list[FoundLink]:
    """Everything that types; which of them is the scanner, a person has to say."""
    if sys.platform != "linux":
        return []
    return [FoundLink(link=f"evdev:{node.identity}", name=f"{node.name} (keys)") for node in keyboard_nodes()]


def _usb_printers() -> list[FoundLink]:
    """By USB's own class for printers; without a USB library there are none to see."""
    import usb.core
    import usb.util

    try:
        devices = list(usb.core.find(find_all=True, custom_match=_is_printer) or ())
    except (usb.core.NoBackendError, usb.core.USBError):
        return []
    return [
        FoundLink(
            link=f"usb:{one.idVendor:04x}:{one.idProduct:04x}", name=f"USB {one.idVendor:04x}:{one.idProduct:04x}"
        )
        for one in devices
    ]


def _is_printer(device: object) -> bool:
    configurations = iter(device)  # type: ignore[call-overload]
    return any(part.bInterfaceClass == PRINTER_CLASS for configuration in configurations for part in configuration)


def _usblp(folder: Path = Path("/dev/usb")) -> list[FoundLink]:
    return [FoundLink(link=f"usblp:{path}", name=f"USB printer ({path})") for path in sorted(folder.glob("lp*"))]


def _queues() -> list[FoundLink]:
    """Queues that are set up on this machine; ``lpstat`` asks the machine's own spooler only."""
    if sys.platform == "win32":
        from PySide6.QtPrintSupport import QPrinterInfo

        return [FoundLink(link=f"lp:{name}", name=name) for name in QPrinterInfo.availablePrinterNames()]
    program = shutil.which("lpstat")
    if program is None:
        return []
    try:
        told = subprocess.run(  # noqa: S603 - a fixed program with fixed words
            [program, "-h", "localhost", "-v"], capture_output=True, timeout=LIST_S, check=False, text=True
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return []
    names = [line.partition(": ")[0].rpartition(" ")[2] for line in told.splitlines() if ": " in line]
    return [FoundLink(link=f"lp:{name}", name=f"{name} (CUPS)") for name in names if name]


def _cameras() -> list[FoundLink]:
    """By what they are where the system says it: a name is that of every camera of the model."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:  # it needs libraries that a bare machine has not; network cameras do without
        return []
    return [
        FoundLink(link=f"camera:{identity_of(camera) or camera.description()}", name=camera.description())
        for camera in QMediaDevices.videoInputs()
    ]
