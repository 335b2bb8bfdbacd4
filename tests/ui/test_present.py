from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from station.packing.effects import Tone
from station.packing.events import PanCleared, ScanRefused
from station.packing.inputs import Command, OrderAlarm, PrintState, ScaleFault
from station.packing.job import Attention, Job, Stop
from station.packing.model import Hold, HoldReason
from station.packing.questions import PromptKind
from station.packing.reasons import Reason
from station.ui.present import BUTTONS, present, stage_of
from station.ui.screen import Screen, Stage, Verdict, Words
from station.ui.texts import DETAILS, HOLDS, MOMENTS, REASONS, WAITS
from station.ui.widgets.commands import COUNT, seats
from tests.packing.playbook import EAN, NUMBER, ORDER, RIGHT_MG, RULES, WAYBILL, Playbook, product

HEADLINE_MAX = 9
"""Chinese characters a stop's headline may have: what is read at arm's length in one look."""


def _screen(bench: Playbook) -> Screen:
    return present(bench.job, bench.events, bench.rules)


def _whole(words: Words) -> None:
    """Said in both languages, with every field filled."""
    assert words.zh
    assert words.en
    assert not re.search(r"[{}]", words.zh + words.en)


def _refused(reason: Reason, detail: str = "") -> ScanRefused:
    return ScanRefused(reason=reason, code="X", device="s", locks=True, bench="B02", detail=detail)


OF_THE_PAN = (Reason.WEIGHT_LOW, Reason.WEIGHT_HIGH)
"""Never a stop: the packer puts it right and the label prints."""


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason not in OF_THE_PAN])
def test_every_reason_can_stop_the_bench_in_words(reason: Reason) -> None:
    """No reason is without its sentence in either language, as a stop."""
    event = _refused(reason, "not_allowed")
    job = replace(Playbook().packed().job, stop=Stop(reason=reason, refused=event))
    screen = present(job, (event,), RULES)
    assert (screen.stage, screen.verdict) == (Stage.STOPPED, Verdict.STOP)
    for words in (screen.headline, screen.detail, *screen.steps):
        _whole(words)
    assert screen.clear_code


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.ORDER_CLAIMED])
def test_every_reason_can_be_told_as_attention(reason: Reason) -> None:
    """No reason is without its sentence in either language, as something to put right."""
    attention = Attention(reason=reason, detail="paper_out", weight_mg=300_000)
    screen = present(replace(Playbook().packed().job, attention=attention), (), RULES)
    assert (screen.verdict, screen.reason) == (Verdict.ATTENTION, reason.value)
    _whole(screen.headline)
    _whole(screen.detail)


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason not in (Reason.NOT_ALLOWED,)])
def test_a_headline_is_read_in_one_look(reason: Reason) -> None:
    """At most nine Chinese characters, not counting punctuation and what is filled in."""
    fixed = re.sub(r"\{\w+\}", "", REASONS[reason].zh)
    assert len(re.findall(r"[\u4e00-\u9fff]", fixed)) <= HEADLINE_MAX


def test_every_word_a_rule_gives_has_its_sentence() -> None:
    """Details that the rules themselves put into a refusal are known in both languages."""
    said = {"not_a_supervisor", "label_requested", "has_a_barcode", "copies"}
    said |= {"number_misread", "number_taken", "number_from_pool"}
    said |= {"badge_unknown", "nothing_packed", "order_without_units", "paper_out", "silent", "lot", "expiry", "serial"}
    assert said | {fault.value for fault in ScaleFault} <= set(DETAILS)
    assert {reason.value for reason in HoldReason} <= set(HOLDS)
    for zh, en in (*DETAILS.values(), *HOLDS.values(), *MOMENTS.values()):
        assert zh
        assert en


STAGES = {
    Stage.IDLE: lambda: Playbook(),
    Stage.PACKING: lambda: _opened(),
    Stage.WEIGHING: lambda: Playbook().packed(),
    Stage.PROMPTING: lambda: Playbook().unknown(),
    Stage.PRINTING: lambda: Playbook().weighed(),
    Stage.LABELLING: lambda: Playbook().printed(),
    Stage.SEALED: lambda: Playbook().sealed(),
    Stage.STOPPED: lambda: _stopped(),
}


def _opened() -> Playbook:
    bench = Playbook()
    bench.opens()
    return bench


