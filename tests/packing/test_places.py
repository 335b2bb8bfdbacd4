"""Which place ships an order."""

from __future__ import annotations

import pytest

from station.packing.places import Place, place_for

HANGZHOU = Place(id="hangzhou", name="杭州总仓", words=("总仓",), provinces=("浙江", "上海"))
YIWU = Place(id="yiwu", name="义乌", provinces=("浙江",), countries=("US",))
REST = Place(id="rest", name="中央仓")
MILL = Place(id="mill", name="厂家", supplier=True)


@pytest.mark.parametrize(
    ("places", "named", "country", "province", "found"),
    [
        ((HANGZHOU, YIWU, REST), "", "CN", "浙江省", HANGZHOU),
        ((YIWU, HANGZHOU, REST), "", "CN", "浙江", YIWU),
        ((HANGZHOU, YIWU, REST), "", "US", "CA", YIWU),
        ((HANGZHOU, YIWU, REST), "", "CN", "四川省", REST),
        ((HANGZHOU, YIWU), "", "CN", "四川省", None),
        ((HANGZHOU, YIWU), "", "CN", "", None),
        ((HANGZHOU, YIWU), "", "FR", "浙江", None),
        ((HANGZHOU, MILL), "", "CN", "四川省", None),
        ((HANGZHOU, MILL), "厂家", "CN", "浙江省", MILL),
        ((HANGZHOU, REST), "YIWU", "CN", "浙江省", None),
        ((HANGZHOU, YIWU), " Yiwu ", "CN", "上海市", YIWU),
        ((HANGZHOU, YIWU), "总仓", "US", "", HANGZHOU),
        ((HANGZHOU,), "", "FR", "", HANGZHOU),
        ((HANGZHOU,), "月球", "CN", "浙江省", None),
        ((), "", "CN", "浙江省", None),
        ((), "总仓", "CN", "浙江省", None),
    ],
)
def test_the_place(places: tuple[Place, ...], named: str, country: str, province: str, found: Place | None) -> None:
    """What the order names goes first and is never guessed; then the first near place; a supplier only by its name."""
    assert place_for(places, named=named, country=country, province=province) == found
