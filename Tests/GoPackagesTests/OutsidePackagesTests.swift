import Basics
import GoPackages
import TestKit
import Testing

struct OutsidePackagesTests {
  @Test func outsidePackagesFollowTheChoicesOfTheLoadedModules() throws {
    let files = [
      "m/go.mod": "module m\nrequire (\n example.com/d v1.0.0\n example.com/e v1.5.0\n)\n",
      "m/a.go": "package a\nimport \"example.com/d\"\n",
      "mod/example.com/d@v1.0.0/go.mod":
        "module example.com/d\ngo 1.20\nrequire example.com/e v1.0.0\n",
      "mod/example.com/d@v1.0.0/d.go":
        "package d\nimport (\n\"example.com/e\"\n\"example.com/d/sub\"\n\"fmt\"\n)\n",
      "mod/example.com/d@v1.0.0/d_test.go": "package d\nimport \"testing\"\n",
      "mod/example.com/d@v1.0.0/d_windows.go": "package d\nimport \"syscall\"\n",
      "mod/example.com/d@v1.0.0/sub/s.go": "package sub",
      "mod/example.com/e@v1.0.0/e.go": "package e", "mod/example.com/e@v1.5.0/e.go": "package e",
      "go/src/fmt/f.go": "package fmt\nimport \"io\"\n", "go/src/io/i.go": "package io",
      "go/src/go.mod": "module std\n",
    ]
    try TemporaryDirectory.with(files) { root in
      let options = PackageLoader.Options(
        workingDirectory: root + "/m", build: BuildConfiguration(goos: "linux", goarch: "amd64"),
        environment: Environment(goRoots: [root + "/go"], moduleCache: root + "/mod"), jobs: 1)
      var outside = OutsidePackages(around: try PackageLoader(options).load(), options)
      let found = outside.packages([.directory(root + "/mod/example.com/d@v1.0.0")])[0]
      let package = try #require(found)
      #expect(package.importPath == "example.com/d")
      #expect(package.files.map(\.languageVersion) == [GoVersion(1, 20)])
      #expect(!package.isReported)
      #expect(
        package.imports.map(\.target) == [
          .directory(root + "/mod/example.com/d@v1.0.0/sub"),
          .directory(root + "/mod/example.com/e@v1.5.0"), .directory(root + "/go/src/fmt"),
        ])
      let library = outside.packages([.directory(root + "/go/src/fmt"), .stub("fmt"), .unknown])
      let fmt = try #require(library[0])
      #expect(fmt.importPath == "fmt")
      #expect(fmt.target(of: "io") == .directory(root + "/go/src/io"))
      let stub = try #require(library[1])
      #expect(stub.files.map(\.displayPath) == ["stub:fmt"])
      #expect(stub.target(of: "io") == .stub("io"))
      #expect(library[2]?.name == nil)
      let nothing = outside.packages([.directory(root + "/mod"), .directory(root + "/none")])
      #expect(nothing.map { $0?.name } == [nil, nil])
      #expect(outside.modules[package.module].path == "example.com/d")
      #expect(outside.diagnostics.isEmpty)
    }
  }
}
