"""Papers, sheets and set-up in a language that they were not written in: nothing of Chinese or English stays behind."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from station.cli import main
from station.evidence.codec import encode
from station.evidence.ledger import Ledger
from station.home import Home
from station.labels import delivery_note, handover_sheet
from station.labels.drawing import Drawing, Text
from station.labels.pick_list import list_pages
from station.labels.render import render
from station.labels.samples import SAMPLES
from station.labels.saying import Say, words_in
from station.labels.tags import badge_fields, item_fields, place_fields, role
from station.labels.template import Fields, load
from station.labels.waybill import fields
from station.packing.events import ScanRefused
from station.packing.reasons import Reason
from station.reports import dispute_sheet, handovers, picking
from station.reports.command_codes import command_codes
from station.reports.dispute_figures import DisputeFigures
from station.reports.speech import speaking
from station.settings import CartonSettings, config_dir
from station.setup import lines, machine, papers
from station.setup.step_words import ENDS
from station.setup.trial_label import trial_drawing
from station.setup.values import STEPS, Answered, Outcome, Surroundings, Tongue
from station.ui import languages
from tests.clocks import FakeClock
from tests.labels.test_delivery_note import NOTE
from tests.labels.test_handover_sheet import SHEET
from tests.labels.test_pick_list import _list, _row
from tests.orders.recorded import opened, packed, sealed
from tests.translations.pseudo import LANGUAGE, SECOND, make

PLAIN = re.compile(r"[A-Za-z]{2,}|[\u3400-\u9fff]+")
NO_LANGUAGE = frozenset({"SKU", "No", "kg", "mm", "dpi", "bench", "toml", "Ctrl", "BOX", "Sealbench", "ABC", "abc"})
"""Units, keys and names are the same in every language."""
PAIR = (LANGUAGE, SECOND)


@pytest.fixture(scope="module")
def say(qapp: QCoreApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Say]:
    folder = tmp_path_factory.mktemp("translations")
    for language in PAIR:
        make(folder, language)
    assert set(PAIR) <= set(languages.load(qapp, folder))
    yield speaking(PAIR)
    for translator in qapp.findChildren(QTranslator):
        if translator.objectName().startswith("sealbench_"):
            translator.setParent(None)


def left_behind(said: Iterable[str], *known: object) -> list[str]:
    """What is neither marked, nor put in, nor without a language. Something must have been said at all."""
    texts, data = list(said), " ".join(map(str, known))
    assert any("[" in text for text in texts), texts
    runs = ((text, run) for text in texts for run in PLAIN.findall(text))
    return sorted({text for text, run in runs if run not in data and run not in NO_LANGUAGE})


def _texts(*pages: Drawing) -> list[str]:
    return [element.text for page in pages for element in page.elements if isinstance(element, Text)]


class Written:
    """A page that only remembers its texts."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def text(self, text: str, *_: object, **__: object) -> None:
        self.texts.append(text)

    def __getattr__(self, name: str) -> Callable[..., None]:
        assert name in ("box", "frame", "line", "picture"), name
        return lambda *_, **__: None


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Written:
    """What is put on pages, and what is made of HTML."""
    page = Written()

    def pages_pdf(_title: str, painters: Iterable[Callable[[Any], None]]) -> bytes:
        for paint in painters:
            paint(page)
        return b""

    def html_pdf(html: str, _pictures: object) -> bytes:
        page.texts += re.sub(r"<[^>]*>|&nbsp;", "\n", html).split("\n")
        return b""

    for module in (delivery_note, handover_sheet, papers):
        monkeypatch.setattr(module, "pages_pdf", pages_pdf)
    monkeypatch.setattr(papers, "html_pdf", html_pdf)
    return page


