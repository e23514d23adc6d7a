# racelint: `make help` lists what there is to make. What is done already is not done again.
.DEFAULT_GOAL := help
.SUFFIXES:
.DELETE_ON_ERROR:
.PHONY: help build check test bench oracle oracle-types oracle-types-hidden toolchain install format lint clean packages swift

PREFIX ?= /usr/local
SWIFT_SOURCES := Sources Rules Tests Package.swift

RELEASE := .build/release
BUILT := .build/release.stamp
GRAMMAR := Grammars/go/source/.stamp
TOOLCHAIN := .toolchain/.stamp
PRE_COMMIT := .tools/pre-commit/.stamp
LANGUAGE_CLIENT := .tools/language-client/.stamp
ORACLE := .build/oracle

# What the types must reach, in percent, over the standard library.
LEAST_TYPES := claimed=97,agreed=99,callees=98,class-claimed=95,class-agreed=99

# A large program of Debian, whose dependencies only go/types gets to see.
HIDDEN_PACKAGE := golang-etcd-server-dev
HIDDEN_PATH := go.etcd.io/etcd
DEBIAN_GO := /usr/share/gocode
HIDDEN := $(CURDIR)/$(ORACLE)/hidden

# The pinned toolchain as it is, whatever the user's own settings for Go say.
GO_SETTINGS := env GOROOT= GOOS= GOARCH= GOENV=off GOWORK=off GOTOOLCHAIN=local GOPROXY=off \
  GOFLAGS=-mod=mod CGO_ENABLED=0 GOCACHE="$(CURDIR)/$(ORACLE)/cache"
GO := "$(CURDIR)/.toolchain/bin/go"

# What the race detector says of the cases that are marked for it, and of the scenarios.
RACES := $(RELEASE)/racelint-dev oracle-races --go .toolchain/bin/go --cache $(ORACLE)/cache

# What the release build reads, directories included: a file that went away changes its own.
BUILD_INPUTS := $(shell find Package.swift Sources Rules Grammars/go Tests/CaseKit Tests/CorpusKit Tests/FlowKit \
  Tests/OracleKit Tests/RaceKit Tests/TestKit \
  -name cases -prune -o -name '.fetch.*' -prune -o -print)

help:
	@echo "make check [DIR=path]        check the Go code below DIR, or the examples in Tests/Scenarios"
	@echo "make test                    set up, build and run all tests"
	@echo "make build                   build racelint and racelint-dev for release"
	@echo "make install [PREFIX=$(PREFIX)] [DESTDIR=...]"
	@echo "                             install bin/racelint and its manual page"
	@echo "make bench [DIR=path]        time a run over DIR, or over Go's standard library"
	@echo "make oracle                  ask Go's race detector about hazards, near misses and fixes"
	@echo "make oracle-types            compare racelint's types of Go's standard library with go/types"
	@echo "make oracle-types-hidden     the same for a Debian package ($(HIDDEN_PACKAGE)), with Go and"
	@echo "                             all its dependencies hidden from racelint"
	@echo "make toolchain               fetch the Go toolchain that tests and bench read (75 MB)"
	@echo "make format                  format the Swift sources"
	@echo "make lint                    say what is not formatted or breaks a style rule"
	@echo "make clean                   remove what was built; what was fetched stays"

build: $(BUILT)

$(BUILT): $(BUILD_INPUTS) $(GRAMMAR) | packages swift
	@.ci/step "release build" swift build -c release --static-swift-stdlib
	@touch $@

# Findings end with status 1. Those of the examples are meant to be there.
check: $(BUILT)
ifdef DIR
	@$(RELEASE)/racelint check "$(DIR)/..."
else
	@$(RELEASE)/racelint check Tests/Scenarios/...; status=$$?; \
	if [ $$status -eq 0 ]; then \
	  echo "check: the hazards of Tests/Scenarios were not found" >&2; exit 1; \
	elif [ $$status -ne 1 ]; then \
	  exit $$status; \
	fi
	@echo
	@echo "These hazards are in Tests/Scenarios on purpose. For your own code: make check DIR=path"
endif

test: $(BUILT) $(TOOLCHAIN) $(PRE_COMMIT) $(LANGUAGE_CLIENT) $(ORACLE)/std.stream
	@.ci/packages curl git zsh fish
	@.ci/step "types of the standard library" $(RELEASE)/racelint-dev oracle-types \
	  --at-least $(LEAST_TYPES) $(ORACLE)/std.stream
	@.ci/step "facts of the standard library" sh -c \
	  'cd .toolchain/src && "$(CURDIR)/$(RELEASE)/racelint-dev" collect --verify ./...'
	@.ci/step "flow of the standard library" sh -c \
	  'cd .toolchain/src && "$(CURDIR)/$(RELEASE)/racelint-dev" flow --verify ./...'
	@.ci/step "race detector" $(RACES)
	@.ci/step "test build" swift build --build-tests
	@.ci/step "tests" swift test --skip-build --disable-xctest

