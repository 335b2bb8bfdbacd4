"""A language that nobody speaks: every letter with a mark, forty percent longer, in brackets; fields stay."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from station.translations.files import messages, release
from station.translations.messages import FIELD, Message, Translation, document
from station.translations.tables import gathered

LANGUAGE: Final = "en_XA"
SECOND: Final = "en_XB"
"""The same once more, to stand beside it."""
LONGER: Final = 0.4
_PLAIN: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARKED: Final = "áƀçđéƒğĥíĵķłɱñóþɋřšŧúʋŵẋýžÁɃÇĐÉƑĞĤÍĴĶŁṀÑÓÞɊŘŠŦÚṼŴẊÝŽ"
_MARKS: Final = str.maketrans(_PLAIN, _MARKED)


def pseudo(text: str) -> str:
    """``Scan {n}`` becomes ``[Šçáñ {n}]``: forty percent with the brackets, in words that can wrap."""
    pieces = re.split(f"({FIELD.pattern.replace('(', '(?:')})", text)
    marked = "".join(piece if FIELD.fullmatch(piece) else piece.translate(_MARKS) for piece in pieces)
    added = max(0, round(len(FIELD.sub("", text)) * LONGER) - 2)
    return f"[{marked}{' ~~~~' * (added // 5)}{' ~~~~'[: added % 5]}]"


def told(message: Message) -> Translation:
    one = pseudo(message.one or message.english)
    forms = (one, pseudo(message.english)) if message.counted else (pseudo(message.english),)
    return Translation(forms=forms, finished=True)


def make(folder: Path, language: str) -> Path:
    """The released file of the whole program in it, by the way that every translation goes."""
    there = {each.key: each for each in (*messages(), *gathered().messages.values())}.values()
    path = folder / f"sealbench_{language}.ts"
    path.write_text(document(language, there, {each.key: told(each) for each in there}), encoding="utf-8")
    return release(path, folder)
