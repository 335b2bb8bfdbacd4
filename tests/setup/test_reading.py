"""A line or a scan against the question that stands."""

from __future__ import annotations

import pytest

from station.codes import command_code
from station.packing.inputs import Command
from station.setup.code_faults import HeardCode
from station.setup.reading import understood
from station.setup.values import Answered, Choice, CodeHeard, CodePicture, PictureKind, Question, Takes, say

WORDS = say("问", "Ask")
YES, OTHER, SKIP = (Choice(key=key, words=WORDS) for key in ("yes", "tcp:A:1", "skip"))
CHOICE = Question(words=WORDS, choices=(YES, OTHER, SKIP))
TEXT = Question(words=WORDS, takes=Takes.TEXT, choices=(OTHER, SKIP))
NEXT = command_code(Command.NEXT)
CODE = Question(
    words=WORDS,
    takes=Takes.CODE,
    choices=(YES, SKIP),
    pictures=(CodePicture(kind=PictureKind.CODE128, text=NEXT, caption=WORDS),),
)


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("2", CHOICE, "tcp:A:1"),
        ("SKIP\r\n", CHOICE, "skip"),
        ("tcp:A:1", CHOICE, "tcp:A:1"),
        (command_code(Command.YES), CHOICE, "yes"),
        (command_code(Command.YES), TEXT, "tcp:A:1"),
        (command_code(Command.CHOICE, "3"), CHOICE, "skip"),
        (NEXT, CHOICE, "skip"),
        ("9", TEXT, "9"),
        ("B 07", TEXT, "B 07"),
        ("2", CODE, "skip"),
    ],
)
def test_answers(text: str, question: Question, answer: str) -> None:
    """Numbers, words, addresses and command codes choose; anything else is the text itself."""
    assert understood(text, question) == Answered(value=answer)


@pytest.mark.parametrize("text", ["6901234567892", " AZ az ", NEXT])
def test_codes(text: str) -> None:
    """Where a code is wanted it stays as it came, blanks and all, also a command that is the wanted one."""
    assert understood(text, CODE) == CodeHeard(heard=HeardCode(text=text, typed=True))
