"""What stands against a label, known again on a screen: every sentence, in every language."""

from __future__ import annotations

import pytest

from station.labels.field_words import fault as said_of
from station.packing.job import Attention
from station.packing.label_faults import FAULTS
from station.packing.reasons import Reason
from station.packing.service_limits import OVER
from station.packing.terms import Measure
from station.ui.label_words import fault
from station.ui.moments import of_attention
from station.ui.words import in_other

PARTS = {
    "text": "X-1", "count": 9, "most": 3, "character": "𓃷", "code": "U+130F7", "width": 799, "printer": "spare",
    "head": 576, "carrier": ("圆通", "YTO"), "allowed": "76x130, 100x180", "size": "100x150", "inside": "60x40",
}  # fmt: skip
FIELDS = "recipient_name and recipient_street"


def _third(english: str, _chinese: str, _count: int | None) -> str:
    """A third language that is English in capitals, but for its fields."""
    parts = english.replace("{", "}").split("}")
    return "".join(f"{{{part}}}" if at % 2 else part.upper() for at, part in enumerate(parts))


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_is_known_again(name: str) -> None:
    """From what was recorded: both languages letter for letter, and whole in a third with its fields' names."""
    zh, en = said_of(name, field=FIELDS, **PARTS)  # type: ignore[arg-type]
    words = fault(zh, en)
    assert (words.zh, words.en) == (zh, en)
    assert words.template is not None or "{" not in FAULTS[name][1]
    third = in_other(words, _third)
    assert "the recipient's" not in third
    if "{field}" in FAULTS[name][1]:
        assert "THE RECIPIENT'S NAME AND THE RECIPIENT'S ADDRESS" in third
    for key, part in PARTS.items():
        if f"{{{key}}}" in FAULTS[name][1]:
            assert (part[1] if isinstance(part, tuple) else str(part)) in third


@pytest.mark.parametrize("measure", OVER)
def test_what_a_carrier_does_not_take(measure: Measure) -> None:
    """The limits of a service too, whose name is the house's own in two languages."""
    names = ("顺丰", "SF")
    zh, en = (each.format(carrier=name, limit=9, found=10) for each, name in zip(OVER[measure], names, strict=True))
    words = fault(zh, en)
    assert (words.zh, words.en) == (zh, en)
    assert in_other(words, _third).startswith("SF TAKES 9 ")


def test_other_sentences() -> None:
    """A house's or an older bench's words stay; a trouble that is no label's gets its Chinese from its own table."""
    assert fault("旧的话", "old words").zh == "旧的话"
    sentence = "the file is empty (labels/logo.png)."
    assert (fault(sentence, sentence).zh, fault(sentence, sentence).en) == ("文件是空的（labels/logo.png）。", sentence)


def test_the_banner_says_it_in_a_third_language() -> None:
    """What a label that waits says at the bench is made of known sentences as a whole."""
    zh, en = said_of("too_long", field="recipient_street")
    moment = of_attention(Attention(reason=Reason.LABEL_UNPRINTABLE, detail=en, detail_zh=zh), None)
    shown = in_other(moment.headline, _third), in_other(moment.detail, _third)
    assert any("TOO LONG FOR THE LABEL: THE RECIPIENT'S ADDRESS" in each for each in shown)
