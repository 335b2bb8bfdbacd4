"""Order files of any length in the seller's own form: eight columns, Chinese, a line an order. Measures nothing."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

CSV_ROWS = 100_000
HEADS = ("订单号", "货号", "数量", "商品名称", "收件人", "电话", "地址", "买家留言")


def rows(count: int, *, first: int = 0) -> Iterator[tuple[str, ...]]:
    for n in range(first, first + count):
        place = f"浙江省 杭州市 西湖区 示例路 {n % 999} 号 {n % 40} 室 (310000)"
        note = "请放门口" if n % 7 == 0 else ""
        yield (
            f"F-{n:010}",
            f"SKU-{n % 5000:06}",
            str(n % 4 + 1),
            "马克杯 330 ml 白色",
            f"测试{n % 977}",
            "000-0000-0000",
            place,
            note,
        )


def write_csv(path: Path, count: int, *, first: int = 0) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        writer.writerows(rows(count, first=first))


def write_xlsx(path: Path, count: int) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADS)
    for row in rows(count):
        sheet.append(row)
    book.save(path)
