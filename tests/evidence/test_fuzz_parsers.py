"""Broken input to everything that reads evidence: a sample of what ``make fuzz`` tries, by seeds that stay."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from station.evidence import canonical
from tests.evidence.damaged_ledger import damaged, damaged_ledgers
from tests.evidence.fuzz_parsers import cases, tried
from tests.evidence.mutators import broken_bytes, broken_value
from tests.evidence.parsers import Parser, fault

ROUNDS = 1000
FIRST = 20261122


def test_no_parser_is_surprised(tmp_path: Path) -> None:
    """No traceback, one sentence, never believed: by a parser, the verifier, or whatever opens a ledger."""
    names = []
    for name, case, worth in cases(tmp_path):
        assert list(tried(name, case, ROUNDS // worth // 5, FIRST)) == []
        names.append(name)
    assert len(names) == len(set(names)) > 15


PARSER = Parser(name="any", good=b'{"a":1}', parse=canonical.parse, refuses=ValueError, is_json=True)


def test_the_judge_sees_what_is_believed() -> None:
    """Another answer than the good one is a fault, and so is a refusal in several lines; a refusal in one is none."""
    assert fault(PARSER, PARSER.good) == ""
    assert fault(PARSER, b"{") == ""
    assert "believed" in fault(PARSER, b'{"a":2}')

    def shouts(_data: bytes) -> object:
        raise ValueError("two\nlines")

    shouting = Parser(name="any", good=b"", parse=shouts, refuses=ValueError)
    assert "more than one line" in fault(shouting, b"x")


def test_a_traceback_names_its_seed() -> None:
    """What a parser was surprised by can be tried again."""

    def surprised(_chance: Random) -> str:
        raise KeyError

    with pytest.raises(KeyError) as caught:
        list(tried("x", surprised, 1, first=7))
    assert caught.value.__notes__ == ["x, seed 7"]


def test_the_mutators_change_every_part() -> None:
    """Over many seeds no byte and no value stays as it was in all of them; the same seed gives the same."""
    data = bytes(range(97, 123))
    changed = [broken_bytes(data, Random(seed)) for seed in range(400)]
    assert changed == [broken_bytes(data, Random(seed)) for seed in range(400)]
    assert all(any(data[at : at + 1] not in one for one in changed) for at in range(len(data)))
    tree = {"a": [1, {"b": "text"}], "c": None}
    values = {json.dumps(broken_value(tree, Random(seed))) for seed in range(400)}
    assert len(values) > 50
    assert any('"b"' not in value for value in values)
    assert json.dumps(tree) == '{"a": [1, {"b": "text"}], "c": null}'


def test_damage_is_done(tmp_path: Path) -> None:
    """Nearly every file that is damaged differs, and most are noticed by somebody."""
    data = bytes(range(256)) * 64
    assert sum(damaged(data, Random(seed)) != data for seed in range(100)) > 90
    (tmp_path / "ledger").mkdir()
    assert damaged_ledgers(tmp_path / "ledger")(Random(1)) == ""
