"""Every sentence the bench says, in both languages, whole: nothing is built from pieces.

A headline fits one line at arm's length (a stop has at most nine Chinese characters); ``act`` is what to do now.
Fields in braces are filled by ``screen``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from station.packing.reasons import Reason
from station.ui.claim_words import CLAIMS
from station.ui.seat_words import DETAILS as SEAT_DETAILS


@dataclass(frozen=True, slots=True)
class Said:
    """What happened, and what to do now."""

    zh: str
    en: str
    act_zh: str
    act_en: str


def _table(rows: dict[str, Said]) -> Mapping[str, Said]:
    return MappingProxyType(rows)


REASONS: Mapping[str, Said] = _table(
    {
        Reason.NOT_IN_ORDER: Said(
            "商品错误，不要装箱", "Wrong item: do not pack it", "放回这一件", "Put this one back"
        ),
        Reason.ENOUGH_ALREADY: Said("多了一件，不要装箱", "One too many", "放回多的这一件", "Put the extra one back"),
        Reason.UNKNOWN_CODE: Said(
            "不认识的条码", "Unknown code", "检查商品，扫它自己的条码", "Scan the item's own code"
        ),
        Reason.BAD_CHECK_DIGIT: Said("条码没有读全", "Code misread", "再扫一次这个条码", "Scan that code again"),
        Reason.ORDER_UNKNOWN: Said(
            "没有这个订单", "No such order", "扫订单号，或让主管导入订单", "Scan an order, or have it imported"
        ),
        Reason.ORDER_HELD: Said(
            "订单暂停，不能发货", "On hold: must not ship", "放到异常区", "Put it in the exception bin"
        ),
        Reason.ORDER_SHIPPED: Said(
            "这单已经发过", "Already shipped", "放到异常区，找主管", "Exception bin: ask the supervisor"
        ),
        Reason.CELL_NOT_FULL: Said(
            "格子没满，还缺 {detail}", "The cell lacks {detail}", "放回播种墙", "Take it back to the wall"
        ),
        Reason.OTHER_PLACE: Said(
            "别处发货，不在这里装", "Another place ships it", "送到 {detail}", "Take it to {detail}"
        ),
        Reason.NOT_FOR_A_BENCH: Said(
            "这单不用装箱",
            "Nothing to pack here",
            "{detail}：货放回，找主管",
            "{detail}: put it back, ask the supervisor",
        ),
        Reason.ORDER_CANCELLED: Said(
            "订单取消，不能发货", "Cancelled: must not ship", "放到异常区", "Put it in the exception bin"
        ),
        Reason.ORDER_CHANGED: Said(
            "订单改了，停止装箱", "Order changed: stop", "放到一边，重新扫单", "Put it aside and open it again"
        ),
        **{reason: Said(*said) for reason, said in CLAIMS.items()},
        Reason.ORDER_OPEN: Said(
            "还有一单没装完", "Finish the open order", "放下那单；清除后可挂单", "Put it down; or CLEAR, PUT ASIDE"
        ),
        Reason.WRONG_LABEL: Said(
            "面单贴错了", "Wrong label on the box", "撕下，贴这一单的面单", "Take it off, use this parcel's"
        ),
        Reason.WEIGHT_LOW: Said(
            "轻了 {grams}",
            "{grams} too light",
            "看箱内，补上缺的，面单自动打印",
            "Look in the box and add it. The label prints by itself",
        ),
        Reason.WEIGHT_HIGH: Said(
            "重了 {grams}",
            "{grams} too heavy",
            "看箱内，取出多的，面单自动打印",
            "Look in the box and take it out. The label prints by itself",
        ),
        Reason.WEIGHT_UNSTABLE: Said(
            "秤还没有稳", "Scale not steady", "手离开秤，等一下", "Hands off the scale for a moment"
        ),
        Reason.WEIGHT_STALE: Said(
            "先清空秤盘",
            "Clear the scale first",
            "取下上一件，再放这一箱",
            "Take the last parcel off, then put this one on",
        ),
        Reason.SCALE_FAULT: Said("秤不能称", "The scale cannot weigh", "检查秤：{detail}", "Check the scale: {detail}"),
        Reason.ITEM_NOT_ADDED: Said(
            "扫了但没有放入", "Scanned, nothing added", "放进箱：{detail}", "Put it in the box: {detail}"
        ),
        Reason.ITEM_UNEXPLAINED: Said(
            "放入了没有扫的", "Added without a scan", "取出：{detail}？", "Take it out: {detail}?"
        ),
        Reason.EXPIRED: Said(
            "商品过期，不要装箱", "Expired: do not pack it", "放到异常区", "Put it in the exception bin"
        ),
        Reason.DUPLICATE_SERIAL: Said(
            "序列号重复", "Same serial number twice", "换一件，或检查标签", "Take another piece, or check its label"
        ),
        Reason.CAPTURE_MISSING: Said(
            "还要扫 {detail}",
            "This item needs {detail}",
            "扫带批号、有效期或序列号的二维码",
            "Scan the code that carries it",
        ),
        Reason.PROMPT_OPEN: Said(
            "请先回答问题", "Answer the question first", "扫屏幕上的答案码", "Scan an answer on the screen"
        ),
        Reason.NO_SERVICE: Said(
            "没有快递服务", "No carrier service", "让主管给这单选快递", "Supervisor: choose a carrier"
        ),
        Reason.NO_WAYBILL: Said(
            "没有运单号了",
            "No waybill numbers left",
            "让主管补 {detail} 单号，会自动继续",
            "Supervisor: add {detail} numbers. It goes on by itself",
        ),
        Reason.NUMBER_REFUSED: Said(
            "这个运单号不能用",
            "This number cannot be used",
            "{detail}，扫另一个运单号",
            "{detail}: scan another waybill number",
        ),
        Reason.SERVICE_LIMIT: Said("超过快递的限制", "Over the carrier's limit", "{detail}", "{detail}"),
        Reason.PRINTER_NOT_READY: Said(
            "打印机没准备好",
            "Printer not ready",
            "{detail}。好了会自动打印；挂单可先装别的",
            "{detail}. It prints by itself; PUT ASIDE lets you pack another",
        ),
        Reason.PRINT_UNKNOWN: Said(
            "面单打出来了吗？", "Did the label come out?", "看打印机，扫“是”或“否”", "Look at it, scan YES or NO"
        ),
        Reason.LABEL_UNPRINTABLE: Said(
            "面单不能打印", "The label cannot print", "挂单，找主管：{detail}", "PUT ASIDE, ask a supervisor: {detail}"
        ),
        Reason.HOLDS_UNKNOWN: Said(
            "无法确认能否发货", "Cannot check the order", "网络好了会自动继续", "It goes on when the order book answers"
        ),
        Reason.BOOK_UNREACHABLE: Said(
            "订单库连不上", "Order book unreachable", "再扫一次；不行就叫主管", "Scan again; else call the supervisor"
        ),
        Reason.MUST_CLEAR: Said("先扫清除码", "Scan CLEAR first", "扫清除码", "Scan CLEAR"),
        Reason.NOT_ALLOWED: Said("不允许：{detail}", "Not allowed: {detail}", "找主管", "Ask the supervisor"),
        Reason.SIGN_IN_FIRST: Said("请先扫工牌", "Scan your badge first", "再扫一次这个码", "Then this code again"),
        Reason.BAD_INPUT: Said("读到的不是条码", "That is not a code", "再扫一次：{detail}", "Scan again: {detail}"),
        Reason.NOT_RECORDED: Said(
            "没有记下，再扫一次", "Not recorded: scan again", "不行就叫主管：{detail}", "Else ask for help: {detail}"
        ),
    }
)

NUMBER_BY_HAND = Said(
    "还没有运单号",
    "No waybill number yet",
    "扫 {detail} 运单上的号，或让主管录入",
    "Scan the number of a {detail} waybill, or have it typed in",
)
"""In place of ``no_waybill`` where each number is scanned or typed (J3)."""

DETAILS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "number_misread": ("没读全，或校验位不对", "Misread, or its check digit is wrong"),
        "number_taken": ("已经是别的单的号", "Another parcel has it"),
        "number_from_pool": ("这家的运单号从单号池取", "Numbers of this carrier come from the pool"),
        "paper_out": ("打印机缺纸，请装纸", "Out of paper: load a roll"),
        "head_open": ("打印头没关好", "Close the print head"),
        "cover_open": ("打印机盖没关", "Close the cover"),
        "paused": ("打印机暂停，按继续键", "Paused: press the feed key"),
        "ribbon_out": ("碳带用完", "Ribbon used up: load a new one"),
        "offline": ("打印机连不上，检查电源和线", "Not connected: check power and cable"),
        "silent": ("打印机没有回答，检查电源和线", "No answer: check power and cable"),
        "lost": ("打印机断开了", "Connection lost"),
        "refused": ("打印机拒绝连接，检查电源和设置", "It refuses the connection: check power and settings"),
        "no_printer": ("没有设置打印机", "No printer is set up"),
        "hot": ("打印头太热，等一下", "Print head too hot: wait"),
        "paper_jam": ("卡纸了，打开打印机取出", "Paper jam: open the printer and clear it"),
        "cutter_fault": ("切刀卡住了", "Cutter jammed"),
        "mark_fault": ("找不到标签间隙，重装标签", "Label gap not found: load the labels again"),
        "error": ("打印机报错，关机再开", "Printer error: switch it off and on"),
        "broken_down": ("打印机故障，关机再开", "Printer fault: switch it off and on"),
        "feeding": ("打印机正在走纸", "Paper is being fed"),
        "unconfirmed": ("打印机不能确认，请看一眼", "The printer cannot confirm: please look"),
        "stuck": ("数据送不出去，检查打印机", "The data does not leave: check the printer"),
        "not_found": ("找不到打印机，检查线", "Printer not found: check the cable"),
        "no_permission": ("没有权限使用打印机，找管理员", "No permission for the printer: ask the administrator"),
        "in_use": ("打印机被别的程序占用", "Another program uses the printer"),
        "buffer_full": ("打印机忙", "Printer busy"),
        "overload": ("超重", "too heavy for it"),
        "underload": ("低于零点", "below zero"),
        "broken": ("秤有故障", "it reports a fault"),
        "not_a_weight": ("不是重量，计数或百分比？", "no weight: counting or percent?"),
        "unit_changed": ("单位被换了，按单位键换回来", "its unit was changed: switch it back"),
        "other_protocol": ("秤用的是另一种协议，检查设置", "It speaks another protocol: check its settings"),
        "parity": ("校验位设置不对", "Its parity is set differently"),
        "larger_orders": (
            "要它的多件订单有 {n} 个：扫其中一单，或放回货架",
            "Larger orders that need it: {n}. Scan one of them, or put it back",
        ),
        "no_orders": ("现在没有订单要它，放回货架", "No order needs it now: put it back on the shelf"),
        "carton_code": ("这是整箱码：扫单件自己的条码", "That is a carton's code: scan the piece's own"),
        "badge_unknown": ("工牌不认识", "unknown badge"),
        "nothing_to_send": ("无需发货", "Nothing is sent"),
        "a_supplier": ("供应商直发", "Its supplier sends it"),
        "not_a_supervisor": ("要主管的工牌", "needs a supervisor's badge"),
        "nothing_packed": ("箱里还没有东西", "nothing is in the box yet"),
        "label_requested": ("面单已打印或正在打印", "its label is printed or printing"),
        "order_without_units": (
            "其中一单在箱里一件也没有：挂单，请办公室拆开合单",
            "one of the orders has nothing in the box: put it aside and have the orders separated",
        ),
        "joint_parcel": ("合并发货的订单不能分箱", "orders under one waybill cannot be split"),
        "no_part_number": ("这单不能再分箱", "this order has all the parcels it may have"),
        "has_a_barcode": ("有条码的商品要扫", "items with a barcode are scanned"),
        "copies": ("补打次数太多", "too many copies"),
        "too_long": ("太长", "too long"),
        "control_characters": ("有控制字符", "control characters in it"),
        "not_text": ("不是文字", "not text"),
        "incomplete": ("不完整", "incomplete"),
        "bad_gs1": ("GS1 内容有误", "its GS1 content is wrong"),
        "bad_check_characters": ("校验不对", "check characters do not fit"),
        "lot": ("批号", "a lot number"),
        "expiry": ("有效期", "an expiry date"),
        "serial": ("序列号", "a serial number"),
        **SEAT_DETAILS,
    }
)

HOLDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "unpaid": ("未付款", "not paid"),
        "partly_paid": ("货款未付清", "partly paid"),
        "risk_review": ("平台风控审核中", "in the platform's risk review"),
        "cod_unconfirmed": ("货到付款未电话确认", "cash on delivery not confirmed"),
        "approval_missing": ("缺审批", "an approval is missing"),
        "cancel_asked": ("买家申请取消", "the buyer asks to cancel"),
        "refund_asked": ("买家申请退款", "the buyer asks for a refund"),
        "frozen": ("订单冻结", "frozen by the platform"),
        "dispute": ("有纠纷", "a dispute is open"),
        "order_changed": ("订单内容改了", "the order was changed"),
        "spec_unconfirmed": ("定制规格未确认", "custom spec not confirmed"),
        "no_ship_from": ("缺发货地址", "no ship-from address"),
        "no_lines": ("还没有商品明细", "its item lines are not here yet"),
        "by_supervisor": ("主管暂停", "held by a supervisor"),
        "address_masked": ("地址已脱敏", "its address is masked"),
        "invoice_missing": ("缺发票", "the invoice is missing"),
        "shortage": ("缺货还没解决", "a shortage is still open"),
        "status_unknown": ("平台状态不认识", "its platform status is not known"),
        "order_unconfirmed": ("平台上还没确认接单", "not yet confirmed on the platform"),
    }
)

MOMENTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "idle": ("请扫订单", "Scan an order"),
        "idle_more": ("扫订单号、周转箱、面单或墙格", "Order, tote, waybill or wall cell"),
        "idle_items": ("扫订单号、周转箱、面单、墙格或商品", "Order, tote, waybill, wall cell or item"),
        "opened": ("开始装箱", "Start packing"),
        "opened_more": ("共 {n} 件", "{n} units"),
        "asked": ("正在查订单", "Looking up the order"),
        "packed": ("正确：{name}", "Correct: {name}"),
        "packed_more": ("第 {packed} 件，共 {needed} 件", "{packed} of {needed}"),
        "complete": ("齐了，放到秤上", "Complete: weigh the box"),
        "complete_more": ("{n} 件都在箱里", "All {n} units are in"),
        "taken_back": ("已撤销：{name}", "Taken back: {name}"),
        "prompting": ("请先回答", "Answer the question"),
        "weighing": ("放到秤上", "Put the box on the scale"),
        "printing": ("正在打印面单", "Printing the label"),
        "printing_more": ("检查过了，马上出来", "Checked: it comes out by itself"),
        "printing_there": ("到“{name}”取", "It comes out of {name}"),
        "stick": ("贴上面单，再扫一次", "Stick the label, then scan it"),
        "stick_more": ("已打印", "Printed"),
        "stick_there": ("已打印，到“{name}”取", "Printed by {name}"),
        "sealed": ("封箱完成", "Sealed"),
        "sealed_more": ("可以扫下一单", "Scan the next order"),
        "sealed_part": ("还有一箱 {name}，按下一单打开", "One more box, {name}: NEXT opens it"),
        "split": ("分箱：这一箱装到这里", "Split: this box ends here"),
        "split_more": ("封箱后接着装 {name}", "After the seal, go on as {name}"),
        "split_undone": ("分箱已撤销，继续装", "Split taken back: go on"),
        "already_split": ("这一箱已经分好", "This box is split already"),
        "parked": ("已挂单", "Put aside"),
        "parked_for": ("已挂单，转{name}", "Put aside for {name}"),
        "parked_more": ("已装 {n} 件留在箱里，放到异常区", "Its {n} packed units stay with it: exception bin"),
        "parked_unlabelled": (
            "面单还没打：箱子放一边，以后扫这单，再称一次就打印",
            "Not printed yet: set the box aside. Scan its order later, weigh it, and it prints",
        ),
        "opened_warned": ("注意：{name}", "Note: {name}"),
        "cleared": ("已清除，继续", "Cleared: go on"),
        "nothing": ("无需处理", "Nothing to do"),
        "not_printed_yet": ("面单还没打出来", "The label is not out yet"),
        "already_sealed": ("这箱已经封好", "This box is sealed already"),
        "order_already_open": ("这单已经打开", "This order is open already"),
        "nothing_to_clear": ("没有要清除的", "Nothing to clear"),
        "nothing_to_undo": ("没有要撤销的", "Nothing to take back"),
        "nothing_missing": ("没有缺件", "Nothing is missing"),
        "nothing_to_reprint": ("没有要补打的面单", "No label to print again"),
        "no_order_open": ("没有打开的订单", "No order is open"),
        "double": ("同一次扫描，已忽略", "Same scan twice: ignored"),
        "signed_in": ("你好", "Hello"),
        "signed_out": ("已退出", "Signed out"),
        "answered": ("已确认", "Confirmed"),
        "weight_seen": ("秤：{grams}", "Scale: {grams}"),
        "pan_cleared": ("秤盘已空", "Scale is empty"),
        "box": ("箱型 {name}", "Box {name}"),
        "help": ("已叫主管", "Supervisor called"),
        "device": ("设备：{name}", "Device: {name}"),
        "restarted": ("已恢复，继续装箱", "Back again: go on"),
        "short": ("缺件发货已批准", "Short pack allowed"),
        "weighed": ("重量 {grams}，正确", "Weight {grams}: right"),
        "explained": ("{said}：{units} × {name}？", "{said}: {units} × {name}?"),
        "not_recorded": ("没有记下，再扫一次：{detail}", "Not recorded, scan again: {detail}"),
        "bad_line": ("这一行读不懂：{detail}", "Cannot read this line: {detail}"),
    }
)

STEPS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "clear": ("扫清除码", "Scan CLEAR"),
        "taken_over": ("放到一边，问主管", "Put it aside, ask the supervisor"),
        "not_yet": ("面单还没打印", "The label waits"),
        "stick_1": ("面单已打印", "Label printed"),
        "stick_2": ("贴在箱子顶面", "Stick it on the top face"),
        "stick_3": ("扫箱上的面单", "Scan it on the box"),
    }
)

WAITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        Reason.NO_WAYBILL: ("等运单号", "Waits for a waybill number"),
        Reason.NUMBER_REFUSED: ("等运单号", "Waits for a waybill number"),
        Reason.NO_SERVICE: ("等主管选快递", "Waits for a carrier to be chosen"),
        Reason.SERVICE_LIMIT: ("超限，先换箱子或快递", "Waits: over the carrier's limit"),
        Reason.HOLDS_UNKNOWN: ("等订单库答复", "Waits for the order book"),
        Reason.PRINTER_NOT_READY: ("等打印机", "Waits for the printer"),
        Reason.LABEL_UNPRINTABLE: ("面单打不了，等处理", "Waits: the label cannot print"),
        Reason.SIGN_IN_FIRST: ("等扫工牌", "Waits for a badge"),
        Reason.PROMPT_OPEN: ("等回答问题", "Waits for an answer"),
        Reason.NOT_ALLOWED: ("等主管", "Waits for the supervisor"),
    }
)
"""Why a label that is not on its way yet is not."""

OWNERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "purchasing": ("采购", "purchasing"),
        "production": ("生产", "production"),
        "service": ("客服", "customer service"),
    }
)

ASPECTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "quantity": ("数量", "Quantity"),
        "name": ("收件人", "Recipient"),
        "phone": ("电话", "Telephone"),
        "region": ("省市", "Region"),
        "street": ("地址", "Address"),
        "message": ("买家留言", "Buyer's note"),
        "gift": ("礼物", "Gift"),
        "service": ("买家选的快递", "Buyer's carrier"),
    }
)

COMMANDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "undo": ("撤销", "UNDO"),
        "hold": ("挂单", "PUT ASIDE"),
        "by_hand": ("手工", "BY HAND"),
        "short": ("缺件", "SHORT"),
        "papers": ("补打纸张", "PAPERS"),
        "split": ("分箱", "SPLIT"),
        "next": ("下一单", "NEXT"),
        "help": ("叫人", "HELP"),
        "lock": ("锁定", "LOCK"),
        "box": ("箱型", "BOX"),
        "weigh": ("重称", "WEIGH"),
        "zero": ("归零", "ZERO"),
        "reprint": ("补打", "REPRINT"),
        "no": ("否", "NO"),
        "no_label": ("没出单", "NO LABEL"),
        "photo": ("拍照", "PHOTO"),
        "sign_out": ("退出", "SIGN OUT"),
        "clear": ("清除", "CLEAR"),
        "yes": ("是", "YES"),
        "retry": ("重试", "RETRY"),
        "language": ("语言", "LANGUAGE"),
    }
)
