# make demo and make test do all the set-up by themselves, into .venv; see CONTRIBUTING.md.
# PY names the Python (3.11 or newer) to build .venv with: make test PY=python3.12

PY ?= python3
V  := .venv
.DEFAULT_GOAL := help
# What Python compiled is kept: the tests start the program some hundred times, and pytest takes their modules apart anew for each process.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help demo test test-hardware sim sim-benches fuzz mutation lint check bench bench-ledger bench-events screenshots clean

help:
	@echo "make demo    a bench with virtual devices: orders in, parcels packed, labels and evidence out"
	@echo "make test    the tests"
	@echo "make test-hardware   devices on a guest kernel's own drivers, pulled while in use; says what ran and what could not"
	@echo "make sim     1000 simulated shifts of one bench, 500 days of several at one order book; a broken one names its seed"
	@echo "make sim-benches   20 real benches on a PostgreSQL that is killed, behind lines that fail: ten minutes, then every ledger beside the order book"
	@echo "make fuzz    1000 broken order files of each kind, a million broken scale frames, every bit of a bundle flipped, a crash at every system call, a power cut at every sync; a bad one is named"
	@echo "make mutation   every small change to ledger, tree and verifier must make a test fail; prints the score and what survives"
	@echo "make check   format, lint, types, import contracts, locks, tests"
	@echo "make bench   measurements"
	@echo "make bench-ledger   the ledger with 1,000,000 and 10,000,000 entries: an hour, 20 GB; N=100000 for a smaller one"
	@echo "make bench-events   reports over 50,000,000 entries on PostgreSQL: an hour, 40 GB; EVENTS=1000000 for fewer"
	@echo "make screenshots   the pictures of docs/, painted by the program, and the small golden pictures of every screen"
	@echo "make clean   removes .venv and everything that was made"

$(V)/.ready: requirements/dev.lock tools/environment tools/system-libraries
	tools/environment $(V) $(PY)
	tools/system-libraries $(V)/bin/python
	@touch $@

demo: $(V)/.ready
	$(V)/bin/python -m station demo

# One more than there are processors: tests wait for signals half of the time.
WORKERS ?= $(shell python3 -c "import os; print(os.cpu_count() + 1)")

test: $(V)/.ready
	$(V)/bin/python -m pytest -n $(WORKERS) --dist loadfile

test-hardware: $(V)/.ready
	tools/test-hardware $(V)/bin/python

sim: $(V)/.ready
	$(V)/bin/python -m tests.sim --seeds 1000
	$(V)/bin/python -m tests.sim.hall --seeds 500

BENCHES ?= 20
sim-benches: $(V)/.ready
	$(V)/bin/python -m tests.e2e.fleet --benches $(BENCHES) --minutes 10 --orders 10000

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

EVENTS ?= 50000000
bench-events: $(V)/.ready
	$(V)/bin/python -m benchmarks events --entries $(EVENTS)

screenshots: $(V)/.ready
	$(V)/bin/python -m tests.ui.screenshots
	$(V)/bin/python -m tests.ui.golden --update

clean:
	rm -rf $(V) out build dist .coverage .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
