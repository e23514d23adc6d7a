import Basics
import GoPackages
import TestKit
import Testing

@Suite struct OverlayTests {
  private func load(
    _ files: [String: String], _ texts: [String: String], patterns: [String] = ["./..."]
  ) throws -> [String: String] {
    try TemporaryDirectory.with(files) { root in
      let overlay = SourceOverlay(
        Dictionary(uniqueKeysWithValues: texts.map { ("\(root)/\($0)", Array($1.utf8)) }))
      let loader = PackageLoader(
        PackageLoader.Options(
          workingDirectory: root, patterns: patterns, environment: Environment(), jobs: 1,
          overlay: overlay))
      var read: [String: String] = [:]
      for package in try loader.load().packages.elements {
        for file in package.files {
          let text = try file.read()
          #expect(file.size == text.bytes.count)
          read["\(package.importPath) \(package.name) \(text.path)"] =
            String(decoding: text.bytes, as: UTF8.self)
        }
      }
      return read
    }
  }

  @Test func aTextStandsInPlaceOfItsFile() throws {
    let read = try load(
      ["go.mod": "module m\n", "a.go": "package old\n", "b.go": "package new\n"],
      ["a.go": "package new // changed\n"])
    #expect(
      read == ["m new a.go": "package new // changed\n", "m new b.go": "package new\n"])
  }

  @Test(arguments: ["./...", ".", "new.go"])
  func aFileNeedNotExist(pattern: String) throws {
    let read = try load(
      ["go.mod": "module m\n", "a.go": "package a\n"], ["new.go": "package a // new\n"],
      patterns: [pattern])
    #expect(read["m a new.go"] == "package a // new\n" && read.count == 2)
  }

  @Test func namesThatGoOverlooksAreOverlookedHereToo() throws {
    let read = try load(
      ["go.mod": "module m\n", "a.go": "package a\n"],
      ["_b.go": "package a\n", "c.txt": "package a\n", "vendor/d.go": "package d\n"])
    #expect(read.keys.sorted() == ["m a a.go"])
  }
}
