import Basics
import TestKit
import Testing

@Suite struct DeveloperCommandTests {
  @Test func generatedFilesAreFresh() throws {
    let run = try Subprocess.run(
      [Programs.developer, "generate", "--check"], in: Programs.root)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func parseCountsFilesAndErrors() throws {
    let files = ["a.go": "package a\n", "vendor/b_windows.go": "package b\n", "c.txt": "no"]
    try TemporaryDirectory.with(files) { root in
      let run = try Subprocess.run([Programs.developer, "parse", "--all", root], in: "/")
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("parse: files 2, with errors 0, 0.0 MB, "))
      try TemporaryDirectory.write(Array("package a\nx := := 3\n".utf8), to: root + "/d.go")
      let again = try Subprocess.run([Programs.developer, "parse", "--all", root], in: "/")
      #expect(again.output.contains("parse: files 3, with errors 1, "))
    }
  }

  @Test func benchEndsInOneLineOfFigures() throws {
    try TemporaryDirectory.with(Samples.tally) { root in
      let run = try Subprocess.run(
        [Programs.developer, "bench", "--rounds", "1", root], in: root)
      #expect(run.status == 0, "\(run.errors)")
      let last = run.output.split(separator: "\n").last ?? ""
      #expect(
        last.contains(
          #/^bench: parse [\d.]+ s, types [\d.]+ s, bodies [\d.]+ s, check [\d.]+ s, ratio [\d.]+, peak \d+ MB, files 1$/#
        ))
    }
  }

  @Test func collectedFactsComeBackFromTheirBytes() throws {
    let files = [
      "go.mod": "module m\n", "a.go": "package m\n\nfunc f() { g() }\nfunc g() {}\n",
    ]
    try TemporaryDirectory.with(files) { root in
      let run = try Subprocess.run([Programs.developer, "collect", "--verify", "./..."], in: root)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.hasPrefix("packages 1, functions 2, instructions 3 of 3\n"))
      #expect(run.output.contains("\ncalls of functions 1, "))
    }
  }

  @Test func newRuleWritesAFolderThatIsFormatted() throws {
    try TemporaryDirectory.with(["Rules/readme.txt": ""]) { root in
      let run = try Subprocess.run([Programs.developer, "new-rule", "lost-wakeup"], in: root)
      #expect(run.status == 0, "\(run.errors)")
      #expect(FileSystem.isFile(root + "/Rules/LostWakeup/LostWakeup.swift"))
      #expect(FileSystem.isFile(root + "/Rules/LostWakeup/LostWakeup.md"))
      #expect(FileSystem.isDirectory(root + "/Rules/LostWakeup/cases"))
      let again = try Subprocess.run([Programs.developer, "new-rule", "lost-wakeup"], in: root)
      #expect(again.status == 2)
    }
  }

  /// Of `x.f`, go/types is said to hold another type than it has.
  @Test(arguments: [
    ("agreed=50", 0, ""), ("agreed=50.1", 1, "agreed is 50.0 %, not 50.1 %"),
    ("claimed=100,callees=1", 1, "callees is a share of nothing, not 1.0 %"),
    ("class-claimed=95", 1, "claimed of each index is a share of nothing, not 95.0 %"),
    ("agreed", 2, "--at-least needs shares"),
  ])
  func tooLittleAgreementWithGoFails(shares: String, status: Int32, words: String) throws {
    let files = [
      "go.mod": "module m\n", "a.go": "package a\n\nvar x struct{ f int }\nvar y = x.f\n",
    ]
    try TemporaryDirectory.with(files) { root in
      let stream = "T 0 struct{f int}\nT 1 string\nF \(root)/a.go\nE 41 44 s 1\nE 41 42 d 0\n"
      try TemporaryDirectory.write(Array(stream.utf8), to: root + "/stream")
      let run = try Subprocess.run(
        [Programs.developer, "oracle-types", "--at-least", shares, "stream"], in: root)
      #expect(run.status == status, "\(run.errors)")
      #expect(run.errors.contains(words))
      guard status < 2 else { return }
      #expect(run.output.contains("racelint says int, go/types says string: 1, a.go:4:9 x.f"))
      #expect(run.output.hasSuffix("\ntypes: claimed 100.0 %, agreed 50.0 %, callees 0.0 %\n"))
    }
  }

  /// Packages below a directory named `src` see what else lies there: that is not hidden.
  @Test func dependenciesThatCannotBeHiddenAreNamed() throws {
    let files = [
      "src/m/a.go":
        "package m\n\nimport (\n\t\"d\"\n\t\"sync\"\n)\n\nvar X sync.Mutex\nvar y = d.Y\n",
      "src/d/d.go": "package d\n\nvar Y int\n",
    ]
    try TemporaryDirectory.with(files) { root in
      let stream = "T 0 sync.Mutex\nF \(root)/src/m/a.go\n"
      try TemporaryDirectory.write(Array(stream.utf8), to: root + "/stream")
      let run = try Subprocess.run(
        [Programs.developer, "oracle-types", "--hide-dependencies", "stream"], in: root)
      #expect(run.status == 2)
      #expect(
        run.errors
          == "racelint-dev: m still sees \(root)/src/d: copy the packages to a place of their own\n"
      )
    }
  }

  @Test(arguments: [["nothing"], ["parse", "--all"], ["parse", "--some"], ["bench"]])
  func whatCannotBeDoneGivesOneLine(arguments: [String]) throws {
    let run = try Subprocess.run([Programs.developer] + arguments, in: "/")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("racelint-dev: "))
    #expect(run.errors.count { $0 == "\n" } == 1)
  }
}
