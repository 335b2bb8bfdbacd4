"""Which link carries bytes to a printer at an address. A queue and an IPP printer have none: ``queue_printer``."""

from __future__ import annotations

from typing import TypeAlias

from station.devices.address import SerialAddress, TcpAddress, UsbAddress, UsblpAddress
from station.devices.link import SerialLink, TcpLink
from station.devices.pipe_link import Pipe, PipeLink
from station.devices.usblp_link import UsblpLink

PrinterLink: TypeAlias = SerialLink | TcpLink | PipeLink | UsblpLink


def printer_link(address: SerialAddress | TcpAddress | UsbAddress | UsblpAddress) -> PrinterLink:
    match address:
        case SerialAddress():
            return SerialLink(address)
        case TcpAddress():
            return TcpLink(address)
        case UsbAddress():
            return PipeLink(lambda: _usb_pipe(address))
        case UsblpAddress():
            return UsblpLink(address)


def _usb_pipe(address: UsbAddress) -> Pipe:
    from station.devices.usb_pipe import UsbPipe

    return UsbPipe(address)
