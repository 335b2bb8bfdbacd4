"""The dispute desk's screen: every state fits in both languages and themes, alarms come first, every key acts."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from station.orders.dispute_kinds import ATTACHED
from station.orders.disputes import LinkKind
from station.ui import dispute_screen as pages
from station.ui import dispute_words as said
from station.ui.dispute_screen import (
    Act,
    CaseRow,
    CheckRow,
    DisputeScreen,
    FolderView,
    LineRow,
    Mark,
    ParcelRow,
    Urgency,
    WeightsRow,
)
from station.ui.dispute_view import DisputeView
from station.ui.screen import Verdict, Words
from station.ui.theme import DARK, LIGHT, Palette
from station.ui.words import named
from tests.ui import trace

HOUR = 3_600_000_000
NOW = 1_790_000_000_000_000


def _row(number: int, hours: float | None, *, submitted: bool = False, outcome: str = "") -> CaseRow:
    due_us = None if hours is None else NOW + int(hours * HOUR)
    return CaseRow(
        id=number, order=f"31000000000000000{number:02}", kind="short_or_wrong", channel="aliexpress", shop="demo",
        due_us=due_us, submitted=submitted, outcome=outcome,
    )  # fmt: skip


ROWS = (_row(1, -3), _row(2, 5), _row(3, 60), _row(4, 1, submitted=True), _row(5, 9, outcome="won"), _row(6, None))


def _check(zh: str, en: str, mark: Mark) -> CheckRow:
    return CheckRow(words=Words(zh=zh, en=en), mark=mark)


def _folder(row: CaseRow) -> FolderView:
    paper = LineRow(what=said.PROOFS["correspondence"], name="旺旺聊天记录.png", at="11-22 09:20", who="P003")
    sent = replace(paper, what=named("淘宝", "Taobao"), name=f"dispute-1-1.zip SHA-256 {'9f86d081' * 8}")
    return FolderView(
        row=row, due="11-23 18:00", reference="R-7788", money="86.50 CNY", note="买家说少了一个杯子",
        rule=named("平台或买家的纠纷 48 小时内答复", "a dispute of platform or buyer: within 48 hours"),
        advice=Words(
            zh="尽快联系快递开具破损证明并索赔；索赔按 F9 或用 disputes link 登记。",
            en="Ask the carrier for a damage report and claim soon; record the claim with F9 or disputes link.",
        ),
        checks=(
            _check("逐件扫描记录", "every unit scanned", Mark.THERE),
            _check("应重与实重", "weight expected and measured", Mark.THERE),
            _check("运单号与交接时间", "waybill and handover", Mark.MISSING),
            _check("商品页面快照", "the listing as the buyer saw it", Mark.HELPS),
        ),
        parcels=(
            WeightsRow(
                waybill="YT8900000000001", sealed="11-20 14:12", bench="B01", over="11-20 18:05",
                expected_mg=(2_780_000, 2_950_000), bench_mg=2_864_000, carrier_mg=1_860_000, news="delivered",
            ),
            WeightsRow(
                waybill="", sealed="11-20 14:15", bench="B01", over="", expected_mg=None, bench_mg=None,
                carrier_mg=None, news="",
            ),
        ),
        papers=(paper,), sent=(sent,), links=(replace(paper, what=said.LINK_KINDS["reshipment"], name="SO-9"),),
    )  # fmt: skip


BASE = DisputeScreen(now_us=NOW)
SEEN = pages.looked(BASE, ROWS)
FULL = pages.filled(SEEN, _folder(ROWS[0]))
PARCEL = ParcelRow(
    order="3100000000000000003", waybill="YT8900000000001", packer="P003", bench="B01", sealed="11-20 14:12",
    state="handed_over", name="张**", phone="138******00", dispute=15,
)  # fmt: skip
FOUND = pages.found(SEEN, [PARCEL, replace(PARCEL, dispute=None)])


def screens() -> dict[str, DisputeScreen]:
    many = [_row(number % 100, number / 20) for number in range(10_000)]
    return {
        "starting": BASE,
        "empty": pages.looked(BASE, ()),
        "late": FULL,
        "near": pages.looked(BASE, ROWS[1:]),
        "calm": pages.looked(BASE, ROWS[2:3]),
        "offline": pages.unreachable(FULL, "the order book does not answer (postgresql://book). Look at the network."),
        "offline at start": pages.unreachable(BASE, "no answer from the order book (postgresql://book). Try again."),
        "error": pages.refused(FULL, "the paper cannot be read: Permission denied (receipt.pdf). Check its name."),
        "ten thousand": pages.moved(pages.looked(BASE, many), 7_000),
        "found": FOUND,
        "nothing found": pages.found(SEEN, ()),
        "exporting": pages.working(FULL, said.EXPORTING),
        "done": pages.done(FULL, said.SUBMITTED, said.counted(said.STILL_MISSING, 2)),
        "scrolled": pages.scrolled(FULL, 4),
        **{act.value: pages.asking(SEEN, act) for act in Act},
        "proof": pages.answered(pages.asking(SEEN, Act.ATTACH), "1"),
        "kind": pages.answered(pages.asking(FOUND, Act.OPEN), PARCEL.order),
        "wrong": pages.answered(pages.asking(SEEN, Act.CLOSE), "perhaps"),
    }


@pytest.mark.parametrize(
    ("name", "language", "palette"), [(n, lang, p) for n, lang, p in product(screens(), ("zh", "en"), (LIGHT, DARK))]
)
def test_every_screen_fits(name: str, language: str, palette: Palette, qtbot: QtBot) -> None:
    """At 1280 by 800 no text goes below its smallest size, whatever is shown."""
    view = DisputeView(BASE, language=language, palette=palette)
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.paint_screen(replace(screens()[name], tone=None))
    assert not view.grab().isNull()
    assert view.ground.misfits == ()


@pytest.mark.parametrize(
    ("rows", "verdict", "words"),
    [
        (ROWS, Verdict.STOP, "1 late"),
        (ROWS[1:], Verdict.ATTENTION, "1 due within 24 h"),
        (ROWS[2:], Verdict.INFO, "4 open, all in time"),
        ((), Verdict.INFO, "No dispute is open"),
    ],
)
def test_the_alarm(rows: tuple[CaseRow, ...], verdict: Verdict, words: str) -> None:
    """Late stops the eye, soon warns, neither is quiet; what was submitted or has no time is no alarm."""
    told, headline, _detail = pages.verdict(pages.looked(BASE, rows))
    assert (told, headline.en) == (verdict, words)


def test_time_goes_on_by_itself() -> None:
    """A dispute that was far is near, then late, without the book being read again."""
    urgencies = [ROWS[2].urgency(NOW + hours * HOUR) for hours in (0, 40, 61)]
    assert urgencies == [Urgency.FAR, Urgency.NEAR, Urgency.LATE]
    later = pages.ticked(pages.looked(BASE, ROWS[2:3]), NOW + 61 * HOUR)
    assert pages.verdict(later)[0] is Verdict.STOP
    assert pages.left_words(ROWS[2], NOW + 61 * HOUR).en == "LATE 1:00"
    assert [pages.left_words(row, NOW).en for row in ROWS[2:]] == ["2 d 12 h left", "Sent", "Won", "No time"]


def test_a_folder_belongs_to_its_row() -> None:
    """A folder that comes late, when the cursor is elsewhere, is not shown; a new look keeps the chosen dispute."""
    moved = pages.moved(SEEN, 1)
    assert pages.filled(moved, _folder(ROWS[0])).folder is None
    assert pages.filled(moved, _folder(ROWS[1])).folder is not None
    assert pages.looked(moved, (*ROWS[3:], *ROWS[:3])).row == ROWS[1]


def test_typing_filters_the_list() -> None:
    """What is typed leaves the rows that have it, by number, order, channel, shop or kind; Escape brings all back."""
    typed = pages.typed(SEEN, "0003")
    assert [row.id for row in typed.shown] == [3]
    assert len(pages.typed(SEEN, "ALIEXPRESS").shown) == len(ROWS)
    assert pages.typed(SEEN, "nothing").row is None
    assert len(pages.back(typed).shown) == len(ROWS)


def test_a_form_goes_forth_and_back() -> None:
    """Each answer brings the next question; a wrong one stays with a sentence; Escape takes an answer back."""
    form = pages.answered(pages.asking(FOUND, Act.OPEN), PARCEL.order)
    wrong = pages.answered(form, "9")
    assert wrong.form == form.form
    assert wrong.word is not None
    assert pages.back(form).typed == PARCEL.order
    kind = pages.answered(form, "4")
    assert kind.form is not None
    assert kind.form.given == (PARCEL.order, "damaged")
    whole = pages.answered(pages.answered(kind, "alibaba"), "")
    assert whole.form is not None
    assert whole.form.question is None
    failed = pages.refused(whole, "there is no order")
    assert failed.form is not None
    assert failed.form.question is not None  # it can be answered otherwise
    assert pages.back(pages.asking(SEEN, Act.CLOSE)).form is None


def test_nothing_to_act_on() -> None:
    """Without a dispute, or with a closed one, the screen says so and opens no form."""
    assert pages.asking(pages.looked(BASE, ()), Act.ATTACH).form is None
    assert pages.asking(pages.looked(BASE, ROWS[4:5]), Act.CLOSE).form is None
    assert pages.asking(pages.looked(BASE, ()), Act.OPEN).form is not None


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_F7, "question"), (Qt.Key.Key_F2, "papers"), (Qt.Key.Key_F3, "box"), (Qt.Key.Key_F4, "next"),
        (Qt.Key.Key_F6, "yes"), (Qt.Key.Key_F10, "back"), (Qt.Key.Key_F5, "again"), (Qt.Key.Key_F8, "all"),
        (Qt.Key.Key_Up, "up"), (Qt.Key.Key_Down, "down"), (Qt.Key.Key_PageDown, "page_down"),
        (Qt.Key.Key_PageUp, "page_up"), (Qt.Key.Key_Escape, "out"),
    ],
)  # fmt: skip
def test_keys(key: Qt.Key, command: str, qtbot: QtBot) -> None:
    """Everything has a key, heard although the line has the focus."""
    view = DisputeView(SEEN)
    qtbot.addWidget(view)
    view.paint_screen(SEEN)
    with qtbot.waitSignal(view.pressed) as heard:
        QTest.keyClick(view.line, key)
    assert heard.args == [command]


def test_text_and_choices(qtbot: QtBot) -> None:
    """Letters go to the line, Enter accepts it, Ctrl and a number answer a choice, Ctrl+L changes the language."""
    view = DisputeView(SEEN)
    qtbot.addWidget(view)
    view.paint_screen(SEEN)
    with qtbot.waitSignal(view.typed) as typed:
        QTest.keyClick(view.line, Qt.Key.Key_7)
    assert typed.args == ["7"]
    view.paint_screen(replace(pages.asking(SEEN, Act.CLOSE), tone=None))
    with qtbot.waitSignal(view.entered) as entered:
        QTest.keyClick(view.line, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert entered.args == ["2"]
    QTest.keyClick(view.line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert view.ground.language == "en"


def test_the_desks_words_cover_the_books() -> None:
    """Every proof to attach and every link has words here."""
    assert set(said.PROOFS) == set(ATTACHED)
    assert set(said.LINK_KINDS) == set(LinkKind)


@pytest.mark.parametrize(("language", "name"), [("zh", "速卖通"), ("en", "AliExpress")])
def test_a_channel_goes_by_the_name_people_know(language: str, name: str, qtbot: QtBot) -> None:
    """In the list and in the folder, in the person's language; its code is nowhere."""
    view = DisputeView(DisputeScreen(rows=ROWS, folder=_folder(ROWS[0]), now_us=NOW), language=language, palette=LIGHT)
    qtbot.addWidget(view)
    view.paint_screen(DisputeScreen(rows=ROWS, folder=_folder(ROWS[0]), now_us=NOW))
    painted = [each.text for child in view.findChildren(QWidget) for each in trace.texts(child)]
    assert sum(name in text for text in painted) > 1
    assert not any("aliexpress" in text for text in painted)


def test_a_desk_out_of_view_takes_no_keys(qtbot: QtBot) -> None:
    """Beside the office's rail its clock goes on: what is typed on another page stays there."""
    office = QWidget()
    qtbot.addWidget(office)
    line, view = QLineEdit(office), DisputeView(BASE)
    view.setParent(office)
    view.hide()
    office.show()
    line.setFocus()
    view.paint_screen(replace(BASE, rows=ROWS[:2]))
    assert office.focusWidget() is line
    view.show()
    view.paint_screen(BASE)
    assert office.focusWidget() is view.line
