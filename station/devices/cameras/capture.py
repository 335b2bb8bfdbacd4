"""Opening a camera of this machine with Qt: which one is meant, in which format, and that it was pulled out.

The camera that reads codes and the one that keeps evidence are both opened here. QtMultimedia is loaded when the first
camera is opened: it needs libraries that a bare machine has not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from station.devices.address import CameraAddress, PluggedAs
from station.devices.pipe_link import PipeLost
from station.devices.plugged import camera_nodes, chosen

if TYPE_CHECKING:
    from PySide6.QtMultimedia import (
        QCamera,
        QCameraDevice,
        QCameraFormat,
        QMediaCaptureSession,
        QMediaDevices,
        QVideoFrame,
        QVideoSink,
    )

_WINDOWS_ID: Final = re.compile(r"vid_([0-9a-f]{4})&pid_([0-9a-f]{4})", re.IGNORECASE)


class Capture(QObject):
    """Made, started and stopped in one thread. ``seen`` hears frames in whatever thread Qt brings them."""

    def __init__(
        self,
        address: CameraAddress,
        seen: Callable[[QVideoFrame], None],
        lost: Callable[[], None],
        parent: QObject | None = None,
        *,
        size: tuple[int, int] | None = None,
        fps: int = 0,
    ) -> None:
        """``size`` and ``fps`` choose the camera's format; without a size it keeps its own."""
        super().__init__(parent)
        self._address = address
        self._seen = seen
        self._lost = lost
        self._size = size
        self._fps = fps
        self._parts: tuple[QCamera, QMediaCaptureSession, QVideoSink] | None = None
        self._devices: QMediaDevices | None = None

    def start(self) -> str:
        """Empty, or in one word why there is no picture."""
        try:
            from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoSink
        except ImportError:
            return "no_multimedia"
        if self._devices is None:
            self._devices = QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self._look)
        try:
            device = device_of(self._address)
        except PipeLost as lost:
            return str(lost)
        camera, session, sink = QCamera(device, self), QMediaCaptureSession(self), QVideoSink(self)
        if self._size is not None and device.videoFormats():
            camera.setCameraFormat(best_format(device.videoFormats(), self._size, self._fps))
        session.setCamera(camera)
        session.setVideoSink(sink)
        sink.videoFrameChanged.connect(self._seen, Qt.ConnectionType.DirectConnection)
        camera.errorOccurred.connect(self._failed)
        self._parts = camera, session, sink
        camera.start()
        return ""

    def stop(self) -> None:
        parts, self._parts = self._parts, None
        if parts is not None:
            parts[0].stop()
            for part in parts:
                part.deleteLater()

    def _failed(self) -> None:
        """What a camera says while it is being stopped is no news."""
        if self._parts is not None:
            self._lost()

    def _look(self) -> None:
        """A camera pulled out is told at once, not when its pictures have been missing for long."""
        assert self._devices is not None
        if self._parts is not None and self._parts[0].cameraDevice() not in self._devices.videoInputs():
            self._lost()


def device_of(address: CameraAddress) -> QCameraDevice:
    """The camera that is meant; ``default`` is the system's own choice. Raises ``PipeLost``."""
    from PySide6.QtMultimedia import QMediaDevices

    if address.name == "default":
        device = QMediaDevices.defaultVideoInput()
        found = [] if device.isNull() else [device]
    elif address.usb is not None:
        found = _plugged(QMediaDevices.videoInputs(), address.usb)
    else:
        found = [one for one in QMediaDevices.videoInputs() if one.description().startswith(address.name)]
    if not found:
        raise PipeLost("not_found")
    return found[0]


def _plugged(devices: list[QCameraDevice], wanted: PluggedAs) -> list[QCameraDevice]:
    paths = {node.path for node in chosen(camera_nodes(), wanted)}
    alike = [one for one in devices if _id(one) in paths or _is_windows_unit(_id(one), wanted)]
    if len(alike) > 1 and not paths:
        raise PipeLost("ambiguous")
    return alike


def _is_windows_unit(text: str, wanted: PluggedAs) -> bool:
    """Windows names a camera by maker and product; of a serial number it says nothing there."""
    found = _WINDOWS_ID.search(text)
    return found is not None and (int(found[1], 16), int(found[2], 16)) == (wanted.vendor, wanted.product)


def identity_of(device: QCameraDevice) -> str:
    """As it stands in ``bench.toml`` after ``camera:``; empty where the system does not say what it is."""
    text = _id(device)
    found = _WINDOWS_ID.search(text)
    if found is not None:
        return f"{found[1]}:{found[2]}".lower()
    return next((node.identity for node in camera_nodes() if node.path == text), "")


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", errors="replace")


def best_format(formats: list[QCameraFormat], size: tuple[int, int], fps: int) -> QCameraFormat:
    """The smallest picture that is no smaller than asked and fast enough, at the slowest such rate; else the largest.

    A camera that is slower than asked is better than one that shows less.
    """
    enough = [one for one in formats if _width(one) >= size[0] and _height(one) >= size[1]]
    if not enough:
        return max(formats, key=lambda one: (_width(one) * _height(one), one.maxFrameRate()))
    return min(
        enough,
        key=lambda one: (_width(one) * _height(one), one.maxFrameRate() < fps, abs(one.maxFrameRate() - fps)),
    )


def _width(one: QCameraFormat) -> int:
    return one.resolution().width()


def _height(one: QCameraFormat) -> int:
    return one.resolution().height()
