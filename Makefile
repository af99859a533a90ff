# Everything starts here: `make help`. Nothing needs to be installed but Python 3.11 or newer (and make).
SHELL := /bin/sh
.DEFAULT_GOAL := help

BIN := .venv/bin
# The first of these that is new enough sets everything up; set PYTHON to choose another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done || true)
# Three processes for two cores: journeys mostly wait. A file stays together, so that its servers are started once.
PYTEST ?= -n 3 --dist loadfile

.PHONY: help run test check bench faults lock format setup setup-dev browser

help:  ## show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup  ## set up what is needed and run everything, embedded, at http://127.0.0.1:5000 (Ctrl-C ends it)
	@exec $(BIN)/python app.py

test: setup-dev browser  ## set up what is needed and run every test
	@$(BIN)/python -m pytest $(PYTEST)

check: setup-dev  ## formatter, linter, types, import contract, flows
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bot flows check
	$(BIN)/python -m bot flows test

bench: setup-dev  ## the benchmarks, side by side, as ratios (some minutes)
	@$(BIN)/python -m benchmarks

faults: setup-dev  ## kill, stop and starve real processes; prints scene by database by result
	@$(BIN)/python -m pytest tests/faults -m "soak or not soak" $(PYTEST) $(ARGS)

format: setup-dev  ## let the formatter and the linter mend what they can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: setup-dev  ## pin requirements*.in with hashes again
	$(BIN)/uv pip compile -q --generate-hashes --no-header --python-version 3.11 requirements.in -o requirements.txt
	$(BIN)/uv pip compile -q --generate-hashes --no-header --python-version 3.11 requirements-dev.in -o requirements-dev.txt

setup:  ## make .venv with what running needs
	@$(if $(PYTHON),$(PYTHON),python3) tools/setup.py requirements.txt

setup-dev:  ## make .venv with what tests and tools need as well
	@$(if $(PYTHON),$(PYTHON),python3) tools/setup.py requirements.txt requirements-dev.txt

browser: setup-dev  ## find or install a Chromium for the browser tests
	@$(BIN)/python tools/browser.py
