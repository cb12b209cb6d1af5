# Every habit has a name. `make help` lists them; plain `make` checks everything.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready

.DEFAULT_GOAL := all
.PHONY: all help env test check clean lock

all: check test ## check everything

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

env: $(STAMP) ## build the isolated environment in .venv (pinned, hash-checked)

$(STAMP): requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

test: $(STAMP) ## pass all tests
	$(BIN)/python -m pytest

clean: ## remove what was built
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

lock: ## pin the dependencies anew (needs uv)
	for name in run dev bench; do \
	  uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet \
	    --no-emit-index-url --no-emit-find-links pyproject.toml \
	    $$(test $$name = run || echo --group $$name) -o requirements/$$name.txt; done

PO := locales/en/LC_MESSAGES/nhacviec.po

words: $(STAMP) ## gather the sentences of locales/phrases for the translators
	@$(BIN)/pybabel -q extract --no-default-keywords -k say --add-location=file --no-wrap --project=nhacviec \
	  -o $(VENV)/nhacviec.pot locales/phrases
	@$(BIN)/pybabel -q update --no-fuzzy-matching --no-wrap --omit-header -i $(VENV)/nhacviec.pot -l en -o $(PO)
	@echo "sentences without a translation: $$($(BIN)/python -m locales.check --count)"
