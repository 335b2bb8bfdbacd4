"""The test code bent in every known way: the fault is named, and only that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.devices.key_layout import DE, FR, GB, US
from station.setup.code_faults import CodeFault as Fault
from station.setup.code_faults import HeardCode, Judgement, judged
from station.setup.fault_words import FAULTS, cures, fault_told
from station.setup.layouts import LAYOUTS, typed_on
from station.setup.proof import GS, PROOF, Programs

NO_GS = PROOF.replace(GS, "")

CASES: list[tuple[str, str, tuple[Fault, ...], str]] = [
    ("right", PROOF, (), ""),
    ("AIM id in front", f"]C1{PROOF}", (), ""),
    ("nothing", "", (Fault.NOTHING,), ""),
    ("CapsLock", PROOF.swapcase(), (Fault.CAPS_LOCK,), ""),
    ("CapsLock and no GS", NO_GS.swapcase(), (Fault.CAPS_LOCK, Fault.LOST_GS), ""),
    ("all capitals", PROOF.upper(), (Fault.ONE_CASE,), "A"),
    ("all small", PROOF.lower(), (Fault.ONE_CASE,), "a"),
    ("GS lost", NO_GS, (Fault.LOST_GS,), ""),
    ("GS as a bracket", PROOF.replace(GS, "]"), (Fault.BENT_GS,), "]"),
    ("GS as words", PROOF.replace(GS, "<GS>"), (Fault.BENT_GS,), "<GS>"),
    ("GS as a blank", PROOF.replace(GS, " "), (Fault.BENT_GS,), " "),
    ("German computer", typed_on(PROOF, US, DE), (Fault.WRONG_LAYOUT,), "US → DE"),
    ("French computer, GS lost", typed_on(NO_GS, US, FR), (Fault.WRONG_LAYOUT, Fault.LOST_GS), "US → FR"),
    ("British computer", typed_on(PROOF, US, GB), (Fault.WRONG_LAYOUT,), "US → GB"),
    ("German scanner", typed_on(PROOF, DE, US), (Fault.WRONG_LAYOUT,), "DE → US"),
    ("full-width letters", "ＡＺａｚ０９－．", (Fault.INPUT_METHOD, Fault.LOST_GS), "ＡＺａｚ０９－．"),
    ("Chinese marks", NO_GS.replace(".", "。").replace("$", "￥"), (Fault.INPUT_METHOD, Fault.LOST_GS), "。￥"),
    ("words put together", "AZ阿子09-。_/+%￥ #x、yQ", (Fault.INPUT_METHOD, Fault.LOST_GS), "阿子。￥、"),
    ("prefix", f"\x02{PROOF}", (Fault.PREFIX,), "\x02"),
    ("tail", f"{PROOF}E0", (Fault.TAIL,), "E0"),
    ("twice", PROOF + PROOF, (Fault.TWICE,), ""),
    ("twice with its end", f"{PROOF}\r{PROOF}", (Fault.TWICE,), ""),
    ("first half", PROOF[:9], (Fault.HALF,), ""),
    ("second half", PROOF[9:], (Fault.HALF,), ""),
    ("letters lost", PROOF.replace("9", "").replace("%", ""), (Fault.LOST,), "9%"),
    ("letters doubled", PROOF.replace("A", "AA").replace("0", "00"), (Fault.DOUBLED,), "A0"),
    ("another order", PROOF[1] + PROOF[0] + PROOF[2:], (Fault.JUMBLED,), ""),
    ("another code", "6901234567892", (Fault.OTHER_CODE,), ""),
    ("something else in it", PROOF.replace("09", "~~"), (Fault.UNKNOWN,), ""),
]


@pytest.mark.parametrize(("text", "faults", "detail"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_fault_is_named(text: str, faults: tuple[Fault, ...], detail: str) -> None:
    """Each known way of bending the code is told by its name and by what it was seen by."""
    found = judged(PROOF, HeardCode(text=text))
    assert (found.faults, found.detail) == (faults, detail)


@pytest.mark.parametrize("scanner", LAYOUTS)
@pytest.mark.parametrize("computer", LAYOUTS)
def test_every_pair_of_keyboards(scanner: str, computer: str) -> None:
    """Whatever two countries' keyboards meet, the pair is named; the same keyboard is no fault."""
    found = judged(PROOF, HeardCode(text=typed_on(PROOF, LAYOUTS[scanner], LAYOUTS[computer])))
    expected = () if scanner == computer else (Fault.WRONG_LAYOUT,)
    assert found.faults == expected
    assert not expected or found.detail == f"{scanner} → {computer}"


def test_no_suffix() -> None:
    """A code that only a pause ended has no suffix, whatever else is wrong with it."""
    assert judged(PROOF, HeardCode(text=PROOF, end="")).faults == (Fault.NO_SUFFIX,)
    assert judged(PROOF, HeardCode(text=NO_GS, end="")).faults == (Fault.LOST_GS, Fault.NO_SUFFIX)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\t", "\x03"])
def test_any_suffix_is_a_suffix(end: str) -> None:
    """The wizard sets the suffix that comes; none of them is a fault."""
    assert judged(PROOF, HeardCode(text=PROOF, end=end)).clean


def test_slow_keys() -> None:
    """Keys slower than a scanner's are a fault of their own, also where nobody measured them."""
    quick, slow = 20 * len(PROOF), 40 * len(PROOF)
    assert judged(PROOF, HeardCode(text=PROOF, took_ms=quick)).clean
    assert judged(PROOF, HeardCode(text=PROOF, took_ms=slow)).faults == (Fault.SLOW_KEYS,)
    assert judged(PROOF, HeardCode(text=PROOF, slow=True)).faults == (Fault.SLOW_KEYS,)


def test_where_it_differs() -> None:
    """The first wrong letter is known."""
    assert judged(PROOF, HeardCode(text=PROOF.replace("9", "8"))).at == PROOF.index("9")


def test_every_fault_has_words_and_a_way_out() -> None:
    """No fault is named without a sentence in both languages and something to do."""
    assert FAULTS.keys() == set(Fault)
    for fault in Fault:
        told = fault_told(Judgement(faults=(fault,)))
        assert told.way is not None
        assert all((told.words.zh, told.words.en, told.way.zh, told.way.en))


def test_the_cure_comes_first() -> None:
    """What mends the fault is offered first, factory default last."""
    found = cures(judged(PROOF, HeardCode(text=PROOF, end="")))
    assert found == (Programs.SUFFIX_CR, Programs.FACTORY)


@given(st.text(max_size=80))
def test_anything_may_be_scanned(text: str) -> None:
    """Whatever comes is judged; only the code itself, with or without an AIM id, is clean."""
    found = judged(PROOF, HeardCode(text=text))
    assert found.clean is (text.removeprefix(found.aim) == PROOF)
