"""Papers that go with a parcel: which ones, when they are asked for, and that nothing waits for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.effects import DrawPaper
from station.packing.inputs import Command, MediaFile, PaperDrawn, PaperRefused, PrinterReport, PrintState
from station.packing.model import JobId, Order, OrderLine, OrderNo, Recipient, Sku
from station.packing.paper_events import PapersAsked, PaperState
from station.packing.paper_rules import Only, PaperRule, Per, wanted
from station.packing.papers import PAPERS_MAX
from tests.packing.playbook import RULES, WAYBILL, Playbook

SLIP = PaperRule(name="slip", template="packing-slip-148x210", printer="office")
CARD = PaperRule(name="card", template="product-card-105x148", per=Per.LINE)
PAPERS = replace(RULES, papers=(SLIP,))

ORDER = Order(
    number=OrderNo("SO-1"),
    platform="taobao",
    shop="demo",
    lines=(
        OrderLine(sku=Sku("MUG"), quantity=3, goods_class="fragile"),
        OrderLine(sku=Sku("TEA"), quantity=2),
        OrderLine(sku=Sku("CUP"), quantity=1, goods_class="fragile"),
    ),
)


def _wanted(rule: PaperRule, order: Order = ORDER, packed: tuple[int, ...] = (3, 2, 1)) -> list[tuple[int | None, int]]:
    return [(one.line, one.times) for one in wanted([rule], order, packed)]


@pytest.mark.parametrize(
    ("rule", "papers"),
    [
        (SLIP, [(None, 1)]),
        (CARD, [(0, 1), (1, 1), (2, 1)]),
        (replace(CARD, per=Per.UNIT), [(0, 3), (1, 2), (2, 1)]),
        (replace(CARD, classes=("fragile",)), [(0, 1), (2, 1)]),
        (replace(CARD, skus=("TEA",)), [(1, 1)]),
        (replace(SLIP, classes=("fragile",)), [(None, 1)]),
        (replace(SLIP, classes=("liquid",)), []),
        (replace(SLIP, only=Only.GIFTS), []),
        (replace(SLIP, only=Only.NO_GIFTS), [(None, 1)]),
        (replace(SLIP, shops=("demo",)), [(None, 1)]),
        (replace(SLIP, shops=("other",)), []),
        (replace(SLIP, countries=("CN",)), [(None, 1)]),
        (replace(SLIP, countries=("DE",)), []),
    ],
)
def test_what_the_settings_say(rule: PaperRule, papers: list[tuple[int | None, int]]) -> None:
    """By gift, shop, country, class and SKU; once a parcel, a line or a unit."""
    assert _wanted(rule) == papers


def test_what_the_order_says() -> None:
    """A gift gets the gifts' paper; an order abroad its country's; a line that is not in the box none."""
    assert _wanted(replace(SLIP, only=Only.GIFTS), replace(ORDER, gift=True)) == [(None, 1)]
    abroad = replace(ORDER, recipient=Recipient(country="de"))
    assert _wanted(replace(SLIP, countries=("DE",)), abroad) == [(None, 1)]
    assert _wanted(CARD, packed=(0, 2, 0)) == [(1, 1)]


def _asked(bench: Playbook) -> PapersAsked:
    event = bench.last("PapersAsked")
    assert isinstance(event, PapersAsked)
    return event


def _printed() -> Playbook:
    bench = Playbook(PAPERS).requested()
    assert bench.printer_says(PrintState.SENT) == ["LabelSent", "PapersAsked"]
    assert bench.did == ["DrawPaper"]
    bench.printer_says(PrintState.PRINTED)
    return bench


def _paper(bench: Playbook) -> JobId:
    return bench.job.papers[0].job


def _draws(bench: Playbook) -> list[str]:
    image = MediaFile(sha256="ab" * 32, size=3, mime="image/png", role="paper-image")
    return bench.says(PaperDrawn(job=_paper(bench), printer="office", media=(image,)))


def _hears(bench: Playbook, state: PrintState, cause: str = "") -> list[str]:
    return bench.says(PrinterReport(job=_paper(bench), state=state, cause=cause))


def test_once_a_parcel_when_its_label_has_left() -> None:
    """Neither the printed label nor a reprint nor its scan asks for them again."""
    bench = _printed()
    bench.presses(Command.REPRINT, reason="torn")
    bench.drew_label()
    assert bench.printer_says(PrintState.SENT) == ["LabelSent"]
    assert bench.scans(WAYBILL) == ["LabelConfirmed", "ParcelSealed"]


def test_a_label_that_only_a_scan_found() -> None:
    """A label nobody heard of again, scanned on the box, is out: its papers are wanted, too."""
    bench = Playbook(PAPERS).requested()
    bench.printer_says(PrintState.UNKNOWN, "lost")
    assert bench.scans(WAYBILL)[:2] == ["LabelConfirmed", "PapersAsked"]


def test_its_way_to_paper() -> None:
    """Drawn, recorded, sent, printed; each a fact of its own."""
    bench = _printed()
    assert _draws(bench) == ["PaperRequested"]
    assert bench.did == ["SendPaper"]
    assert _hears(bench, PrintState.SENT) == ["PaperReported"]
    assert _hears(bench, PrintState.PRINTED) == ["PaperReported"]
    assert bench.job.papers[0].state is PaperState.PRINTED
    assert _hears(bench, PrintState.PRINTED) == ["NothingToDo"]
    assert _draws(bench) == ["NothingToDo"]


def test_nothing_waits_for_it() -> None:
    """Out of paper or not heard of: the parcel is sealed, the next one opens, and the word on it is still kept."""
    bench = _printed()
    _draws(bench)
    assert _hears(bench, PrintState.NOT_READY, "paper_out") == ["PaperReported"]
    assert bench.scans(WAYBILL) == ["LabelConfirmed", "ParcelSealed"]
    bench.weighs(0)
    bench.opens(replace(ORDER, number=OrderNo("SO-2")))
    assert [paper.order for paper in bench.job.papers] == ["SO-1"]
    assert _hears(bench, PrintState.PRINTED) == ["PaperReported"]
    assert bench.job.opened


def test_one_that_cannot_be_printed() -> None:
    """Said in both languages; PAPERS asks for all of them once more."""
    bench = _printed()
    assert bench.says(PaperRefused(job=_paper(bench), zh="纸不对", en="wrong paper")) == ["PaperFailed"]
    assert (bench.job.papers[0].state, bench.job.papers[0].cause_zh) == (PaperState.FAILED, "纸不对")
    assert bench.says(PaperRefused(job=_paper(bench), zh="x", en="x")) == ["NothingToDo"]
    assert bench.presses(Command.PAPERS) == ["PapersAsked"]
    assert _asked(bench).again
    assert [paper.state for paper in bench.job.papers] == [PaperState.ASKED]


def test_papers_again_after_the_seal() -> None:
    """As long as the sealed parcel is on the screen."""
    bench = _printed()
    bench.scans(WAYBILL)
    assert bench.presses(Command.PAPERS) == ["PapersAsked"]
    bench.presses(Command.NEXT)
    assert bench.presses(Command.PAPERS) == ["NothingToDo"]


def test_none_before_the_label() -> None:
    """A box that is not verified gets no papers."""
    bench = Playbook(PAPERS).weighed()
    assert bench.presses(Command.PAPERS) == ["NothingToDo"]


def test_a_bench_without_papers() -> None:
    """Nothing is asked for and nothing recorded."""
    bench = Playbook().requested()
    assert bench.printer_says(PrintState.SENT) == ["LabelSent"]
    assert bench.presses(Command.PAPERS) == ["NothingToDo"]


def test_a_restart() -> None:
    """What was under way may be out or not: nothing is printed again by itself."""
    bench = _printed()
    _draws(bench)
    assert bench.restarts() == ["BenchStarted"]
    assert bench.job.papers[0].state is PaperState.UNKNOWN
    assert not any(isinstance(effect, DrawPaper) for effect in bench.effects)


def test_what_is_listed_is_what_is_in_the_box() -> None:
    """A short pack's slip does not list what is missing."""
    bench = Playbook(PAPERS)
    bench.opens()
    bench.scans("MUG")
    bench.presses(Command.SHORT, reason="not_found")
    bench.shows_badge("9")
    bench.weighs(bench_weight(bench))
    bench.hears_holds()
    bench.drew_label()
    bench.printer_says(PrintState.SENT)
    (effect,) = bench.effects
    assert isinstance(effect, DrawPaper)
    assert sum(line.quantity for line in effect.order.lines) == sum(bench.job.packed)


def bench_weight(bench: Playbook) -> int:
    """What the box of this short pack should weigh."""
    from station.packing.weighing import limits_mg

    limits = limits_mg(bench.job, bench.rules)
    return sum(limits) // 2 if limits else 1_000


def test_there_is_an_end() -> None:
    """An order of hundreds of units does not print hundreds of labels behind its back."""
    lines = tuple(OrderLine(sku=Sku(f"S{at}"), quantity=1) for at in range(PAPERS_MAX + 5))
    bench = Playbook(replace(RULES, papers=(CARD,), weigh=False))
    bench.opens(replace(ORDER, lines=lines, waybill=WAYBILL))
    bench.packs_all()
    bench.hears_holds()
    bench.drew_label()
    bench.printer_says(PrintState.SENT)
    assert len(_asked(bench).papers) == PAPERS_MAX
