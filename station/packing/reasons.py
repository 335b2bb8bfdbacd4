"""Every reason for which the bench says no."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why the bench said no. Part of the public surface (DESIGN section 5): names are added, never changed."""

    NOT_IN_ORDER = "not_in_order"
    ENOUGH_ALREADY = "enough_already"
    UNKNOWN_CODE = "unknown_code"
    BAD_CHECK_DIGIT = "bad_check_digit"
    ORDER_UNKNOWN = "order_unknown"
    ORDER_HELD = "order_held"
    ORDER_SHIPPED = "order_shipped"
    ORDER_CLAIMED = "order_claimed"
    ORDER_CANCELLED = "order_cancelled"
    ORDER_CHANGED = "order_changed"
    OTHER_PLACE = "other_place"  # another place ships this order
    NOT_FOR_A_BENCH = "not_for_a_bench"  # its supplier sends it, or there is nothing to send
    CELL_NOT_FULL = "cell_not_full"  # the sort wall's cell still lacks units of its order
    NO_ORDER_FOR_ITEM = "no_order_for_item"  # an item with nothing open, and no single order waits for it
    NO_ORDER_READY = "no_order_ready"  # the next order is asked for, and none waits
    PACKED_TWICE = "packed_twice"  # a parcel sealed here after its claim was gone: its box must not go out
    ORDER_OPEN = "order_open"  # another order is asked for while one is open
    WRONG_LABEL = "wrong_label"
    WEIGHT_LOW = "weight_low"
    WEIGHT_HIGH = "weight_high"
    WEIGHT_UNSTABLE = "weight_unstable"
    WEIGHT_STALE = "weight_stale"  # the pan has not gone near zero since the last parcel
    SCALE_FAULT = "scale_fault"
    ITEM_NOT_ADDED = "item_not_added"
    ITEM_UNEXPLAINED = "item_unexplained"
    EXPIRED = "expired"
    DUPLICATE_SERIAL = "duplicate_serial"
    CAPTURE_MISSING = "capture_missing"  # the line needs a lot, expiry or serial and the code carries none
    PROMPT_OPEN = "prompt_open"
    NO_SERVICE = "no_service"
    NO_WAYBILL = "no_waybill"
    NUMBER_REFUSED = "number_refused"  # the number scanned for the order cannot be its waybill's
    SERVICE_LIMIT = "service_limit"  # heavier or larger than the carrier's service takes
    PRINTER_NOT_READY = "printer_not_ready"
    PRINT_UNKNOWN = "print_unknown"
    LABEL_UNPRINTABLE = "label_unprintable"
    HOLDS_UNKNOWN = "holds_unknown"
    BOOK_UNREACHABLE = "book_unreachable"
    MUST_CLEAR = "must_clear"
    NOT_ALLOWED = "not_allowed"
    SIGN_IN_FIRST = "sign_in_first"
    BAD_INPUT = "bad_input"
    NOT_RECORDED = "not_recorded"  # the ledger could not write; said by the shell, never an event
