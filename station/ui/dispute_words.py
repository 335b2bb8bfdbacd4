"""The words of the dispute desk in both languages, and the questions of its forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from station.ui.words import Field, Words, same

NOTHING: Final = Words(zh="", en="")
TITLE: Final = Words(zh="纠纷处理", en="Dispute desk")
LOOKING: Final = Words(zh="正在读取", en="Reading the order book")
OFFLINE: Final = Words(zh="订单库连不上", en="Order book unreachable")
STALE: Final = Words(zh="以下是断开前读到的", en="What follows was read before")
LATE: Final = Words(zh="{n} 件已超时", en="{n} late")
LATE_HOW: Final = Words(zh="马上处理最上面这件", en="Answer the one at the top now")
NEAR: Final = Words(zh="{n} 件在 {hours} 小时内到期", en="{n} due within {hours} h")
NEAR_TOO: Final = Words(zh="另有 {n} 件在 {hours} 小时内到期", en="and {n} due within {hours} h")
NEAR_HOW: Final = Words(zh="从最上面开始", en="Begin at the top")
CALM: Final = Words(zh="{n} 件，都还有时间", en="{n} open, all in time")
CALM_HOW: Final = Words(zh="{hours} 小时内没有到期的", en="Nothing is due within {hours} h")
EMPTY: Final = Words(zh="没有纠纷", en="No dispute is open")
EMPTY_HOW: Final = Words(
    zh="收到通知时按 F7 登记，时限从通知起算", en="When notice comes, F7 records it and starts its clock"
)
NOT_DONE: Final = Words(zh="没有完成", en="Not done")
NOT_FOUND: Final = Words(zh="没有找到", en="Nothing found")
NOT_FOUND_HOW: Final = Words(
    zh="可输入订单号、运单号、货号、手机后四位、打包员或日期 2026-11-21",
    en="Type an order, waybill, SKU, a phone's last 4 digits, a packer, or a day 2026-11-21",
)
CHOOSE_FIRST: Final = Words(zh="先选一件纠纷", en="Choose a dispute first")
CHOOSE_FIRST_HOW: Final = Words(zh="↑ ↓ 选择，F7 登记新的", en="↑ ↓ choose one, F7 records a new one")
CLOSED_ALREADY: Final = Words(zh="这件已经结束", en="That one is closed")
WORKING_HOW: Final = Words(zh="完成后会说明，可以继续看别的", en="You will be told; go on meanwhile")
EXPORTING: Final = Words(zh="正在导出证据包", en="Exporting the evidence")
EXPORTED: Final = Words(zh="证据包已导出", en="The evidence is exported")
READING_HOW: Final = Words(zh="急的在最上面", en="The most urgent come first")
NOTHING_READ: Final = Words(zh="还没有读到纠纷", en="No dispute was read yet")
NOTHING_READ_HOW: Final = Words(zh="F5 再试；时限照走", en="F5 tries again; the deadlines run on")
SEARCHING: Final = Words(zh="正在查找", en="Searching")
SAVING: Final = Words(zh="正在保存", en="Saving")
OPENED: Final = Words(zh="已登记，时限开始计算", en="Recorded; its clock runs")
ATTACHED: Final = Words(zh="已附上", en="Attached")
SUBMITTED: Final = Words(zh="已记下提交", en="The submission is recorded")
STILL_MISSING: Final = Words(zh="还缺 {n} 项必需的证据", en="Needed and still missing: {n}")
LINKED: Final = Words(zh="已关联", en="Linked")
ENDED: Final = Words(zh="已结束", en="Closed")

SEARCH: Final = Words(zh="订单、运单、货号、后四位、日期", en="Find: order, waybill, SKU, last 4, day")
FOUND: Final = Words(zh="找到 {n} 个包裹", en="{n} parcels found")
NEWEST: Final = Words(zh="最近封箱的在最上面", en="The last sealed is at the top")
PARCEL_HOW: Final = Words(
    zh="F7 为这单登记纠纷 · 回车打开已有的 · Esc 返回列表",
    en="F7 records a dispute of this order · Enter opens the one it has · Esc to the list",
)
HAS_DISPUTE: Final = Words(zh="有纠纷", en="in dispute")
DUE: Final = Words(zh="答复截止", en="Answer due")
CHECKLIST: Final = Words(zh="证据清单", en="Checklist")
MISSING: Final = Words(zh="缺 {n} 项必需", en="{n} needed missing")
COMPLETE: Final = Words(zh="必需的都齐了", en="All that is needed is there")
THERE: Final = Words(zh="有", en="ok")
LACKING: Final = Words(zh="缺，必需", en="missing")
HELPFUL: Final = Words(zh="没有，可补", en="helps")
PARCELS: Final = Words(zh="包裹与重量", en="Parcels and weights")
NO_PARCEL: Final = Words(zh="这单没有用本系统封箱", en="none was sealed here")
EXPECTED: Final = Words(zh="应重", en="Expected")
MEASURED: Final = Words(zh="封箱实重", en="At the bench")
CARRIER: Final = Words(zh="快递称重", en="By the carrier")
UNKNOWN: Final = Words(zh="未知", en="unknown")
SEALED: Final = Words(zh="封箱", en="sealed")
OVER: Final = Words(zh="交接", en="handed over")
NOT_OVER: Final = Words(zh="未交运", en="not handed over")
PAPERS: Final = Words(zh="附件", en="Papers")
SUBMISSIONS: Final = Words(zh="已提交", en="Submitted")
LINKS: Final = Words(zh="关联", en="Links")
NONE_YET: Final = Words(zh="还没有", en="none yet")
MORE: Final = Words(zh="下面还有，按 PgDn", en="more below, PgDn")
MORE_ROWS: Final = Words(zh="还有 {n} 件", en="{n} more")
COUNT: Final = Words(zh="件", en="disputes")
PAPERS_OUT: Final = Words(zh="附件 {which} 没有装进去：{file}", en="Left out, paper {which}: {file}")
PAPERS_LOOK: Final = Words(
    zh="{n} 份附件请人工看一遍有没有他人信息：{file}", en="Check {n} papers for other people's data: {file}"
)
READING: Final = Words(zh="正在读取这件的资料", en="Reading this one")
SENT: Final = Words(zh="已提交", en="Sent")
NO_TIME: Final = Words(zh="无时限", en="No time")
KEYS_HINT: Final = Words(
    zh="↑ ↓ 选择 · 回车打开，有字时查找 · PgUp PgDn 翻资料 · F5 刷新 · F8 全部/未结束 · F9 关联",
    en="↑ ↓ choose · Enter opens it, or finds what is typed · PgDn folder · F5 refresh · F8 all/open · F9 link",
)
FORM_HINT: Final = Words(
    zh="回车确认 · Ctrl+数字选一项 · F2 选择文件 · Esc 上一步",
    en="Enter accepts · Ctrl+number chooses · F2 picks a file · Esc back",
)

OPEN_KEY: Final = Words(zh="登记", en="NEW")
ATTACH_KEY: Final = Words(zh="附件", en="ATTACH")
EXPORT_KEY: Final = Words(zh="导出证据", en="EXPORT")
SUBMIT_KEY: Final = Words(zh="记提交", en="SUBMITTED")
CLOSE_KEY: Final = Words(zh="结束", en="CLOSE")
LEAVE_KEY: Final = Words(zh="退出", en="LEAVE")
FILE_KEY: Final = Words(zh="选文件", en="FILE")
ACCEPT_KEY: Final = Words(zh="确认", en="ACCEPT")
BACK_KEY: Final = Words(zh="上一步", en="BACK")

FORMS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "open": Words(zh="登记新纠纷", en="Record a new dispute"),
        "attach": Words(zh="附上文件", en="Attach a paper"),
        "export": Words(zh="导出证据", en="Export the evidence"),
        "submit": Words(zh="记下提交了什么", en="Record what was submitted"),
        "link": Words(zh="关联补发、改地址或索赔", en="Link what followed"),
        "close": Words(zh="结束纠纷", en="Close the dispute"),
    }
)
KINDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "not_received": Words(zh="未收到货", en="Not received"),
        "not_as_described": Words(zh="与描述不符", en="Not as described"),
        "short_or_wrong": Words(zh="少件或错件", en="Short or wrong"),
        "damaged": Words(zh="破损", en="Damaged"),
        "stolen_card": Words(zh="盗卡", en="Stolen card"),
        "chargeback": Words(zh="银行拒付", en="Chargeback"),
        "refund_asked": Words(zh="要求退款", en="Refund asked"),
    }
)
OUTCOMES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "won": Words(zh="胜诉", en="Won"),
        "lost": Words(zh="败诉", en="Lost"),
        "settled": Words(zh="和解", en="Settled"),
        "withdrawn": Words(zh="对方撤回", en="Withdrawn"),
    }
)
LINK_KINDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "reshipment": Words(zh="补发", en="Re-shipment"),
        "address_correction": Words(zh="改地址", en="Address corrected"),
        "carrier_claim": Words(zh="快递索赔", en="Carrier claim"),
    }
)
PROOFS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "correspondence": Words(zh="聊天或邮件", en="Chat or mail with the buyer"),
        "listing": Words(zh="商品页面快照", en="The listing as the buyer saw it"),
        "invoice": Words(zh="发票", en="Invoice"),
        "bill_of_lading": Words(zh="提单", en="Bill of lading"),
        "qc_certificate": Words(zh="质检证明", en="Quality certificate"),
        "damage_report": Words(zh="破损或拒收证明", en="Damage or refusal report"),
        "tracking": Words(zh="物流轨迹", en="Tracking"),
        "delivery": Words(zh="签收证明", en="Proof of delivery"),
        "other": Words(zh="其他", en="Other"),
    }
)


PROFILES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "aliexpress": Words(zh="速卖通", en="AliExpress"),
        "alibaba": Words(zh="阿里巴巴国际站", en="Alibaba.com"),
        "taobao": Words(zh="淘宝、天猫", en="Taobao, Tmall"),
        "wechat": Words(zh="微信小店", en="WeChat Store"),
        "paypal": Words(zh="PayPal", en="PayPal"),
        "mastercard-pdf": Words(zh="银行，一个 PDF", en="A bank, one PDF"),
        "stripe": Words(zh="Stripe", en="Stripe"),
        "ebay-images": Words(zh="eBay，图片", en="eBay, pictures"),
        "antom": Words(zh="Antom", en="Antom"),
        "court": Words(zh="法院：完整证据包", en="Court: the whole bundle"),
    }
)


def channel_named(channel: str) -> Words:
    """As people call it; a house's own word for one stays."""
    return PROFILES.get(channel, same(channel))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """With ``choices`` the answer is one of them, by number or name, or with ``more`` any other word; else text, empty
    where ``may_lack``."""

    words: Words
    hint: Words = NOTHING
    choices: tuple[tuple[str, Words], ...] = ()
    more: bool = False
    may_lack: bool = False
    file: bool = False
    wrong: Words = NOTHING

    def read(self, text: str) -> str | None:
        """None when it is no answer."""
        text = text.strip()
        if not self.choices:
            return text if text or self.may_lack else None
        if text.isascii() and text.isdecimal() and 1 <= int(text[:4]) <= len(self.choices):
            return self.choices[int(text[:4]) - 1][0]
        return text if text in dict(self.choices) or (self.more and text) else None


