"""The report's page: everything a person asks for, nothing of anybody else, and nothing that a browser would run."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from station.evidence.bundle_report import report_html
from station.evidence.report_parts import grams, shown
from tests.evidence.told_parcel import NUMBER, delivered, story, without


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.pictures: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "br", "img"):
            self.open.append(tag)
        self.pictures += [str(value) for name, value in attrs if name == "src"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_tells_everything() -> None:
    """Order, scans, weights of bench and carrier, label, handover, refusals and their end, decisions, video, proof."""
    page = report_html(story())
    for words in (
        "What was ordered", "CUP", "Every unit scanned", "6901234567892", "2 / 2", "taken back", "lot L26",
        "1052.5 g", "1035–1070 g", "1060 g", "+7.5 g", "too light", "within tolerance", "confirmed by hand",
        NUMBER, "Scanned on the box", "no hold", "handed to the carrier", "delivered", "not in this order",
        "stop cleared", "What a person decided", "stills/2.jpg", "labels/16-1.png", "gap", "restart",
        "31 s after the last entry", "What is not proven", "01c9d7ca" * 8, "张示例", "a remark",
    ):  # fmt: skip
        assert words in page, words


def test_it_is_whole_and_safe() -> None:
    """Every tag is closed, what came from outside is text, and nothing is loaded from anywhere."""
    page = _Page(report_html(story()))
    assert page.open == []
    assert not {"script", "i", "b", "link", "iframe", "a"} & set(page.tags)
    assert set(page.pictures) == set(story().pictures)
    assert "http" not in report_html(story()).replace("http-equiv", "")


def test_what_stays_out() -> None:
    """Telephone, messages and notes are in no report: a dispute does not turn on them."""
    page = report_html(story())
    for words in ("13800000000", "轻放", "给王师傅"):
        assert words not in page


def test_the_carriers_weight_may_be_unknown() -> None:
    """Without an order book the report says so; with one that knows none it says that."""
    assert "No order book was there" in report_html(replace(story(), delivered=None))
    assert "not known yet" in report_html(replace(story(), delivered=(delivered(None),)))


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ({"ParcelSealed"}, "The parcel is not sealed yet."),
        ({"ParcelHandedOver"}, "It was sealed at"),
        ({"UnitTakenBack"}, "2 / 2"),
    ],
)
def test_a_parcel_that_is_not_finished(missing: set[str], says: str) -> None:
    """What has not happened is not told as if it had."""
    assert says in report_html(without(missing))


def test_nothing_but_an_opening() -> None:
    """A parcel of which hardly anything is known has a page too."""
    few = replace(story(), told=story().told[:1], attached=(), delivered=None, sealed_seq=None, remarks=())
    page = _Page(report_html(few))
    assert page.open == []
    assert "Of 4 units ordered, 0 are in the box." in report_html(few)


def test_every_entry_is_optional() -> None:
    """The list of every entry can be left out; a channel's report names no file of a bundle that it does not have."""
    assert "Every entry" in report_html(story())
    short = report_html(replace(story(), has_bundle=False), appendix=False)
    assert "Every entry" not in short
    assert "VERIFY.md" not in short


def test_letters_that_hide_others() -> None:
    """Marks that turn the writing around, and controls, show as something that is there."""
    assert shown("a\u202eb\x00c") == "a\ufffdb\ufffdc"


def test_grams() -> None:
    """Milligrams show only where there are some."""
    assert [grams(mg) for mg in (0, 1_000, 1_052_500, -7_250)] == ["0 g", "1 g", "1052.5 g", "−7.25 g"]
