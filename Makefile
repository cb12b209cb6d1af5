# Every habit has a name. `make help` lists them; plain `make` checks everything.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready

.DEFAULT_GOAL := all
.PHONY: all help env demo demo-once test explore check words bench bad-day clean lock

# The demonstration speaks Vietnamese, or English with LANGUAGE=en. (Many desktops set LANGUAGE to something
# like en_GB:en for themselves: only a plain vi or en is meant for us.)
SPEAK := $(filter vi en,$(LANGUAGE))

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

demo: $(STAMP) ## show the main job without any account, then stay up to be tried by hand
	NHACVIEC_LANGUAGE=$(SPEAK) $(BIN)/nhacviec demo

demo-once: $(STAMP) ## show the main job and end
	NHACVIEC_LANGUAGE=$(SPEAK) $(BIN)/nhacviec demo --once

test: $(STAMP) ## pass all tests
	$(BIN)/python -m pytest

explore: $(STAMP) ## run the property tests on other examples than the last time
	$(BIN)/python -m pytest -m hypothesis --hypothesis-profile=explore

check: $(STAMP) ## style, types, import rules, translations, rules of the house, docs
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m locales.check
	$(BIN)/python -m pytest tests/rules

bench: .venv-bench/.ready ## measure against idiomatic peers in one run
	.venv-bench/bin/python -m bench

bad-day: .venv-bench/.ready ## kill -9 in the middle of a burst: what is lost, what is repeated
	.venv-bench/bin/python -m bench.bad_day

.venv-bench/.ready: requirements/bench.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

clean: ## remove what was built
	rm -rf $(VENV) .venv-bench .mypy_cache .ruff_cache .pytest_cache .hypothesis

lock: ## pin the dependencies anew (needs uv)
	for name in run dev bench; do \
	  uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet \
	    --no-emit-index-url --no-emit-find-links pyproject.toml \
	    $$(test $$name = run || echo --group $$name) -o requirements/$$name.txt; done

PO := locales/en/LC_MESSAGES/nhacviec.po

words: $(STAMP) ## gather the sentences of locales/phrases for the translators
	@$(BIN)/pybabel -q extract --no-default-keywords -k say --add-location=file --no-wrap --project=nhacviec \
	  -o $(VENV)/nhacviec.pot locales/phrases
	@$(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --no-wrap --omit-header -i $(VENV)/nhacviec.pot -l en -o $(PO)
	@echo "sentences without a translation: $$($(BIN)/python -m locales.check --count)"
