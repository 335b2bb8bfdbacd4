"""Questions asked one after the other in the office's line, and what was answered. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from station.ui.office import words as said
from station.ui.office.screen import Block, Choice, Fact, FieldView, Heading, Line, PaneView, Tone
from station.ui.words import Words, same

NO_CHECK: Callable[[str], Words | None] = lambda _text: None  # noqa: E731


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """``choices``: value and words; a number chooses one. ``free``: other words are taken too.

    ``wrong`` says why an answer cannot be taken; None takes it.
    """

    words: Words
    hint: Words = said.NOTHING
    choices: tuple[tuple[str, Words], ...] = ()
    free: bool = False
    offered: str = ""
    wrong: Callable[[str], Words | None] = NO_CHECK


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """``about``: what it is about, an order's number for instance; ``typed`` stands in the line."""

    act: str
    title: Words
    questions: tuple[Question, ...]
    about: str = ""
    given: tuple[str, ...] = ()
    typed: str = ""
    refused: Words = said.NOTHING
    top: int = 0  # so much of what is asked is scrolled away

    @property
    def question(self) -> Question | None:
        """None when all is answered."""
        return self.questions[len(self.given)] if len(self.given) < len(self.questions) else None


def asking(act: str, title: Words, questions: tuple[Question, ...], *, about: str = "") -> Form:
    return _offered(Form(act=act, title=title, questions=questions, about=about))


def answered(form: Form, text: str) -> Form:
    """The next question, or the same with why the answer cannot be."""
    question = form.question
    assert question is not None, "all is answered"
    text = text.strip()
    values = [value for value, _words in question.choices]
    if text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= len(values):
        text = values[int(text) - 1]
    elif values and not question.free and text not in values:
        return replace(form, typed=text, refused=said.CHOOSE_ONE)
    wrong = question.wrong(text)
    if wrong is not None:
        return replace(form, typed=text, refused=wrong)
    return _offered(replace(form, given=(*form.given, text), refused=said.NOTHING))


def typed(form: Form, text: str) -> Form:
    return replace(form, typed=text, refused=said.NOTHING)


def pressed(form: Form, command: str) -> Form | None:
    """Scrolled, or as it was; None when it is given up."""
    if command == "out":
        return None
    step = {"page_up": -SCROLL, "page_down": SCROLL}.get(command, 0)
    most = len(form.question.choices) if form.question else 0
    return replace(form, top=max(0, min(most, form.top + step)))


SCROLL = 6


def _offered(form: Form) -> Form:
    return replace(form, typed=form.question.offered if form.question else "", top=0)


def needed(text: str) -> Words | None:
    """For ``wrong``: something must be said."""
    return None if text else said.SAY_SOMETHING


def line_of(form: Form) -> FieldView:
    question = form.question
    return FieldView(asks=question.words if question else said.SAVING, typed=form.typed)


def pane_of(form: Form) -> PaneView:
    blocks: list[Block] = [Heading(words=form.title, after=same(form.about))]
    for each, answer in zip(form.questions, form.given, strict=False):
        chosen = dict(each.choices).get(answer, same(answer or "-"))
        blocks.append(Fact(name=each.words, value=chosen, code=not each.choices))
    question = form.question
    if question is None:
        return PaneView(name=form.title, blocks=(*blocks, Line(words=said.SAVING)))
    blocks.append(Line(words=question.words, bold=True))
    if form.refused.en:
        blocks.append(Line(words=form.refused, tone=Tone.STOP, bold=True))
    blocks += [Choice(number=at, words=words) for at, (_value, words) in enumerate(question.choices, start=1)]
    if question.hint.en:
        blocks.append(Line(words=question.hint, tone=Tone.QUIET))
    blocks.append(Line(words=said.FORM_HOW, tone=Tone.QUIET))
    return PaneView(name=form.title, blocks=tuple(blocks), top=form.top)
