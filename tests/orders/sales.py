"""Any list of orders, as a shop might have it: values and how to draw them. Knows nothing of the readers."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hypothesis import strategies as st

FIRST = datetime.fromisoformat("2026-11-20 00:00:00")
"""The hour the sales count from, local."""

ABROAD = {"US": "United States", "BR": "Brazil", "FR": "France", "GB": "United Kingdom", "KR": "South Korea"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    sku: str
    units: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    serial: int
    buyer: str
    phone: str
    country: str
    province: str
    city: str
    district: str
    street: str
    postcode: str
    says: str
    minute: int
    lines: tuple[Sold, ...]

    @property
    def at(self) -> datetime:
        return FIRST + timedelta(minutes=self.minute)

    @property
    def units(self) -> int:
        return sum(line.units for line in self.lines)


_LETTERS = "abcXYZéüñßœøćž王喆林晓李堃龘赵甲乙丙한국어アイウ"
_MARKS = " ,;:./+&!'\"\t，。；！、-"
_WRAPPERS = ("'", '"', "=")


def _texts(marks: str, longest: int) -> st.SearchStrategy[str]:
    """Words that begin and end with a letter: blanks at the ends are what exports add."""
    inner = st.text(alphabet=_LETTERS + marks.replace("\t", "") + "0123456789", max_size=longest)
    return st.builds(lambda a, text, b: unicodedata.normalize("NFC", a + text + b), _letter, inner, _letter)


_letter = st.sampled_from(_LETTERS)
_words = st.text(alphabet="杭州西湖区样例街道路村甲乙", min_size=2, max_size=5)
_skus = st.from_regex(r"[A-Z0-9](?:[A-Za-z0-9._/+-]{0,12}[A-Z0-9])?|杯-[0-9]{1,3}", fullmatch=True)
_lines = st.lists(
    st.builds(
        Sold, sku=_skus.filter(lambda sku: sku not in ("0",)), units=st.integers(1, 999), title=_texts(_MARKS, 20)
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda line: line.sku,
).map(tuple)

_common = {
    "serial": st.integers(1, 99_999),
    "buyer": _texts(" .'-", 12),
    "phone": st.integers(0, 99).map(lambda n: f"138000000{n:02d}"),
    "says": st.one_of(st.just(""), _texts(_MARKS, 30)),
    "minute": st.integers(0, 60 * 24 * 60),
    "lines": _lines,
}
_at_home = st.builds(
    Sale,
    country=st.just("CN"),
    province=st.sampled_from(("浙江省", "北京", "内蒙古自治区")),
    city=_words,
    district=_words,
    street=st.builds(lambda words, number: f"{words} {number} 号", _words, st.integers(1, 999)),
    postcode=st.integers(100_000, 999_999).map(str),
    **_common,
)
_far_away = st.builds(
    Sale,
    country=st.sampled_from(sorted(ABROAD)),
    province=_texts(" ", 8),
    city=_texts(" -'", 12),
    district=st.just(""),
    street=_texts(" ,.'-/", 30),
    postcode=st.from_regex(r"[A-Z0-9]{2,5}[ -]?[0-9A-Z]{2,3}", fullmatch=True),
    **_common,
)


def _list_of(one: st.SearchStrategy[Sale]) -> st.SearchStrategy[list[Sale]]:
    return st.lists(one, min_size=1, max_size=6, unique_by=lambda sale: sale.serial)


DOMESTIC = _list_of(_at_home)
FOREIGN = _list_of(_far_away)


def spelt_in(sale: Sale, encoding: str) -> Sale:
    """The same sale with a letter of that encoding in place of each it does not have."""

    def spelt(text: str) -> str:
        return "".join(letter if letter.encode(encoding, "ignore") else "王" for letter in text)

    lines = tuple(replace(line, title=spelt(line.title)) for line in sale.lines)
    return replace(
        sale,
        lines=lines,
        buyer=spelt(sale.buyer),
        province=spelt(sale.province),
        city=spelt(sale.city),
        street=spelt(sale.street),
        says=spelt(sale.says),
    )
