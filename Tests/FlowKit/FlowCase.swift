import Basics

/// A small program that asks whether two of its lines may touch the same memory at the same time,
/// with the answer in its first line; `Tests/GoFlowTests/Programs/README.md` has the form.
public struct FlowCase: Sendable, CustomStringConvertible {
  /// Topic and file: "order/late_add.go".
  public let name: String
  /// The directory that it lies in.
  public let topic: String
  /// Whether the lines may meet.
  public let mayMeet: Bool
  /// Of those that may not meet why: "joined"; else empty.
  public let category: String
  /// The 1-based lines that are asked about.
  public let firstLine: Int
  public let secondLine: Int
  /// The program.
  public let text: String

  public var description: String { name }

  /// What a program that does not meet may say of the reason.
  public static let categories: Set<String> = [
    "copied", "other-memory", "one-goroutine", "before-start", "joined", "locked", "once", "atomic",
    "handed-over", "only-read", "distinct-elements", "before-signal",
  ]

  /// A program by its name and text; throws where it is not of the form.
  public init(name: String, text: String) throws(FlowCaseError) {
    self.name = name
    self.text = text
    topic = FilePath.directory(name)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.first.map(String.init) ?? ""
    if head == "// answer: yes" {
      mayMeet = true
      category = ""
    } else if head.hasPrefix("// answer: no ("), head.hasSuffix(")") {
      mayMeet = false
      category = String(head.dropFirst("// answer: no (".count).dropLast())
      guard Self.categories.contains(category) else {
        throw FlowCaseError(name: name, reason: "no such category: \(category)")
      }
    } else {
      throw FlowCaseError(name: name, reason: "the first line is no answer: \(head)")
    }
    guard lines.count > 1, lines[1].hasPrefix("// reason: ") else {
      throw FlowCaseError(name: name, reason: "the second line is no reason")
    }
    firstLine = try Self.line(lines, "A", name)
    secondLine = try Self.line(lines, "B", name)
  }

  /// The one line that ends in a mark.
  private static func line(
    _ lines: [Substring], _ mark: String, _ name: String
  ) throws(FlowCaseError) -> Int {
    let found = lines.indices.filter { index in
      lines[index].hasSuffix("// \(mark)") || lines[index].hasSuffix("// A B")
    }
    guard found.count == 1 else {
      throw FlowCaseError(name: name, reason: "\(found.count) lines end in // \(mark)")
    }
    return found[0] + 1
  }

  /// Where the programs lie, seen from the root of a checkout.
  public static let directory = "Tests/GoFlowTests/Programs"

  /// All programs of a checkout, by name.
  public static func all(root: String) throws -> [FlowCase] {
    let directory = FilePath.join(root, self.directory)
    return try FileSystem.entries(directory).filter { $0.kind == .directory }.flatMap { topic in
      try FileSystem.entries(directory + "/" + topic.name)
        .filter { $0.name.hasSuffix(".go") }
        .map { entry in
          let name = topic.name + "/" + entry.name
          let bytes = try FileSystem.read(directory + "/" + name)
          return try FlowCase(name: name, text: String(decoding: bytes, as: UTF8.self))
        }
    }
  }
}

/// A program that is not of the form, or could not be analysed.
public struct FlowCaseError: Error, CustomStringConvertible {
  public var name: String
  public var reason: String
  public var description: String { "\(name): \(reason)" }
}
