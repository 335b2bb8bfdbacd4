"""What is wrong, in Chinese: every trouble that a seated screen can show, and what no table knows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Final, TypeAlias

import pytest

from station.devices.babble import SENTENCES
from station.devices.hearing import NOT_THERE
from station.devices.misheard import likely_cause
from station.errors import Trouble
from station.orders import complaints
from station.ui.troubles.cause_words import CAUSES
from station.ui.troubles.row_words import FAULTS
from station.ui.troubles.telling import ACTS, SYSTEM, WHATS, cause_explained, explained, known, row_explained
from station.ui.words import Words, in_other

STATION: Final = Path(__file__).parents[2] / "station"
SEATED: Final = (
    "beside.py", "board_desk.py", "case_known.py", "elsewhere.py", "personal_log.py", "pins.py", "report_output.py",
    "settings.py", "supervisor_*.py", "terminal.py", "devices/address.py", "devices/profile.py",
    "evidence/bundle_zip.py", "evidence/gathering.py", "evidence/keys.py", "evidence/media.py", "evidence/org_keys.py",
    "evidence/ledger_start.py",
    "labels/library.py", "labels/render.py", "labels/template*.py", "office/*.py", "orders/carrier_news.py",
    "orders/cases.py", "orders/complaints.py", "orders/certificates.py", "orders/deadline_rules.py",
    "orders/deadlines.py", "orders/dispute*.py", "orders/engine.py", "orders/file_look.py", "orders/help_calls.py",
    "orders/holding.py", "orders/mappings.py", "orders/people.py", "orders/reading.py", "orders/relay.py",
    "orders/schema.py", "orders/service_file.py", "orders/shop_time.py", "orders/shops.py", "orders/table_file.py",
    "reports/behind*.py", "reports/cut_off_forecast.py", "reports/dispute_figures.py", "reports/figure_rules.py",
    "reports/shipping_ledger.py", "reports/table.py", "setup/bench_copy.py", "setup/bench_file.py",
)  # fmt: skip
"""Where what the office, the supervisor's screen, the wall board and the dispute desk do can fail."""
TROUBLES: Final = frozenset({
    "Trouble", "UsageTrouble", "SettingsTrouble", "DeviceTrouble", "BookUnreachable", "SchemaTrouble",
    "VerificationFailed", "LedgerInUse", "LedgerBroken", "LedgerForked",
})  # fmt: skip
ANY: Final = "§"
"""Stands for a name, a number or another program's words."""

_LETTER: Final = re.compile("[a-z]")

Scopes: TypeAlias = tuple[ast.AST, ...]
"""Where a name is looked for: its function, then its file."""


