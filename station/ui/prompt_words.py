"""A question as words of any language: recorded as text, and known again by the sentence it was made from. Pure."""

from __future__ import annotations

from typing import Final

from station.packing.prompt_texts import QUESTIONS
from station.packing.prompts import PICTURED
from station.packing.questions import Prompt
from station.ui.captions import KNOWN_ANSWERS
from station.ui.words import Words, recognised

_TEMPLATES: Final = tuple(Words(zh=zh, en=en) for zh, en in QUESTIONS.values())
_NO_PHOTO: Final = Words(zh=QUESTIONS["no_photo"][0], en=QUESTIONS["no_photo"][1])
_PHOTOS: Final = tuple(_NO_PHOTO.filled(what=Words(zh=zh, en=en)) for zh, en in PICTURED.values())
_SHORT: Final = Words(zh=QUESTIONS["supervisor"][0], en=QUESTIONS["supervisor"][1])
_SHORT_FOR: Final = tuple((_SHORT.filled(why=why), _SHORT.filled(why=said)) for why, said in KNOWN_ANSWERS)
"""A short pack's question is recorded with the answer's key; the screen has the answer as its card called it."""


def question(prompt: Prompt) -> Words:
    """With what it is made of; a house's own question, of its packing rules, has its two languages only."""
    known = (*((words, words) for words in _PHOTOS), *_SHORT_FOR)
    asked = next((words for recorded, words in known if (recorded.zh, recorded.en) == (prompt.zh, prompt.en)), None)
    return asked or recognised(prompt.zh, prompt.en, _TEMPLATES)
