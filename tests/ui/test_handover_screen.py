"""The dock's screen as a conversation: scans, stops, reasons, the driver, the close."""

from __future__ import annotations

from dataclasses import replace

from station.packing.effects import Tone
from station.ui import handover_screen as pages
from station.ui.handover_screen import DockSight, HandoverScreen, MissingRow, Page, ScanAnswer
from station.ui.handover_words import REFUSED, refusal
from station.ui.screen import Verdict, Words
from station.ui.words import named

ROWS = (
    MissingRow(order="SO-1", waybill="YT1", bench="B01"),
    MissingRow(order="SO-2", waybill="YT2", bench="B02", hold="refund_asked"),
    MissingRow(order="SO-3", waybill="", bench="B01"),
)
SIGHT = DockSight(
    number=7, carrier=named("圆通速递", "YTO Express"), count=2, weight_mg=800_000, unweighed=0, missing=ROWS
)
NONE = replace(SIGHT, missing=(), count=5)


def _seen(sight: DockSight = SIGHT) -> HandoverScreen:
    return pages.looked(HandoverScreen(sight=sight), sight)


def _answered(screen: HandoverScreen, why: str = "", sight: DockSight = SIGHT, detail: str = "") -> HandoverScreen:
    return pages.answered(screen, ScanAnswer(code="YT9", orders=("SO-9",), why=why, detail=detail), sight, at_us=1)


def test_a_parcel_goes_out() -> None:
    """Green, the good tone, a line in the log; the last missing one says that nothing is missing."""
    taken = _answered(_seen())
    assert (taken.verdict, taken.tone, taken.scans[0].ok) == (Verdict.OK, Tone.OK, True)
    assert "SO-9" in taken.headline.en
    done = _answered(taken, sight=NONE)
    assert (done.headline.en, done.tone) == ("Nothing is missing", Tone.COMPLETE)


def test_a_wrong_box_stops_until_it_is_cleared() -> None:
    """Red, and the next scan is not taken; only the deliberate act goes on."""
    stopped = _answered(_seen(), "held", detail="refund_asked")
    assert (stopped.verdict, stopped.tone, stopped.stopped) == (Verdict.STOP, Tone.WRONG, True)
    assert "The buyer asks for a refund" in stopped.detail.en
    refused = pages.refused_input(stopped)
    assert refused is not None
    assert "CLEAR" in refused.detail.en
    for press in (pages.forward, pages.back, pages.took_out_key):
        assert press(stopped) == stopped
    clear = pages.cleared(stopped)
    assert (clear.stopped, clear.verdict, pages.refused_input(clear)) == (False, Verdict.INFO, None)
    assert pages.cleared(clear) == clear


def test_a_harmless_refusal_does_not_stop() -> None:
    """What was scanned already, or could not be read, is amber and the next scan is taken."""
    for why in ("already_scanned", "unreadable"):
        said = _answered(_seen(), why)
        assert (said.verdict, said.stopped, said.scans[0].ok) == (Verdict.ATTENTION, False, False)
        assert pages.refused_input(said) is None


def test_every_refusal_has_words() -> None:
    """Each reason of the order book speaks both languages; a newer one speaks for itself."""
    from station.orders.awaiting import Why

    assert set(REFUSED) == {why.value for why in Why}
    assert refusal("brand_new")[0] == Words(zh="brand_new", en="brand_new")


def test_take_back() -> None:
    """F2 makes the next scan take a parcel back, and F2 again lets it be; afterwards scans go out again."""
    waiting = pages.took_out_key(_seen())
    assert waiting.taking_out
    assert not pages.took_out_key(waiting).taking_out
    back = pages.answered(waiting, ScanAnswer(code="YT1", orders=("SO-1",), taken_out=True), SIGHT, at_us=1)
    assert (back.taking_out, back.verdict) == (False, Verdict.OK)
    assert "Taken back" in back.headline.en


