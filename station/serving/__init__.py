"""The HTTP API: orders in; states, parcels, entries and throughput out; webhooks. For an ERP or a WMS, not for people.

Routes say what HTTP adds and ask the order book's own functions for the rest: no rule and no statement stands here.
"""
