"""Set-up without a window: questions as text or JSON lines, answers as lines. It decides nothing."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from station.labels.bars import QR_QUIET
from station.reports.speech import in_all, in_order
from station.setup import machine
from station.setup.code_pictures import qr_rows
from station.setup.reading import ASIDES
from station.setup.sitting import Sitting
from station.setup.stages import Setup
from station.setup.step_words import ENDS, STEP_NAMES
from station.setup.values import STEPS, CodePicture, PictureKind, Question, Takes, Told
from station.ui.languages import beside, said
from station.ui.screen import Verdict, Words

LINES_MAX: Final = 256
_MARKS: Final = {Verdict.OK: "✓", Verdict.STOP: "✕", Verdict.ATTENTION: "!", Verdict.INFO: "·"}


class Lines(QObject):
    """Feeds lines to a sitting when it waits for nothing, and writes what it asks. ``done`` when it is over."""

    done = Signal()

    def __init__(
        self, sitting: Sitting, write: Callable[[str], None], *, as_json: bool, wait_ms: int, show_codes: bool = False
    ) -> None:
        super().__init__()
        self._session = sitting
        self._write = write
        self._as_json = as_json
        self._show_codes = show_codes
        self._lines: deque[str] = deque()
        self._ended = False
        self._shown: tuple[object, Words, str] | None = None
        self._patience = QTimer(self, singleShot=True, interval=wait_ms)
        self._patience.timeout.connect(self.done)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        sitting.changed.connect(self._changed)
        sitting.over.connect(self.done)

    def feed(self, line: str) -> None:
        if len(self._lines) < LINES_MAX:
            self._lines.append(line)
        self._later.start()

    def end(self) -> None:
        """No more answers: what is under way may still finish."""
        self._ended = True
        self._patience.start()
        self._later.start()

    def _go_on(self) -> None:
        while self._lines and not machine.waits(self._session.setup) and not self._session.setup.over:
            self._session.type(self._lines.popleft())
        if self._ended and not self._lines and not machine.waits(self._session.setup):
            self.done.emit()

    def _changed(self, setup: Setup) -> None:
        self._later.start()
        question = machine.question(setup)
        if self._as_json:
            self._write(json.dumps(as_document(setup, question), ensure_ascii=False))
            return
        asks = (setup.step, getattr(setup.stage, "asks", None))
        if setup.told is not None:
            self._write(f"{_MARKS[setup.told.verdict]} {_both(setup.told.words, setup.language)}")
            if setup.told.way is not None:
                self._write(f"  → {_both(setup.told.way, setup.language)}")
        if self._shown is None or self._shown[0] != asks or setup.told is not None:
            for line in as_text(setup, question):
                self._write(line)
            self._draw(question)
        elif self._shown[1:] != (question.words, question.figure):
            self._write(f"  {_lead(question.words, setup.language)} {question.figure}")
        self._shown = (asks, question.words, question.figure)

    def _draw(self, question: Question) -> None:
        """Codes as QR in the terminal, for scanners that read those; others need the PDF."""
        if not self._show_codes:
            return
        for picture in question.pictures:
            if picture.kind is not PictureKind.FILE:
                self._write(in_blocks(picture))


def as_text(setup: Setup, question: Question) -> list[str]:
    """The question as a person reads it: the leading language first, choices numbered."""
    if question.takes is Takes.WAIT:
        return [f"… {_both(question.words, setup.language)} {question.figure}"]
    number = STEPS.index(setup.step) + 1
    name = STEP_NAMES[setup.step]
    lines = ["", f"[{number}/{len(STEPS)}] {_name(name, setup.language)}", _both(question.words, setup.language)]
    if question.help is not None:
        lines.append(f"  ({_both(question.help, setup.language)})")
    if question.figure:
        lines.append(f"  {question.figure}")
    lines += [f"  ▮ {_both(one.caption, setup.language)}" for one in question.pictures]
    lines += [f"  - {_both(what, setup.language)}: {see}" for what, see in question.notes]
    for at, choice in enumerate(question.choices, start=1):
        note = f"  {choice.note}" if choice.note and choice.note != choice.words.zh else ""
        by_word = question.takes is Takes.TEXT and choice.key in ASIDES
        lines.append(f"  {choice.key if by_word else f'{at}.'} {_both(choice.words, setup.language)}{note}")
    return lines


def as_document(setup: Setup, question: Question) -> dict[str, Any]:
    told = setup.told
    return {
        "step": setup.step.value,
        "asks": str(getattr(setup.stage, "asks", "")),
        "told": None if told is None else _told(told),
        "question": _words(question.words),
        "help": None if question.help is None else _words(question.help),
        "figure": question.figure,
        "takes": question.takes.value,
        "choices": [{"key": one.key, **_words(one.words), "note": one.note} for one in question.choices],
        "pictures": [
            {"kind": one.kind.value, "text": one.text, "caption": _words(one.caption)} for one in question.pictures
        ],
        "notes": [{**_words(what), "see": see} for what, see in question.notes],
        "steps": status(setup),
        "over": setup.over,
    }


def status(setup: Setup) -> list[dict[str, Any]]:
    """Every step and how it ended; ``ended`` is null for what is still to be done."""
    return [
        {
            "step": step.value,
            **_words(STEP_NAMES[step]),
            "ended": None if (one := setup.outcomes.get(step)) is None else one.ended.value,
            "facts": [] if one is None else list(one.facts),
        }
        for step in STEPS[:-1]
    ]


def status_lines(setup: Setup) -> list[str]:
    lines = []
    for at, step in enumerate(STEPS[:-1], start=1):
        one = setup.outcomes.get(step)
        end = "—" if one is None else _name(ENDS[one.ended], setup.language)
        lines.append(f"{at}. {_name(STEP_NAMES[step], setup.language)}: {end}")
        lines += [f"     {fact}" for fact in (one.facts if one is not None else ())]
    return lines


def in_blocks(picture: CodePicture) -> str:
    """A QR code of half blocks, light on the terminal's dark ground, quiet zone and all."""
    rows = qr_rows(picture.text)
    across = len(rows[0]) + 2 * QR_QUIET
    blank = "0" * across
    padded = [*[blank] * QR_QUIET, *(f"{'0' * QR_QUIET}{row}{'0' * QR_QUIET}" for row in rows), *[blank] * QR_QUIET]
    if len(padded) % 2:
        padded.append(blank)
    pairs = zip(padded[::2], padded[1::2], strict=True)
    return "\n".join("".join(_BLOCKS[upper + lower] for upper, lower in zip(*pair, strict=True)) for pair in pairs)


_BLOCKS: Final = {"00": "█", "01": "▀", "10": "▄", "11": " "}


def _told(told: Told) -> dict[str, Any]:
    way = None if told.way is None else _words(told.way)
    return {"verdict": told.verdict.value, **_words(told.words), "way": way}


def _words(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}


def _lead(words: Words, language: str) -> str:
    return said(words, language)


def _both(words: Words, language: str) -> str:
    first, second = said(words, language), said(words, beside(language))
    return first if first == second else f"{first}  {second}"


def _name(words: Words, language: str) -> str:
    return in_all(words, in_order((language, beside(language))))
