"""A whole training through real bytes: one does it right, one does not, and the real home stays as it was."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.devices.virtual.graphic import decode_graphic
from station.home import Home
from station.labels.paint import Bitmap
from station.labels.readback import codes_in
from station.packing.model import OrderState
from station.settings import load
from station.training.coach import Choice, Phase
from station.training.home import MARK, TEMPLATE, wish_of
from station.training.judging import MOST
from station.training.lessons import DRILLS, FIRST, LESSONS, Lesson
from tests.e2e.rig import kinds_on_disk
from tests.e2e.warehouse import open_orders, prepare
from tests.training.desk import WAIT_MS, again, baited, desk, training_home

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "qt.multimedia", "PulseAudio"),
    pytest.mark.timeout(240),  # one person's whole hour, most of it waiting for threads
]


def prints(home: Home) -> dict[str, str]:
    """Every file of a home by its contents."""
    files = sorted(path for path in home.root.rglob("*") if path.is_file())
    return {str(path.relative_to(home.root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def real_home(home: Home) -> Home:
    """A bench that packs for real, with its order, its waybill numbers and its people."""
    prepare(home, {"SO-1": {"TRAY-30": 1}}, settings='[bench]\nid = "B07"\nlanguage = "en"\n')
    book = open_orders(home)
    book.add_person("W07", name="林晓", supervisor=True)
    book.close()
    return home


def test_everything_done_right(real_home: Home, tmp_path: Path, qtbot: QtBot) -> None:
    """In Chinese: all points, a page saved as PDF, labels that say what they are, and the real home untouched."""
    before = prints(real_home)
    assert wish_of(real_home).language == "en"
    paper = tmp_path / "page.pdf"
    with desk(tmp_path / "t", qtbot, language="zh", paper=paper) as trainee:
        for lesson in LESSONS:
            assert trainee.course.standing.lesson is lesson
            trainee.lesson()
            trainee.choose(Choice.NEXT)
        assert trainee.course.standing.phase is Phase.PAGE
        page = trainee.course.page()
        assert [row.name for row in page.repeat] == [], trainee.course.results
        assert len(page.well) == len(LESSONS)
        trainee.choose(Choice.SAVE)
        assert paper.read_bytes().startswith(b"%PDF")
        trainee.choose(Choice.SAVE)
        note = trainee.course.standing.note
        assert note is not None
        assert note.zh == "没有保存：已经有 page.pdf。移走它，再保存一次。"
        assert trainee.training.view.ground.language == "zh"
    assert prints(real_home) == before
    assert kinds_on_disk(training_home(tmp_path / "t")).count("ParcelSealed") == len(LESSONS) - 1
    _nothing_real(real_home, training_home(tmp_path / "t"))


def _nothing_real(real: Home, trained: Home) -> None:
    """Numbers, orders and people of the one are not in the other."""
    mine, theirs = open_orders(real), open_orders(trained)
    try:
        assert [row.number for row in mine.search("")] == ["SO-1"]
        assert [count.free for count in mine.number_pool() if count.free] == [5]
        assert set(mine.people()) & set(theirs.people()) == set()
        assert {row.number[:6] for row in theirs.search("")} == {"TRAIN-"}
        sealed = {row.waybill for row in theirs.search("", state=OrderState.SEALED)}
        assert all(number and number.startswith("YT99") for number in sealed)
    finally:
        mine.close()
        theirs.close()


MISTAKES = {
    "wrong_item": (baited, again),
    "look_alike": (baited, again),
    "too_many": (baited,),
    "half_a_barcode": (baited, again),
    "goods_forgotten": (baited,),
    "box_not_on_the_scale": (baited, again),
    "paper_out": (baited,),
    "wrong_label": (baited, again),
}
COSTS = {"wrong_item", "look_alike", "half_a_barcode", "box_not_on_the_scale", "paper_out", "wrong_label"}
"""What falls for the bait alone loses nothing: the bench stopped it. What goes on against the stop does."""


def test_mistakes_are_told_and_repeated(tmp_path: Path, qtbot: QtBot) -> None:
    """In English: each further mistake costs its point, and those lessons and the skipped ones are offered again."""
    with desk(tmp_path / "t", qtbot, language="en", paper=tmp_path / "page.pdf") as trainee:
        for lesson in LESSONS:
            if lesson.id not in MISTAKES:
                trainee.choose(Choice.SKIP)
                continue
            trainee.lesson(*MISTAKES[lesson.id])
            trainee.choose(Choice.NEXT)
        page = trainee.course.page()
        wanted = [lesson.name for lesson in LESSONS if lesson.id in COSTS or lesson.id not in MISTAKES]
        assert [row.name for row in page.repeat] == wanted
        skipped = len(LESSONS) - len(MISTAKES)
        assert sorted(row.points for row in page.repeat) == [0] * skipped + [MOST - 1] * len(COSTS)
        trainee.choose(Choice.REPEAT)
        assert trainee.course.standing.lesson.name == wanted[0]
        trainee.lesson()
        judged = trainee.course.results[trainee.course.standing.lesson.id]
        assert judged is not None
        assert judged.points == MOST
        assert trainee.training.view.bench.ground.language == "en"


def test_goods_that_are_not_in_the_order_are_shown_in_the_trainees_language(tmp_path: Path, qtbot: QtBot) -> None:
    """From the product file through the order book to the stop: both cards by their English names."""
    with desk(tmp_path / "t", qtbot, language="en", paper=tmp_path / "page.pdf") as trainee:
        trainee.choose(Choice.SKIP)
        assert trainee.course.standing.lesson.id == "wrong_item"
        trainee.choose(Choice.BEGIN)
        trainee.until(Phase.ON)
        trainee._move([baited])
        shown = trainee.training.view.bench
        qtbot.waitUntil(lambda: shown._seen.screen.versus is not None, timeout=WAIT_MS)
        versus = shown._seen.screen.versus
        assert versus is not None
        assert (versus.scanned.zh, versus.scanned.en) == ("真丝围巾", "Silk scarf")
        assert (versus.wanted.zh, versus.wanted.en) == ("无线耳机", "Wireless earbuds")


def test_a_label_of_training_is_no_label(tmp_path: Path, qtbot: QtBot) -> None:
    """It goes to the virtual printer alone, and says what it is where a real one says where it goes."""
    with desk(tmp_path / "t", qtbot, language="zh", paper=tmp_path / "page.pdf") as trainee:
        trainee.lesson()
        virtual = trainee.course._bench
        (printed,) = virtual.printer.paper
        dots, wide, high = decode_graphic(printed.sent)
        assert any(
            code.startswith("YT9901") for _, code in codes_in(Bitmap(dots=dots, width_dots=wide, height_dots=high))
        )
        trained = training_home(tmp_path / "t")
        assert MARK in (trained.root / "labels" / TEMPLATE).read_text(encoding="utf-8")
        links = {device.link for device in load(trained).devices if device.kind != "camera"}
        assert links == set(virtual.addresses.values()) - {virtual.addresses["synthetic:"]}


def test_the_coachs_own_hands_do_a_lost_step_again(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A code that a scanner sends while nobody listens is sent again, and the lesson begins all the same."""
    with desk(tmp_path / "t", qtbot, language="en", paper=tmp_path / "page.pdf") as trainee:
        trainee.lesson()
        trainee.choose(Choice.NEXT)
        trainee.course._stuck.setInterval(300)
        scanner, lost = trainee.course._bench.scanner, list[str]()
        send = scanner.scan

        def scan(code: str) -> None:
            if code in lost:
                send(code)
            lost.append(code)

        monkeypatch.setattr(scanner, "scan", scan)
        trainee.choose(Choice.BEGIN)
        trainee.until(Phase.ON)
        assert lost


@pytest.mark.parametrize("lesson", DRILLS, ids=lambda lesson: lesson.id)
def test_a_drill_is_complete(lesson: Lesson) -> None:
    """Its own name, its own scene and way out, goods, an aim; a bait that can come."""
    others = [one for one in (FIRST, *DRILLS) if one is not lesson]
    assert all(lesson.id != one.id and lesson.name != one.name and lesson.scene != one.scene for one in others)
    assert lesson.goods
    assert lesson.task.within_s > 0
    assert lesson.bait is not None or lesson.fault is not lesson.fault.NONE
