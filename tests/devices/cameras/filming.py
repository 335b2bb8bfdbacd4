"""A program of its own that films the test picture in short segments and says each that is closed, until it is killed.

``filming.py FOLDER``
"""

from __future__ import annotations

import sys
from pathlib import Path

from station.clock import SystemClock
from station.devices.camera import EvidenceCamera
from station.devices.cameras.told import CameraSetup, Segment, Stamp
from station.labels.screenless import ensure_application


def _say(segment: Segment) -> None:
    sys.stdout.write(f"{segment.file.name}\n")
    sys.stdout.flush()


def main(folder: str) -> None:
    application = ensure_application()
    setup = CameraSetup(name="box", link="synthetic:", width=320, height=240, segment_s=1)
    camera = EvidenceCamera(setup, SystemClock(), Path(folder))
    camera.segment.connect(_say)
    camera.open()
    camera.start_video(Stamp(bench="B01", order_tail="SO-0387"), 1)
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1])
