"""The gate: what a table may not have, shown on tables that have it; and that the program's own have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.translations.__main__ import main, wrong
from station.translations.files import CHINESE, SHIPPED
from station.translations.tables import gathered


def _found(tmp_path: Path, text: str) -> list[str]:
    """Faults of one file; that the table of plurals names sentences of other files is left out."""
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "said.py").write_text(text, encoding="utf-8")
    return [fault for fault in gathered(tmp_path).faults if not fault.startswith("ui/plurals.py")]


def test_the_programs_own_sentences_have_no_fault() -> None:
    """No piece, no missing language, no differing field, no wrong plural; the Chinese file is what the tables say."""
    assert list(wrong(SHIPPED)) == []
    assert main(["--check"]) == 0


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('A = Words(zh=f"{n} 件", en=f"{n} pieces")', "built from pieces"),
        ('A = Words(zh="还有" + rest, en="more" + rest)', "built from pieces"),
        ('A = say(f"{n} 件", "x")', "built from pieces"),
        ('A = Words(zh="扫", en="")', "one language is missing"),
        ('A = {"x": ("共 {n} 件", "{m} altogether")}', "different fields"),
        ('A = Words(zh="{n} 个桶", en="{n} buckets")', "wrong for one"),
        ('A = "没有"', "Chinese without its English"),
    ],
)
def test_a_faulty_table_is_named(tmp_path: Path, text: str, fault: str) -> None:
    """With its file and line."""
    faults = _found(tmp_path, text)
    assert any(fault in each and each.startswith("ui/said.py:1:") for each in faults)


@pytest.mark.parametrize(
    "text",
    [
        '"""文档"""\n',
        "A = Words(zh=name, en=name)\n",
        'A = Words(zh="秤", en="Scale")\n',
        'A = {"x": Said("扫", "Scan", "再扫", "Scan again")}\n',
        'A = {"x": ("{detail}", "{detail}")}\n',
        'UNITS = ("克", "kg") if chinese == "公斤" else ()  # read, not said\n',
    ],
)
def test_a_whole_table_passes(tmp_path: Path, text: str) -> None:
    """Names, codes and what people type are no sentences."""
    assert _found(tmp_path, text) == []


def test_a_file_that_lags_behind_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence was added to a table, and nobody ran the tool."""
    stale = tmp_path / CHINESE.name
    stale.write_text(CHINESE.read_text(encoding="utf-8").replace("<source>Scale</source>", "<source>Old</source>"))
    monkeypatch.setattr("station.translations.__main__.CHINESE", stale)
    told = list(wrong(tmp_path))
    assert any("run python -m station.translations" in each for each in told)
    assert any("'Scale' (秤): is not in the file" in each for each in told)
