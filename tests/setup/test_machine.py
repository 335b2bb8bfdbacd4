"""Set-up as a machine: what is asked, what an answer comes to, what is done; nothing is opened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.setup import machine
from station.setup.effects import (
    FindScale,
    HearCodes,
    LetGo,
    LookForLinks,
    PlaySound,
    Practise,
    PrintTrial,
    TryBook,
    WatchScale,
    WriteBench,
    WriteCommandSheet,
    WriteReport,
)
from station.setup.proof import PROOF
from station.setup.stages import ScannerStage
from station.setup.values import (
    STEPS,
    WITHOUT_HARDWARE,
    Answered,
    BookTried,
    DeviceWish,
    Ended,
    FileWritten,
    FoundLink,
    LinksFound,
    Outcome,
    Practised,
    ScaleFound,
    SoundPlayed,
    Step,
    Takes,
    TrialPrinted,
    Weighed,
    say,
)
from station.ui.screen import Verdict
from tests.setup.asking import AROUND, NO_LINKS, at, scanned


def test_first_step_that_is_open() -> None:
    """Set-up begins, and is resumed, where nothing has ended yet."""
    done = {Step.LANGUAGE: Outcome(ended=Ended.PASSED, at_us=1), Step.BENCH: Outcome(ended=Ended.SKIPPED, at_us=1)}
    assert machine.begin(AROUND)[0].step is Step.LANGUAGE
    assert machine.begin(AROUND, outcomes=done)[0].step is Step.SCANNER


@pytest.mark.parametrize("step", STEPS[:-1])
def test_every_step_can_be_skipped(step: Step) -> None:
    """Skipping ends a step at once, lets go of what is open and goes on."""
    setup, _ = machine.begin(AROUND)
    setup = replace(setup, step=step, stage=at(step)[0].stage)
    after, effects = machine.take(setup, Answered(value="skip"), 7)
    assert after.outcomes[step].ended is Ended.SKIPPED
    assert after.step is not step
    assert LetGo() in effects


@pytest.mark.parametrize("step", [step for step in STEPS if step not in WITHOUT_HARDWARE])
def test_no_hardware_is_always_offered(step: Step) -> None:
    """Each step about a device offers that there is none, at its first question and while something is under way."""
    setup, _ = at(step)
    assert "none" in [choice.key for choice in machine.question(setup).choices]
    after, _ = machine.take(setup, Answered(value="none"), 7)
    assert after.outcomes[step].ended is Ended.NO_HARDWARE


def test_going_back_begins_the_step_again() -> None:
    """Back closes what is open and asks the step's first question."""
    setup, _ = at(Step.SCALE, NO_LINKS, "typed", "tcp:127.0.0.1:4001", "yes")
    after, effects = machine.take(setup, Answered(value="back"), 7)
    assert (after.step, effects) == (Step.SCALE, (LetGo(), LookForLinks(kind="scale")))


def test_language() -> None:
    """Language and colours are wished as they are chosen."""
    setup, effects = at(Step.LANGUAGE, "en", "dark")
    assert (setup.wish.language, setup.wish.theme) == ("en", "dark")
    assert effects == (PlaySound(),)


def test_a_bench_without_sound() -> None:
    """A machine that has no sound is told of; the beep comes again when wanted, and no answer holds set-up up."""
    setup, effects = at(Step.LANGUAGE, "en", "dark", SoundPlayed(can=True), "again")
    assert effects == (PlaySound(),)
    told, _ = machine.take(setup, SoundPlayed(can=False), 7)
    assert told.told is not None
    assert "no sound" in told.told.words.en
    silent, _ = machine.take(told, Answered(value="no"), 7)
    loud, _ = machine.take(setup, Answered(value="yes"), 7)
    assert "yes" not in [one.key for one in machine.question(told).choices], "nobody heard it"
    assert (silent.step, loud.step) == (Step.FINISH, Step.FINISH)
    assert "no beep was heard" in silent.outcomes[Step.LANGUAGE].facts
    assert "the beep was heard" in loud.outcomes[Step.LANGUAGE].facts


def test_local_order_book() -> None:
    """A local book is tried before it is believed; its figures are facts."""
    setup, effects = at(Step.BENCH, "B07", "local")
    assert effects == (TryBook(address="sqlite:///orders.db", bench="B07"),)
    setup, _ = machine.take(setup, BookTried(round_trip_ms=0.4, server="SQLite 3.53"), 7)
    assert setup.wish.bench == "B07"
    assert "round trip 0.4 ms" in setup.outcomes[Step.BENCH].facts[1]


@pytest.mark.parametrize("name", ["", "Packtisch 7", "B/7", "x" * 65])
def test_a_bad_bench_name_is_refused(name: str) -> None:
    """A name the ledger could not carry is refused in a sentence, and asked again."""
    setup, effects = at(Step.BENCH, name)
    assert setup.told is not None
    assert setup.told.verdict is Verdict.ATTENTION
    assert (setup.stage, effects) == (at(Step.BENCH)[0].stage, ())


