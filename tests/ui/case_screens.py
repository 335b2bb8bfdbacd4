"""Screens of a dispute's own page, in the states that must show well. Invented orders and drawn pictures only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from station.packing.working_time import Stretch
from station.ui import case_words as told
from station.ui import dispute_opening as opening
from station.ui import dispute_screen as pages
from station.ui import dispute_words as said
from station.ui.dispute_case import AnchorRow, CaseView, MomentRow, Sign, Source, Term, span_words
from station.ui.dispute_screen import CaseRow, CheckRow, DisputeScreen, FolderView, LineRow, Mark
from station.ui.words import Words, named, same

HOUR = 3_600_000_000
NOW = 1_795_680_000_000_000
"""2026-11-26 16:00 in Shanghai, a Thursday."""
DAY = 24 * HOUR
NOTICE = NOW - 28 * HOUR
SATURDAY = NOW + 32 * HOUR
SEALED = NOW - 5 * DAY - 7_833_000_000

TERM = Term(
    stretches=(
        Stretch(start_us=NOTICE, end_us=NOTICE + DAY),
        Stretch(start_us=NOTICE + DAY, end_us=NOTICE + 2 * DAY),
        Stretch(start_us=NOTICE + 2 * DAY, end_us=NOTICE + 5 * DAY, off=((SATURDAY, SATURDAY + 2 * DAY),)),
    ),
    working_days=True,
)
ROW = CaseRow(
    id=42, order="SO-20261121-0387", kind="chargeback", channel="Visa", shop="demo", due_us=TERM.due_us, term=TERM
)
CHECKS = (
    ("逐件扫描记录", "every unit scanned", Mark.THERE, "× 11"),
    ("运单号与交接时间", "waybill and handover", Mark.THERE, "11-21 17:42"),
    ("收货地址一致", "address as ordered", Mark.THERE, ""),
    ("物流轨迹", "tracking", Mark.THERE, "11-23 10:06"),
    ("聊天或邮件", "chat or mail with the buyer", Mark.MISSING, ""),
    ("发票", "invoice", Mark.HELPS, ""),
    ("提单", "bill of lading", Mark.HELPS, ""),
)


def drawn(kind: str) -> QImage:
    """A picture as a bench's camera might take it: an open box, one on the scale, one with its label."""
    image = QImage(480, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#3d454d"))
    painter = QPainter(image)
    painter.fillRect(QRectF(0, 262, 480, 38), QColor("#2a3138"))
    if kind == "scale":
        painter.fillRect(QRectF(70, 210, 340, 42), QColor("#6d7680"))
        painter.fillRect(QRectF(175, 218, 130, 26), QColor("#cfead9"))
    box = QRectF(120, 70, 240, 140) if kind == "scale" else QRectF(80, 60, 320, 190)
    painter.fillRect(box, QColor("#5a3d1c"))
    painter.fillRect(box.adjusted(6, 6, -6, -6), QColor("#b98c50"))
    if kind == "open":
        painter.fillRect(box.adjusted(28, 28, -28, -28), QColor("#ead9b8"))
        painter.setBrush(QColor("#8fbfae"))
        painter.drawEllipse(QRectF(120, 110, 90, 90))
        painter.fillRect(QRectF(240, 105, 50, 95), QColor("#f4f6f7"))
        painter.fillRect(QRectF(300, 105, 50, 95), QColor("#f4f6f7"))
    if kind == "label":
        painter.fillRect(QRectF(220, 60, 34, 190), QColor("#d9b27a"))
        painter.fillRect(QRectF(262, 100, 116, 128), QColor("#ffffff"))
        for at, wide in enumerate((6, 3, 8, 3, 5, 9, 3, 6)):
            painter.fillRect(QRectF(274 + at * 12, 170, wide, 44), QColor("#12171c"))
    painter.end()
    return image


def _at(seconds: int) -> int:
    return SEALED + seconds * 1_000_000


def _moments(*, pictures: bool = True) -> tuple[MomentRow, ...]:
    def row(at_s: int, sign: Sign, words: Words, detail: Words | str = "", kind: str = "") -> MomentRow:
        picture = drawn(kind) if kind and pictures else None
        detail = same(detail) if isinstance(detail, str) else detail
        return MomentRow(at_us=_at(at_s), sign=sign, words=words, detail=detail, picture=picture)

    wrong = told.REFUSED.filled(reason=named("不在此订单中", "not in this order"))
    return (
        row(-286, Sign.SCAN, told.OPENED, told.OPENED_HOW.filled(lines=5, n=11)),
        row(-275, Sign.NOTE, told.NOTE_READ, told.ACKNOWLEDGED),
        row(-203, Sign.STOP, wrong, told.CLEARED.filled(what=same("MUG-450"), n=6)),
        row(-105, Sign.SCAN, told.SCANNED.filled(done=11, n=11),
            told.SCANNED_HOW.filled(lines=5, item="石墨茶壶"), "open"),
        row(-57, Sign.SCALE, told.WEIGHED.filled(weight="1.466"),
            told.EXPECTED.filled(low="1.430", high="1.502"), "scale"),
        row(-21, Sign.LABEL, told.PRINTED, "YT7630118422901"),
        row(0, Sign.OK, told.SEALED, told.ROOT.filled(root="K3QF 7A2M"), "label"),
        row(31, Sign.LINK, told.ANCHORED, told.ANCHORED_HOW.filled(span=span_words(31), n=2)),
        row(14_000, Sign.NEXT, told.HANDED_OVER, "圆通速递"),
        row(170_000, Sign.BOX, told.DELIVERED.filled(news=named("已签收", "delivered")),
            told.CARRIER_WEIGHED.filled(weight="1.460", gap="−6 g")),
    )  # fmt: skip


CASE = CaseView(
    dispute=ROW.id,
    source=Source.LEDGER,
    bench="B07",
    packer="P003",
    moments=_moments(),
    entries=27,
    proven=27,
    scans=13,
    pictures=3,
    films=1,
    anchor=AnchorRow(at_us=_at(31), after_s=31, stamps=2, witnesses=2, root="K3QF 7A2M"),
)


def folder(row: CaseRow, **fields: object) -> FolderView:
    whole = FolderView(
        row=row, due="11-30 12:00", reference="R-7788", money="86.50 USD", note="", profile="paypal",
        rule=named("银行拒付 3 个工作日内答复", "a bank's chargeback: within 3 working days"),
        advice=said.NOTHING,
        checks=tuple(CheckRow(words=Words(zh=zh, en=en), mark=mark, told=tail) for zh, en, mark, tail in CHECKS),
        parcels=(), papers=(), sent=(), links=(),
    )  # fmt: skip
    return replace(whole, **fields)  # type: ignore[arg-type]


PAPER = LineRow(what=said.PROOFS["correspondence"], name="chat.png", at="11-25 09:20", who="P003")
SENT = replace(PAPER, what=said.PROFILES["paypal"], name="dispute-42-1.zip SHA-256 9f86d081", at="11-26 15:10")


def page_of(row: CaseRow, case: CaseView | None, **fields: object) -> DisputeScreen:
    seen = pages.looked(DisputeScreen(now_us=NOW), (row,))
    screen = pages.filled(opening.opened(seen), folder(row, **fields))
    return screen if case is None else opening.told(screen, case)


AWAY = "the order book's server cannot be reached (postgresql://book). Check that it runs, and the network."

PAGE = page_of(ROW, CASE)
_LATE = Term(
    stretches=(
        Stretch(start_us=NOW - 3 * DAY, end_us=NOW - 2 * DAY),
        Stretch(start_us=NOW - 2 * DAY, end_us=NOW - 5 * HOUR),
    )
)
_BARE = replace(CASE, moments=_moments(pictures=False), pictures=0, films=0, missing=7, erased=True)
_MANY = tuple(
    replace(row, words=told.REFUSED_MANY.filled(n=7)) if row.sign is Sign.STOP else row for row in CASE.moments
)
_THERE = replace(
    CASE,
    source=Source.ELSEWHERE,
    bench="B02",
    proven=0,
    pictures=0,
    films=0,
    anchor=None,
    moments=_moments(pictures=False)[:7],
)


def screens() -> Mapping[str, DisputeScreen]:
    near = replace(
        ROW, due_us=NOW + 5 * HOUR, term=Term(stretches=(Stretch(start_us=NOW - 19 * HOUR, end_us=NOW + 5 * HOUR),))
    )
    late = replace(ROW, due_us=_LATE.due_us, term=_LATE, kind="short_or_wrong")
    long = replace(ROW, order="3100000000000000042-A-0387", channel="PayPal Holdings, Dispute Resolution Centre")
    none = CaseView(dispute=ROW.id, source=Source.NONE)
    return {
        "page": PAGE,
        "reading": page_of(ROW, None),
        "near": page_of(near, CASE),
        "late": page_of(late, CASE),
        "sent": page_of(replace(ROW, submitted=True), CASE, sent=(SENT,), papers=(PAPER,)),
        "won": page_of(replace(ROW, outcome="won"), CASE, sent=(SENT,)),
        "lost": page_of(replace(ROW, outcome="lost"), CASE, sent=(SENT, SENT), money="86.50 USD"),
        "erased": page_of(ROW, _BARE),
        "other bench": page_of(ROW, _THERE),
        "not packed": page_of(ROW, none),
        "not anchored": page_of(ROW, replace(CASE, anchor=None)),
        "changed": page_of(ROW, replace(CASE, proven=25)),
        "unreadable": page_of(ROW, replace(none, trouble="the ledger cannot be read: disk I/O error (ledger.db).")),
        "no time": page_of(replace(ROW, due_us=None, term=Term()), CASE),
        "long": page_of(long, replace(CASE, moments=_MANY * 2)),
        "scrolled": pages.scrolled(page_of(long, replace(CASE, moments=_MANY * 2)), 6),
        "exporting": pages.working(PAGE, said.EXPORTING),
        "exported": pages.done(PAGE, said.EXPORTED, same("/home/desk/sealbench/disputes/dispute-42-1.zip")),
        "offline": pages.unreachable(PAGE, AWAY),
        "bank": opening.choosing(PAGE, 1),
    }
