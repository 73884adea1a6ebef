# What a newcomer, a developer and CI type. Every target sets up what it needs, once, in .venv/.

# The first Python on this machine that is new enough; or name one: make run PYTHON=python3.12
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready

.PHONY: run test check format bench clean help

run: $(READY)  ## read the sample papers and write tables, maps and site to stedenband-out/
	@$(BIN)/stedenband run

test: $(READY)  ## run every test
	@$(BIN)/python -m pytest -n auto

check: $(READY)  ## linters, types, imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(READY)  ## format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(READY)  ## measure speed, memory and start-up; print the figures
	@$(BIN)/python benchmarks/speed.py

clean:  ## remove the environment and everything a run writes here
	@rm -rf .venv stedenband-out *.egg-info

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

# One file says that the environment is whole; a new lock makes it again.
$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "stedenband needs Python 3.11 or newer. Install it, or name it: make run PYTHON=/path/to/python"; exit 1; }
	@echo "Setting up .venv with $(PYTHON): some minutes, once."
	@$(PYTHON) -m venv .venv || { echo "The venv module is missing: on Debian or Ubuntu, apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
