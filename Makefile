# Shortcuts for who works on newsdiff. `make` alone sets up and runs every check.
PYTHON ?= python3.11
BIN = .venv/bin

.PHONY: all setup test lint types format check sample clean

all: check

setup: $(BIN)/newsdiff

$(BIN)/newsdiff: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q -c constraints.txt -e '.[dev]'
	touch $@

test: setup
	$(BIN)/pytest -n auto --dist loadgroup

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

check: test lint types

sample: setup
	$(BIN)/newsdiff compare samples/transfer/*.txt

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache dist build

# The output that docs/guide.md shows, printed anew.
.PHONY: guide
guide: setup
	UPDATE_GUIDE=1 $(BIN)/pytest -q tests/test_guide.py
