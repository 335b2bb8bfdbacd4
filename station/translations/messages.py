"""A sentence that a translator gets, and the ``.ts`` file it is in. XML only; where sentences come from is ``tables``.

The English is the source; the Chinese beside it tells two English words apart and helps who reads it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final
from xml.sax.saxutils import escape

from station.errors import Trouble

CONTEXT: Final = "Sealbench"
FILE_BYTES_MAX: Final = 8 * 1024 * 1024
FIELD: Final = re.compile(r"\{(\w*)\}")
COUNTED: Final = "{n}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    english: str
    chinese: str
    files: tuple[str, ...] = ()
    one: str = ""  # the English of one, where it is another

    @property
    def counted(self) -> bool:
        return COUNTED in self.english

    @property
    def key(self) -> tuple[str, str]:
        return self.english, self.chinese


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """``forms``: one, or as many as the language has plurals. Empty ones are not there yet."""

    forms: tuple[str, ...] = ("",)
    finished: bool = False


Translations = Mapping[tuple[str, str], Translation]
NONE: Final[Translations] = MappingProxyType({})


def document(language: str, messages: Iterable[Message], done: Translations) -> str:
    """The whole ``.ts``; what is not in ``done`` is marked unfinished."""
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n',
        f'<TS version="2.1" language="{language}" sourcelanguage="en">\n',
        f"<context>\n    <name>{CONTEXT}</name>\n",
    ]
    parts += [_message(each, done.get(each.key, Translation())) for each in messages]
    return "".join((*parts, "</context>\n</TS>\n"))


def _message(message: Message, told: Translation) -> str:
    head = '    <message numerus="yes">\n' if message.counted else "    <message>\n"
    places = "".join(f'        <location filename="../{escape(name)}"/>\n' for name in message.files)
    hint = f"Of one: {message.one}" if message.one else ""
    extra = f"        <extracomment>{escape(hint)}</extracomment>\n" if hint else ""
    state = "" if told.finished else ' type="unfinished"'
    forms = "".join(f"\n            <numerusform>{escape(form)}</numerusform>" for form in told.forms)
    text = f"{forms}\n        " if message.counted else escape(told.forms[0])
    return (
        f"{head}{places}        <source>{escape(message.english)}</source>\n"
        f"        <comment>{escape(message.chinese)}</comment>\n{extra}"
        f"        <translation{state}>{text}</translation>\n    </message>\n"
    )


def read(path: Path) -> tuple[str, tuple[Message, ...], dict[tuple[str, str], Translation]]:
    """Language, messages and what is translated. Raises ``Trouble`` for what is no ``.ts`` file of this program."""
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise Trouble("the file is too large for a translation", where=str(path))
        root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - a colleague's file; expat limits entities
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(f"cannot be read ({error})", where=str(path), remedy="Name a .ts file.") from error
    except ET.ParseError as error:
        raise Trouble(f"is no Qt Linguist file ({error})", where=str(path), remedy="Name a .ts file.") from error
    if root.tag != "TS" or root.findtext("context/name") != CONTEXT:
        raise Trouble(
            "is no translation of this program",
            where=str(path),
            remedy="Make one with: sealbench translations write LANGUAGE",
        )
    found = [element for element in root.iterfind("context/message") if not _gone(element)]
    messages = tuple(_read_message(element) for element in found)
    told = {message.key: _read_told(element) for message, element in zip(messages, found, strict=True)}
    return root.get("language", ""), messages, told


def _gone(element: ET.Element) -> bool:
    """No longer in the program: Qt Linguist keeps such sentences for their wording."""
    told = element.find("translation")
    return told is not None and told.get("type") in ("vanished", "obsolete")


def _read_message(element: ET.Element) -> Message:
    hint = element.findtext("extracomment") or ""
    return Message(
        english=element.findtext("source") or "",
        chinese=element.findtext("comment") or "",
        files=tuple(place.get("filename", "").removeprefix("../") for place in element.iterfind("location")),
        one=hint.removeprefix("Of one: "),
    )


def _read_told(element: ET.Element) -> Translation:
    told = element.find("translation")
    if told is None:
        return Translation()
    forms = tuple(form.text or "" for form in told.iterfind("numerusform")) or (told.text or "",)
    return Translation(forms=forms, finished=told.get("type") is None)
