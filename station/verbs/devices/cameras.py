"""Cameras for ``devices list`` and ``devices test``: what they can do, who they are, and a picture to look at."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station.errors import Trouble, UsageTrouble

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraDevice

    from station.device_settings import DeviceSettings

FORMATS_SHOWN = 6
TEST_ASK = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    ok: bool
    word: str
    cause: str = ""


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    """Nothing of its own: cameras are part of ``list`` and ``test``."""
    del acts, common


def plugged_in() -> list[dict[str, Any]]:
    """The cameras of this machine, as far as its libraries let us see them."""
    from station.labels.screenless import ensure_application

    running = ensure_application()
    _hush()
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        print("cameras cannot be listed: Qt Multimedia does not load; see sealbench doctor", file=sys.stderr)
        return []
    found = [_described(device) for device in QMediaDevices.videoInputs()]
    del running
    return found


def _described(device: QCameraDevice) -> dict[str, Any]:
    from station.devices.cameras.capture import identity_of

    identity = identity_of(device)
    formats = {
        (one.resolution().width(), one.resolution().height(), round(one.maxFrameRate()))
        for one in device.videoFormats()
    }
    return {
        "link": f"camera:{device.description()}",
        "identity": f"camera:{identity}" if identity else "",
        "description": device.description(),
        "formats": [f"{width}x{height}@{fps}" for width, height, fps in sorted(formats, reverse=True)],
    }


def row(camera: dict[str, Any]) -> str:
    formats = camera["formats"]
    more = f" and {len(formats) - FORMATS_SHOWN} more" if len(formats) > FORMATS_SHOWN else ""
    shown = f"{' '.join(formats[:FORMATS_SHOWN])}{more}"
    return f"camera   {camera['description']:20} {camera['identity'] or camera['link']}  {shown}".rstrip()


def tested(device: DeviceSettings, *, wait_ms: int, picture: Path | None) -> Tested:
    """One still of it, into the file ``picture`` when one is given. A file that is there is never written over."""
    if picture is not None and picture.exists():
        raise UsageTrouble("this file is already there", where=str(picture), remedy="Choose another name.")
    try:
        jpeg, told = _still(device, wait_ms)
    except Trouble as trouble:
        return Tested(ok=False, word=trouble.sentence())
    if picture is not None and jpeg:
        try:
            picture.write_bytes(jpeg)
        except OSError as error:
            raise Trouble(f"the picture cannot be written: {error.strerror}", where=str(picture)) from error
    return told


def _hush() -> None:
    """Qt names every driver for graphics that it looked for in vain."""
    from PySide6.QtCore import QLoggingCategory

    QLoggingCategory.setFilterRules("qt.multimedia.*=false")


def _still(device: DeviceSettings, wait_ms: int) -> tuple[bytes, Tested]:
    from tempfile import TemporaryDirectory

    from PySide6.QtCore import QEventLoop, QTimer

    from station.clock import SystemClock
    from station.devices.camera import EvidenceCamera
    from station.devices.cameras.causes import CAUSES
    from station.devices.cameras.told import CameraSetup, CameraState, Stamp, Still

    _hush()
    loop = QEventLoop()
    stills: list[Still] = []
    states: list[CameraState] = []
    with TemporaryDirectory() as folder:
        width, height = map(int, device.resolution.split("x"))
        setup = CameraSetup(name=device.name, link=device.link, width=width, height=height)
        camera = EvidenceCamera(setup, SystemClock(), Path(folder))
        camera.state.connect(states.append)
        camera.still.connect(stills.append)
        camera.still.connect(loop.quit)
        camera.open()
        camera.change_stamp(Stamp(order_tail="TEST"))
        camera.preview.connect(lambda _image: camera.take_still(TEST_ASK) if not stills else None)
        QTimer.singleShot(wait_ms, loop.quit)
        loop.exec()
        camera.stop()
    if stills:
        still = stills[0]
        word = f"{still.width}x{still.height}, {len(still.jpeg) // 1_000} kB"
        return still.jpeg, Tested(ok=True, word=f"{word}, {still.source}" if still.source != "usb" else word)
    detail = states[-1].detail if states else ""
    return b"", Tested(ok=False, word=detail or "no_picture", cause=CAUSES.get(detail, ""))
