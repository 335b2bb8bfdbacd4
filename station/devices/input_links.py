"""Which link carries what a scanner or a scale sends. A printer's are in ``printer_links``."""

from __future__ import annotations

import sys
from typing import TypeAlias

from station.devices.address import CameraAddress, HidAddress, KeysAddress, SerialAddress, TcpAddress
from station.devices.camera_link import CameraLink
from station.devices.link import SerialLink, TcpLink
from station.devices.pipe_link import Pipe, PipeLink

Link: TypeAlias = SerialLink | TcpLink | PipeLink | CameraLink
InputAddress: TypeAlias = SerialAddress | TcpAddress | HidAddress | KeysAddress | CameraAddress

SCANNER_PAGE, SCALE_PAGE = 0x8C, 0x8D


def input_link(address: InputAddress, *, page: int) -> Link:
    """``page`` is the HID usage page that the device speaks, if it speaks HID."""
    match address:
        case SerialAddress():
            return SerialLink(address)
        case TcpAddress():
            return TcpLink(address)
        case HidAddress():
            return PipeLink(lambda: _hid_pipe(address, page))
        case KeysAddress():
            return PipeLink(lambda: _keys_pipe(address))
        case CameraAddress():
            return CameraLink(address)


def _hid_pipe(address: HidAddress, page: int) -> Pipe:
    if sys.platform != "linux":
        from station.devices.hidapi_pipe import HidapiPipe

        return HidapiPipe(address, page)
    from station.devices.hidraw_pipe import HidrawPipe

    return HidrawPipe(address, page)


def _keys_pipe(address: KeysAddress) -> Pipe:
    if sys.platform == "win32":
        from station.devices.raw_input_pipe import RawInputPipe

        return RawInputPipe(address)
    from station.devices.evdev_pipe import EvdevPipe

    return EvdevPipe(address)