def _stopped() -> Playbook:
    bench = _opened()
    bench.scans("HAT", known=product())
    return bench


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_speaks_both_languages_and_has_its_buttons(stage: Stage) -> None:
    """Whatever just happened, headline and detail are there, and so are the commands with their codes, help last."""
    bench = STAGES[stage]()
    signed = replace(bench.job, packer="P001")
    for events in (bench.events, ()):
        screen = present(bench.job, events, bench.rules)
        assert screen.stage is stage
        _whole(screen.headline)
        assert not re.search(r"[{}]", screen.detail.zh + screen.detail.en)
    offered = [command.command for command in present(signed, (), bench.rules).commands]
    refused = ("undo", "hold") if bench.job.opened and bench.job.label and stage is Stage.PROMPTING else ()
    assert offered == [name for name in BUTTONS[stage] if name not in refused]
    assert _screen(bench).commands[-1].command == "help"
    assert seats(_screen(bench).commands)[COUNT - 1] == _screen(bench).commands[-1]
    assert all(command.code.startswith("SB-") for command in _screen(bench).commands)


def test_only_answers_that_are_taken_are_offered() -> None:
    """One of several reasons is no YES, and what is only to be read takes no NO; no answer's place is another's."""
    bench = _opened()
    bench.scans(EAN)
    bench.presses(Command.SHORT)
    assert bench.job.prompts[0].kind is PromptKind.CHOICE
    assert [view.command for view in _screen(bench).commands] == ["undo", "hold", "language", "no", "help"]
    bench.presses(Command.YES)
    assert _screen(bench).headline.en == "Answer the question first"
    bench.presses(Command.NO)
    assert _screen(bench).headline.en == "Cancelled: go on"


def test_nothing_is_offered_that_a_printed_label_forbids() -> None:
    """Asked why a label is printed again, or whether it came out, UNDO and HOLD are no buttons: both are refused."""
    asked = Playbook().printed()
    asked.presses(Command.REPRINT)
    for bench in (asked, Playbook().unknown()):
        assert stage_of(bench.job, bench.rules) is Stage.PROMPTING
        assert not {"undo", "hold"} & {view.command for view in _screen(bench).commands}


def test_a_wrong_item_is_shown_beside_the_wanted_one() -> None:
    """Scanned against wanted: name, variant, code, picture of both."""
    versus = _screen(_stopped()).versus
    assert versus is not None
    said = (versus.scanned.en, versus.scanned_variant, versus.wanted.en, versus.wanted_code)
    assert said == ("Hat", "L", "Mug", EAN)


def test_another_order_is_not_held_against_an_item() -> None:
    """A number scanned while an order is open is shown by itself, not as if it were goods."""
    event = replace(_refused(Reason.ORDER_OPEN), wanted=ORDER.lines[0].sku)
    job = replace(Playbook().packed().job, stop=Stop(reason=Reason.ORDER_OPEN, refused=event))
    assert present(job, (event,), RULES).versus is None


def test_a_stop_stays_whatever_is_scanned_and_asks_for_the_clear() -> None:
    """The first mistake stays the headline; the second says that a clear is needed."""
    bench = _stopped()
    first = _screen(bench)
    bench.scans("MUG")
    second = _screen(bench)
    assert (first.reason, second.reason) == ("not_in_order", "must_clear")
    assert second.headline == first.headline


def test_held_orders_name_their_holds() -> None:
    """A stop by a hold says which one, in both languages."""
    bench = Playbook().packed()
    hold = Hold(reason=HoldReason.REFUND_ASKED, since_us=1)
    bench.says(OrderAlarm(order=NUMBER, holds=(hold,), revision=1, fence=1))
    screen = _screen(bench)
    assert screen.reason == "order_held"
    assert HOLDS["refund_asked"][0] in screen.detail.zh
    assert screen.detail.en == "The buyer asks for a refund. Put it in the exception bin"


def test_an_order_taken_over_names_no_bench_it_does_not_know() -> None:
    """A claim lost while packing says to ask, not to take the box to a bench without a name."""
    bench = Playbook().packed()
    bench.says(OrderAlarm(order=NUMBER, revision=1, fence=2))
    screen = _screen(bench)
    assert screen.reason == "order_claimed"
    assert "ask the supervisor" in screen.detail.en


def test_a_weight_that_is_off_says_how_much_and_why() -> None:
    """The grams and the line that would explain them are on the screen, and the count stays."""
    bench = Playbook().packed()
    bench.weighs(RIGHT_MG - 182_000)
    screen = _screen(bench)
    assert (screen.stage, screen.verdict, screen.reason) == (Stage.WEIGHING, Verdict.ATTENTION, "weight_low")
    assert "182" in screen.headline.zh
    assert screen.weight_mg == RIGHT_MG - 182_000
    assert screen.expected_mg == (437_000, 483_000)
    assert [(one.name.en, one.units) for one in screen.explanations] == [("Mug", 1)]


