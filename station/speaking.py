"""Verbs that print in a further language: Qt holds the translators' files, so it must be there while they run.

Chinese and English stand in the tables and need no Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from PySide6.QtGui import QGuiApplication

    from station.home import Home
    from station.settings import Settings

    Act = Callable[[argparse.Namespace, Home], int]


def in_any_language(act: Act) -> Act:
    """The act of a verb that opens no window, with the home's translations where its settings ask for them."""

    def run(args: argparse.Namespace, home: Home) -> int:
        from station.settings import load

        speaks = translations(home, load(home))
        done = act(args, home)
        del speaks
        return done

    return run


def translations(home: Home, settings: Settings) -> QGuiApplication | None:
    """What holds them, for the caller to keep as long as it speaks; None where no third language is asked for."""
    asked = {settings.bench.language, settings.bench.second_language, *settings.label.languages}
    if asked <= {"zh", "en", ""}:
        return None
    from station.labels.screenless import ensure_application
    from station.ui import languages

    application = ensure_application()
    languages.load(application, home.translations)
    return application