def _texts(node: ast.AST, scopes: Scopes) -> list[str]:
    """Every text that an expression can be, as far as it is written there; none where it is not."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=values):
            return ["".join(parts) for parts in product(*(_texts(value, scopes) for value in values))]
        case ast.FormattedValue(value=ast.IfExp() | ast.Name() as value):
            return _texts(value, scopes) or [ANY]
        case ast.FormattedValue():
            return [ANY]
        case ast.IfExp(body=body, orelse=other):
            return [*_texts(body, scopes), *_texts(other, scopes)]
        case ast.Name(id=name):
            return [text for value in _assigned(name, scopes) for text in _texts(value, scopes)]
        case _:
            return []


def _assigned(name: str, scopes: Scopes) -> list[ast.AST]:
    for scope in scopes:
        found: list[ast.AST] = []
        for node in ast.walk(scope):
            match node:
                case ast.Assign(targets=[ast.Name(id=each)], value=value) if each == name:
                    found.append(value)
                case ast.AnnAssign(target=ast.Name(id=each), value=ast.expr() as value) if each == name:
                    found.append(value)
                case _:
                    pass
        if found:
            return found
    return []


def _raised() -> Iterator[tuple[str, list[str], list[str]]]:
    """Where, what it can be, what can be done about it."""
    for path in sorted({path for pattern in SEATED for path in STATION.glob(pattern)}):
        file = ast.parse(path.read_text(encoding="utf-8"))
        scopes_of = {
            call: (scope, file)
            for scope in ast.walk(file)
            if isinstance(scope, ast.FunctionDef)
            for call in ast.walk(scope)
            if isinstance(call, ast.Call)
        }
        for node, scopes in scopes_of.items():
            if isinstance(node.func, ast.Name) and node.func.id in TROUBLES and node.args:
                remedies = [word.value for word in node.keywords if word.arg == "remedy"]
                acts = [text for remedy in remedies for text in _texts(remedy, scopes)]
                yield f"{path.relative_to(STATION)}:{node.lineno}", _texts(node.args[0], scopes), acts


def _unsaid(texts: Sequence[str], among: Sequence[Words]) -> list[str]:
    return [text for text in texts if _LETTER.search(text) and known(text, among) is None]


def test_every_trouble_of_a_seated_screen_has_its_chinese() -> None:
    """Both what happened and what to do about it; whoever words a new one words it twice."""
    raised = list(_raised())
    unsaid = [(at, text) for at, whats, acts in raised for text in (*_unsaid(whats, WHATS), *_unsaid(acts, ACTS))]
    assert len(raised) > 150
    assert unsaid == []


def test_every_complaint_of_a_database_has_its_chinese() -> None:
    """They stand in tables of their own, by code and by words."""
    pairs = [*complaints._BY_CODE.values(), *((what, act) for _, what, act in complaints._BY_WORDS)]
    whats = [what for what, _ in pairs] + [f"{what}: {ANY}" for _, what in complaints._OF_SETTINGS]
    assert _unsaid(whats, WHATS) == []
    assert _unsaid([act for _, act in pairs], ACTS) == []


@pytest.mark.parametrize(
    ("trouble", "zh"),
    [
        (
            Trouble("the order book's file is gone", where="/srv/a (old)/orders.db", remedy="Put it back."),
            "订单库的文件不见了（/srv/a (old)/orders.db）。把它放回去。",
        ),
        (Trouble("there is no order SO-1.5"), "没有订单 SO-1.5。"),
        (Trouble("there is no order SO-1", where="orders.db"), "没有订单 SO-1（orders.db）。"),
        (
            Trouble("the file cannot be written: no space left on device", remedy="Make room, or name another place."),
            "文件写不了：磁盘已满。腾出空间，或另选位置。",
        ),
        (Trouble("nobody knows this", where="here"), "nobody knows this (here)."),
        (Trouble("the file is empty", remedy="Sing."), "文件是空的。Sing."),
    ],
)
def test_a_sentence_is_told_in_both(trouble: Trouble, zh: str) -> None:
    """What, where and what to do, each in its words; what no table has stays as it was said."""
    words = explained(trouble.sentence())
    assert (words.zh, words.en) == (zh, trouble.sentence())


def test_no_english_is_in_two_tables() -> None:
    """A sentence that is worded twice in Chinese would be shown by the order of the files."""
    for among in (WHATS, ACTS, SYSTEM):
        english = [words.en for words in among]
        assert sorted(english) == sorted(set(english))


def _loud(english: str, _chinese: str, _counted: int | None) -> str:
    return english.upper() if "{" not in english else english


def test_a_third_language_gets_them_too() -> None:
    """What is put together keeps its templates."""
    words = explained(Trouble("there is no dispute D-9", remedy="Look with: sealbench disputes list --all.").sentence())
    assert in_other(words, _loud) == "there is no dispute D-9. LOOK WITH: SEALBENCH DISPUTES LIST --ALL."


def test_what_the_system_says_alone_is_said_in_chinese() -> None:
    """Of a file that could not be written, no more is known."""
    assert explained("No space left on device").zh == "磁盘已满"
    assert explained("Some new fault").zh == "Some new fault"


def test_every_fault_of_a_row_has_its_chinese() -> None:
    """What the import names beside a row that it did not take."""
    unsaid = []
    for path in sorted((STATION / "orders").rglob("*.py")):
        file = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(file):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "CellError":
                unsaid += [(path.name, text) for text in _unsaid(_texts(node.args[-1], (file,)), FAULTS)]
    assert unsaid == []
    fault = "order SO-1 stands in this file more than once, with different lines"
    assert row_explained(fault).zh == "订单 SO-1 在这个文件里出现多次，商品行不同"


def test_every_cause_of_a_silent_device_has_its_chinese() -> None:
    """Of a link, of bytes that are no frames, of reads that are none."""
    heard = (b"", b"\x00\xff" * 40, b"ST,GS,+  1,234 kg\r\n" * 3, b"hello there\r\n" * 5)
    causes = [likely_cause(each, "toledo", {}).sentence for each in heard]
    assert len(set(causes)) == len(heard)
    for cause in (*causes, *NOT_THERE.values(), *SENTENCES.values()):
        assert known(cause, CAUSES) is not None, cause
    assert cause_explained("there is no order SO-1.").zh == "没有订单 SO-1。"
