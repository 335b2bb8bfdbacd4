"""The labels' page: every template with every invented order, at 203 and 300 dots per inch beside each other.

What is shown are the very dots that a printer would get; what stands against printing them is said. Nothing prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from PySide6.QtGui import QImage

from station import drafting
from station.codes import badge_code
from station.errors import Trouble
from station.home import Home
from station.labels.drawing import LabelTrouble
from station.labels.library import Library
from station.labels.listing import Listed, listed
from station.labels.render import render
from station.labels.samples import SAMPLES as ORDERS
from station.labels.samples import Sample
from station.labels.scripts import SCRIPTS
from station.labels.tags import badge_fields, item_fields, role
from station.labels.template import Fields
from station.office.asking import OpenBook
from station.office.beside import Beside, free_name
from station.office.page import Acts, Around
from station.office.rows import Rows
from station.reports.command_codes import command_codes
from station.reports.speech import in_house, say_in_house, say_outside
from station.settings import Settings, template_folders
from station.ui.label_words import fault
from station.ui.office import labels_words as told
from station.ui.office import words as said
from station.ui.office.reach import Reach, shown, wrong
from station.ui.office.screen import (
    NOTHING,
    Block,
    Cell,
    Column,
    Fact,
    FieldView,
    Heading,
    Line,
    OfficeScreen,
    Page,
    PaneView,
    Picture,
    Pictures,
    Said,
    TableView,
    Tone,
)
from station.ui.screen import CommandView, Verdict
from station.ui.troubles.telling import explained
from station.ui.widgets.commands import keyed
from station.ui.words import Words, same

DPIS: Final = (203, 300)
SAMPLES: Final = tuple(told.SAMPLES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """One label at one density."""

    dpi: int
    image: QImage


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A template with one of a sample's orders at every density; or why there is none."""

    template: str
    sample: str
    page: int = 0
    dots: tuple[Dots, ...] = ()
    codes: tuple[str, ...] = ()
    sheet: bool = False
    wrong: Words = NOTHING


