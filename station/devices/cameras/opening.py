"""Which source of pictures an address means."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from PySide6.QtCore import QObject

from station.clock import Clock
from station.devices.address import CameraAddress, FileAddress, StreamAddress, SyntheticAddress, parse, shown_link
from station.devices.cameras.picture import PictureSource
from station.devices.cameras.stream import StreamSource
from station.devices.cameras.synthetic import FilesSource, SyntheticSource
from station.devices.cameras.usb import UsbSource
from station.errors import SettingsTrouble

SeenAddress: TypeAlias = CameraAddress | StreamAddress | SyntheticAddress | FileAddress


def seen_address(link: str) -> SeenAddress:
    """Raises ``SettingsTrouble`` where ``link`` is no camera's."""
    address = parse(link)
    if isinstance(address, CameraAddress | StreamAddress | SyntheticAddress | FileAddress):
        return address
    raise SettingsTrouble(
        f"{shown_link(link)!r} is no camera's address",
        remedy="Use camera:, rtsp://, http://, file: (pictures of a folder) or synthetic:.",
    )


def source_of(address: SeenAddress, clock: Clock, parent: QObject, *, size: tuple[int, int], fps: int) -> PictureSource:
    """Not started yet."""
    match address:
        case CameraAddress():
            return UsbSource(address, clock, parent, size=size, fps=fps)
        case StreamAddress():
            return StreamSource(address, clock, size=size, fps=fps)
        case SyntheticAddress():
            return SyntheticSource(clock, size=size)
        case FileAddress():
            return FilesSource(address.folder, clock)
        case _:
            assert_never(address)
