# Two commands: `make run` (the dashboard on the sample province) and `make test`.
SHELL := /bin/bash
.DEFAULT_GOAL := help

unexport PYTHONDONTWRITEBYTECODE  # what was compiled is kept: every process of a run starts sooner

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BESIDE := .venv-benchmark
SPARK := .venv-spark
MUTATION := .venv-mutation
API := .venv-api
PORT ?= $(or $(MONEV_PORT),8501)
STORE ?= $(or $(MONEV_STORE),data/store)
REAL_STORE ?= data/store-real
WORKERS ?= 3
PYTEST_ARGS ?=
TYPED := etl metrics dashboard cli app.py scripts

.PHONY: help setup run run-real test test-fast check format lock docs words benchmark picture clean setup-spark sql torture fuzz sessions mutate access api

help:  ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' \
		| while IFS=$$'\t' read -r name words; do printf '  make %-11s %s\n' "$$name" "$$words"; done

setup: $(READY)  ## make .venv from the hashed lock (needs Python 3.11 or newer)

$(READY): requirements.lock pyproject.toml scripts/setup.sh
	@bash scripts/setup.sh $(VENV)
	@touch $@

run: $(READY)  ## open the dashboard on the sample province (MONEV_PORT, else 8501)
	@bash scripts/run.sh "$(STORE)" "$(PORT)"

run-real: $(READY)  ## open the dashboard on the real files of MONEV_REAL_DATA or ../shared/data
	@$(BIN)/python -m scripts.real_store "$(REAL_STORE)"
	@exec $(BIN)/monev serve --store "$(REAL_STORE)" --port "$(PORT)"

test: $(READY)  ## run every test, the browser's and the benchmarks' among them
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m "not benchmark" $(PYTEST_ARGS)
	@$(BIN)/python -m pytest -m "benchmark and not pm4py and not full" $(PYTEST_ARGS)  # alone: a ratio wants a quiet machine

test-fast: $(READY)  ## run the tests that need no browser, no real files and no timing
	@$(BIN)/python -m pytest -n $(WORKERS) -m "not browser and not real and not benchmark" $(PYTEST_ARGS)

check: $(READY)  ## format, lint (security too), types, import direction, secrets
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(TYPED)
	$(BIN)/lint-imports
	@git ls-files -z -- ':!requirements.lock' ':!scripts/*.txt' ':!tests/benchmarks/*.txt' \
		| xargs -0 $(BIN)/detect-secrets-hook && echo "No secrets among the files."

format: $(READY)  ## let ruff format the code and sort the imports
	$(BIN)/ruff check --fix-only --select I .
	$(BIN)/ruff format .

lock: $(READY)  ## make requirements.lock again from pyproject.toml
	@bash scripts/lock.sh

docs: $(READY)  ## make the generated pages again (docs/data-kinds.md, the list in docs/indicators.md)
	@$(BIN)/python -m scripts.data_kinds
	@$(BIN)/python -m scripts.indicator_list

words: $(READY)  ## collect every message into the English catalogue and name what is not translated
	@$(BIN)/python -m scripts.words

setup-spark: $(SPARK)/.ready  ## put Apache Spark beside the project, in .venv-spark (needs Java 17)

$(SPARK)/.ready: scripts/spark.txt scripts/setup_spark.sh $(READY)
	@bash scripts/setup_spark.sh $(VENV) $(SPARK)

sql: $(READY)  ## compile the definitions of counts again (metrics/counting/compiled)
	@$(BIN)/python -m scripts.compile_counts

$(MUTATION)/.ready: scripts/mutation.txt $(READY)
	@rm -rf $(MUTATION)
	@$(BIN)/python -m venv $(MUTATION)
	@$(MUTATION)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement $<
	@touch $@

CODE ?= metrics/judging
TESTS ?= tests/metrics/judging tests/soundness
mutate: $(MUTATION)/.ready  ## change the code place by place and print what no test notices (CODE=…, TESTS=…)
	@$(BIN)/python -m scripts.mutate $(CODE) $(TESTS)

# pm4py is AGPL: it runs beside the project as a program of its own, never inside it
$(BESIDE)/.ready: tests/benchmarks/pm4py.txt $(READY)
	@rm -rf $(BESIDE)
	@$(BIN)/python -m venv $(BESIDE)
	@$(BESIDE)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --requirement $<
	@touch $@

PARTS ?= nation pages commands sheets asking loading survey_reading stage_medians spark pm4py
benchmark: $(READY) $(BESIDE)/.ready  ## measure at full size and write docs/benchmarks.md (PARTS=nation …)
	@MONEV_BENCH_ROWS=$${MONEV_BENCH_ROWS:-3000000} MONEV_BENCH_WRITE=1 \
		$(BIN)/python -m pytest $(PARTS:%=tests/benchmarks/test_%.py) -p no:cacheprovider \
		-s --timeout 20000 -q

picture: $(READY)  ## take the README's pictures (docs/img) from the sample province (needs Chromium)
	@$(BIN)/python -m scripts.picture docs/img

torture: $(READY)  ## kill, fill, cut and alter a store, and write it into docs/reliability.md (some hours)
	@$(BIN)/python -m scripts.torture --kills $${MONEV_KILLS:-200}

fuzz: $(READY)  ## feed mutated files to every reader, on from where it was (MONEV_CASES each, else 100000)
	@$(BIN)/python -m scripts.fuzz --cases $${MONEV_CASES:-100000}; code=$$?; \
		$(BIN)/python -m scripts.reliability && exit $$code

sessions: $(READY)  ## fifty people for five minutes on a served sample, and the memory they take
	@$(BIN)/python -m scripts.sessions

# schemathesis stays beside the project: it needs to know nothing but the address
$(API)/.ready: scripts/api.txt $(READY)
	@rm -rf $(API)
	@$(BIN)/python -m venv $(API)
	@$(API)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement $<
	@touch $@

api: $(API)/.ready  ## ask the open data all that its OpenAPI allows and forbids (MONEV_CASES each, else 40)
	@$(BIN)/python -m scripts.try_api $(API)/bin/schemathesis

access: $(READY)  ## try every page and request as six people and write docs/access.md (some minutes)
	@$(BIN)/python -m scripts.access

clean:  ## remove .venv, caches and the generated store of real files; data/store stays
	rm -rf $(VENV) $(BESIDE) $(SPARK) $(MUTATION) $(API) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -rf data/store-real
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
