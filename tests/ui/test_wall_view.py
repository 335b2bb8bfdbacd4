"""The wall's window: every answer paints and fits in both languages, and a number stands only where a unit goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from station.packing.effects import Tone
from station.packing.model import OrderLine, OrderNo, Sku
from station.packing.reasons import Reason
from station.packing.sorting import Cell, CellLine, CellState, Placed, Refused, Wall, WallReason
from station.packing.wall_answers import Asked, Emptied, Note, Noted, Recalled, TakenBack, WallAnswer
from station.ui.screen import Verdict, Words
from station.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Palette
from station.ui.wall_screen import WallScreen, present_wall
from station.ui.wall_view import WallView, call_view
from station.ui.wall_words import _REFUSED, refusal_words
from station.ui.widgets.cell_call import Call

HEARD = Words(zh="没有语音，响声报行列", en="no voice: beeps tell row and column")


def _cell(number: int, units: int, needed: int, state: CellState = CellState.OPEN, why: str = "") -> Cell:
    order = OrderNo(f"SO-{number}")
    line = OrderLine(sku=Sku("MUG-330-W"), name="白色马克杯", variant="330 ml", quantity=needed)
    told = CellLine(order=order, position=0, line=line, units=units)
    return Cell(number=number, orders=(order,), lines=(told,), state=state, why=why)


WALL = Wall(
    batch=7,
    cells=(
        _cell(1, 4, 4, CellState.FULL),
        _cell(2, 2, 3, CellState.STOPPED, Reason.ORDER_CANCELLED),
        _cell(3, 1, 3, CellState.STOPPED, Reason.ORDER_HELD),
        _cell(4, 0, 3, CellState.STOPPED, Reason.ORDER_CHANGED),
        _cell(5, 1, 3, CellState.STOPPED, WallReason.CELL_OUT),
        _cell(6, 3, 3, CellState.TAKEN),
        _cell(7, 3, 3, CellState.PACKED),
        *(_cell(number, number % 4, 4 if number != 40 else 120) for number in range(8, 58)),
    ),
)
PUT = Placed(cell=27, order=OrderNo("SO-27"), position=0, sku=Sku("MUG-330-W"), units=1, full=False)
FILLED = Placed(cell=1, order=OrderNo("SO-1"), position=0, sku=Sku("MUG-330-W"), units=2, full=True)
ANSWERS: tuple[WallAnswer, ...] = (
    PUT,
    FILLED,
    TakenBack(scan_id="s1", cell=27, order=OrderNo("SO-27"), sku=Sku("MUG-330-W"), units=1),
    Emptied(cell=2, order=OrderNo("SO-2"), units=2),
    Recalled(placed=PUT, again=True),
    Recalled(placed=PUT, again=False),
    *(Asked(cell=WALL.cells[at]) for at in (0, 1, 5, 6, 20)),
    *(Noted(note=note, detail="李四") for note in Note),
    *(Refused(reason=reason, cell=2, detail="12 > 3", sku=Sku("MUG-330-W")) for reason in WallReason
      if reason is not WallReason.SAID_AGAIN),
    *(Refused(reason=reason, cell=2) for reason in Reason if reason in _REFUSED),
    Refused(reason=Reason.CAPTURE_MISSING, detail="lot serial", locks=False),
    Refused(reason=Reason.MUST_CLEAR),
    Refused(reason=Reason.BOOK_UNREACHABLE, locks=False),
)  # fmt: skip

Show = Callable[..., WallView]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    made: list[WallView] = []

    def build(answer: WallAnswer, *, language: str = "zh", palette: Palette = LIGHT, size: tuple[int, int]) -> WallView:
        screen = screen_of(answer)
        view = WallView(screen, rows=5, columns=12, language=language, palette=palette)
        made.append(view)
        view.resize(*size)
        view.set_heard(HEARD)
        view.paint_screen(screen)
        return view

    yield build
    for view in made:
        view.deleteLater()


def screen_of(answer: WallAnswer) -> WallScreen:
    return present_wall(answer, WALL, locked=False, who="P003")


@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)], ids=str)
def test_every_answer_fits(show: Show, size: tuple[int, int], language: str, palette: Palette) -> None:
    """Whatever the wall says, no text is cut or goes below its smallest size."""
    for answer in ANSWERS:
        view = show(answer, language=language, palette=palette, size=size)
        view.grab()
        assert view.ground.misfits == (), answer


@pytest.mark.parametrize("answer", ANSWERS, ids=repr)
def test_a_number_in_a_full_colour_means_put_it_there(answer: WallAnswer) -> None:
    """After a no there is no number to read from afar, whichever cell the no is about."""
    called = call_view(screen_of(answer), heard=HEARD)
    goes_in = isinstance(answer, Placed) or (isinstance(answer, Recalled) and answer.again)
    assert (called.call in (Call.PUT, Call.AGAIN)) == goes_in
    if isinstance(answer, Refused):
        assert called.number == ""


def test_what_is_heard() -> None:
    """Each kind of answer has its own tone; a cell's number and a no are spoken, in both languages."""
    assert (screen_of(PUT).tone, screen_of(PUT).spoken) == (Tone.OK, Words(zh="27 号", en="27"))
    assert (screen_of(FILLED).tone, screen_of(FILLED).spoken) == (Tone.COMPLETE, Words(zh="1 号，满了", en="1, full"))
    wrong = screen_of(Refused(reason=WallReason.NOT_IN_BATCH))
    assert (wrong.tone, wrong.verdict, wrong.spoken) == (Tone.WRONG, Verdict.STOP, Words(zh="不对", en="wrong"))
    assert screen_of(Refused(reason=Reason.ENOUGH_ALREADY)).tone is Tone.TOO_MANY
    assert screen_of(Refused(reason=Reason.CAPTURE_MISSING, detail="lot", locks=False)).tone is Tone.ATTENTION
    assert screen_of(Noted(note=Note.READY)).tone is None


