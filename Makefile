# The verbs of Conspectus. Each does all its own set-up in .venv; `make` alone lists them.

PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3.14 python3,$(shell command -v $(p))))
BIN := .venv/bin
OUT := out
PORT := 8000
CASES := 10000
EXAMPLE := examples/numbered_sections.pdf
IMAGE := conspectus:0.1.0
TARGET := app
SYSTEMS := x86_64-manylinux_2_28 aarch64-manylinux_2_28 x86_64-apple-darwin aarch64-apple-darwin
GOLD := $(wildcard ../shared/gold)

.DEFAULT_GOAL := help
.PHONY: help demo test check serve docs load fuzz openapi bench bench-jobs chaos evaluate image test-ops train lock wheels clean system ops-system

help:  ## list the verbs
	@grep -hE '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: .venv/app  ## turn the bundled example form into a cited document, offline
	@mkdir -p $(OUT)
	@for format in html docx md json; do \
	  $(BIN)/conspectus generate $(EXAMPLE) -o $(OUT)/key-information.$$format || [ $$? -eq 1 ] || exit 1; \
	done
	@echo "The cited document of $(EXAMPLE): $(OUT)/key-information.html (also .docx, .md, .json)"

test: .venv/test system  ## run every test
	$(BIN)/pytest -n 2

check: .venv/test .venv/docs  ## lint, types, import contract, the documents as a site
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/mkdocs build --strict --quiet

docs: .venv/app .venv/docs  ## read the documents as a site on 127.0.0.1, port PORT
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

serve: .venv/app  ## serve HTTP on 127.0.0.1, port 8000 or PORT
	$(BIN)/conspectus serve --port $(PORT)

fuzz: .venv/test  ## try 10,000 requests against a server of its own
	$(BIN)/python tests/fuzz.py $(CASES)

openapi: .venv/test  ## write docs/openapi.json anew
	$(BIN)/python tests/golden/openapi.py

bench: .venv/test  ## measure speed and memory, as ratios
	$(BIN)/python -m bench

bench-jobs: .venv/test  ## measure jobs against plain asyncio
	$(BIN)/python -m bench.jobs

load: .venv/test  ## let fifty users come beside a running batch, for two minutes
	$(BIN)/python -m bench.load

chaos: .venv/test  ## kill workers at random moments and count what is lost
	$(BIN)/python -m bench.chaos

# In another form than Docker's, podman and buildah leave the health check out.
image:  ## build the container image; TARGET=ocr adds Tesseract
	@for one in docker podman buildah; do \
	  if $$one info >/dev/null 2>&1; then builder=$$one; break; fi; done; \
	[ -n "$$builder" ] || { echo "No builder answers here: docker, podman or buildah."; exit 1; }; \
	case $$builder in docker) form=;; *) form="--format docker";; esac; \
	$$builder build $$form --target $(TARGET) -t $(IMAGE) \
	  $(if $(PYTHON_IMAGE),--build-arg PYTHON_IMAGE=$(PYTHON_IMAGE)) \
	  --build-arg REVISION=$$(git rev-parse HEAD 2>/dev/null || echo unknown) \
	  --build-arg CREATED=$$(date -u +%Y-%m-%dT%H:%M:%SZ) . \
	|| { echo "The image was not built. Where Docker Hub cannot be reached, name the base image by" \
	  "another registry: make image PYTHON_IMAGE=registry.example/python:3.11-slim-bookworm"; exit 1; }

test-ops: .venv/ops ops-system  ## test what an operator uses: rules, dashboards, manifests, image
	$(BIN)/pytest -rs tests/ops

evaluate: .venv/app  ## score the examples (and the gold forms beside the checkout, if any)
	$(BIN)/conspectus evaluate examples/
	$(if $(GOLD),$(BIN)/conspectus evaluate $(GOLD))

train: .venv/training  ## find the weights of the classifier of sentences anew
	$(BIN)/python -m training

lock: .venv/test  ## pin the dependencies again
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --upgrade pyproject.toml --group build -o requirements/app.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --upgrade pyproject.toml --group build --group test -c requirements/app.txt \
	  -o requirements/test.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --upgrade --group docs -c requirements/test.txt -o requirements/docs.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --upgrade --group ops -c requirements/test.txt -o requirements/ops.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --upgrade --group training -c requirements/test.txt -o requirements/training.txt

wheels: .venv/test  ## check that the locked wheels exist for every supported Python and system
	@for python in 3.11 3.12 3.13 3.14; do for system in $(SYSTEMS); do \
	  $(BIN)/uv pip install -q --dry-run --only-binary :all: --require-hashes --target build/wheels \
	    --python-version $$python --python-platform $$system -r requirements/app.txt \
	  && echo "$$python $$system: ok" || exit 1; done; done

clean:  ## remove everything that was made
	rm -rf .venv .cache/ops $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

system:
	@command -v tesseract >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends tesseract-ocr >/dev/null; \
	  else \
	    echo "Tests of scanned pages are skipped. To run them: apt-get install tesseract-ocr, or brew install tesseract"; \
	  fi; }
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do \
	    command -v $$name >/dev/null && exit 0; done; \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	  else \
	    echo "Tests of the pages are skipped. To run them: apt-get install chromium, or install Google Chrome"; \
	  fi

# Prometheus and Alertmanager are unpacked beside the tests, not installed: nothing of them is started.
ops-system:
	@if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then \
	  if [ "$$(id -u)" = 0 ]; then \
	    apt-get update -qq; \
	    apt-get install -y -qq --no-install-recommends buildah podman runc debootstrap >/dev/null || true; \
	  fi; \
	  if [ ! -x .venv/debian/usr/bin/promtool ]; then \
	    mkdir -p .venv/debian && cd .venv/debian && \
	    apt-get download -qq prometheus prometheus-alertmanager && \
	    for package in *.deb; do dpkg-deb -x $$package .; done; rm -f *.deb; \
	  fi; \
	fi
	@for name in promtool prometheus amtool prometheus-alertmanager buildah podman debootstrap; do \
	  PATH="$$PWD/.venv/debian/usr/bin:$$PATH:/usr/sbin:/sbin" command -v $$name >/dev/null \
	  || echo "There is no $$name here: the tests that need it are skipped."; done

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none was found."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than Python 3.11; set PYTHON=..."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/app: .venv/bin/python requirements/app.txt pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/app.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test: .venv/app requirements/test.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

.venv/docs: .venv/bin/python requirements/docs.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/docs.txt
	@touch $@

.venv/training: .venv/app requirements/training.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/training.txt
	@touch $@

.venv/ops: .venv/test requirements/ops.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/ops.txt
	@touch $@
