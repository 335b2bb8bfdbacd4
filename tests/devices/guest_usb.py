"""Inside a guest kernel: prints one TSPL label over a USB link on the kernel's printer gadget and says what came of it.

A program, started by ``tools/guest-usb-printer``. The gadget's far side is a file; the virtual printer's firmware sits
behind it.
"""

from __future__ import annotations

import fcntl
import os
import sys
import threading

from PySide6.QtCore import QCoreApplication

from station.clock import SystemClock
from station.device_settings import DeviceSettings
from station.devices.address import UsblpAddress
from station.devices.device import Scale, build
from station.devices.dialect import told
from station.devices.errand import print_once
from station.devices.printers import tspl
from station.devices.scanner import Scanner
from station.devices.usblp_link import UsblpLink
from station.devices.virtual.firmware import Label, Printed, Question, State
from station.devices.virtual.tspl_firmware import TsplFirmware
from station.packing.inputs import PrintState

GADGET = "/dev/g_printer0"
PORT = "/dev/usb/lp0"
GADGET_SET_PRINTER_STATUS = 0xC0016722
"""``linux/usb/g_printer.h``: _IOWR('g', 0x22, unsigned char)."""
BITMAP = bytes(range(256)) * 40
WAIT_MS = 20_000
WORKING = 2
"""Answers in which it is busy with a label: one never seen working is not believed to have printed."""


def serve(file: int, paper: list[Printed]) -> None:
    """The printer's inside: reads what the host writes, answers its questions."""
    firmware = TsplFirmware(dpi=203)
    working = 0
    while data := os.read(file, 8_192):
        for heard in firmware.feed(data):
            if isinstance(heard, Question):
                os.write(file, firmware.answer(heard.name, State(waiting=min(working, 1))))
                working = max(working - 1, 0)
            elif isinstance(heard, Label) and heard.picture is not None:
                paper.append(heard.picture)
                working = WORKING


def main(link: str) -> None:
    """``usblp:`` and ``usb:`` print; ``status`` asks the port; ``driver`` looks whether usblp has its printer back."""
    if link == "status":
        ask_port()
    elif link == "driver":
        say(os.path.exists(PORT), f"{PORT} is there again after pyusb gave it back")
    else:
        print_over(link)


def say(went_well: bool, what: str) -> None:
    sys.stdout.write(f"{'ran' if went_well else 'failed'}: {what}\n")


def ask_port() -> None:
    """LPGETSTATUS of a healthy printer, and of one whose paper is out."""
    application = QCoreApplication([])
    link = UsblpLink(UsblpAddress(path=PORT))
    link.open()
    file = os.open(GADGET, os.O_RDWR)
    for lines, wanted in ((0x18, told("ready")), (0x30, told("paper_out"))):
        fcntl.ioctl(file, GADGET_SET_PRINTER_STATUS, lines)
        heard = link.port_status()
        say(heard == wanted, f"LPGETSTATUS {lines:02X}h: {sorted(heard.words) if heard else 'no answer'}")
    fcntl.ioctl(file, GADGET_SET_PRINTER_STATUS, 0x18)
    os.close(file)
    link.close()
    del application


def print_over(link: str) -> None:
    application = QCoreApplication([])
    paper: list[Printed] = []
    file = os.open(GADGET, os.O_RDWR)
    threading.Thread(target=serve, args=(file, paper), daemon=True).start()
    device = build(DeviceSettings(name="usb", kind="printer", link=link, speaks="tspl"), SystemClock())
    assert not isinstance(device, Scanner | Scale)
    outcome = print_once(device, "job", tspl.encode(BITMAP, 256, 320), wait_ms=WAIT_MS)
    arrived = [one.bitmap for one in paper] == [BITMAP]
    went_well = outcome.state is PrintState.PRINTED and arrived
    say(went_well, f"{link}: {outcome.state} {outcome.cause}, {len(paper)} label(s), dots equal: {arrived}")
    del application


if __name__ == "__main__":
    main(sys.argv[1])