class LabelsPage:
    def __init__(self, around: Around) -> None:
        self._around = around
        self._all: tuple[Listed, ...] | None = None
        self._typed = ""
        self._sample = 0
        self._page = 0
        self._reach = Reach.ASKED
        self._rows = Rows()
        self._drawn: Drawn | None = None
        self._said: Said | None = None
        self._waiting = NOTHING
        self._pdf = Beside(around.home, limit_ms=120_000)
        self.acts = Acts(
            opened=self.opened, pressed=self.pressed, typed=self.typed, entered=self.entered, clicked=self.clicked,
            sized=self.sized, stop=self.stop,
        )  # fmt: skip

    def opened(self) -> None:
        home = self._around.home
        self._around.asking.ask("templates", lambda _book: _templates(home), self._took, self._wrong)

    def _took(self, rows: tuple[Listed, ...]) -> None:
        self._all, self._reach = rows, Reach.THERE
        self._rows = self._rows.of(len(self._shown))
        self._draw()
        self._around.changed()

    def _wrong(self, sentence: str, _away: bool) -> None:
        self._reach = wrong(away=False)
        self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(sentence))
        self._around.changed()

    @property
    def _shown(self) -> tuple[Listed, ...]:
        text = self._typed.casefold().strip()
        return tuple(row for row in self._all or () if text in row.name.casefold() or text in row.size_mm)

    @property
    def _chosen(self) -> Listed | None:
        shown = self._shown
        return shown[self._rows.cursor] if self._rows.cursor < len(shown) else None

    def _draw(self) -> None:
        """What is chosen; a newer wish takes the place of one that has not begun."""
        chosen = self._chosen
        if chosen is None:
            return
        job = partial(_draw, self._around.home, self._around.settings, chosen.name, SAMPLES[self._sample], self._page)
        self._around.asking.ask("draw", job, self._took_drawn, self._wrong)

    def _took_drawn(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self._around.changed()

    # What it shows

    def screen(self) -> OfficeScreen:
        rows, rows_now, chosen = self._rows, self._shown, self._chosen
        return OfficeScreen(
            page=Page.LABELS,
            title=said.PAGES["labels"],
            summary=NOTHING if self._all is None else told.COUNT.filled(n=len(rows_now)),
            said=self._said,
            waiting=self._waiting,
            field=FieldView(asks=told.SEARCH, typed=self._typed),
            left=shown(
                TableView(
                    name=told.TEMPLATE,
                    columns=(Column(head=told.TEMPLATE, share=0.6), Column(head=told.SIZE, share=0.25, right=True)),
                    rows=tuple(_cells(row) for row in rows_now[rows.first : rows.first + rows.room]),
                    first=rows.first,
                    total=len(rows_now),
                    cursor=rows.cursor,
                    empty=told.NONE,
                    empty_how=told.NONE_HOW,
                ),
                self._reach,
                known=self._all is not None,
            ),
            right=PaneView(name=told.TEMPLATE, blocks=tuple(self._pane(chosen))) if chosen else None,
            share=0.36,
            commands=self._commands(),
            hint=said.LIST_KEYS,
        )

    def _pane(self, row: Listed) -> Iterator[Block]:
        sample = SAMPLES[self._sample]
        yield Heading(words=told.SAMPLES[sample], after=told.USES.get(row.use, same(row.use)))
        drawn = self._drawn
        if row.trouble:
            yield Line(words=told.WRONG, tone=Tone.STOP, bold=True)
            yield Line(words=explained(row.trouble))
        elif drawn is None or (drawn.template, drawn.sample, drawn.page) != (row.name, sample, self._page):
            yield Line(words=told.DRAWING, tone=Tone.QUIET)
        elif drawn.wrong.en:
            yield Line(words=told.WRONG, tone=Tone.WARN, bold=True)
            yield Line(words=drawn.wrong)
        elif drawn.sheet:
            yield Line(words=told.A_SHEET)
        else:
            yield from _labels(drawn)

    def _commands(self) -> tuple[CommandView, ...]:
        more = len(_orders(SAMPLES[self._sample])) > 1
        page = (keyed("next", told.NEXT_KEY, "F4"),) if more else ()
        pdf = (keyed("papers", told.PDF_KEY, "F7"),) if self._chosen else ()
        return (keyed("split", told.SAMPLE_KEY, "F6"), *page, *pdf, keyed("retry", said.AGAIN_KEY, "F5"))

    # What a person does

    def pressed(self, command: str) -> None:
        self._said = None
        moved = self._rows.of(len(self._shown)).moved(command)
        if moved is not None:
            self._rows, self._page = moved, 0
            self._draw()
        elif command == "split":
            self._sample, self._page = (self._sample + 1) % len(SAMPLES), 0
            self._draw()
        elif command == "next":
            self._page = (self._page + 1) % len(_orders(SAMPLES[self._sample]))
            self._draw()
        elif command == "out":
            self.typed("")
        elif command in ("again", "retry"):
            self.opened()
        elif command == "papers" and not self._pdf.running:
            self._make_pdf()

    def _make_pdf(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        sample = SAMPLES[self._sample]
        try:
            file = free_name(self._around.home.root / "reports", f"{chosen.name}-{sample}", ".pdf")
        except OSError as error:
            self._wrong(str(error.strerror), False)
            return
        self._waiting = told.PDF_MAKING
        self._pdf.start(
            ["label", "--sample", sample, "--template", chosen.name, "-o", str(file)],
            lambda code, document: self._made(str(file), code, document),
        )

    def _made(self, file: str, code: int, document: Mapping[str, Any]) -> None:
        self._waiting = NOTHING
        if code == 0:
            self._said = Said(verdict=Verdict.OK, headline=told.PDF_MADE, detail=same(file))
        else:
            why = str(document.get("error", code))
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(why))
        self._around.changed()

    def typed(self, text: str) -> None:
        self._typed, self._said = text, None
        self._rows = self._rows.of(len(self._shown)).at(0)
        self._draw()

    def entered(self, text: str) -> None:
        """Enter is the next sample."""
        del text
        self.pressed("split")

    def clicked(self, row: int) -> None:
        self._rows, self._page = self._rows.at(self._rows.first + row), 0
        self._draw()

    def sized(self, room: int) -> None:
        self._rows = self._rows.sized(room)

    def stop(self) -> None:
        self._pdf.stop()


def _cells(row: Listed) -> tuple[Cell, ...]:
    name = Cell(words=same(row.name), code=True, bold=True, tone=Tone.WARN if row.trouble else Tone.PLAIN)
    return (name, Cell(words=same(row.size_mm.replace("x", " × "))))


def _labels(drawn: Drawn) -> Iterator[Block]:
    of = len(_orders(drawn.sample))
    if of > 1:
        yield Line(words=told.PAGE.filled(at=drawn.page + 1, of=of), bold=True)
    if drawn.codes:
        yield Fact(name=told.CODES, value=same(", ".join(drawn.codes)))
    several = tuple(
        Picture(
            key=f"{drawn.template}-{drawn.sample}-{drawn.page}-{dots.dpi}",
            caption=told.DOTS.filled(dpi=dots.dpi, wide=dots.image.width(), high=dots.image.height()),
            image=dots.image,
            paper=True,
        )
        for dots in drawn.dots
    )
    yield Pictures(several=several)


def _orders(sample: str) -> tuple[Sample, ...]:
    """The invented orders of a sample: of the longest addresses one in each script of the world too."""
    scripts = SCRIPTS if sample == drafting.WORST_CASE else ()
    return (ORDERS[sample], *(script.sample for script in scripts))


def _templates(home: Home) -> tuple[Listed, ...]:
    """Waybills first, and sheets of paper, which lay other templates out, last."""
    every = listed(Library(folders=template_folders(home)))
    return tuple(sorted(every, key=lambda row: (_ORDER.get(row.use, 2), row.name)))


_ORDER: Final = {"waybill at home": 0, "waybill abroad": 1, "sheet": 3}


def _wrong(trouble: LabelTrouble) -> Words:
    """In a packer's words, with the line of the template that whoever mends it looks for."""
    what = fault(trouble.zh, trouble.en)
    return told.WRONG_AT.filled(what=what, where=trouble.where) if trouble.where else what


def _drafted(home: Home, settings: Settings, template: str, sample: Sample) -> drafting.Draft:
    """A waybill or a paper of the invented order; a badge, a place or a command of its own."""
    kind = template.partition("-")[0]
    if kind in ("shelf", "tote"):
        return drafting.draft_places(kind, ["A-01-02-03"], template, settings, home)
    if kind not in _TAGS:
        return drafting.draft_one(sample, template, settings, home)
    loaded = Library(folders=template_folders(home), say=say_outside(settings.label)).load(template)
    return drafting.Draft(drawings=(loaded.draw(_TAGS[kind](settings)),))


def _badge(settings: Settings) -> Fields:
    name, is_led = SAMPLE_PEOPLE[0], role(say_in_house(settings.bench), supervisor=True)
    return badge_fields(name=name, pseudonym="P007", role=is_led, shop=settings.bench.shop, code=badge_code("W07"))


def _goods(settings: Settings) -> Fields:
    del settings
    return item_fields(
        sku="MUG-330", name="粗陶马克杯 Stoneware mug", variant="330 ml", code="6901234567892", location="A-01-02-03",
        origin="CN", weight_mg=330_000,
    )  # fmt: skip


def _command(settings: Settings) -> Fields:
    return next(iter(command_codes(settings.cartons, in_house(settings.bench))))


SAMPLE_PEOPLE: Final = ("买买提·阿卜杜热西提江",)
_TAGS: Final[Mapping[str, Callable[[Settings], Fields]]] = {
    "badge": _badge, "item": _goods, "product": _goods, "warranty": _goods, "command": _command,
}  # fmt: skip


def _draw(home: Home, settings: Settings, template: str, sample: str, page: int, open_book: OpenBook) -> Drawn:
    """On the desk's thread; the order book is not needed."""
    del open_book
    drawn = Drawn(template=template, sample=sample, page=page)
    try:
        draft = _drafted(home, settings, template, _orders(sample)[page])
        if draft.sheet is not None:
            return replace(drawn, sheet=True)
        drawing = draft.drawings[0]
        dots = tuple(Dots(dpi=dpi, image=QImage.fromData(render(drawing, dpi).png)) for dpi in DPIS)
    except LabelTrouble as trouble:
        return replace(drawn, wrong=_wrong(trouble))
    except Trouble as trouble:
        return replace(drawn, wrong=explained(trouble.sentence()))
    return replace(drawn, dots=dots, codes=tuple(dict.fromkeys(code.text for code in drawing.barcodes())))