def _tag(name: str, say: Say) -> Fields:
    match name.partition("-")[0]:
        case "badge":
            who = role(say, supervisor=True)
            return badge_fields(name="Ada", pseudonym="P001", role=who, shop="demo", code="SB-BADGE-W07-Z1")
        case "command":
            return next(iter(command_codes((), PAIR)))
        case "shelf" | "tote":
            return place_fields("A-01-02")
        case _:
            return item_fields(sku="MUG-330", name="Mug", variant="330 ml", code="6901234567892", origin="CN")


PAPERS = ("packing-slip-148x210", "product-card-105x148", "warranty-card-105x148", "item-60x40")
TAGS = ("badge-86x54", "command-92x34", "shelf-100x50", "tote-100x70")


@pytest.mark.parametrize("name", [*PAPERS, *TAGS])
def test_papers_from_templates(name: str, say: Say) -> None:
    """Slip, cards, shelf, tote, badge and command: only what was put into their fields is not that language."""
    sample = SAMPLES["gift"]
    order = fields(
        sample.order, waybill=sample.waybill, weight_mg=1, units=2, copy=1, root16="A" * 16, bench="B07",
        printed_at="2026-11-22 09:00", masked=False, say=say,
    )  # fmt: skip
    tag = _tag(name, say)
    given = Fields(texts={**order.texts, **tag.texts}, rows=order.rows)
    template = load(config_dir() / "labels" / f"{name}.toml", say=say)
    said = [*_texts(*template.pages(given)), tag.texts.get("role", "")]
    marked = ("gift", "good_gift", "role", "zh", "en", "zh_does", "en_does")
    rows = [value for each in order.rows["goods"] for key, value in each.items() if key not in marked]
    data = [value for key, value in given.texts.items() if key not in marked]
    if name != "item-60x40":  # which has no word of its own
        assert left_behind(said, *data, *rows, order.rows["contents"]) == []
    assert not any(words_in(text) for text in said)


def test_the_delivery_note(say: Say, written: Written) -> None:
    """With a gift, before packing and after it."""
    for note in (NOTE, replace(NOTE, packed=False, present=True)):
        delivery_note.notes_pdf([note], say)
    assert left_behind(written.texts, NOTE) == []


def test_the_handover_sheet(say: Say, written: Written) -> None:
    """Open and closed, with a parcel that was not weighed and a first leg."""
    for sheet in (SHEET, replace(SHEET, closed="", by="", unweighed=1, first_leg="Wuhan")):
        handover_sheet.handover_pdf(sheet, say)
    assert left_behind(written.texts, SHEET, "Wuhan") == []


def test_the_pick_list(say: Say) -> None:
    """Its head, its columns, and a good without a place."""
    sheet = _list(_row(1, location="", done=1), _row(2))
    assert left_behind(_texts(*list_pages(sheet, say)), sheet) == []
    assert left_behind(picking.headers(say)) == []


def test_every_command_and_its_reason(say: Say) -> None:
    """Names and what they do, forty percent longer, have room in both places; a carton goes by its own name."""
    carton = CartonSettings(code="S", name="Small", tare_g=1)
    every = [each.texts for each in command_codes((carton,), PAIR)]
    said = [texts[key] for texts in every for key in ("zh", "en", "zh_does", "en_does")]
    assert left_behind(said, "Small") == []
    sheet = load(config_dir() / "labels" / "command-92x34.toml", say=say)
    for texts in every:
        assert render(sheet.draw(Fields(texts=texts, rows={})), 203).png


def test_answers_to_a_scan_in_the_terminal(say: Say) -> None:
    """Why a scan was refused at the shelf and at the dock."""
    told = [say(*each) for each in (*picking._REFUSED.values(), *handovers._REFUSED.values())]
    assert left_behind([*told, picking.next_line(None, say)]) == []


