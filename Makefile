# Everything is set up on first use; nothing but git, make and Python 3.11 or newer is needed before.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# A home that is missing or cannot be written to (as in some containers) stops npm and Chromium.
ifeq ($(shell test -n "$$HOME" && test -w "$$HOME" && echo yes),)
export HOME := $(CURDIR)/.cache/home
$(shell mkdir -p "$(HOME)")
endif

bin := .venv/bin
pytest := $(bin)/python -m pytest -n 2
figures := .cache/figures/measured.jsonl
# Added to the end of the command: make site FLAGS='--today 2026-03-10', make test FLAGS='-k motions'
FLAGS ?=

.PHONY: help
help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: site
site: ## build the sample site into site/
	@tools/set-up site
	@$(bin)/sitegen build $(FLAGS)

.PHONY: serve
serve: ## show the sample site in a browser, and again after each change
	@tools/set-up site
	@$(bin)/sitegen serve $(FLAGS)

.PHONY: guide
guide: ## build the guide into .cache/guide/
	@tools/set-up site
	@$(bin)/python -m tools.guide .cache/guide $(FLAGS)

.PHONY: guide-pictures
guide-pictures: ## draw the pictures of the guide anew, from the sample
	@tools/set-up tests
	@$(bin)/python -m tools.guide_pictures

.PHONY: check
check: static ## what to run before each commit: format, style, types, fast tests (under a minute)
	@echo "Running the fast tests …"
	@$(pytest) -m "not slow and not browser and not everywhere" $(FLAGS)

.PHONY: static
static: ## format, style and types alone
	@tools/set-up checks
	@echo "Checking format, style and types …"
	@$(bin)/ruff format --check --quiet --output-format concise . || { echo "Run make format."; exit 1; }
	@$(bin)/ruff check --quiet .
	@$(bin)/mypy --no-error-summary

.PHONY: format
format: ## put every Python file into the house's format
	@tools/set-up checks
	@$(bin)/ruff format --quiet .
	@$(bin)/ruff check --quiet --fix .

.PHONY: test
test: ## every rule at least once: what every change must pass
	@tools/set-up tests
	@$(MAKE) --no-print-directory static
	@echo "Running the tests …"
	@$(pytest) --no-skips -m "not everywhere" $(FLAGS)

.PHONY: test-all
test-all: ## every rule on every page and in every mode (long)
	@tools/set-up tests
	@$(MAKE) --no-print-directory static
	@echo "Running every test …"
	@mkdir -p $(dir $(figures)) && rm -f $(figures)
	@$(pytest) --no-skips --figures $(figures) $(FLAGS)
	@$(bin)/python -m tools.write_quality $(figures) "make test-all"

.PHONY: report
report: ## read every page type with every tool, and write docs/quality.md (long)
	@tools/set-up tests
	@mkdir -p $(dir $(figures)) && rm -f $(figures)
	@$(pytest) --no-skips --figures $(figures) tests/browser --ignore tests/browser/test_gallery.py \
		--ignore tests/browser/test_lighthouse.py $(FLAGS)
	@echo "Measuring with Lighthouse, with nothing beside it …"
	@$(pytest) -n 0 --no-skips --figures $(figures) tests/browser/test_lighthouse.py $(FLAGS)
	@$(bin)/python -m tools.write_quality $(figures) "make report"

.PHONY: screenshots
screenshots: ## draw every type of page at four widths, light, dark and on paper, into .cache/screenshots/
	@tools/set-up tests
	@$(bin)/sitegen build -d .cache/screenshots/site $(FLAGS)
	@$(bin)/python -m tools.screenshots .cache/screenshots/site

.PHONY: bench
bench: ## measure the speed beside other generators
	@tools/set-up checks
	@$(bin)/python bench/run.py $(FLAGS)

.PHONY: bench-nominations
bench-nominations: ## measure what a large contest and its maps cost
	@tools/set-up checks
	@$(bin)/python bench/nominations.py $(FLAGS)

.PHONY: bench-documents
bench-documents: ## measure what a PDF and a Word file cost
	@tools/set-up checks
	@$(bin)/python bench/documents.py $(FLAGS)

.PHONY: lock
lock: ## renew the lock files, with the newest versions that are allowed
	@tools/lock

.PHONY: clean
clean: ## remove what was built, and the caches (rm -r .venv node_modules: the set-up too)
	@rm -rf site build dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache ./*.egg-info
	@find . -name __pycache__ -not -path './.venv/*' -not -path './node_modules/*' -prune -exec rm -rf {} +
