# make demo and make test do all the set-up by themselves, into .venv; see CONTRIBUTING.md.
# PY names the Python (3.11 or newer) to build .venv with: make test PY=python3.12

PY ?= python3
V  := .venv
.DEFAULT_GOAL := help
.PHONY: help demo test test-hardware sim fuzz mutation lint check bench bench-ledger screenshots clean

help:
	@echo "make demo    a bench with virtual devices: orders in, parcels packed, labels and evidence out"
	@echo "make test    the tests"
	@echo "make test-hardware   devices on a guest kernel's own drivers, pulled while in use; says what ran and what could not"
	@echo "make sim     1000 simulated shifts; a broken one names its seed"
	@echo "make fuzz    1000 broken order files of each kind, a million broken scale frames, every bit of a bundle flipped, a crash at every system call, a power cut at every sync; a bad one is named"
	@echo "make mutation   every small change to ledger, tree and verifier must make a test fail; prints the score and what survives"
	@echo "make check   format, lint, types, import contracts, locks, tests"
	@echo "make bench   measurements"
	@echo "make bench-ledger   the ledger with 1,000,000 and 10,000,000 entries: an hour, 20 GB; N=100000 for a smaller one"
	@echo "make screenshots   the pictures of docs/, painted by the program, and the small golden pictures of every screen"
	@echo "make clean   removes .venv and everything that was made"

$(V)/.ready: requirements/dev.lock tools/environment tools/system-libraries
	tools/environment $(V) $(PY)
	tools/system-libraries $(V)/bin/python
	@touch $@

demo: $(V)/.ready
	$(V)/bin/python -m station demo

test: $(V)/.ready
	$(V)/bin/python -m pytest -n auto --dist loadfile

test-hardware: $(V)/.ready
	tools/test-hardware $(V)/bin/python

sim: $(V)/.ready
	$(V)/bin/python -m tests.sim --seeds 1000

fuzz: $(V)/.ready
	$(V)/bin/python -m tests.orders.breaking --rounds 1000
	$(V)/bin/python -m tests.devices.breaking --inputs 1000000
	$(V)/bin/python -m tests.devices.fuzz_scales --rounds 1000000
	$(V)/bin/python -m tests.evidence.fuzz_bundle
	$(V)/bin/python -m tests.evidence.fuzz_parsers
	$(V)/bin/python -m tests.evidence.crash_sweep
	$(V)/bin/python -m tests.evidence.power_cuts --seeds 3

mutation: $(V)/.ready
	$(V)/bin/python -m tests.evidence.mutation

lint: $(V)/.ready
	$(V)/bin/ruff format --check .
	$(V)/bin/ruff check .
	$(V)/bin/mypy
	$(V)/bin/lint-imports
	$(V)/bin/python -m station.translations --check
	@! grep -n '://' requirements/*.lock || { echo "the locks must hold no address" >&2; exit 1; }

check: lint test

bench: $(V)/.ready
	$(V)/bin/python -m benchmarks

N ?= 1000000 10000000
bench-ledger: $(V)/.ready
	$(V)/bin/python -m benchmarks ledger --entries $(N)

screenshots: $(V)/.ready
	$(V)/bin/python -m tests.ui.screenshots
	$(V)/bin/python -m tests.ui.golden --update

clean:
	rm -rf $(V) out build dist .coverage .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
