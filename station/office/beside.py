"""A verb of the program itself, run beside the window: what takes long, or must not take the window with it.

One at a time; it answers with the document that it tells under ``--json``. Killed at the limit, or with the window.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QProcess, QTimer

from station.home import Home

LIMIT_MS: Final = 60 * 60_000
STOP_MS: Final = 10_000
STARTS_NOT: Final = -1
"""The exit code of what could not even be started."""

Then = Callable[[int, dict[str, Any]], None]


class Beside(QObject):
    def __init__(self, home: Home, *, limit_ms: int = LIMIT_MS) -> None:
        super().__init__()
        self._home = home
        self._process: QProcess | None = None
        self._patience = QTimer(self, singleShot=True, interval=limit_ms)
        self._patience.timeout.connect(self._kill)

    @property
    def running(self) -> bool:
        return self._process is not None

    def start(
        self, verb: Sequence[str], then: Then, progress: Callable[[str], None] | None = None, *, window: bool = False
    ) -> None:
        """``verb``: its name first; ``progress`` gets what it writes to its error output, as it comes.

        ``window``: it opens one of its own, and tells no document.
        """
        assert self._process is None, "one at a time"
        process = QProcess(self)
        process.setWorkingDirectory(str(Path(__file__).parents[2]))
        process.finished.connect(lambda code, _status: self._ended(code, then))
        process.errorOccurred.connect(lambda error: self._failed(error, then))
        if progress is not None:
            process.readyReadStandardError.connect(
                lambda: progress(bytes(process.readAllStandardError().data()).decode("utf-8", "replace"))
            )
        self._process = process
        self._patience.start()
        name, *options = verb
        told = () if window else ("--json",)
        process.start(sys.executable, ["-m", "station", name, "--home", str(self._home.root), *told, *options])

    def stop(self) -> None:
        """Asked to end, then killed; what it was asked for is not told any more."""
        process, self._process = self._process, None
        self._patience.stop()
        if process is None:
            return
        process.blockSignals(True)
        process.terminate()
        if not process.waitForFinished(STOP_MS):
            process.kill()
            process.waitForFinished(STOP_MS)
        process.deleteLater()

    def _ended(self, code: int, then: Then) -> None:
        process, self._process = self._process, None
        self._patience.stop()
        assert process is not None, "it was started"
        document = _document(bytes(process.readAllStandardOutput().data()))
        process.deleteLater()
        then(code, document)

    def _failed(self, error: QProcess.ProcessError, then: Then) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._process.deleteLater()
            self._process = None
            self._patience.stop()
            then(STARTS_NOT, {"error": "the program itself cannot be started"})

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()


def _document(output: bytes) -> dict[str, Any]:
    """What the verb told under ``--json``; empty where it told nothing."""
    try:
        document = json.loads(output)
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """A name in the folder, which is made, that nothing has yet. ``OSError``: the folder cannot be made."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in stem)[:80]
    names = (folder / f"{plain}{f'-{at}' if at else ''}{suffix}" for at in range(10_000))
    return next((name for name in names if not name.exists()), folder / f"{plain}{suffix}")
