"""Which languages there are, and a sentence in any of them. Chinese and English are in the program's own tables.

Every other is a file ``sealbench_<language>.qm``, released from Qt Linguist, in the folder ``translations`` of the home
or of the program. Qt keeps what is loaded, under the application; nothing else here remembers anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from station.ui.words import Words, in_other

CONTEXT: Final = "Sealbench"
"""The one context of every message; Chinese is what tells two English words apart."""
CHINESE: Final = "zh"
ENGLISH: Final = "en"
SHIPPED: Final = (CHINESE, ENGLISH)
OURS: Final = Path(__file__).parents[1] / "translations"
"""What is shipped beside our two."""
FILES_MAX: Final = 50
FILE_BYTES_MAX: Final = 4 * 1024 * 1024
_NAMED: Final = re.compile(r"sealbench_([a-z]{2,3}(_[A-Z]{2})?)\.qm")


def found(folders: Iterable[Path]) -> dict[str, Path]:
    """The translators' files by language, at most fifty; the first folder's come first. Our own two need none."""
    there: dict[str, Path] = {}
    for folder in folders:
        names = sorted(path.name for path in folder.glob("sealbench_*.qm"))[:FILES_MAX]
        for name in names:
            fits = _NAMED.fullmatch(name)
            if fits and fits[1] not in SHIPPED and (folder / name).stat().st_size <= FILE_BYTES_MAX:
                there.setdefault(fits[1], folder / name)
    return there


def load(application: QCoreApplication, folder: Path) -> tuple[str, ...]:
    """Make the files of ``folder`` known to Qt for as long as the application lives; answers the languages there are.

    A file that Qt cannot read is left out: its language is then spoken in English.
    """
    for language, path in found((folder, OURS)).items():
        if _translator(application, language) is None:
            translator = QTranslator(application)
            translator.setObjectName(_name(language))
            if not translator.load(str(path)):
                translator.setParent(None)
    return known(application)


def known(application: QCoreApplication | None) -> tuple[str, ...]:
    if application is None:
        return SHIPPED
    loaded = [each.objectName() for each in application.findChildren(QTranslator)]
    prefix = _name("")
    return (*SHIPPED, *sorted(name.removeprefix(prefix) for name in loaded if name.startswith(prefix)))


def own_name(language: str) -> str:
    """As those call it who speak it: Deutsch, Tiếng Việt. The short name where nobody knows."""
    return QLocale(language).nativeLanguageName() or language


def beside(language: str) -> str:
    """The second language of a screen, where nothing else is said: English, and Chinese beside English."""
    return CHINESE if language == ENGLISH else ENGLISH


def second_of(language: str, *, house: str, house_second: str) -> str:
    """What stands beside ``language`` in a house: its own second one, or its first where somebody reads another."""
    return (house_second if language == house else house) or beside(language)


def said(words: Words, language: str) -> str:
    """The only place where a language is chosen."""
    if language == CHINESE:
        return words.zh
    if language == ENGLISH:
        return words.en
    application = QCoreApplication.instance()
    translator = None if application is None else _translator(application, language)
    return words.en if translator is None else in_other(words, partial(_translated, translator))


def _translator(application: QCoreApplication, language: str) -> QTranslator | None:
    return application.findChild(QTranslator, _name(language))


def _name(language: str) -> str:
    return f"sealbench_{language}"


def _translated(translator: QTranslator, english: str, chinese: str, n: int | None) -> str | None:
    return translator.translate(CONTEXT, english, chinese, -1 if n is None else n) or None
