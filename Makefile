# Two commands: "make run" opens the window on a copy of the sample project, "make test" runs every test.
PYTHON ?= python3
VENV := .venv/bin
DATA ?=

.PHONY: run test setup setup-dev lint bench accuracy i18n screenshots catalogue lock dist clean

run: setup
	@$(VENV)/python main.py --sample

test: setup-dev
	@$(VENV)/python scripts/run_tests.py

setup:
	@$(PYTHON) scripts/setup_environment.py

setup-dev:
	@$(PYTHON) scripts/setup_environment.py --dev

lint: setup-dev
	@$(VENV)/ruff format --check . && $(VENV)/ruff check . && $(VENV)/mypy && $(VENV)/lint-imports

bench: setup-dev
	@for part in checks window store review glossary; do $(VENV)/python -m bench.$$part || exit 1; done

accuracy: setup-dev
	@$(VENV)/python -m bench.accuracy $(DATA)

i18n: setup-dev
	@$(VENV)/python scripts/update_translations.py

screenshots: setup-dev
	@$(VENV)/python scripts/screenshots.py
	@$(VENV)/python scripts/glossary_pictures.py

catalogue: setup-dev
	@$(VENV)/python scripts/make_catalogue.py

lock:
	@$(PYTHON) scripts/make_lock.py

dist: setup-dev
	@$(VENV)/python -m build --no-isolation

clean:
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
