import Basics
import GoPackages
import Testing

struct PackageTests {
  @Test func testsAreApartFromWhatTheyTest() throws {
    let files = [
      "go.mod": "module m\n", "a.go": "package a", "a_test.go": "package a",
      "x_test.go": "package a_test",
    ]
    let loaded = try load(files)
    #expect(loaded.packages == ["m: a.go a_test.go", "m_test: x_test.go"])
    #expect(loaded.graph.packages.elements.map(\.kind) == [.main, .externalTest])
    #expect(loaded.graph.packages.elements[0].files.map(\.isTest) == [false, true])
    #expect(try load(files, tests: false).packages == ["m: a.go"])
  }

  @Test func aPackageMayHaveOnlyTests() throws {
    let files = ["go.mod": "module m\n", "x_test.go": "package a_test"]
    let loaded = try load(files)
    #expect(loaded.packages == ["m_test: x_test.go"])
    #expect(loaded.graph.packages.elements[0].name == "a_test")
  }

  @Test func aPackageNameMayEndInTest() throws {
    let files = [
      "go.mod": "module m\n", "a.go": "package a_test", "a_test.go": "package a_test",
      "x_test.go": "package a_test_test",
    ]
    #expect(try load(files).packages == ["m: a.go a_test.go", "m_test: x_test.go"])
  }

  @Test func theNameOfMostFilesWinsAndOthersStay() throws {
    let files = [
      "go.mod": "module m\n", "p/a.go": "package odd", "p/b.go": "package p",
      "p/c.go": "package p", "p/d_test.go": "package odd_test",
    ]
    let loaded = try load(files)
    #expect(loaded.packages == ["m/p: b.go c.go", "m/p [odd]: a.go", "m/p [odd_test]: d_test.go"])
    #expect(
      loaded.diagnostics == [
        "package p: one directory holds package p (b.go) and package odd (a.go)",
        "package p: one directory holds package p (b.go) and package odd_test (d_test.go)",
      ])
  }

  @Test func ofEqualNamesTheFirstFileWins() throws {
    let files = ["go.mod": "module m\n", "a.go": "package y", "b.go": "package x"]
    #expect(try load(files).packages == ["m: a.go", "m [x]: b.go"])
  }

  @Test func filesAreChosenByNameConstraintTagsAndCgo() throws {
    let files = [
      "go.mod": "module m\n", "a.go": "package a", "b_linux.go": "package a",
      "c_windows.go": "package a", "d.go": "//go:build mine\n\npackage a",
      "e.go": "package a\nimport \"C\"\n", "f.go": "package documentation",
      "g.go": "//go:build ignore\n\npackage main", "_h.go": "package a", ".i.go": "package a",
    ]
    #expect(try load(files).packages == ["m: a.go b_linux.go"])
    #expect(try load(files, tags: ["mine"]).packages == ["m: a.go b_linux.go d.go"])
    #expect(try load(files).diagnostics.isEmpty)
  }

  @Test func theResultDoesNotDependOnTheNumberOfThreads() throws {
    var files = ["go.mod": "module m\n"]
    for index in 0..<40 {
      files["p\(index)/a.go"] = "package p\nimport \"m/p\((index * 7 + 3) % 40)\"\n"
      files["p\(index)/b.go"] = index % 3 == 0 ? "broken" : "package q"
    }
    let one = try load(files, jobs: 1)
    let many = try load(files, jobs: 8)
    #expect(one.packages == many.packages)
    #expect(one.diagnostics == many.diagnostics)
    #expect(one.order == many.order)
  }

  // MARK: Order

  @Test func importsComeBeforeImporters() throws {
    let files = [
      "go.mod": "module m\n", "a/a.go": "package a\nimport (\"m/b\"; \"m/c\")",
      "b/b.go": "package b\nimport \"m/c\"", "c/c.go": "package c",
      "c/c_test.go": "package c\nimport \"m/a\"", "c/x_test.go": "package c_test\nimport \"m/a\"",
    ]
    let loaded = try load(files)
    #expect(loaded.order == ["m/c", "m/b", "m/a", "m/c_test"])
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.graph.packages.elements[2].imports.map(\.isTestOnly) == [true])
  }

  @Test func circlesAreReportedAndBroken() throws {
    let files = [
      "go.mod": "module m\n", "a/a.go": "package a\nimport \"m/b\"",
      "b/b.go": "package b\nimport \"m/c\"", "c/c.go": "package c\nimport \"m/a\"",
      "d/d.go": "package d\nimport \"m/d\"",
    ]
    let loaded = try load(files)
    #expect(loaded.order == ["m/c", "m/b", "m/a", "m/d"])
    #expect(
      loaded.diagnostics == [
        "package a: packages import each other: m/a → m/b → m/c → m/a",
        "package d: packages import each other: m/d → m/d",
      ])
  }

  @Test func aLongChainOfImportsIsOrdered() throws {
    var files = ["go.mod": "module m\n"]
    for index in 0..<300 {
      files["p\(index)/a.go"] = "package p\nimport \"m/p\(index + 1)\"\n"
    }
    #expect(try load(files).order.first == "m/p299")
  }
}
