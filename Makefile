# `make help` lists what there is.

PREFIX ?= /usr/local
# The processor to build for; empty for any of this architecture. The numbers are the same.
CPU ?= native

.DEFAULT_GOAL := help

ifneq ($(words $(DESTDIR)$(PREFIX)),1)
$(error PREFIX and DESTDIR must be without spaces)
endif
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.SUFFIXES:
MAKEFLAGS += --no-print-directory

binary := .build/release/carbonpeak
python := .build/python/bin/python
prepare := bash .ci/prepare
share = $(DESTDIR)$(PREFIX)/share

# One file that needs no library of the system starts twice as fast and can be copied anywhere. Where
# the linker lacks a library in static form, the libraries are shared and only Swift's is inside.
archives := libc.a libm.a libstdc++.a libgsl.a libgslcblas.a libyaml.a libmd.a \
  libminizip.a libz.a libexpat.a
found = $(filter /%,$(shell clang -print-file-name=$(1)))
missing_archives = $(strip $(foreach archive,$(archives),$(if $(call found,$(archive)),,$(archive))))
static_flags = $(if $(missing_archives),,-Xswiftc -static-executable -Xswiftc -use-ld=lld)
release_flags = -c release --static-swift-stdlib -Xlinker -s $(static_flags) \
  $(if $(CPU),-Xswiftc -target-cpu -Xswiftc $(CPU))

##@ Use
.PHONY: demo
demo: build ## Run the scenario of Shenzhen and list the files it writes
	@$(binary) run Scenarios/shenzhen/peak.yaml
	@echo "The results are in $(CURDIR)/Output/shenzhen:"
	@find Output/shenzhen -type f | sort

.PHONY: build
build: ready ## Build .build/release/carbonpeak, optimised for this machine (CPU= for any)
	$(if $(missing_archives),@echo "Linking shared libraries: no static $(missing_archives) here")
	@echo "Building carbonpeak (the first time takes a minute)"
	@swift build -q --product carbonpeak $(release_flags)

.PHONY: static
static: CPU =
static: ready ## Build it to run on any Linux of this architecture, with no library needed
	@$(if $(missing_archives),echo "Cannot link statically without $(missing_archives)" >&2; exit 1)
	@echo "Building carbonpeak (the first time takes a minute)"
	@swift build -q --product carbonpeak $(release_flags)

.PHONY: install
install: $(binary) ## Install what was built (PREFIX=/usr/local, DESTDIR=)
	@install -D -m 755 $(binary) $(DESTDIR)$(PREFIX)/bin/carbonpeak
	@find Scenarios -type f -exec install -D -m 644 {} $(share)/carbonpeak/{} \;
	@cd Sources/carbonpeak && find Handbook -type f -exec \
	  install -D -m 644 {} $(abspath $(share))/carbonpeak/{} \;
	@$(call completion,bash,bash-completion/completions/carbonpeak)
	@$(call completion,zsh,zsh/site-functions/_carbonpeak)
	@$(call completion,fish,fish/vendor_completions.d/carbonpeak.fish)
	@$(call manual,C,man/man1/carbonpeak.1)
	@$(call manual,zh_CN,man/zh_CN/man1/carbonpeak.1)
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/carbonpeak"

# $(1): shell, $(2): place under share
completion = mkdir -p $(dir $(share)/$(2)); \
  $(binary) --generate-completion-script $(1) >$(share)/$(2)

# $(1): locale, $(2): place under share
manual = mkdir -p $(dir $(share)/$(2)); LC_ALL=$(1) $(binary) man-page >$(share)/$(2)

$(binary):
	@$(MAKE) build

.PHONY: uninstall
uninstall: ## Remove what `make install` installed
	@rm -rf $(share)/carbonpeak
	@rm -f $(DESTDIR)$(PREFIX)/bin/carbonpeak \
	  $(share)/bash-completion/completions/carbonpeak \
	  $(share)/zsh/site-functions/_carbonpeak \
	  $(share)/fish/vendor_completions.d/carbonpeak.fish \
	  $(share)/man/man1/carbonpeak.1 $(share)/man/zh_CN/man1/carbonpeak.1

##@ Work on
.PHONY: benchmark
benchmark: build ## Measure the kernel (ARGS='--quick --compare FILE'; see --help)
	@echo "Building the benchmark"
	@$(if $(CPU),YARDSTICK_CPU=$(CPU)) swift build -q --product benchmark $(release_flags)
	@.build/release/benchmark --flags '$(release_flags)' $(ARGS)

.PHONY: test
test: ready tests-ready lint python-env ## Check the format, build everything and run all tests
	@echo "Building carbonpeak and its tests (the first time takes some minutes)"
	@swift build -q --build-tests --explicit-target-dependency-import-check error
	@.ci/docs
	@CARBONPEAK_TEST_PYTHON="$(test_python)" swift test --skip-build --disable-xctest

.PHONY: docs
docs: ready ## Build the documentation of the code into .build/docs
	@.ci/docs
	@echo "To read it: python3 -m http.server --bind 127.0.0.1 --directory $(CURDIR)/.build/docs"
	@echo "then open http://127.0.0.1:8000/documentation"

.PHONY: cluster-test
cluster-test: build ## Run the job files of Scenarios/cluster for real; needs root, for Slurm
	@$(prepare) cluster
	@.ci/cluster-test

.PHONY: tests-ready
tests-ready:
	@$(prepare) tests
	@$(prepare) browser || { test -z "$(CI)" && echo "Tests of reports that need it are left out"; }

.PHONY: lint
lint: ready ## Check the format of all Swift files
	@swift format lint --strict -r Package.swift Sources Tests

.PHONY: format
format: ready ## Bring all Swift files into the house's format
	@swift format -i -r Package.swift Sources Tests

# pyam and openpyxl read our files as others will; pint, below pyam, keeps absolute paths in its cache,
# so the cache belongs to the environment. Without a network: CARBONPEAK_SKIP_PYTHON=1.
.PHONY: python-env
ifeq ($(CARBONPEAK_SKIP_PYTHON),)
test_python := $(CURDIR)/$(python)
python-env: .build/python/ready ## Make the Python environment the tests check files with
else ifeq ($(CI),)
python-env:
	@echo "CARBONPEAK_SKIP_PYTHON is set: the checks by pyam and openpyxl are left out"
else
python-env:
	@echo "CARBONPEAK_SKIP_PYTHON is for people without a network; here every check must run" >&2
	@exit 1
endif

.build/python/ready: .ci/python-requirements.txt
	@$(prepare) python
	@echo "Making the Python environment of the tests (once, about a minute)"
	@rm -rf .build/python
	@python3 -m venv .build/python
	@$(python) -m pip install -q --disable-pip-version-check -r $< && \
	  XDG_CACHE_HOME=$(CURDIR)/.build/python/cache $(python) -W ignore -c 'import pyam, openpyxl, jsonschema, yaml' || { \
	  echo "No pyam from PyPI. Without a network: make test CARBONPEAK_SKIP_PYTHON=1" >&2; exit 1; }
	@touch $@

.PHONY: handbook
handbook: build ## Write the chapters of the handbook that the program knows
	@for language in en zh; do for chapter in commands parameters units results indicators diagnostics; do \
	  $(binary) manual $$chapter --lang $$language \
	    >Sources/carbonpeak/Handbook/$$language/$$chapter.md; \
	done; done

.PHONY: clean
clean: ## Remove what was built; results in Output stay
	@rm -rf .build

.PHONY: ready
ready:
	@$(prepare)

.PHONY: help
help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } /^##@/ { print "\n" substr($$0, 5) ":" } \
	  /^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
