"""Goods and services by name, in the language of whoever stands at the bench."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.codes import read
from station.packing.inputs import Known, KnownAs
from station.packing.model import Order, OrderLine, ServiceId, Sku
from station.packing.prompts import of_order
from station.packing.rules import Rules
from station.packing.terms import Extra, ServiceTerms
from station.presenter import _row
from station.ui.goods_words import article, goods, several
from station.ui.present import present
from station.ui.prompt_words import question
from station.ui.screen import Screen
from station.ui.words import in_other
from tests.packing.playbook import CARD, EAN, MUG, ORDER, OTHER_EAN, RULES, Playbook

CUP = replace(MUG, name="白色马克杯", name_en="White mug", variant="330 ml")
TERMS = {
    ServiceId("yto"): ServiceTerms(
        zh="圆通速递", en="YTO Express", extras=(Extra(id="insured", zh="保价", en="Insured"),)
    ),
    ServiceId("sf"): ServiceTerms(zh="顺丰标快", en="SF Express"),
}
NAMED = replace(RULES, terms=TERMS)


def _order(**differs: object) -> Order:
    return replace(ORDER, lines=(CUP, CARD), service_name="圆通速递", **differs)  # type: ignore[arg-type]


def _screen(bench: Playbook) -> Screen:
    return present(bench.job, bench.events, bench.rules)


def nothing(_english: str, _chinese: str, _n: int | None) -> str | None:
    return None


@pytest.mark.parametrize(
    ("name", "name_en", "zh", "en"),
    [
        ("白色马克杯", "White mug", "白色马克杯", "White mug"),
        ("白色马克杯", "", "白色马克杯", "白色马克杯"),
        ("", "White mug", "White mug", "White mug"),
        ("", "", "MUG", "MUG"),
    ],
)
def test_goods_go_by_the_names_they_have(name: str, name_en: str, zh: str, en: str) -> None:
    """Two names in two languages, one in both, and an article number where there is none."""
    said = goods(OrderLine(sku=Sku("MUG"), quantity=1, name=name, name_en=name_en))
    assert (said.zh, said.en) == (zh, en)


def test_which_of_its_kind_stands_behind_the_name() -> None:
    """In every language: a third one has the English name, as it has a carrier's."""
    said = article(CUP)
    assert (said.zh, said.en) == ("白色马克杯 330 ml", "White mug 330 ml")
    assert in_other(said, nothing) == "White mug 330 ml"


def test_several_goods_are_counted_and_the_rest_are_dots() -> None:
    """As the scale's doubt names them."""
    said = several([(CUP, 2), (CARD, 1), (CARD, 1)], most=2)
    assert said.zh == "白色马克杯 330 ml × 2、Card × 1、…"
    assert said.en == "White mug 330 ml × 2, Card × 1, …"


def test_one_thing_has_one_name_all_over_the_screen() -> None:
    """Lines, banner, the scale's explanations: each in the person's language."""
    bench = Playbook(NAMED)
    bench.opens(_order())
    bench.scans(EAN)
    screen = _screen(bench)
    assert screen.headline.en.endswith("White mug 330 ml")
    assert screen.headline.zh.endswith("白色马克杯 330 ml")
    assert [line.name.en for line in screen.lines] == ["White mug", "Card"]
    row = _row(bench.events[-1], bench.job, 0)
    assert row is not None
    assert (row.what.zh, row.what.en) == ("白色马克杯 330 ml", "White mug 330 ml")
    bench.packs_all()
    bench.weighs(460_000 - 182_000)
    assert [one.name.en for one in _screen(bench).explanations] == ["White mug 330 ml"]


def test_a_restart_knows_both_names() -> None:
    """They are recorded with the order, so that the bench needs no order book to show them again."""
    bench = Playbook(NAMED)
    bench.opens(_order())
    bench.restarts()
    assert _screen(bench).lines[0].name.en == "White mug"


@pytest.mark.parametrize(
    ("name", "name_en", "zh", "en"),
    [
        ("白色马克杯", "", "白色马克杯", "White mug"),
        ("白色马克杯", "Large white mug", "白色马克杯", "Large white mug"),
        ("真丝围巾", "Silk scarf", "真丝围巾", "Silk scarf"),
        ("蓝色马克杯", "", "蓝色马克杯", "蓝色马克杯"),
        ("", "Silk scarf", "Silk scarf", "Silk scarf"),
        ("", "", OTHER_EAN, OTHER_EAN),
    ],
)
def test_a_wrong_item_is_called_in_the_packers_language(name: str, name_en: str, zh: str, en: str) -> None:
    """By its own two names, else as its like on the order, else by what there is; also after a restart."""
    bench = Playbook(NAMED)
    bench.opens(replace(_order(), lines=(CUP,)))
    known = Known(kind=KnownAs.PRODUCT, sku="MUG-450", name=name, name_en=name_en, variant="450 ml")
    bench.says(replace(read(OTHER_EAN, device="scanner"), known=known))
    for _ in range(2):
        versus = _screen(bench).versus
        assert versus is not None
        assert (versus.scanned.zh, versus.scanned.en) == (zh, en)
        assert (versus.wanted.zh, versus.wanted.en) == ("白色马克杯", "White mug")
        bench.restarts()


def test_the_service_goes_by_the_houses_two_names() -> None:
    """With what it is to do beside carrying, in the same language."""
    bench = Playbook(NAMED)
    bench.opens(_order(extras=("insured", "gift_box"), extras_name="保价、gift_box"))
    said = _screen(bench).service
    assert (said.zh, said.en) == ("圆通速递 · 保价、gift_box", "YTO Express · Insured, gift_box")
    assert in_other(said, nothing).startswith("YTO Express")


def test_a_service_the_house_has_no_more_goes_by_what_was_recorded() -> None:
    """An order opened before its carrier's file went."""
    bench = Playbook(RULES)
    bench.opens(_order(extras_name="保价"))
    said = _screen(bench).service
    assert (said.zh, said.en) == ("圆通速递 · 保价", "圆通速递 · 保价")


@pytest.mark.parametrize("why", ["", "看备注"])
def test_the_question_about_the_service_names_it_in_each_language(why: str) -> None:
    """And is known again as the sentence it was made from, for a third language."""
    order = _order(buyer_service="sf", service_why=why)
    (prompt,) = of_order(order, NAMED)
    assert "顺丰标快" in prompt.zh
    assert "圆通速递" in prompt.zh
    assert "SF Express" in prompt.en
    assert "YTO Express" in prompt.en
    asked = question(prompt)
    assert (asked.zh, asked.en) == (prompt.zh, prompt.en)
    assert asked.template is not None
    german = in_other(asked, lambda en, _zh, _n: "{chosen}: {service}?" if "{chosen}" in en else None)
    assert german == "SF Express: YTO Express?"


def test_a_service_nobody_knows_is_asked_about_by_what_is_there() -> None:
    """The buyer's own words, and the id."""
    (prompt,) = of_order(replace(_order(buyer_service="最快的"), service_name=""), Rules())
    assert "最快的" in prompt.en
    assert "yto" in prompt.en
