"""Common colours and sizes, read in a packer's language beside what stands on the goods, and nothing half read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSize

from station.packing.model import OrderLine, Sku
from station.ui import gallery
from station.ui.captions import not_that
from station.ui.goods_words import article
from station.ui.letters import Letters
from station.ui.screen import LineView, Screen
from station.ui.theme import PALETTES
from station.ui.variant_words import COLOURS, LETTERS_MAX, SIZES, which
from station.ui.words import in_other
from tests.ui.sights import SIGHTS

BLUE = OrderLine(sku=Sku("TEE"), quantity=2, name="短袖", name_en="T-shirt", variant="蓝色 / L")


@pytest.mark.parametrize(
    ("variant", "zh", "en"),
    [
        ("蓝色", "蓝色", "蓝色 (blue)"),
        ("蓝色 / L", "蓝色 / L", "蓝色 / L (blue / L)"),
        ("蓝色/L", "蓝色/L", "蓝色/L (blue / L)"),
        ("蓝色 L", "蓝色 L", "蓝色 L (blue L)"),
        (
            "颜色分类:深灰色;尺码:XXL",
            "颜色分类:深灰色;尺码:XXL",
            "颜色分类:深灰色;尺码:XXL (dark grey; XXL)",
        ),
        (
            "颜色：米白色；尺码：均码",
            "颜色：米白色；尺码：均码",
            "颜色：米白色；尺码：均码 (off-white; one size)",
        ),
        ("红色，大号、12 cm", "红色，大号、12 cm", "红色，大号、12 cm (red, large, 12 cm)"),
        ("light blue / L", "light blue / L（浅蓝色 / L）", "light blue / L"),
        ("Dark Gray", "Dark Gray（深灰色）", "Dark Gray"),
        ("color: Red | 2XL", "color: Red | 2XL（红色 | 2XL）", "color: Red | 2XL"),
        ("蓝色 / large", "蓝色 / large（蓝色 / 大号）", "蓝色 / large (blue / large)"),
    ],
)
def test_a_known_variant_is_read_in_the_other_language(variant: str, zh: str, en: str) -> None:
    """What is written comes first, letter for letter; whoever reads its language gets nothing else."""
    said = which(variant)
    assert (said.zh, said.en) == (zh, en)


@pytest.mark.parametrize(
    "variant",
    [
        "",
        "330 ml",
        "L",
        "3XL",
        "蓝色 加厚",
        "蓝色加厚",
        "蓝色 / 带盖",
        "天空蓝色",
        "Red Bull",
        "尺码:XXL",
        "颜色:",
        "material: blue",
        "orange",
        "silver",
        "蓝色,",
        "{variant} {meaning}",
        "蓝色/" * LETTERS_MAX,
    ],
)
def test_what_is_not_known_as_a_whole_is_not_read(variant: str) -> None:
    """Half a reading would hide what tells two kinds apart; a measure is the same in every language."""
    said = which(variant)
    assert (said.zh, said.en) == (variant, variant)
    assert in_other(said, lambda english, _zh, _n: english.upper()) == variant


def test_no_two_words_are_read_alike() -> None:
    """In either language: two kinds of goods never become one on the screen."""
    every = (*COLOURS, *SIZES)
    assert len({words.zh for words in every}) == len({words.en for words in every}) == len(every)


@pytest.mark.parametrize(
    ("variant", "third"), [("蓝色 / L", "蓝色 / L (BLUE / L)"), ("blue / L", "blue / L (BLUE / L)")]
)
def test_a_third_language_reads_both(variant: str, third: str) -> None:
    """By its own words; where it has none, as English does."""
    said = which(variant)
    assert in_other(said, lambda english, _zh, _n: english.upper() if "{" not in english else english) == third
    assert in_other(said, lambda _en, _zh, _n: None) == said.en


def test_goods_in_sentences_and_the_warning_of_their_like() -> None:
    """The banner, the scale's doubts, and the variant that is easily taken instead."""
    assert (article(BLUE).zh, article(BLUE).en) == ("短袖 蓝色 / L", "T-shirt 蓝色 / L (blue / L)")
    assert not_that("红色").en == "not 红色 (red)"


@pytest.fixture
def told(qapp: object, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is set in letters, wherever on the screen."""
    texts: list[str] = []
    fit = Letters.fit

    def noting(self: Letters, text: str, *where: Any, **how: Any) -> Any:
        texts.append(text)
        return fit(self, text, *where, **how)

    monkeypatch.setattr(Letters, "fit", noting)
    return texts


def _shown(screen: Screen, language: str) -> None:
    sight = next(sight for sight in SIGHTS if sight.name == "pack")
    view = sight.make(language, PALETTES[0])
    view.resize(QSize(1280, 800))
    sight.put(view, gallery.Shot("variant", screen))
    view.grab()
    view.deleteLater()


def _blue(line: LineView) -> LineView:
    return replace(line, variant="蓝色 / L")


@pytest.mark.parametrize(("language", "read"), [("zh", False), ("en", True)])
def test_the_bench_shows_what_is_written_and_what_it_means(told: list[str], language: str, read: bool) -> None:
    """The item to take and the list of lines: one packer reads it as it is, another beside it what it means."""
    _shown(replace(gallery.PACKING, lines=tuple(map(_blue, gallery.PACKING.lines))), language)
    about = {text for text in told if "蓝色 / L" in text}
    assert about == {"蓝色 / L (blue / L)" if read else "蓝色 / L"}


def test_a_stop_says_which_of_the_two_colours_is_which(told: list[str]) -> None:
    """Scanned against wanted, each with what stands on the goods first."""
    assert gallery.STOP.versus is not None
    versus = replace(gallery.STOP.versus, scanned_variant="红色", wanted_variant="酒红色")
    _shown(replace(gallery.STOP, versus=versus), "en")
    assert {"红色 (red)", "酒红色 (wine red)"} <= set(told)


@pytest.mark.parametrize("variant", ["红色 Red", "黑色/Black", "颜色:红色 Red"])
def test_what_is_written_in_both_languages_is_read_once(variant: str) -> None:
    """A platform's own "红色 Red" has nothing to be told in either language."""
    said = which(variant)
    assert (said.zh, said.en) == (variant, variant)
