"""What every program with a window begins with. No window is made here."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from station.clock import SystemClock
from station.collecting import Collecting
from station.crash import install as install_crash_hook
from station.ending import Ending
from station.home import Home
from station.ui import languages


def application_of(home: Home) -> QApplication:
    """The application: a fault of ours ends it and leaves its story in the home's logs, garbage is collected on its
    thread alone, being told to end closes it, and it speaks the home's languages."""
    install_crash_hook(home.logs, SystemClock())
    application = QApplication.instance() or QApplication(["sealbench"])
    assert isinstance(application, QApplication)
    Collecting(application)
    Ending(application)
    languages.load(application, home.translations)
    return application
