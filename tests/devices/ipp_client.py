"""Prints one job on an IPP printer and tells as JSON what was said of it; a program, as its network is private."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from station.clock import SystemClock
from station.device_settings import DeviceSettings
from station.devices.device import Scale, build
from station.devices.errand import print_once
from station.devices.scanner import Scanner

WAIT_MS = 40_000


def main(link: str, file: str) -> None:
    application = QCoreApplication([])
    device = build(DeviceSettings(name="office", kind="printer", link=link, speaks="pdf"), SystemClock())
    assert not isinstance(device, Scanner | Scale)
    heard: list[str] = []
    device.said.connect(lambda said: heard.append(repr(said)))
    outcome = print_once(device, "job", Path(file).read_bytes(), wait_ms=WAIT_MS)
    sys.stdout.write(json.dumps({"state": outcome.state, "cause": outcome.cause, "heard": heard}))
    del application


if __name__ == "__main__":
    main(*sys.argv[1:])
