import Basics
import GoPackages
import TestKit
import Testing

struct ImportTests {
  private static func importing(_ paths: String...) -> String {
    "package p\n" + paths.map { "import \"\($0)\"\n" }.joined()
  }

  @Test func importsOfTheOwnModule() throws {
    let files = [
      "go.mod": "module example.com/m\n", "b/b.go": "package b",
      "a/a.go": Self.importing("example.com/m/b", "example.com/m/none", "example.com/mm", "C"),
      "a/x_test.go": "package p_test\nimport \"example.com/m/a\"\n",
    ]
    let loaded = try load(files, ["./a"])
    // "C" keeps the file out; its test stays and sees the directory.
    #expect(loaded.imports(of: "example.com/m/a_test") == ["example.com/m/a=a"])
    var plain = files
    plain["a/a.go"] = Self.importing("example.com/m/b", "example.com/m/none", "example.com/mm")
    #expect(
      try load(plain, ["./a"]).imports(of: "example.com/m/a") == [
        "example.com/m/b=b", "example.com/m/none=?", "example.com/mm=?",
      ])
    let all = try load(plain)
    #expect(all.imports(of: "example.com/m/a")[0] == "example.com/m/b=<example.com/m/b>")
    #expect(all.imports(of: "example.com/m/a_test") == ["example.com/m/a=<example.com/m/a>"])
  }

  @Test(arguments: [
    "m/b\0x", "m/b x", "m/b*", "m/../m/b", "/m/b", "m/b\\", "m/b\u{FFFD}", "",
  ])
  func pathsThatGoRefusesLeadNowhere(path: String) throws {
    let files = [
      "go.mod": "module m\n", "a/a.go": Self.importing(path), "b/b.go": "package b",
    ]
    let package = try #require(try load(files).graph.packages.elements.first)
    #expect(package.imports.map(\.target).allSatisfy { $0 == .unknown })
  }

  @Test func relativeImportsAreSeenFromTheirDirectory() throws {
    let files = [
      "a/a.go": Self.importing("./b", "../c"), "a/b/b.go": "package b", "c/c.go": "package c",
    ]
    #expect(try load(files).imports(of: "a") == ["../c=<c>", "./b=<a/b>"])
  }

  @Test func importsOfWorkspaceModules() throws {
    let files = [
      "go.work": "go 1.22\nuse (\n./a\n./b\n)\nreplace example.com/r => ./r\n",
      "a/go.mod": "module example.com/a\n", "b/go.mod": "module example.com/b\n",
      "a/a.go": Self.importing("example.com/b/c", "example.com/r"), "b/c/c.go": "package c",
      "r/r.go": "package r", "out/go.mod": "module example.com/out\n",
      "out/o.go": Self.importing("example.com/b/c"),
    ]
    let loaded = try load(files, ["./a"])
    #expect(loaded.imports(of: "example.com/a") == ["example.com/b/c=b/c", "example.com/r=r"])
    #expect(try load(files, ["./out"]).imports(of: "example.com/out") == ["example.com/b/c=?"])
    let off = try load(files, ["./a"], environment: { _ in Environment(workspace: .off) })
    #expect(off.imports(of: "example.com/a") == ["example.com/b/c=?", "example.com/r=?"])
    let named = try load(files, ["example.com/b/..."], below: "a")
    #expect(named.importPaths == ["example.com/b/c"])
  }

  @Test func importsOfReplacedModules() throws {
    let files = [
      "m/go.mod": """
      module m
      require (
        example.com/r v1.0.0
        example.com/r/deep v1.0.0
        example.com/s v1.0.0
      )
      replace example.com/r => ../r
      replace example.com/r/deep v1.0.0 => ./deep
      replace example.com/s v0.9.0 => ./s
      """,
      "m/a.go": Self.importing("example.com/r/x", "example.com/r/deep/y", "example.com/s"),
      "r/x/x.go": "package x", "m/deep/y/y.go": "package y", "m/s/s.go": "package s",
    ]
    #expect(
      try load(files, ["."], below: "m").imports(of: "m") == [
        "example.com/r/deep/y=m/deep/y", "example.com/r/x=r/x", "example.com/s=?",
      ])
  }

  @Test func importsOfVendoredAndCachedModules() throws {
    let files = [
      "m/go.mod": """
      module m
      require example.com/v v1.0.0
      require example.com/Big/Mod v1.2.3-RC1
      require example.com/old v1.0.0
      replace example.com/old => example.com/new v2.0.0
      """,
      "m/a.go": Self.importing("example.com/v/x", "example.com/Big/Mod/y", "example.com/old/z"),
      "m/vendor/example.com/v/x/x.go": "package x",
      "mod/example.com/!big/!mod@v1.2.3-!r!c1/y/y.go": "package y",
      "mod/example.com/new@v2.0.0/z/z.go": "package z",
    ]
    let loaded = try load(
      files, ["."], below: "m", environment: { Environment(moduleCache: $0 + "/mod") })
    #expect(
      loaded.imports(of: "m") == [
        "example.com/Big/Mod/y=mod/example.com/!big/!mod@v1.2.3-!r!c1/y",
        "example.com/old/z=mod/example.com/new@v2.0.0/z",
        "example.com/v/x=m/vendor/example.com/v/x",
      ])
  }

  @Test func importsOfGoItselfAndOfSourceRoots() throws {
    let files = [
      "go/src/fmt/f.go": "package fmt", "go/src/log/l.go": "package log",
      "gocode/example.com/g/g.go": "package g", "m/go.mod": "module log\n",
      "m/a.go": Self.importing("fmt", "log", "log/sub", "example.com/g", "nowhere"),
      "m/sub/s.go": "package sub",
    ]
    let loaded = try load(
      files, ["."], below: "m",
      environment: { root in
        Environment(goRoots: [root + "/none", root + "/go"], sourceRoots: [root + "/gocode"])
      })
    #expect(
      loaded.imports(of: "log") == [
        "example.com/g=gocode/example.com/g", "fmt=go/src/fmt", "log=go/src/log",
        "log/sub=m/sub", "nowhere=?",
      ])
  }

  @Test(arguments: [("1.19", "go1.19.8", true), ("1.21", "go1.19.8", false), ("1.21", "?", true)])
  func goItselfIsNoOlderThanAModuleWantsIt(
    _ wanted: String, _ version: String, _ isTaken: Bool
  ) throws {
    let files = [
      "go/src/log/l.go": "package log", "go/VERSION": "\(version)\n",
      "m/go.mod": "module example.com/m\ngo \(wanted)\n", "m/a.go": Self.importing("log"),
    ]
    let loaded = try load(
      files, ["."], below: "m", environment: { Environment(goRoots: [$0 + "/go"]) })
    #expect(loaded.imports(of: "example.com/m") == ["log=" + (isTaken ? "go/src/log" : "stub:log")])
  }

  @Test func goItselfWinsOverAModuleOfItsNameEvenWhereItIsAbsent() throws {
    let files = [
      "go.mod": "module log\n", "a.go": Self.importing("log", "log/sub"), "sub/s.go": "package sub",
    ]
    let loaded = try load(files, ["."])
    #expect(loaded.imports(of: "log") == ["log=stub:log", "log/sub=sub"])
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test func modulesThatAreLoadedTogetherSeeEachOther() throws {
    let files = [
      "a/go.mod": "module example.com/a\n", "a/a.go": Self.importing("example.com/b"),
      "b/go.mod": "module example.com/b\n", "b/b.go": "package b",
    ]
    #expect(try load(files).imports(of: "example.com/a") == ["example.com/b=<example.com/b>"])
  }

  @Test func theStandardLibraryKnowsItsOwnPaths() throws {
    let files = [
      "go/src/go.mod": "module std\ngo 1.27\n",
      "go/src/fmt/f.go": Self.importing("io", "golang.org/x/y"),
      "go/src/io/io.go": "package io", "go/src/builtin/b.go": "package builtin",
      "go/src/vendor/golang.org/x/y/y.go": "package y", "go/src/cmd/go.mod": "module cmd\n",
      "go/src/cmd/x/x.go": Self.importing("io", "cmd/y"), "go/src/cmd/y/y.go": "package y",
    ]
    let loaded = try load(files, ["std"], environment: { Environment(goRoots: [$0 + "/go"]) })
    #expect(loaded.importPaths == ["fmt", "io"])
    #expect(
      loaded.imports(of: "fmt") == ["golang.org/x/y=go/src/vendor/golang.org/x/y", "io=<io>"])
    let commands = try load(files, ["./..."], below: "go/src/cmd")
    #expect(commands.imports(of: "cmd/x") == ["cmd/y=<cmd/y>", "io=go/src/io"])
  }

  @Test func theEnvironmentComesFromVariables() {
    let environment = Environment(variables: [
      "GOROOT": "/r/", "GOPATH": "/one:/two", "GOWORK": "off", "HOME": "/h",
    ])
    #expect(environment.goRoots.first == "/r")
    #expect(environment.sourceRoots.prefix(2) == ["/one/src", "/two/src"])
    #expect(environment.moduleCache == "/one/pkg/mod")
    #expect(environment.workspace == .off)
    #expect(Environment(variables: ["HOME": "/h"]).moduleCache == "/h/go/pkg/mod")
    #expect(Environment(variables: [:]).moduleCache == nil)
  }
}
