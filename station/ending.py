"""Being told to end: by the system that shuts down, a person who logs off, Ctrl+C. Nothing else lives here."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

SIGNALS_MAX = 64
"""Read at once; each is one byte, and one is enough."""


class Ending(QObject):
    """As long as it lives, the application quits when it is told to end, as if its window were closed; told again, it
    ends at once.

    Python hears a signal only between two of its own steps, and a program that waits in Qt takes none: a byte on a
    socket wakes it (Python's ``signal.set_wakeup_fd``).
    """

    def __init__(self, application: QCoreApplication) -> None:
        """On the main thread, the only one that may set signals."""
        super().__init__(application)
        self._near, self._far = socket.socketpair()
        for end in (self._near, self._far):
            end.setblocking(False)
        self._told = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._told.activated.connect(self._end)
        signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, _heard)

    def _end(self) -> None:
        self._near.recv(SIGNALS_MAX)
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, signal.SIG_DFL)
        QCoreApplication.quit()


def _heard(_signal: int, _frame: object) -> None:
    """Nothing: the byte on the socket says it."""
