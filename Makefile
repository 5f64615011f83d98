# Two commands do everything on a fresh machine (Python 3.11+, pip, venv, make, git):
#   make report   set up, build the 2024 report, say where it is
#   make test     set up, run the tests

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help setup report test check bench docs clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

setup: $(STAMP)  ## make the virtual environment in .venv

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Qicao needs Python 3.11 or later (需要 Python 3.11 以上): make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	$(BIN)/python -m compileall -q generator schemas  # else each start compiles it all where Python may keep nothing
	@touch $@

report: setup  ## build the 2024 report and say where it is
	$(BIN)/qicao build 2024

test: setup  ## run the tests
	$(BIN)/python -m pytest

check: setup  ## linters, types, import layers, coverage of branches
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --cov --cov-report=term -q

bench: setup  ## time this program beside its peers
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[bench]"
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.checking

docs: setup  ## write the pages that are generated from the schema
	$(BIN)/python -m generator.schema_docs
	$(BIN)/qicao schema

clean:  ## remove the environment and all caches
	rm -rf $(VENV) build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