bench: $(BUILT) $(if $(DIR),,$(TOOLCHAIN))
	@$(RELEASE)/racelint-dev bench "$(or $(DIR),.toolchain/src)"

oracle: $(BUILT) $(TOOLCHAIN)
	@$(RACES)

oracle-types: $(BUILT) $(ORACLE)/std.stream
	@$(RELEASE)/racelint-dev oracle-types $(ORACLE)/std.stream

oracle-types-hidden: $(BUILT) $(ORACLE)/hidden.stream
	@$(RELEASE)/racelint-dev oracle-types --hide-dependencies --at-least agreed=99 \
	  $(ORACLE)/hidden.stream

# The program is copied: below Debian's own directory racelint would see its neighbours.
$(ORACLE)/hidden.stream: $(ORACLE)/typeoracle
	@.ci/packages $(HIDDEN_PACKAGE)
	@rm -rf "$(HIDDEN)"
	@mkdir -p "$(HIDDEN)/src/$(dir $(HIDDEN_PATH))"
	@cp -RL "$(DEBIAN_GO)/src/$(HIDDEN_PATH)" "$(HIDDEN)/src/$(HIDDEN_PATH)"
	@.ci/step "go/types over $(HIDDEN_PATH)" \
	  $(GO_SETTINGS) GO111MODULE=off GOFLAGS= GOPATH="$(HIDDEN):$(DEBIAN_GO)" \
	  $(ORACLE)/typeoracle -go $(GO) -o $@ "$(HIDDEN)/src/$(HIDDEN_PATH)" ./...

# What go/types knows of the standard library: 34 MB, made in a few seconds, kept until the
# toolchain or the program changes.
$(ORACLE)/std.stream: $(ORACLE)/typeoracle
	@.ci/step "go/types over the standard library" \
	  $(GO_SETTINGS) $(ORACLE)/typeoracle -go $(GO) -o $@ .toolchain/src ./...

$(ORACLE)/typeoracle: $(wildcard Tests/TypeOracle/*.go) Tests/TypeOracle/go.mod $(TOOLCHAIN)
	@mkdir -p $(ORACLE)
	@.ci/step "type oracle" \
	  $(GO_SETTINGS) $(GO) -C Tests/TypeOracle build -trimpath -o "$(CURDIR)/$@" .

toolchain: $(TOOLCHAIN)

$(TOOLCHAIN): Tests/Toolchain/toolchain.lock Tests/Toolchain/fetch.sh
	@.ci/packages python3-pip
	@.ci/step "Go toolchain" Tests/Toolchain/fetch.sh
	@touch $@

# What runs the hooks in tests, and what speaks to the language server.
$(PRE_COMMIT): Tests/PreCommit/requirements.txt .ci/fetch-wheels
	@.ci/packages python3-pip
	@.ci/step "pre-commit" .ci/fetch-wheels pre-commit $<
	@touch $@

$(LANGUAGE_CLIENT): Tests/LanguageClient/requirements.txt .ci/fetch-wheels
	@.ci/packages python3-pip
	@.ci/step "language client" .ci/fetch-wheels language-client $<
	@touch $@

$(GRAMMAR): Grammars/go/grammar.lock Grammars/go/fetch.sh
	@.ci/packages python3-pip
	@.ci/step "grammar" Grammars/go/fetch.sh
	@touch $@

install: $(BUILT)
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -m 755 $(RELEASE)/racelint "$(DESTDIR)$(PREFIX)/bin/racelint"
	@install -d "$(DESTDIR)$(PREFIX)/share/man/man1"
	@$(RELEASE)/racelint man > "$(DESTDIR)$(PREFIX)/share/man/man1/racelint.1"
	@chmod 644 "$(DESTDIR)$(PREFIX)/share/man/man1/racelint.1"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/racelint and share/man/man1/racelint.1"

format: swift
	@swift format --in-place --parallel --recursive $(SWIFT_SOURCES)

lint: swift
	@swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)

clean:
	@rm -rf .build

# Of no interest to people: what the others need.
packages:
	@.ci/packages libtree-sitter-dev libyaml-dev

swift:
	@command -v swift > /dev/null || { \
	  echo "racelint: swift is not on PATH; Swift 6.1 or newer is needed (swift.org/install)" >&2; \
	  exit 1; }
