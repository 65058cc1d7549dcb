# The checks of CI, in an environment made by: pip install -e ".[dev,docs,test]"
.PHONY: check lint types test quick docs docs-outputs docs-pictures families

check: lint types test docs

lint:
	ruff check .
	ruff format --check .
	lint-imports --no-cache

types:
	mypy --strict src

test:
	pytest -m ""

quick:
	pytest

docs:
	mkdocs build --strict --quiet

# Writes what the snippets of README and docs print now into the pages; look at the difference before you commit it.
docs-outputs:
	python tests/docs_snippets.py

# Takes the pictures of the reading room anew; Chromium must be installed.
docs-pictures:
	python docs/pictures.py

# Works out the family names of the known persons anew, where persons, sounds or given names have changed.
families:
	python tests/names/test_names_families.py
