import Basics
import GoPackages
import Testing

struct PatternTests {
  /// A module with one package of each kind that `...` treats in its own way.
  static let tree = [
    "go.mod": "module m\ngo 1.22\nignore ./skipped\nignore gone\n",
    "a.go": "package m", "p/p.go": "package p", "p/q/q.go": "package q",
    "p/testdata/t/t.go": "package t", "vendor/v/v.go": "package v", "_u/u.go": "package u",
    ".d/d.go": "package d", "skipped/s.go": "package s", "p/skipped/s.go": "package s",
    "p/gone/g.go": "package g", "nested/go.mod": "module n\n", "nested/n.go": "package n",
    "pq/pq.go": "package pq", "empty/readme.txt": "", "win/w_windows.go": "package w",
  ]

  @Test(arguments: [
    (["./..."], ["m", "m/p", "m/p/q", "m/p/skipped", "m/pq"]),
    ([], ["m", "m/p", "m/p/q", "m/p/skipped", "m/pq"]),
    (["{}/..."], ["m", "m/p", "m/p/q", "m/p/skipped", "m/pq"]),
    (["."], ["m"]),
    (["p"], ["m/p"]),
    (["./p/"], ["m/p"]),
    (["p/../p", "./p"], ["m/p"]),
    (["p/..."], ["m/p", "m/p/q", "m/p/skipped"]),
    (["./p..."], ["m/p", "m/p/q", "m/p/skipped", "m/pq"]),
    (["./.../q"], ["m/p/q"]),
    (["m/p"], ["m/p"]),
    (["m/p/..."], ["m/p", "m/p/q", "m/p/skipped"]),
    (["m/..."], ["m", "m/p", "m/p/q", "m/p/skipped", "m/pq"]),
    (["./p/testdata/t"], ["m/p/testdata/t"]),
    (["p/testdata/..."], ["m/p/testdata/t"]),
    (["./vendor/..."], ["v"]),
    (["_u", ".d"], ["m/.d", "m/_u"]),
    (["skipped", "p/gone"], ["m/p/gone", "m/skipped"]),
    (["./nested/..."], ["n"]),
    (["nested", "pq"], ["n", "m/pq"]),
  ])
  func patternsReachPackagesAsGoDoes(patterns: [String], expected: [String]) throws {
    let loaded = try load(Self.tree, patterns)
    #expect(loaded.importPaths == expected)
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("missing", PatternError.noSuchDirectory("missing"), "no such directory: missing"),
    ("missing/...", .noSuchDirectory("missing"), "no such directory: missing"),
    ("missing.go", .noSuchFile("missing.go"), "no such file: missing.go"),
    ("empty", .noGoFiles("empty"), "no Go files in empty"),
    ("empty/...", .matchedNothing("empty/..."), "empty/... matched no packages"),
    ("./z...", .matchedNothing("./z..."), "./z... matched no packages"),
    ("go.mod", .notGo("go.mod"), "not a Go file or directory: go.mod"),
    ("m/missing", .noSuchDirectory("m/missing"), "no such directory: m/missing"),
    ("std", .noGoRoot("std"), "std: no Go installation found; set GOROOT"),
  ])
  func patternsThatNameNothingAreErrors(
    pattern: String, expected: PatternError, text: String
  ) throws {
    #expect(throws: expected) { try load(Self.tree, [pattern]) }
    #expect(expected.description == text)
  }

  @Test func aDirectoryForOtherSystemsIsADiagnostic() throws {
    for pattern in ["win", "./win/..."] {
      let loaded = try load(Self.tree, [pattern])
      #expect(loaded.packages.isEmpty)
      #expect(loaded.diagnostics == ["package win: build constraints exclude all Go files"])
    }
  }

  @Test func patternsMayLeadToOtherModules() throws {
    let files = [
      "one/go.mod": "module one\n", "one/a/a.go": "package a", "two/go.mod": "module two\n",
      "two/b/b.go": "package b",
    ]
    let loaded = try load(files, ["../two/b", "./..."], below: "one")
    #expect(loaded.importPaths == ["one/a", "two/b"])
    #expect(loaded.graph.packages.elements[1].files[0].displayPath.hasSuffix("/two/b/b.go"))
    #expect(loaded.graph.packages.elements[0].files[0].displayPath == "a/a.go")
  }

  @Test func aRootInNoModuleTakesInAllModulesBelow() throws {
    let files = [
      "x/go.mod": "module x\ngo 1.20\nignore no\n", "x/x.go": "package x", "x/no/n.go": "package n",
      "x/in/go.mod": "module in\ngo 1.21\n", "x/in/in.go": "package in", "y/go.mod": "module y\n",
      "y/y.go": "package y", "loose/l.go": "package l", "top.go": "package top",
      "vendor/v/v.go": "package v",
    ]
    let loaded = try load(files)
    #expect(loaded.importPaths.dropFirst() == ["loose", "x", "in", "y"])
    let versions = loaded.graph.packages.elements.map { $0.files[0].languageVersion.description }
    #expect(versions == ["1.27", "1.27", "1.20", "1.21", "1.16"])
    #expect(
      loaded.graph.packages.elements.map { loaded.graph.modules[$0.module].kind }
        == [.none, .none, .module, .module, .module])
  }

  @Test func sourceRootsGiveImportPathsAndImports() throws {
    let files = [
      "src/github.com/a/b/b.go": "package b\nimport \"github.com/c\"\nimport \"local\"\n",
      "src/github.com/c/c.go": "package c", "src/local/l.go": "package local",
      "src/github.com/a/vendor/local/l.go": "package local",
    ]
    let loaded = try load(files, ["src/..."])
    #expect(loaded.importPaths == ["github.com/a/b", "github.com/c", "local"])
    #expect(
      loaded.imports(of: "github.com/a/b") == [
        "github.com/c=<github.com/c>", "local=src/github.com/a/vendor/local",
      ])
  }

  // MARK: Files

  @Test func aFileBringsItsPackageAndIsAloneReportedOn() throws {
    let files = [
      "go.mod": "module m\n", "a.go": "package m", "b.go": "package m",
      "b_test.go": "package m_test", "w_windows.go": "package m",
    ]
    #expect(try load(files, ["b.go"]).packages == ["m: [a.go] b.go", "m_test: [b_test.go]"])
    #expect(try load(files, ["b.go", "."]).packages == ["m: a.go b.go", "m_test: b_test.go"])
    let named = try load(files, ["a.go", "w_windows.go"])
    #expect(
      named.packages == ["m: a.go [b.go]", "m_test: [b_test.go]", "m/w_windows.go: w_windows.go"])
    #expect(named.graph.packages.elements[2].kind == .stray)
  }

  @Test func aFileInNoModuleIsAPackageOfItsOwn() throws {
    let files = ["s/a.go": "package main", "s/b.go": "package main", "s/c.go": "package main"]
    let loaded = try load(files, ["s/a.go", "s/b.go"])
    #expect(loaded.packages == ["s/a.go: a.go", "s/b.go: b.go"])
    #expect(loaded.graph.packages.elements[0].files[0].languageVersion == .newest)
    #expect(try load(files, ["s/a.go", "s"]).packages == ["s: a.go b.go c.go"])
  }

  @Test(arguments: [
    ("vendor/v/v.go", []), ("p/testdata/t/t.go", []), ("_u/u.go", []), (".d/d.go", []),
    ("skipped/s.go", []), ("p/gone/g.go", []), ("nested/n.go", ["n: n.go"]),
    ("p/p.go", ["m/p: p.go"]),
  ])
  func namedFilesObeyTheExclusions(file: String, expected: [String]) throws {
    let loaded = try load(Self.tree, [file])
    #expect(loaded.packages == expected)
    #expect(loaded.graph.excludedFiles == (expected.isEmpty ? 1 : 0))
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test func anExcludedFileIsTakenInByAPatternThatReachesIt() throws {
    let loaded = try load(Self.tree, ["p/testdata/t/t.go", "./p/testdata/..."])
    #expect(loaded.packages == ["m/p/testdata/t: t.go"])
    #expect(loaded.graph.excludedFiles == 0)
    #expect(try load(Self.tree, ["p/testdata/t/t.go", "./..."]).graph.excludedFiles == 1)
  }

  @Test func exclusionsCountFromTheWorkingDirectory() throws {
    let loaded = try load(Self.tree, ["t/t.go"], below: "p/testdata")
    #expect(loaded.packages == ["m/p/testdata/t: t.go"])
    let outside = try load(Self.tree, ["../../vendor/v/v.go"], below: "p/q")
    #expect(outside.graph.excludedFiles == 1)
  }
}