@pytest.mark.parametrize(
    ("address", "word"),
    [("postgres://host/x", "Write it like"), ("postgresql+psycopg://u:secret@host/x", "password"), ("", "Write it")],
)
def test_a_bad_address_is_refused(address: str, word: str) -> None:
    """No other database, and no password in a file that others read."""
    setup, effects = at(Step.BENCH, "B07", "shared", address)
    assert setup.told is not None
    assert word in setup.told.words.en
    assert not effects


@pytest.mark.parametrize(
    ("tried", "word"),
    [
        (BookTried(round_trip_ms=80), "80 ms"),
        (BookTried(clock_off_ms=-9_000), "9 s"),
        (BookTried(bench_taken=True), "of this name"),
    ],
)
def test_a_doubtful_order_book_is_asked_about(tried: BookTried, word: str) -> None:
    """Slow, another time, or a bench of that name already: a person decides."""
    setup, _ = at(Step.BENCH, "B07", "shared", "postgresql+psycopg://bench@db/packing", tried)
    assert setup.told is not None
    assert word in setup.told.words.en
    after, _ = machine.take(setup, Answered(value="yes"), 7)
    assert after.outcomes[Step.BENCH].ended is Ended.PASSED


def test_an_order_book_that_does_not_answer() -> None:
    """Its own sentence is told beside what is the matter, and the question stands again."""
    setup, _ = at(Step.BENCH, "B07", "local", BookTried(trouble="no answer (db). Ask the office."))
    assert setup.told is not None
    assert setup.told.way is not None
    assert "no answer" in setup.told.way.en
    assert Step.BENCH not in setup.outcomes


def test_scanner_passes_with_three_clean_scans() -> None:
    """Three alike, and the suffix that came goes into bench.toml."""
    link = "serial:/dev/ttyACM0"
    setup, effects = at(Step.SCANNER, LinksFound(links=(FoundLink(link=link, name="x"),)), link)
    assert HearCodes(link=link) in effects
    for _ in range(3):
        setup, _ = machine.take(setup, scanned(PROOF, "\t"), 7)
    device = setup.wish.device("scanner")
    assert device == DeviceWish(kind="scanner", name="scanner", link=link, suffix="\t")
    assert setup.outcomes[Step.SCANNER].ended is Ended.PASSED


def test_a_fault_begins_the_count_again() -> None:
    """Two right and one wrong prove nothing; the fault is told and codes are offered."""
    setup, _ = at(Step.SCANNER, NO_LINKS, "keyboard", scanned(PROOF), scanned(PROOF), scanned(PROOF.swapcase()))
    assert isinstance(setup.stage, ScannerStage)
    assert setup.stage.clean == 0
    assert setup.told is not None
    assert "CapsLock" in setup.told.words.en
    assert "make" in [choice.key for choice in machine.question(setup).choices]


def test_a_suffix_that_changes_is_no_proof() -> None:
    """A code that ends now with CR, now with Tab, is scanned again."""
    setup, _ = at(Step.SCANNER, NO_LINKS, "keyboard", scanned(PROOF), scanned(PROOF, "\t"), scanned(PROOF, "\t"))
    assert Step.SCANNER not in setup.outcomes


def test_a_scanner_that_types_needs_no_device() -> None:
    """The keyboard kind passes without a [[device]]."""
    setup, _ = at(Step.SCANNER, NO_LINKS, "keyboard", scanned(PROOF), scanned(PROOF), scanned(PROOF))
    assert setup.outcomes[Step.SCANNER].ended is Ended.PASSED
    assert setup.wish.device("scanner") is None


@pytest.mark.parametrize("step", [Step.SCANNER, Step.SCALE, Step.PRINTER, Step.CAMERA])
def test_a_bad_link_is_refused(step: Step) -> None:
    """An address no such device can have is refused in a sentence; nothing is opened."""
    setup, effects = at(step, NO_LINKS, "typed", "ftp://printer")
    assert setup.told is not None
    assert "it begins with one of" in setup.told.words.en
    assert not effects


FOUND = ScaleFound(speaks=("mt-sics",), link="serial:/dev/ttyUSB0?baud=9600", heard="53")
SCALE = (NO_LINKS, "typed", "serial:/dev/ttyUSB0", "yes", FOUND)


def test_a_scale_is_asked_only_with_leave() -> None:
    """Choosing a port sends nothing; only the yes after it does."""
    _, effects = at(Step.SCALE, *SCALE[:3])
    assert not effects
    _, effects = at(Step.SCALE, *SCALE[:4])
    assert FindScale(link="serial:/dev/ttyUSB0") in effects


def test_scale_with_a_known_mass() -> None:
    """Empty, then a bottle of water: within three per cent it passes."""
    setup, effects = at(Step.SCALE, *SCALE)
    assert [one for one in effects if isinstance(one, WatchScale)]
    for input in (Weighed(weight_mg=0, stable=True), Answered(value="yes"), Answered(value="520")):
        setup, _ = machine.take(setup, input, 7)
    for weighed in (Weighed(weight_mg=300_000, stable=False), Weighed(weight_mg=524_000, stable=True)):
        setup, _ = machine.take(setup, weighed, 7)
    assert setup.outcomes[Step.SCALE].ended is Ended.PASSED
    assert setup.wish.device("scale") == DeviceWish(kind="scale", name="scale", link=FOUND.link, speaks="mt-sics")


