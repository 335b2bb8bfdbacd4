"""The office of a warehouse in a test: verbs as typed, their JSON read, and the platform's files as it exports them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import pytest

from station.cli import main
from station.home import Home
from tests.orders.containers import text
from tests.orders.exports import COLUMNS, Lay, export
from tests.orders.sales import Sale, Sold

Office: TypeAlias = Callable[..., Any]
"""Verb, arguments and the exit code to expect; gives what ``--json`` prints."""

BUYER = Sale(
    serial=1, buyer="林晓", phone="13800000001", country="CN", province="浙江省", city="示例市", district="样本区",
    street="虚构路 1 号", postcode="310000", says="", minute=600, lines=(),
)  # fmt: skip


def office(home: Home, capsys: pytest.CaptureFixture[str]) -> Office:
    def types(*arguments: str | Path, code: int = 0) -> Any:
        capsys.readouterr()
        ended = main(["--home", str(home.root), "--json", *map(str, arguments)])
        said = capsys.readouterr()
        assert ended == code, (arguments, said.err, said.out)
        return json.loads(said.out) if said.out.strip() else None

    return types


def sale(serial: int, goods: Mapping[str, int], **details: Any) -> Sale:
    """An order of an invented buyer, each at an own address unless ``details`` say otherwise."""
    lines = tuple(Sold(sku=sku, units=units, title="样品") for sku, units in goods.items())
    own = replace(BUYER, serial=serial, street=f"虚构路 {serial} 号", lines=lines)
    return replace(own, **details)


def platform_file(
    folder: Path, name: str, lay: Lay, sales: Sequence[Sale], *, words: Mapping[str, str] | None = None
) -> Path:
    """What the platform's export button gives, in GBK; ``words`` exchange texts in it, as a new status."""
    table = export(COLUMNS[lay], lay, sales, Random(name))
    content = text([table.headers, *table.rows], "gbk").decode("gbk")
    for old, new in (words or {}).items():
        assert old in content
        content = content.replace(old, new)
    path = folder / name
    path.write_bytes(content.encode("gbk"))
    return path


def piped(home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *typed: str) -> Any:
    """A verb that reads lines: its arguments, ``--``, and the lines; gives the JSON lines it answers with."""
    end = typed.index("--")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(typed[end + 1 :]).encode() + b"\n")))
    capsys.readouterr()
    assert main(["--home", str(home.root), *typed[:end]]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]
