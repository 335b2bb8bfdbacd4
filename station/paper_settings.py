"""``[[paper]]`` of ``bench.toml``: what prints by itself with a parcel beside its label. Read with ``settings``."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from station.packing.paper_rules import Only, PaperRule, Per

Names = Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=100)], ...],
                  Meta(max_length=500, description="a list of names; [] = all")]  # fmt: skip


class PaperSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``template`` names a label's template, ``printer`` a ``[[device]]``."""

    name: Annotated[str, Meta(min_length=1, max_length=40)]
    template: Annotated[
        str, Meta(pattern=r"^[A-Za-z0-9._-]{1,64}\Z", description="the name of a file of config/labels, without .toml")
    ]
    printer: Annotated[str, Meta(max_length=64)] = ""
    per: Literal["parcel", "line", "unit"] = "parcel"
    only: Literal["all", "gifts", "no_gifts"] = "all"
    shops: Names = ()
    countries: Names = ()
    classes: Names = ()
    skus: Names = ()

    def rule(self) -> PaperRule:
        return PaperRule(
            name=self.name,
            template=self.template,
            printer=self.printer,
            per=Per(self.per),
            only=Only(self.only),
            shops=self.shops,
            countries=tuple(country.upper() for country in self.countries),
            classes=self.classes,
            skus=self.skus,
        )
