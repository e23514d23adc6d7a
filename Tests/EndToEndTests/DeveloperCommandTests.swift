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
          #/^bench: parse [\d.]+ s, check [\d.]+ s, ratio [\d.]+, peak \d+ MB, files 1$/#))
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

  @Test(arguments: [["nothing"], ["parse", "--all"], ["parse", "--some"], ["bench"]])
  func whatCannotBeDoneGivesOneLine(arguments: [String]) throws {
    let run = try Subprocess.run([Programs.developer] + arguments, in: "/")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("racelint-dev: "))
    #expect(run.errors.count { $0 == "\n" } == 1)
  }
}
