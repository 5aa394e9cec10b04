# Every target does its own set-up in .venv and needs nothing but Python 3.11 or newer.
#
#   make demo PORT=9000          serve the example site elsewhere
#   make test PYTHON=python3.13  choose the Python that .venv is made with (make clean first)
#   make test ARGS="-k tally"    hand something to pytest; DATABASE_URL chooses the database

PORT ?= 8000
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
MADE := $(VENV)/made
DJANGO := $(BIN)/python -m django

.DEFAULT_GOAL := help
.PHONY: help demo test browser lighthouse chaos fuzz coverage bench lint format docs messages dev clean

help:  ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1 /' | \
		while read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

demo: $(MADE)/package  ## Serve the example site on PORT (8000), in three languages
	@PORT=$(PORT) $(BIN)/python example_project/manage.py demo

test: $(MADE)/test  ## Run the tests, on SQLite unless DATABASE_URL says otherwise
	@$(BIN)/python -m pytest -n auto $(ARGS)

browser: $(MADE)/test  ## Run the tests in a browser; fails where there is no Chromium
	@CAMPAIGN_REQUIRE_BROWSER=1 $(BIN)/python -m pytest -m browser $(ARGS)

lighthouse: $(MADE)/venv  ## Ask Lighthouse (from npm) about a demo that runs on PORT
	@$(BIN)/python tools/lighthouse.py http://localhost:$(PORT) $(ARGS)

chaos: $(MADE)/test  ## Play every order of Stripe's webhooks that has six events or fewer, and many more
	@CHAOS=all $(BIN)/python -m pytest -q -s -n 0 tests/donations/syncing/test_chaos.py $(ARGS)

fuzz: $(MADE)/fuzz  ## Send the JSON API of a demo on PORT what nobody would think of
	@$(BIN)/python tools/fuzz_api.py http://localhost:$(PORT) $(ARGS)

coverage: $(MADE)/test  ## Run the tests and list the lines that they leave out
	@$(BIN)/python -m coverage run -m pytest $(ARGS)
	@$(BIN)/python -m coverage combine --quiet
	@$(BIN)/python -m coverage report

bench: $(MADE)/test  ## Measure the budgets on PostgreSQL (DATABASE_URL)
	@$(BIN)/python -m bench $(ARGS)

lint: $(MADE)/test $(MADE)/lint  ## Check style, templates, catalogues and migrations
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint --quiet --lint wagtail_campaign example_project tests
	@$(BIN)/python tools/catalogues.py check
	@$(DJANGO) makemigrations --settings tests.settings --check --dry-run
	@DATABASE_URL=sqlite:///:memory: $(BIN)/python example_project/manage.py makemigrations --check --dry-run

format: $(MADE)/lint  ## Format the Python files and mend what can be mended
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: $(MADE)/docs  ## Build the documentation in build/docs; a warning is an error
	@$(BIN)/python -m sphinx --quiet --fail-on-warning --keep-going -b html docs build/docs
	@echo "The documentation is in build/docs/index.html"

messages: $(MADE)/test  ## Bring the ru and kk catalogues up to date with the code (needs gettext)
	@$(BIN)/python tools/catalogues.py update

dev: $(MADE)/dev  ## Install everything a contributor needs

clean:  ## Remove .venv and everything built; the demo keeps its data
	rm -rf $(VENV) build dist *.egg-info .nox .pytest_cache .ruff_cache

# Set-up. A file in .venv/made says that a step is done; it is done again when what it reads changed.

$(MADE)/venv:
	@PYTHON="$(PYTHON)" sh tools/make_venv.sh $(VENV)
	@mkdir -p $(MADE) && touch $@

$(MADE)/package: $(MADE)/venv setup.cfg pyproject.toml
	@echo "Installing wagtail_campaign in $(VENV): once, about a minute"
	@$(BIN)/python -m pip install -qq --editable .
	@touch $@

$(MADE)/test $(MADE)/dev: $(MADE)/schemas

$(MADE)/schemas: $(MADE)/package
	@$(BIN)/python -m pip install -qq --no-deps --group schemas
	@touch $@

$(MADE)/%: $(MADE)/package
	@echo "Installing what 'make $*' needs in $(VENV)"
	@$(BIN)/python -m pip install -qq --group $*
	@touch $@
