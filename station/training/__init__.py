"""Training: a guided first parcel and fault drills on the virtual bench, in a home that is thrown away."""
