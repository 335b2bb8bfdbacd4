"""A bench's day with two invented buyers: its logs never name them, and what is erased stands nowhere in the home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.clock import SystemClock
from station.evidence.bundle import OF_OTHERS
from station.evidence.expiry import DAY_US
from station.evidence.ledger_reading import open_reader
from station.evidence.sealed_file import unsealed
from station.home import Home
from station.packing.inputs import Instant
from tests.e2e.bench_process import BenchProcess, bench_process
from tests.e2e.rig import answer, press, weight
from tests.e2e.test_bench_process import audited
from tests.e2e.traces import forms, naming, naming_in
from tests.e2e.warehouse import COASTER, HEADERS, MUG, PARCEL_G, TRAY, prepare, waybills
from tests.verbs.command import Command

BY = ("--by", "P009", "--reason", "asked by letter")
SETTINGS = """
[[device]]
name = "label printer"
kind = "printer"
link = "file:{paper}"
speaks = "zpl"
[[device]]
name = "box camera"
kind = "camera"
link = "synthetic:"
resolution = "320x180"
fps = 10
[media]
open_box_ms = 0
"""
FAR_DAYS = 2000  # past every rule of [retention]


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    number: str
    waybill: str
    name: str
    phone: str
    street: str
    message: str
    note: str

    @property
    def personal(self) -> tuple[str, ...]:
        return (self.name, self.phone, self.street, self.message, self.note)

    @property
    def words(self) -> tuple[str, ...]:
        return (self.number, self.waybill, *self.personal)

    def row(self) -> dict[str, str]:
        return {
            "order": self.number, "recipient": self.name, "phone": self.phone, "province": "浙江省", "city": "示例市",
            "district": "样本区", "address": self.street, "message": self.message, "note": self.note,
        }  # fmt: skip


FIRST, SECOND = waybills(2, first=7_700_000_001)
ANNA = Buyer(
    number="TB-77001-ANNA", waybill=FIRST, name="尉迟示例甲", phone="13800077001", street="虚构路七弄 77001 号",
    message="请放门口甲七示例", note="熟客甲七，多包一层",
)  # fmt: skip
BERT = Buyer(
    number="TB-88002-BERT", waybill=SECOND, name="Zoë Example-Bertsen", phone="13800088002",
    street="88002 Imaginary Lane", message="leave it with neighbour Exampleman", note="pays late says Samplewoman",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """``said`` is what processes and verbs wrote to stderr."""

    home: Home
    said: str
    keys: dict[str, frozenset[bytes]]  # of files, by order


def _file(folder: Path, buyers: Iterable[Buyer], quantity: str = "1") -> Path:
    file = folder / "from-the-shop.csv"
    cells = [{**buyer.row(), "sku": sku, "quantity": quantity} for buyer in buyers for sku in ("TRAY-30", "COASTER-10")]
    rows = [HEADERS, *([row.get(header, "") for header in HEADERS] for row in cells)]
    file.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    return file


def _packed(bench: BenchProcess, buyer: Buyer, other: Buyer) -> None:
    """With what goes wrong in a day: a wrong unit, and another parcel's label and number under the scanner."""
    bench.says(buyer.number)
    for mistake in (MUG, other.waybill, other.number):
        assert bench.says(mistake)["stage"] == "stopped"
        bench.says(press("clear"))
    told = bench.all(TRAY, COASTER, weight(PARCEL_G))
    while told["prompt"] is not None:  # both notes are acknowledged
        told = bench.says(answer(told["prompt"]["id"], "ok"))
    printed = bench.waits_for(lambda told: told["order"] == buyer.number and told["stage"] == "labelling")
    assert printed["waybill"] == buyer.waybill
    assert bench.says(buyer.waybill)["stage"] == "sealed"
    bench.says(weight(0))


def _keys(home: Home, number: str) -> frozenset[bytes]:
    """Of the parcel's own files: label, its picture, photos, video."""
    with closing(open_reader(home.ledger_file)) as reader:
        entries = [reader.entry(seq) for seq in reader.by_tag(number)]
        return frozenset(
            medium.key
            for entry in entries
            for medium in entry.media
            if entry.parsed()["media"][medium.index]["role"] not in OF_OTHERS
        )


def _opened(home: Home) -> Iterator[tuple[str, bytes]]:
    """What the keys that are left still open: a copy of the folder elsewhere would open as well."""
    with closing(open_reader(home.ledger_file)) as reader:
        for entry in reader.entries():
            listed = entry.parsed()["media"]
            for medium in entry.media:
                if listed[medium.index]["role"] not in OF_OTHERS:
                    yield medium.path, b"".join(unsealed(BytesIO((home.media / medium.path).read_bytes()), medium.key))