def test_the_line_last_packed_comes_next_while_it_needs_more() -> None:
    """Next is the line in the packer's hand, then the first that still needs units, then none."""
    bench = _opened()
    assert _screen(bench).next_line == 0
    bench.scans("CARD")
    assert _screen(bench).next_line == 0
    bench.presses(Command.UNDO)
    bench.scans("MUG")
    assert _screen(bench).next_line == 0
    bench.scans("MUG")
    assert _screen(bench).next_line == 1
    bench.scans("CARD")
    assert _screen(bench).next_line is None


@pytest.mark.parametrize(
    ("bench", "label"),
    [
        (Playbook.weighed, None),
        (Playbook.allowed, None),
        (Playbook.requested, "requested"),
        (Playbook.sent, "sent"),
        (Playbook.printed, "printed"),
        (Playbook.unknown, "unknown"),
        (Playbook.sealed, "confirmed"),
    ],
)
def test_the_label_is_told_in_the_words_of_the_windowless_bench(bench: object, label: str | None) -> None:
    """Before the intent is recorded there is no label; after that its state, and no other word."""
    assert callable(bench)
    assert _screen(bench(Playbook())).label == label


def test_a_waiting_printer_says_what_to_do() -> None:
    """Paper out while a label waits is amber, names the act, and the label is still to come."""
    bench = Playbook().requested()
    bench.printer_says(PrintState.NOT_READY, "paper_out")
    screen = _screen(bench)
    assert (screen.stage, screen.verdict, screen.reason) == (Stage.PRINTING, Verdict.ATTENTION, "printer_not_ready")
    assert DETAILS["paper_out"][0] in screen.detail.zh


@pytest.mark.parametrize(("item_first", "en"), [(True, "wall cell or item"), (False, "waybill or wall cell")])
def test_an_idle_bench_says_what_opens_an_order(item_first: bool, en: str) -> None:
    """Order, tote, waybill and cell always; an item only where an item opens its order."""
    rules = replace(RULES, item_first=item_first)
    screen = present(Job(), (), rules)
    assert screen.detail.en.endswith(en)
    assert screen.steps == (screen.detail,)


@pytest.mark.parametrize("reason", WAITS)
def test_a_held_label_says_what_it_waits_for(reason: str) -> None:
    """No step says that a label prints while it is held; the first names what is missing, the others are to come."""
    bench = Playbook().weighed()
    waiting = replace(bench.job, label=None, attention=Attention(reason=Reason(reason)))
    steps = present(waiting, (), RULES).steps
    assert (steps[0].zh, steps[0].en) == WAITS[reason]
    assert len(steps) == 3
    assert present(replace(waiting, attention=None), (), RULES).steps == ()


def test_any_other_trouble_before_the_label_says_at_least_that_it_waits() -> None:
    """A reason without words of its own does not claim that the label prints."""
    waiting = replace(Playbook().weighed().job, attention=Attention(reason=Reason.BAD_INPUT))
    assert present(waiting, (), RULES).steps[0].en == "The label waits"


@pytest.mark.parametrize(
    ("attention", "headline", "act"),
    [
        (Attention(reason=Reason.NO_WAYBILL, detail="yto"), "No waybill numbers left", "add yto numbers"),
        (Attention(reason=Reason.NO_WAYBILL, detail="DHL", detail_zh="DHL"), "No waybill number yet", "DHL waybill"),
        (Attention(reason=Reason.NUMBER_REFUSED, detail="number_taken"), "cannot be used", "Another parcel has it"),
    ],
)
def test_a_number_that_is_missing(attention: Attention, headline: str, act: str) -> None:
    """An empty pool is the supervisor's; a number that the carrier's own label brings is the packer's to scan."""
    screen = present(replace(Playbook().weighed().job, attention=attention), (), RULES)
    assert headline in screen.headline.en
    assert act in screen.detail.en
    _whole(screen.headline)
    _whole(screen.detail)


def test_a_sealed_parcel_stays_on_screen_until_the_next() -> None:
    """Order, waybill and a full count are still there; an idle bench shows none of them."""
    bench = Playbook().sealed()
    screen = _screen(bench)
    assert (screen.order, screen.waybill) == (NUMBER, WAYBILL)
    assert [(line.packed, line.needed) for line in screen.lines] == [(2, 2), (1, 1)]
    bench.presses(Command.NEXT)
    screen = _screen(bench)
    assert (screen.stage, screen.order, screen.lines, screen.waybill) == (Stage.IDLE, None, (), None)


