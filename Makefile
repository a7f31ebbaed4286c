# Shortcuts for who works on newsdiff. `make` alone sets up and runs every check.
PYTHON ?= python3.11
BIN = .venv/bin

.PHONY: all setup test lint types format check sample words picture clean

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

# What the code says goes into the template, and from there into every catalogue; then translate what is new.
WORDS = newsdiff/render/words
words: setup
	$(BIN)/pybabel -q extract -F pyproject.toml -o $(WORDS)/messages.pot --omit-header --add-location=file --sort-by-file \
	  -k say -k say_number:1,2 -k say_as:1c,2 -k mark -k mark_number:1,2 -k mark_as:1c,2 \
	  -k phrase -k phrases:1,2 -k Reason:2 newsdiff
	for file in $(WORDS)/*.po; do \
	  $(BIN)/pybabel -q update -i $(WORDS)/messages.pot -o $$file -l $$(basename $$file .po) --no-fuzzy-matching \
	    --ignore-obsolete --ignore-pot-creation-date --width=100; done

# The picture in the README. Needs chromium.
picture: setup
	folder=$$(mktemp -d) && $(BIN)/newsdiff compare samples/transfer/*.txt --output $$folder/report.html && \
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir=$$folder --window-size=1280,1120 \
	  --screenshot=docs/report.png file://$$folder/report.html && rm -r $$folder

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache dist build

# The output that docs/guide.md shows, printed anew.
.PHONY: guide
guide: setup
	UPDATE_GUIDE=1 $(BIN)/pytest -q tests/test_guide.py
