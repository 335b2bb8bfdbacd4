"""After each refusal the way out is written on the screen, in both languages."""

from __future__ import annotations

import pytest

from station.packing.events import ScanRefused
from station.packing.inputs import Command
from station.packing.job import Attention, Stop
from station.packing.reasons import Reason
from station.ui.moments import Moment, of_attention, of_stop
from station.ui.present import buttons
from station.ui.screen import Stage
from station.ui.texts import DETAILS, REASONS, STEPS

WEIGHED = (Reason.WEIGHT_LOW, Reason.WEIGHT_HIGH)
"""Never a stop: only these tell grams."""


def _told(reason: Reason) -> Moment:
    if reason in WEIGHED:
        return of_attention(Attention(reason=reason, weight_mg=90_000), (100_000, 200_000))
    refused = ScanRefused(reason=reason, code="X", device="d", locks=True, detail="paper_out", bench="B02")
    return of_stop(Stop(reason=reason, refused=refused), must_clear=False)


@pytest.mark.parametrize("reason", Reason, ids=str)
def test_every_reason_says_what_to_do(reason: Reason) -> None:
    """Headline and act are there in both languages, and no field is left open in them."""
    told = _told(reason)
    for words in (told.headline, told.detail):
        assert words.zh.strip("：。？ ")
        assert words.en.strip(":.? ")
        assert "{" not in words.zh + words.en


@pytest.mark.parametrize("reason", [reason for reason in Reason if REASONS[reason].act_en == "{detail}"], ids=str)
def test_where_the_detail_is_the_act_it_is_one(reason: Reason) -> None:
    """These refusals come with a sentence of their own; the bench is never left with a headline alone."""
    attention = of_attention(Attention(reason=reason, detail="paper_out"), None)
    assert attention.detail.en == DETAILS["paper_out"][1]


NOT_ASKED = ("copies", "pin_wrong")
"""Where only a supervisor knows what comes next."""


@pytest.mark.parametrize(
    "detail",
    ["badge_unknown", "has_a_barcode", "joint_parcel", "label_requested", "no_part_number", "not_a_supervisor",
     "nothing_packed", "order_without_units", *NOT_ASKED],
)  # fmt: skip
def test_what_is_not_allowed_has_its_own_way_out(detail: str) -> None:
    """What the packer can put right is said; the supervisor is asked for the rest only."""
    refused = ScanRefused(reason=Reason.NOT_ALLOWED, code="undo", device="d", locks=True, detail=detail)
    told = of_stop(Stop(reason=Reason.NOT_ALLOWED, refused=refused), must_clear=False)
    assert (told.detail.en == REASONS[Reason.NOT_ALLOWED].act_en) is (detail in NOT_ASKED)
    assert (told.detail.zh == REASONS[Reason.NOT_ALLOWED].act_zh) is (detail in NOT_ASKED)


def test_a_stop_names_its_way_out() -> None:
    """The clear is the second step, and a button with a code of its own."""
    assert STEPS["clear"] == ("扫清除码", "Scan CLEAR")
    (clear, *_) = buttons(Stage.STOPPED)
    assert (clear.command, clear.key) == (Command.CLEAR, "F9")
    assert clear.code.startswith("SB-CLEAR-")