def test_what_stays_needs_a_reason_each() -> None:
    """A hold is its own reason; the others are asked one by one, and the last answer leads on to the driver."""
    asked = pages.forward(_seen())
    assert (asked.page, asked.cursor) == (Page.REASONS, 0)
    assert [row.order for row in asked.unexplained] == ["SO-1", "SO-3"]
    next_one = pages.explained(asked, "  no   room ")
    assert (next_one.cursor, next_one.reasons) == (2, (("YT1", "no room"),))
    done = pages.explained(next_one, "x" * 500)
    assert done.page is Page.SIGNING
    assert dict(done.reasons)["SO-3"] == "x" * 200


def test_the_cursor_stays_among_the_rows() -> None:
    """Arrows move it, no further than the first and the last; a reason can be put right."""
    asked = pages.forward(_seen())
    assert pages.moved(asked, -1).cursor == 0
    assert pages.moved(asked, 99).cursor == 2
    changed = pages.explained(pages.explained(asked, "lost"), "torn")
    again = pages.explained(replace(changed, page=Page.REASONS, cursor=0), "found torn")
    assert dict(again.reasons)["YT1"] == "found torn"
    assert pages.explained(asked, "   ") == asked


def test_a_parcel_found_after_all_loses_its_reason() -> None:
    """A scan on the page of reasons takes the parcel out, and its row and reason are gone."""
    asked = pages.explained(pages.forward(_seen()), "no room")
    assert pages.refused_input(asked) is None
    found = _answered(asked, sight=replace(SIGHT, missing=ROWS[1:]))
    assert found.reasons == ()
    assert [row.order for row in found.unexplained] == ["SO-3"]


def test_nothing_scanned_closes_nothing() -> None:
    """An empty handover has no driver to sign."""
    empty = pages.forward(_seen(replace(SIGHT, count=0)))
    assert (empty.page, empty.headline.en) == (Page.SCANNING, "No parcel has been scanned out")


def test_the_driver() -> None:
    """A name is needed; a missing signature is asked about once, and only once."""
    signing = pages.forward(_seen(NONE))
    assert signing.page is Page.SIGNING
    assert pages.refused_input(signing) is not None
    nameless = pages.before_close(signing, signed=True)
    assert nameless is not None
    assert nameless.headline.en == "The driver's name is missing"
    named = pages.named(signing, "  张 师傅 ")
    assert named.driver == "张 师傅"
    assert pages.before_close(named, signed=True) is None
    unsure = pages.before_close(named, signed=False)
    assert unsure is not None
    assert pages.before_close(unsure, signed=False) is None


def test_a_driver_named_at_the_opening_is_known() -> None:
    """And a name typed later goes before it."""
    assert _seen(replace(NONE, driver="王师傅")).driver == "王师傅"
    assert pages.named(_seen(replace(NONE, driver="王师傅")), "李师傅").driver == "李师傅"


def test_back_and_closed() -> None:
    """F5 goes back to the scans; after the close no key changes anything."""
    signing = pages.forward(_seen(NONE))
    assert pages.back(signing).page is Page.SCANNING
    closed = pages.closed(_seen(), NONE, left=3, file="handover-7.pdf")
    assert "3 left behind" in closed.detail.en
    assert [row.order for row in closed.sight.missing] == ["SO-1", "SO-2", "SO-3"]
    for press in (pages.forward, pages.back):
        assert press(closed) == closed
    assert pages.refused_input(closed) is not None


def test_trouble_is_said() -> None:
    """A book that cannot be reached is a sentence, and the page stays."""
    said = pages.failed(pages.forward(_seen(NONE)), "the order book is away.")
    assert (said.page, said.verdict) == (Page.SIGNING, Verdict.ATTENTION)
    assert said.detail.zh == "告诉主管：the order book is away."
    asked = pages.unreachable(pages.forward(_seen(NONE)))
    assert (asked.page, asked.verdict) == (Page.SIGNING, Verdict.ATTENTION)
    assert asked.detail.en == "Not recorded: load nothing, scan it again later"


def test_a_look_without_an_answer_changes_nothing_that_was_said() -> None:
    """Nobody asked for it: it sounds of nothing, and the next answer ends it."""
    begun = HandoverScreen(sight=SIGHT, known=False)
    away = pages.unseen(begun)
    assert (away.offline, away.known, away.tone, away.verdict) == (True, False, None, begun.verdict)
    back = pages.looked(away, SIGHT)
    assert (back.offline, back.known) == (False, True)
