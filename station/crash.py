"""The one hook for our own faults: a bug stops the bench, loudly, and leaves a file to send.

Qt goes on after an exception in a slot, and a bench that goes on after a bug may show what is not true. Everything
acknowledged is on disk, so stopping at once loses nothing; the next start resumes at the same unit.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from station.__about__ import __version__
from station.clock import Clock

EXIT_CODE = 70
FILES_MAX = 50


def install(folder: Path, clock: Clock) -> None:
    """Every exception nobody expected, in whatever thread, ends the program; ``folder`` gets its story."""
    faulthandler.enable()

    def stop(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            os._exit(130)
        story = "".join(traceback.format_exception(kind, error, trace))
        file = _write(folder, clock, story)
        where = f" The story is in {file}; send it to support." if file else ""
        sys.stderr.write(
            f"{story}sealbench: a fault of the program stopped the bench; all it showed is saved.{where}\n"
        )
        sys.stderr.flush()
        os._exit(EXIT_CODE)

    def stop_thread(args: threading.ExceptHookArgs) -> None:
        assert args.exc_value is not None
        stop(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = stop
    threading.excepthook = stop_thread


def _write(folder: Path, clock: Clock, story: str) -> Path | None:
    """The crash file; None when the disk does not take it, which must not hide the crash itself."""
    file = folder / f"crash-{clock.now().wall_us}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in sorted(folder.glob("crash-*.txt"))[:-FILES_MAX]:
            old.unlink()
        file.write_text(f"sealbench {__version__}\n{story}", encoding="utf-8", errors="replace")
    except OSError:
        return None
    return file
