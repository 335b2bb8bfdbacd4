"""The second place of photos and video: copied there, read back, removed there when erased, brought back when wanted.

What a place is stands in ``place``; what of it is known here in ``copies``; a round in ``copying``. Nothing here talks
to a person or to the bench's own ledger as a writer.
"""