def _worked(home: Home, files: Path, qtbot: QtBot, command: Command) -> Day:
    said = []

    def types(*words: str | Path, exits: int = 0) -> str:
        out = command(*map(str, words), exits=exits)
        said.append(command.err)
        return out

    prepare(home, {}, numbers=0, settings=SETTINGS.format(paper=files / "paper"))
    numbers = files / "numbers.txt"
    numbers.write_text(f"{FIRST}\n{SECOND}\n", encoding="utf-8")
    types("import", _file(files, (ANNA, BERT)))
    types("import", _file(files, (ANNA, BERT), quantity="a few"), exits=1)
    types("waybills", "add", numbers, "--service", "yto")
    with bench_process(home, qtbot) as bench:
        _packed(bench, ANNA, BERT)
        _packed(bench, BERT, ANNA)
        bench.waits_for_event("VideoRecorded")
        assert bench.ends() == 0
        said.append(bench.messages)
    handover = command.json("handover", "open", "yto", "--by", "P009")["handover"]
    types("handover", "scan", handover, FIRST, SECOND)
    types("handover", "close", handover, "--driver", "P010")
    for buyer in (ANNA, BERT):
        types("evidence", "export", buyer.number, "-o", home.root / f"{buyer.number[3:8]}.zip")
    with bench_process(home, qtbot) as bench:
        bench.says(ANNA.number)
        assert bench.ends() == 0
        said.append(bench.messages)
    return Day(home=home, said="".join(said), keys={one.number: _keys(home, one.number) for one in (ANNA, BERT)})


@pytest.fixture
def command(home: Home, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(home.root, capsys)


@pytest.fixture
def day(home: Home, tmp_path: Path, qtbot: QtBot, qapp: object, command: Command) -> Day:
    """Imported, packed on camera, handed over and exported into the home itself; the shop's file lies elsewhere."""
    files = tmp_path / "files"
    files.mkdir()
    return _worked(home, files, qtbot, command)


def _logs(home: Home) -> bytes:
    files = [*home.logs.rglob("*"), *home.root.rglob("*.log"), *home.root.rglob("*.txt")]
    return b"\n".join(file.read_bytes() for file in files if file.is_file())


def _naming(home: Home, words: Iterable[str]) -> set[tuple[str, str]]:
    """In every byte of the home, and in what the sealed files of the media folder have within."""
    wanted = tuple(words)
    return naming(home.root, wanted) | {hit for path, data in _opened(home) for hit in naming_in(path, data, wanted)}


def _holding(home: Home, keys: frozenset[bytes]) -> list[str]:
    data = {file.name: file.read_bytes() for file in home.root.rglob("*") if file.is_file()}
    return [name for name, content in data.items() if any(key in content for key in keys)]


def _in_the_far_future(monkeypatch: pytest.MonkeyPatch) -> None:
    now = SystemClock.now

    def later(clock: SystemClock) -> Instant:
        instant = now(clock)
        return Instant(wall_us=instant.wall_us + FAR_DAYS * DAY_US, mono_us=instant.mono_us)

    monkeypatch.setattr(SystemClock, "now", later)


def test_a_day_and_what_is_left_of_it(day: Day, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Logs and stderr of the whole day name nobody; asked, one buyer goes out of every byte; after years the other."""
    told = _logs(day.home) + day.said.encode()
    assert [word for word in (*ANNA.personal, *BERT.personal) if any(form in told for form in forms(word))] == []

    before = _naming(day.home, ANNA.words)
    assert {word for _, word in before} == set(ANNA.words)
    assert {"ledger.db", "orders.db", "77001.zip"} <= {name.split("!")[0] for name, _ in before}
    assert len(day.keys[ANNA.number]) >= 3  # label, its picture, photos, video
    assert _holding(day.home, day.keys[ANNA.number])

    done = command.json("evidence", "erase", ANNA.number, *BY)
    assert done["left"] == []
    assert _naming(day.home, ANNA.words) == set()
    assert _holding(day.home, day.keys[ANNA.number]) == []
    assert {word for _, word in _naming(day.home, BERT.words)} == set(BERT.words)
    audited(day.home)

    _in_the_far_future(monkeypatch)
    command("evidence", "retain")
    assert _naming(day.home, BERT.words) == set()
    assert _holding(day.home, day.keys[BERT.number]) == []
    audited(day.home)
