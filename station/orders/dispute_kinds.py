"""Kinds of disputes, and what answers each: the checklist (K1 to K4, K8). Pure.

Which proof weighs what with whom: evidence and format facts of the channels, section "Consequences for the product".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from station.packing.deadlines import Purpose


class DisputeKind(StrEnum):
    NOT_RECEIVED = "not_received"
    NOT_AS_DESCRIBED = "not_as_described"
    SHORT_OR_WRONG = "short_or_wrong"
    DAMAGED = "damaged"
    STOLEN_CARD = "stolen_card"
    CHARGEBACK = "chargeback"
    REFUND_ASKED = "refund_asked"

    @property
    def purpose(self) -> Purpose:
        """Whose rule gives its time: what a bank takes back has the bank's."""
        return Purpose.CHARGEBACK if self in (self.STOLEN_CARD, self.CHARGEBACK) else Purpose.DISPUTE


class Proof(StrEnum):
    """What can be submitted. The first row is there by itself once it happened; the second somebody attaches."""

    SCANS = "scans"
    WEIGHTS = "weights"
    PHOTOS = "photos"
    LABEL = "label"
    ADDRESS = "address"
    SHIPMENT = "shipment"  # waybill, carrier, when it was handed over
    TRACKING = "tracking"
    CARRIER_WEIGHT = "carrier_weight"
    DELIVERY = "delivery"

    CORRESPONDENCE = "correspondence"  # chat and mail with the buyer
    LISTING = "listing"  # the page as the buyer saw it
    INVOICE = "invoice"
    BILL_OF_LADING = "bill_of_lading"
    QC_CERTIFICATE = "qc_certificate"
    DAMAGE_REPORT = "damage_report"  # the carrier's, or that the parcel was refused
    OTHER = "other"


RECORDED = (Proof.SCANS, Proof.WEIGHTS, Proof.PHOTOS, Proof.LABEL, Proof.ADDRESS, Proof.SHIPMENT)
"""No paper takes the place of these: either the bench recorded them or nobody did."""

ATTACHED = tuple(proof for proof in Proof if proof not in RECORDED and proof is not Proof.CARRIER_WEIGHT)

_WORDS: Mapping[Proof, tuple[str, str]] = {
    Proof.SCANS: ("逐件扫描记录", "every unit scanned"),
    Proof.WEIGHTS: ("应重与实重", "weight expected and measured"),
    Proof.PHOTOS: ("打包照片或录像", "photos or video of packing"),
    Proof.LABEL: ("面单及贴后扫描", "label, scanned on the box"),
    Proof.ADDRESS: ("收货地址一致", "address as ordered"),
    Proof.SHIPMENT: ("运单号与交接时间", "waybill and handover"),
    Proof.TRACKING: ("物流轨迹", "tracking"),
    Proof.CARRIER_WEIGHT: ("快递揽收重量", "weight by the carrier"),
    Proof.DELIVERY: ("签收证明", "proof of delivery"),
    Proof.CORRESPONDENCE: ("聊天或邮件", "chat or mail with the buyer"),
    Proof.LISTING: ("商品页面快照", "the listing as the buyer saw it"),
    Proof.INVOICE: ("发票", "invoice"),
    Proof.BILL_OF_LADING: ("提单", "bill of lading"),
    Proof.QC_CERTIFICATE: ("质检证明", "quality certificate"),
    Proof.DAMAGE_REPORT: ("破损或拒收证明", "damage or refusal report"),
    Proof.OTHER: ("其他", "other"),
}


def proof_words(proof: Proof) -> tuple[str, str]:
    """Chinese and English."""
    return _WORDS[proof]


_P = Proof
_WANTED: Mapping[DisputeKind, tuple[tuple[Proof, ...], tuple[Proof, ...]]] = {
    DisputeKind.NOT_RECEIVED: (
        (_P.SHIPMENT, _P.ADDRESS, _P.TRACKING),
        (_P.DELIVERY, _P.LABEL, _P.CORRESPONDENCE, _P.CARRIER_WEIGHT, _P.BILL_OF_LADING),
    ),
    DisputeKind.NOT_AS_DESCRIBED: (
        (_P.SCANS, _P.LISTING, _P.CORRESPONDENCE),
        (_P.PHOTOS, _P.QC_CERTIFICATE, _P.INVOICE, _P.WEIGHTS),
    ),
    DisputeKind.SHORT_OR_WRONG: (
        (_P.SCANS, _P.WEIGHTS, _P.SHIPMENT),
        (_P.PHOTOS, _P.CARRIER_WEIGHT, _P.LABEL, _P.CORRESPONDENCE),
    ),
    DisputeKind.DAMAGED: (
        (_P.SCANS, _P.PHOTOS),
        (_P.DAMAGE_REPORT, _P.CORRESPONDENCE, _P.QC_CERTIFICATE, _P.SHIPMENT),
    ),
    DisputeKind.STOLEN_CARD: (
        (_P.SHIPMENT, _P.ADDRESS),
        (_P.TRACKING, _P.DELIVERY, _P.INVOICE, _P.CORRESPONDENCE),
    ),
    DisputeKind.CHARGEBACK: (
        (_P.SHIPMENT, _P.ADDRESS, _P.TRACKING, _P.SCANS, _P.CORRESPONDENCE),
        (_P.INVOICE, _P.DELIVERY, _P.WEIGHTS, _P.PHOTOS, _P.BILL_OF_LADING, _P.LISTING),
    ),
    DisputeKind.REFUND_ASKED: (
        (_P.CORRESPONDENCE,),
        (_P.SHIPMENT, _P.TRACKING, _P.SCANS, _P.WEIGHTS),
    ),
}
"""What each needs, and what helps besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    proof: Proof
    needed: bool
    there: bool
    zh: str
    en: str


def checklist(kind: DisputeKind, there: Collection[Proof]) -> tuple[Check, ...]:
    """What this kind needs first, then what helps; a paper nobody asked for comes last."""
    needed, helps = _WANTED[kind]
    more = tuple(proof for proof in Proof if proof in there and proof not in needed + helps)
    return tuple(
        Check(proof=proof, needed=proof in needed, there=proof in there, zh=_WORDS[proof][0], en=_WORDS[proof][1])
        for proof in needed + helps + more
    )


def complete(checks: Collection[Check]) -> bool:
    return all(check.there for check in checks if check.needed)


_ADVICE: Mapping[DisputeKind, tuple[str, str]] = {
    DisputeKind.STOLEN_CARD: (
        "盗卡类拒付：若已填写发货通知，先等待平台处理，再按其要求提交。",
        "Stolen card: where the shipment was told to the platform, wait for its word and submit what it asks for.",
    ),
    DisputeKind.DAMAGED: (
        "尽快联系快递开具破损证明并索赔；索赔按 F9 或用 disputes link 登记。",
        "Ask the carrier for a damage report and claim soon; record the claim with F9 or disputes link.",
    ),
}


def advice(kind: DisputeKind) -> tuple[str, str] | None:
    """Chinese and English; None where nothing but the checklist is to be said (K1, J1)."""
    return _ADVICE.get(kind)
