# The commands of the project. `make demo` and `make test` need Python 3.11+ and make only.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := src tests tools benchmarks
EVAL := seed_fr dev_fr dev_en plover_dev

.PHONY: help demo test lint typecheck contracts eval floors validity bench gazetteer models screenshots wheel check clean

help:  ## list these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 14

$(BIN)/influence-graph: pyproject.toml
	@sh tools/bootstrap.sh $(VENV) $(PYTHON) run
	@touch $@

$(VENV)/.test: pyproject.toml
	@sh tools/bootstrap.sh $(VENV) $(PYTHON) test
	@touch $@ $(BIN)/influence-graph

$(VENV)/.dev: pyproject.toml
	@sh tools/bootstrap.sh $(VENV) $(PYTHON) dev
	@touch $@ $(VENV)/.test $(BIN)/influence-graph

demo: $(BIN)/influence-graph  ## set up, and build the demo workspace from examples/articles
	$(BIN)/influence-graph build examples/articles -o demo --title "Who moved toward whom in the Sahel, 2021-2025"

test: $(VENV)/.test  ## set up, and run all tests
	@sh tools/browser.sh
	$(BIN)/python -m pytest

lint: $(VENV)/.dev  ## ruff for Python, oxlint for the scripts of the page, codespell
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/oxlint --deny-warnings src tests
	$(BIN)/codespell

typecheck: $(VENV)/.dev  ## mypy, strict
	$(BIN)/mypy

contracts: $(VENV)/.dev  ## who may import whom
	$(BIN)/lint-imports

eval: $(BIN)/influence-graph  ## scores and mistakes on the annotated articles in ../shared/eval; fails below the floors
	$(BIN)/influence-graph evaluate --by-relation --errors --calibration --interstate --ci 1000 --floors benchmarks/evaluation_floors.toml $(EVAL:%=../shared/eval/%.jsonl)

floors: $(BIN)/influence-graph  ## raise the floors of `make eval` to what is measured now
	$(BIN)/python tools/set_floors.py benchmarks/evaluation_floors.toml $(EVAL:%=../shared/eval/%.jsonl)

bench: $(VENV)/.test  ## speed, as ratios against a named alternative
	$(BIN)/python -m benchmarks

screenshots: demo $(VENV)/.test  ## pictures of the demo page, into docs/images
	@sh tools/browser.sh
	$(BIN)/python tools/screenshots.py demo/graph.html docs/images

gazetteer: $(BIN)/influence-graph  ## make graph/actors.ttl from graph/tables
	$(BIN)/python tools/build_gazetteer.py

models: $(VENV)/.test  ## train the language models from ../shared/treebanks (about two hours)
	$(BIN)/python tools/train/train.py

wheel: $(VENV)/.dev  ## build wheel and sdist into dist/
	$(BIN)/python -m build

check: lint typecheck contracts test  ## all that .ci/run checks

clean:  ## remove what these commands made
	rm -rf $(VENV) demo dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