def test_papers_of_set_up(say: Say, written: Written) -> None:
    """The test code, the report with every step, and the test label."""
    papers.proof_sheet("Make", (), PAIR)
    papers.report("B07", "2026-11-22", {}, "", PAIR)
    every = [Outcome(ended=end, at_us=0) for end in ENDS]
    papers.report("B07", "2026-11-22", dict(zip(STEPS, every, strict=False)), "", PAIR)
    label = _texts(trial_drawing("100x150", "T01", "B07", say))
    sample = "朱镕基 陶喆 翀㛃 Grüße Łódź"
    assert (
        left_behind([*written.texts, *label], "B07 SEALBENCH Make", papers.PROOF_PICTURE.text, sample, "Grüße ¥ € №")
        == []
    )


@pytest.mark.usefixtures("say")
def test_set_up_offers_a_language_of_a_file() -> None:
    """It can be chosen like ours, and every step in the terminal is in it from then on."""
    around = Surroundings(languages=(Tongue(short=LANGUAGE, name="Pseudo"),))
    setup, _ = machine.begin(around)
    assert [choice.key for choice in machine.question(setup).choices][:3] == ["zh", "en", LANGUAGE]
    setup, _ = machine.take(setup, Answered(value=LANGUAGE), 0)
    assert (setup.wish.language, setup.language) == (LANGUAGE, LANGUAGE)
    for step in STEPS:
        begun, _ = machine.begin(around, wish=setup.wish, only=step)
        asked = machine.question(begun)
        words = [asked.words, *(choice.words for choice in asked.choices), *([asked.help] if asked.help else [])]
        said = [languages.said(each, LANGUAGE) for each in words]
        assert left_behind([f"[{step}]", *said], step, PROPER, around) == [], step
        assert said[0] in "\n".join(lines.as_text(begun, asked))


PROPER = "中文 English B01 postgresql://"
"""Our two languages go by their own names everywhere."""


@pytest.fixture
def packed_home(home: Home, clock: FakeClock) -> Home:
    home.root.mkdir()
    settings = f'[bench]\nlanguage = "{LANGUAGE}"\n[label]\nlanguages = ["{LANGUAGE}", "{SECOND}"]\n'
    home.settings_file.write_text(settings, encoding="utf-8")
    ledger = Ledger.open(home, org="local", bench="B01", clock=clock, random_bytes=os.urandom, build="test")
    refused = ScanRefused(reason=Reason.NOT_IN_ORDER, code="X", device="scanner", locks=True)
    for event in (opened("SO-1"), packed(), refused, packed(), sealed("YT1")):
        ledger.append([encode(event)], order_no="SO-1", by="P001")
        clock.advance_s(30)
    ledger.close()
    return home


COSTS = (config_dir() / "rules" / "figures.toml").read_text(encoding="utf-8")
"""Where a house has its amounts from is its own."""
PERIOD = ("--from", "2026-11-01", "--to", "2026-11-30")
REPORTS = {
    **dict.fromkeys(("throughput", "quality", "saves", "steps", "evidence", "ledger"), PERIOD),
    "cutoffs": (), "benches": (), "deadlines": (),
}  # fmt: skip


@pytest.mark.usefixtures("say")
@pytest.mark.parametrize("report", REPORTS)
def test_reports(packed_home: Home, tmp_path: Path, report: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As a table in the terminal and as a file for a spreadsheet; names and numbers are the house's."""
    for out in ((), ("-o", str(tmp_path / "r.csv"))):
        assert main(["--home", str(packed_home.root), "report", report, *REPORTS[report], *out]) == 0
    said = [line for line in capsys.readouterr().out.splitlines() if "r.csv" not in line]
    said += (tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()
    assert left_behind(said, "SO-1 B01 P001 YT1 USD", COSTS) == []


@pytest.mark.usefixtures("say")
def test_figures_of_disputes() -> None:
    """Every column's head, and the sentences under it."""
    figures = DisputeFigures(from_us=0, to_us=1, rows=(), findings=())
    headers, _ = dispute_sheet.sheet(figures, LANGUAGE)
    assert left_behind([*headers, *dispute_sheet.sentences(figures, LANGUAGE)]) == []