_CHOOSE: Final = Words(zh="请选一项", en="Choose one of these")
_NEEDED: Final = Words(zh="这一项要填", en="This cannot be left empty")
_FILE_HINT: Final = Words(zh="输入路径，或按 F2 选择", en="Type its path, or pick it with F2")
_OPTIONAL: Final = Words(zh="没有就直接按回车", en="Enter alone leaves it out")
_CHANNEL: Final = Words(zh="由谁裁决？平台、银行、支付机构", en="Who decides? Platform, bank, payment service")

QUESTIONS: Final[Mapping[str, tuple[Question, ...]]] = MappingProxyType(
    {
        "open": (
            Question(words=Words(zh="哪个订单？", en="Which order?"), wrong=_NEEDED),
            Question(words=Words(zh="什么纠纷？", en="What is disputed?"), choices=tuple(KINDS.items()), wrong=_CHOOSE),
            Question(words=_CHANNEL, hint=_OPTIONAL, may_lack=True),
            Question(
                words=Words(zh="通知里写的截止时间？", en="The time to answer, as the notice says?"),
                hint=Words(
                    zh="2026-11-25T18:00；没写就按回车，按规则算", en="2026-11-25T18:00; Enter alone: by the rules"
                ),
                may_lack=True,
            ),
        ),
        "attach": (
            Question(
                words=Words(zh="它证明什么？", en="What does it prove?"), choices=tuple(PROOFS.items()), wrong=_CHOOSE
            ),
            Question(words=Words(zh="哪个文件？", en="Which file?"), hint=_FILE_HINT, file=True, wrong=_NEEDED),
        ),
        "export": (
            Question(
                words=Words(zh="哪个渠道的格式？", en="In which channel's format?"),
                hint=Words(zh="已按这件纠纷选好，按回车即可", en="Chosen for this dispute: Enter takes it"),
                choices=tuple(PROFILES.items()),
                more=True,
                wrong=_CHOOSE,
            ),
        ),
        "submit": (
            Question(words=Words(zh="提交给谁？", en="Submitted to whom?"), wrong=_NEEDED),
            Question(
                words=Words(zh="提交的是哪个文件？", en="Exactly which file was sent?"),
                hint=_FILE_HINT,
                file=True,
                wrong=_NEEDED,
            ),
        ),
        "link": (
            Question(
                words=Words(zh="关联什么？", en="What followed?"), choices=tuple(LINK_KINDS.items()), wrong=_CHOOSE
            ),
            Question(
                words=Words(zh="补发单号、新地址或索赔号？", en="New order, address or claim?"),
                hint=Words(
                    zh="补发：已导入的新订单号；也可扫描", en="A re-shipment: the new order's number; it may be scanned"
                ),
                wrong=_NEEDED,
            ),
        ),
        "close": (
            Question(
                words=Words(zh="结果如何？", en="How did it end?"), choices=tuple(OUTCOMES.items()), wrong=_CHOOSE
            ),
            Question(
                words=Words(zh="退了多少钱？", en="How much was paid back?"),
                hint=Words(zh="例如 12.34；没有就按回车", en="Like 12.34; Enter alone for nothing"),
                may_lack=True,
            ),
        ),
    }
)


def counted(words: Words, n: int, **fields: Field) -> Words:
    return words.filled(n=n, **fields)


def span(minutes: int, *, late: bool) -> Words:
    """Days and hours from two days on, hours and minutes below: ``3 d 4 h``, ``5:20 h``."""
    days, hours, rest = minutes // 1440, minutes // 60, minutes % 60
    told = DAYS.filled(days=days, hours=hours % 24) if days >= 2 else same(f"{hours}:{rest:02d}")
    return (LATE_BY if late else LEFT_FOR).filled(span=told)


DAYS: Final = Words(zh="{days} 天 {hours} 时", en="{days} d {hours} h")
LATE_BY: Final = Words(zh="超时 {span}", en="LATE {span}")
LEFT_FOR: Final = Words(zh="剩 {span}", en="{span} left")
