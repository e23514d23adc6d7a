import Testing

/// What keeps files readable, and the unsafe parts in one place.
struct SizeTests {
  private static let largestFile = 600
  private static let largestFunction = 100

  @Test func filesStaySmall() throws {
    for file in try House.sources() + House.files(below: "Tests") {
      let count = file.lines.count - (file.lines.last == "" ? 1 : 0)
      #expect(count <= Self.largestFile, "\(file) has \(count) lines")
    }
  }

  @Test func functionsStaySmall() throws {
    for file in try House.sources() + House.files(below: "Tests") {
      for (line, length) in Self.functions(file.lines) {
        #expect(length <= Self.largestFunction, "\(file):\(line) is \(length) lines long")
      }
    }
  }

  @Test func uncheckedSharingLivesInTwoFiles() throws {
    let places = ["Sources/Basics/Parallel.swift", "Sources/GoSyntax/GoParser.swift"]
    let words = ["@unchecked Sendable", "unsafeBitCast", "nonisolated(unsafe)"]
    for file in try House.sources() where !places.contains(file.path) {
      for word in words {
        #expect(!file.code.contains { $0.contains(word) }, "\(file) has \(word)")
      }
    }
  }

  @Test func lengthsOfFunctionsAreMeasured() {
    let text = """
      struct A {
        init(
          a: Int
        ) {
          x()
        }

        func requirement() -> Int
        func short() { x() }

        private static func long() {
          y()
          func inner() {
            z()
          }
        }
      }
      """
    let measured = Self.functions(text.split(separator: "\n", omittingEmptySubsequences: false))
    #expect(measured.map { [$0.line, $0.length] } == [[2, 5], [11, 6], [13, 3]])
  }

  /// The first line and the length of each function, by indentation: swift-format has put the
  /// closing brace of a declaration below its first word.
  private static func functions(_ lines: [Substring]) -> [(line: Int, length: Int)] {
    var found: [(line: Int, length: Int)] = []
    for (index, line) in lines.enumerated() where declaresFunction(line) {
      if line.hasSuffix("}") { continue }
      let indentation = line.prefix { $0 == " " }
      for (end, other) in lines.enumerated().dropFirst(index + 1) where !other.isEmpty {
        let depth = other.prefix { $0 == " " }.count
        if depth > indentation.count { continue }
        let text = other.dropFirst(depth)
        if depth == indentation.count, text.hasPrefix(")") || text.hasPrefix("where") { continue }
        if depth == indentation.count, text.hasPrefix("}") {
          found.append((index + 1, end - index + 1))
        }
        break
      }
    }
    return found
  }

  private static func declaresFunction(_ line: Substring) -> Bool {
    let modifiers = [
      "public", "private", "fileprivate", "internal", "static", "mutating", "consuming",
      "borrowing", "override", "required", "convenience", "final", "package",
    ]
    let words = line.split { $0 == " " || $0 == "(" || $0 == "<" }
    let rest = words.drop { modifiers.contains(String($0)) || $0.hasPrefix("@") }
    guard let first = rest.first else { return false }
    return ["func", "init", "init?", "deinit", "subscript", "var"].contains(String(first))
      && line.contains { $0 == "(" || $0 == "{" }
  }
}
