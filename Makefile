# precheck: `make demo` checks the sample claims, `make test` runs the whole suite; both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out/demo

.PHONY: setup demo test lint eval eval-exact bench docs lock clean

setup: $(VENV)/.installed

$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: setup
	$(BIN)/precheck doctor
	$(BIN)/precheck run samples/claims --out $(OUT) --today 2026-11-23 --jobs 2

test: setup
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: setup
	$(BIN)/python -m benchmarks.evaluate --split test

eval-exact: setup
	$(BIN)/python -m benchmarks.exact --split test

eval-image: setup
	$(BIN)/python -m benchmarks.image --split test

bench: setup
	$(BIN)/python -m benchmarks.reading

docs: setup
	$(BIN)/python -m pipeline.catalogue docs/checks.md
	$(BIN)/python -m pipeline.report.schema docs/report.schema.json

lock:
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --overrides lock-overrides.txt \
	  --no-emit-index-url --no-header --quiet --output-file requirements.lock

clean:
	rm -rf out build $(VENV)