def test_the_buyers_note_is_shown_and_marked_as_read() -> None:
    """A note stands on the screen from the start and is told apart once it was acknowledged."""
    bench = Playbook()
    bench.opens(replace(ORDER, buyer_message="Wrap it", gift=True))
    assert (_screen(bench).note, _screen(bench).note_read, _screen(bench).gift) == ("Wrap it", False, True)
    bench.answers("buyer_message", "ok")
    assert _screen(bench).note_read


def test_the_same_job_looks_the_same_after_a_restart() -> None:
    """Stage, lines, label and prompt follow from the job alone, so a cut changes nothing that matters."""
    for bench in (_opened(), Playbook().packed(), Playbook().printed(), Playbook().unknown(), _stopped()):
        before = _screen(bench)
        bench.restarts()
        after = _screen(bench)
        for name in ("stage", "order", "lines", "label", "prompt", "waybill", "versus", "next_line"):
            assert getattr(after, name) == getattr(before, name)


def test_a_bench_without_a_scale_goes_from_packing_to_printing() -> None:
    """The weighing stage is left out where nothing is weighed."""
    rules = replace(RULES, weigh=False)
    bench = Playbook(rules)
    bench.packed()
    assert stage_of(bench.job, rules) is Stage.PRINTING
    assert stage_of(Job(), rules) is Stage.IDLE


def test_every_passing_event_has_its_word() -> None:
    """A conversation with every kind of small thing shows a whole sentence at each step."""
    bench = Playbook()
    acts: tuple[Callable[[], list[str]], ...] = (
        lambda: bench.shows_badge("7"),
        lambda: bench.scans(NUMBER),
        bench.opens,
        lambda: bench.weighs(0),
        lambda: bench.weighs(100_000),
        lambda: bench.presses(Command.HELP),
        lambda: bench.presses(Command.CLEAR),
        lambda: bench.presses(Command.BOX, argument="M"),
        lambda: bench.scans(EAN, guard_ms=9_000),
        lambda: bench.scans(EAN, guard_ms=9_000),
        lambda: bench.presses(Command.UNDO),
        lambda: bench.presses(Command.HOLD),
        lambda: bench.presses(Command.SIGN_OUT),
    )
    for act in acts:
        act()
        _whole(_screen(bench).headline)
        assert not re.search(r"[{}]", _screen(bench).detail.zh + _screen(bench).detail.en)


def test_a_call_for_help_leaves_the_stop_as_it_is() -> None:
    """Headline, reason and way out stay; it says that the call is noted, and nothing sounds as if it were wrong."""
    bench = _stopped()
    before = _screen(bench)
    bench.presses(Command.HELP)
    after = _screen(bench)
    assert (after.headline, after.reason, after.stage) == (before.headline, before.reason, before.stage)
    assert (after.steps[0], after.steps[-1]) == (before.steps[0], before.steps[-1])
    assert [words.en for words in after.steps[1:-1]] == ["Supervisor called"]
    assert (before.tone, after.tone) == (Tone.WRONG, None)
    bench.scans("MUG")
    assert (_screen(bench).reason, _screen(bench).steps) == ("must_clear", before.steps)


def test_who_comes_is_greeted_and_the_parcel_stays() -> None:
    """Who takes over reads a hello beside the open parcel; who leaves it reads that, and no call for a new order."""
    bench = Playbook()
    bench.shows_badge("7")
    bench.opens()
    bench.shows_badge("9")
    over = _screen(bench)
    assert (over.headline.en, over.order, over.stage) == ("Hello", NUMBER, Stage.PACKING)
    bench.presses(Command.SIGN_OUT)
    bench.presses(Command.SIGN_OUT)
    left = _screen(bench)
    assert (left.headline.en, left.order) == ("Signed out", NUMBER)


def test_next_is_offered_where_the_bench_gives_orders() -> None:
    """With nothing open the key is there, and only there; nobody signs out who has not signed in."""
    offered = [
        [command.command for command in present(Playbook().job, (), replace(RULES, gives_next=gives)).commands]
        for gives in (True, False)
    ]
    assert offered == [["next", "language", "help"], ["language", "help"]]


def test_a_bench_that_wants_a_badge_asks_for_it() -> None:
    """Banner and work band say the same: nobody is told to scan an order that would be refused."""
    rules = replace(RULES, require_sign_in=True)
    assert present(Playbook().job, (), rules).headline.en == "Scan your badge to start"
    assert present(replace(Playbook().job, packer="P001"), (), rules).headline.en == "Scan an order"
    emptied = PanCleared(weight_mg=0, device="scale")
    assert present(Playbook().job, (emptied,), rules).headline.en == "Scan your badge to start"
