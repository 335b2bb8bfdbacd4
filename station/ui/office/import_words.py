"""The words of the import page, and what a column may mean. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

ASKS: Final = Words(
    zh="拖入文件，或按 F2 选，或输入路径后回车", en="Drop a file here, F2 chooses one, or type its path and Enter"
)
LATEST: Final = Words(zh="最近的导入", en="The latest imports")
FILE: Final = Words(zh="文件", en="File")
AT: Final = Words(zh="时间", en="When")
WHO: Final = Words(zh="谁", en="By")
ORDERS: Final = Words(zh="订单", en="Orders")
NEW: Final = Words(zh="新的", en="New")
REFUSED: Final = Words(zh="拒收行", en="Refused rows")
NONE_YET: Final = Words(zh="还没有导入过", en="Nothing was imported yet")
NONE_YET_HOW: Final = Words(
    zh="把平台导出的订单文件拖进来：xlsx、xls、csv、ods。重复导入同一文件不会重复订单。",
    en="Drop a platform's order file here: xlsx, xls, csv, ods. Importing a file twice doubles no order.",
)
LOOKING: Final = Words(zh="正在看这个文件", en="Looking at the file")
COLUMN: Final = Words(zh="文件里的列", en="Column of the file")
MEANS: Final = Words(zh="意思", en="Means")
SAMPLE: Final = Words(zh="前几行的内容", en="What the first rows have")
NOT_READ: Final = Words(zh="不读", en="not read")
KNOWN: Final = Words(zh="已认识", en="known")
KIND: Final = Words(zh="文件类型", en="Kind of file")
SOURCE: Final = Words(zh="来源", en="Source")
UNKNOWN_SOURCE: Final = Words(zh="不认识，请说明各列的意思", en="Not known: say what its columns mean")
NOT_KNOWN: Final = Words(zh="还不认识", en="Not known yet")
OWN_TABLE: Final = Words(zh="自己的表格", en="A table of your own")
ROWS: Final = Words(zh="行数", en="Rows")
CHECKED: Final = Words(zh="已检查前 {n} 行", en="The first {n} rows were checked")
CHECKED_GOOD: Final = Words(zh="都能用", en="All of them can be used")
CHECKED_BAD: Final = Words(zh="有问题的：{bad}", en="Not usable: {bad}")
LACKING: Final = Words(zh="还缺一列：{meaning}", en="Still needed: the column for {meaning}")
LACKING_HOW: Final = Words(zh="↑ ↓ 选那一列，F3 说明意思", en="↑ ↓ to that column, F3 says what it means")
BAD_ROW: Final = Words(zh="第 {row} 行 {column}", en="Row {row} {column}")
READY: Final = Words(zh="可以导入", en="Ready to import")
READY_HOW: Final = Words(zh="F7 先试跑，什么都不改；F9 导入", en="F7 tries it and changes nothing; F9 imports")
REMEMBERED: Final = Words(
    zh="这些列的意思会记住，下次同样的表头直接用",
    en="What its columns mean is remembered for the next file with these headers",
)
MEAN_KEY: Final = Words(zh="列的意思", en="Set meaning")
TRY_KEY: Final = Words(zh="试跑", en="Dry run")
IMPORT_KEY: Final = Words(zh="导入", en="Import")
OTHER_KEY: Final = Words(zh="换文件", en="Another file")
MEANING: Final = Words(zh="这一列是什么？", en="What is this column?")
NOTHING_OF: Final = Words(zh="不读这一列", en="Nothing: do not read it")
MEANING_HINT: Final = Words(zh="输入编号，回车", en="Type its number and Enter")
TRYING: Final = Words(zh="正在试跑", en="Trying it")
IMPORTING: Final = Words(zh="正在导入", en="Importing")
PROGRESS: Final = Words(zh="正在导入，{done}", en="Importing, {done}")
TRIED: Final = Words(zh="试跑完成，什么都没改", en="Dry run: nothing changed")
IMPORTED: Final = Words(zh="已导入", en="Imported")
PARTLY: Final = Words(zh="已导入，{n} 行没有收下", en="Imported, but for {n} rows")
PARTLY_TRIED: Final = Words(zh="试跑完成，{n} 行不能用", en="Dry run: {n} rows cannot be used")
UPDATED: Final = Words(zh="更新", en="Updated")
UNCHANGED: Final = Words(zh="没变", en="Unchanged")
HELD: Final = Words(zh="暂停", en="On hold")
CLOSED: Final = Words(zh="已结束", en="Closed")
LINES: Final = Words(zh="商品行", en="Lines")
ROW: Final = Words(zh="行", en="Row")
WHY: Final = Words(zh="原因", en="Why")
NO_FAULT: Final = Words(zh="每一行都收下了", en="Every row was taken")
NO_FAULT_HOW: Final = Words(
    zh="Ctrl+2 看订单，F6 导入下一个文件", en="Ctrl+2 shows the orders, F6 imports another file"
)
STOPPED: Final = Words(zh="导入没有完成", en="The import was not completed")
STOPPED_HOW: Final = Words(
    zh="订单库没有变；再导入一次是安全的", en="The order book is as it was; importing again is safe"
)
NO_FILE: Final = Words(zh="没有这个文件", en="There is no such file")
FORM_TITLE: Final = Words(zh="列的意思", en="Meaning of a column")

MEANINGS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "order": Words(zh="订单号", en="Order number"),
        "sku": Words(zh="货号 SKU", en="SKU"),
        "quantity": Words(zh="数量", en="Quantity"),
        "name": Words(zh="商品名称", en="Name of the goods"),
        "variant": Words(zh="规格", en="Variant"),
        "status": Words(zh="订单状态", en="Order status"),
        "recipient": Words(zh="收件人", en="Recipient"),
        "phone": Words(zh="电话", en="Phone"),
        "country": Words(zh="国家", en="Country"),
        "province": Words(zh="省", en="Province"),
        "city": Words(zh="市", en="City"),
        "district": Words(zh="区县", en="District"),
        "address": Words(zh="地址", en="Address"),
        "postcode": Words(zh="邮编", en="Postcode"),
        "message": Words(zh="买家留言", en="Buyer's message"),
        "note": Words(zh="卖家备注", en="Seller's note"),
        "gift": Words(zh="赠品", en="Free gift"),
        "service": Words(zh="快递", en="Carrier's service"),
        "extras": Words(zh="增值服务", en="Value-added services"),
        "waybill": Words(zh="运单号", en="Waybill"),
        "tote": Words(zh="周转箱", en="Tote"),
        "ordered": Words(zh="下单时间", en="Ordered at"),
        "paid": Words(zh="付款时间", en="Paid at"),
        "deadline": Words(zh="最晚发货", en="Ship by"),
        "amount": Words(zh="订单金额", en="Order amount"),
        "price": Words(zh="单价", en="Unit price"),
        "value": Words(zh="申报价值", en="Declared value"),
        "currency": Words(zh="币种", en="Currency"),
        "company": Words(zh="买家公司", en="Buyer's company"),
        "ship_from": Words(zh="发货地", en="Ships from"),
    }
)