@pytest.mark.parametrize(
    ("weighed", "word"),
    [(Weighed(weight_mg=90_000, stable=True), "zero key"), (Weighed(weight_mg=0, stable=False), "moves")],
)
def test_an_empty_scale_must_stand_at_zero(weighed: Weighed, word: str) -> None:
    """Neither a loaded nor a moving scale is taken for empty."""
    setup, _ = at(Step.SCALE, *SCALE, weighed, "yes")
    assert setup.told is not None
    assert word in setup.told.words.en


def test_a_mass_far_off_is_told() -> None:
    """A scale in pounds shows another figure: it does not pass."""
    setup, _ = at(
        Step.SCALE, *SCALE, Weighed(weight_mg=0, stable=True), "yes", "520", Weighed(weight_mg=235_000_000, stable=True)
    )
    assert setup.told is not None
    assert "unit" in setup.told.words.en
    assert Step.SCALE not in setup.outcomes


def test_protocols_that_read_alike() -> None:
    """Where several read the same bytes, the scale's manual decides; where the unit is not said, its display."""
    found = replace(FOUND, speaks=("toledo-8217", "toledo-8213"), needs_unit=True)
    setup, _ = at(Step.SCALE, *SCALE[:4], found, "toledo-8213", "kg", Weighed(weight_mg=0, stable=True))
    assert machine.question(setup).figure == "0 g"


def test_no_scale_found_says_why() -> None:
    """The likely cause is told, and looking again is offered."""
    setup, _ = at(
        Step.SCALE, *SCALE[:4], ScaleFound(speaks=(), link="x", why=say("波特率", "most likely another baud rate"))
    )
    assert setup.told is not None
    assert "baud" in setup.told.words.en
    assert machine.question(setup).takes is Takes.CHOICE


def test_command_sheet() -> None:
    """The sheet is written by itself and passes when NEXT is scanned from it."""
    setup, effects = at(Step.COMMANDS)
    assert effects == (WriteCommandSheet(),)
    setup, _ = machine.take(setup, FileWritten(file="c.pdf"), 7)
    wrong, _ = machine.take(setup, scanned("6901234567892"), 7)
    assert Step.COMMANDS not in wrong.outcomes
    right, _ = machine.take(setup, scanned(machine.question(setup).pictures[0].text), 7)
    assert right.outcomes[Step.COMMANDS].ended is Ended.PASSED


def test_practice() -> None:
    """It begins when asked to, with the devices that are there, and passes when the parcel is sealed."""
    around = replace(AROUND, devices=(DeviceWish(kind="scale", name="s", link="tcp:a:1", speaks="mt-sics"),))
    setup, effects = at(Step.PRACTICE, "yes", around=around)
    (practise,) = [effect for effect in effects if isinstance(effect, Practise)]
    assert [device.kind for device in practise.wish.devices] == ["scale"]
    setup, _ = machine.take(setup, Practised(words=say("扫订单", "Scan an order"), code="SO-1"), 7)
    assert machine.question(setup).pictures[0].text == "SO-1"
    setup, _ = machine.take(setup, Practised(words=say("好", "Done"), sealed=True, waybill="YT1"), 7)
    assert setup.outcomes[Step.PRACTICE].facts == ("practice parcel sealed under YT1",)


def test_nothing_is_written_before_the_end() -> None:
    """Only a yes at the end writes bench.toml, then the report."""
    setup, _ = at(Step.LANGUAGE, "en", "dark", "yes")
    assert setup.step is Step.FINISH
    setup, effects = machine.take(setup, Answered(value="yes"), 7)
    assert effects == (WriteBench(wish=setup.wish),)
    setup, effects = machine.take(setup, FileWritten(file="bench.toml"), 7)
    assert effects == (WriteReport(),)
    setup, _ = machine.take(setup, FileWritten(file="r.pdf"), 7)
    assert setup.over


def test_the_end_offers_what_was_left_out() -> None:
    """A skipped step can be done from the end, after which comes the end again."""
    setup, _ = at(Step.LANGUAGE, "skip")
    after, _ = machine.take(setup, Answered(value="language"), 7)
    assert after.step is Step.LANGUAGE
    for value in ("zh", "light", "no"):
        after, _ = machine.take(after, Answered(value=value), 7)
    assert after.step is Step.FINISH


@pytest.mark.parametrize("step", STEPS)
def test_strangers_change_nothing(step: Step) -> None:
    """An input that belongs to another question leaves the stage as it is."""
    setup, _ = at(step)
    for input in (scanned("x"), Weighed(weight_mg=1, stable=True), TrialPrinted(state="printed"), Answered(value="?")):
        after, effects = machine.take(setup, input, 7)
        assert after.step is step
        assert not [effect for effect in effects if isinstance(effect, PrintTrial | FindScale)]