def test_a_detail_is_said_in_words() -> None:
    """What a line captures is named in the reader's language."""
    said = refusal_words(Refused(reason=Reason.CAPTURE_MISSING, detail="lot serial", locks=False))
    assert (said.headline.zh, said.headline.en) == (
        "还要扫 批号、序列号",
        "This item needs a lot number and a serial number",
    )


def test_goods_past_their_date() -> None:
    """With the date where it is known, and without brackets around nothing where it is not."""
    dated = refusal_words(Refused(reason=Reason.EXPIRED, detail="2026-10-01")).headline
    bare = refusal_words(Refused(reason=Reason.EXPIRED)).headline
    assert (dated.zh, dated.en) == ("商品过期（2026-10-01）", "Expired (2026-10-01)")
    assert (bare.zh, bare.en) == ("商品过期", "Expired")


def test_the_counts() -> None:
    """Stopped cells count neither as sorted nor as needed, full and packed ones as full."""
    screen = screen_of(PUT)
    assert (screen.full, len(screen.stopped), screen.done) == (3, 4, False)
    assert screen.needed == sum(cell.needed for cell in screen.cells if cell.state is not CellState.STOPPED)
    assert screen.sorted < screen.needed


def test_keys(show: Show, qtbot: QtBot) -> None:
    """F9 clears, F2 takes back, Ctrl+L and Ctrl+D change language and colours; letters are nobody's key."""
    view = show(PUT, size=(1280, 800))
    pressed: list[str] = []
    view.pressed.connect(pressed.append)
    for key in (Qt.Key.Key_F9, Qt.Key.Key_F2, Qt.Key.Key_A):
        QTest.keyClick(view, key)
    assert pressed == ["clear", "undo"]
    QTest.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert view.ground.language == "en"
    before = view.grab().toImage()
    QTest.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert view.grab().toImage() != before


def test_more_cells_than_the_wall_has_stand_below(show: Show) -> None:
    """A batch opened for a larger wall still shows every cell."""
    wall = Wall(batch=1, cells=tuple(_cell(number, 1, 2) for number in range(1, 100)))
    view = show(PUT, size=(1920, 1080))
    view.paint_screen(present_wall(PUT, wall, locked=False, who=""))
    view.grab()
    assert len(view._grid.view.cells) == 99  # type: ignore[union-attr]


def test_a_stop_says_how_it_ends() -> None:
    """The way out stands under what is to be done, in both languages; what ends by itself asks for no code."""
    stopped = refusal_words(Refused(reason=Reason.UNKNOWN_CODE))
    assert stopped.act.zh.endswith("；再扫“清除”或按 F9")
    assert stopped.act.en.endswith("; then scan CLEAR or press F9")
    assert "CLEAR" not in refusal_words(Refused(reason=Reason.BOOK_UNREACHABLE, locks=False)).act.en
