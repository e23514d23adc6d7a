import Basics
import GoFlow
import GoIR
import GoPackages
import GoTypes
import TestKit

/// What the engine says of each of the small programs.
public struct FlowTable: Sendable {
  /// One program.
  public struct Row: Sendable {
    public let program: FlowCase
    public let answer: FlowAnswer

    /// Whether the engine's answer is the program's.
    public var isRight: Bool { answer.isHazard == program.mayMeet }
    /// What is wrong, in a word.
    public var fault: String { program.mayMeet ? "missed" : "noise" }
  }

  /// By the names of the programs.
  public let rows: [Row]

  /// Analyses each program as a package of its own, on `jobs` threads, as if no Go were installed.
  public init(_ programs: [FlowCase], jobs: Int) throws {
    var files = ["go.mod": "module m\n\ngo 1.27\n"]
    var byPackage: [String: FlowCase] = [:]
    for program in programs {
      let package = String(program.name.dropLast(".go".count))
      files[package + "/a.go"] = program.text
      byPackage["m/" + package] = program
    }
    let types = try SampleProgram.load(files, jobs: jobs)
    let rows = types.map(types.graph.importOrder, jobs: jobs) { [byPackage] checker -> Row? in
      let facts = PackageFacts(collecting: PackageBodies(checker))
      guard let program = byPackage[facts.path] else { return nil }
      let analysis = FlowAnalysis(FlowProgram(linking: [facts], jobs: 1), jobs: 1)
      let source = SourceText(path: facts.files.first ?? "", text: program.text)
      guard let first = FlowLine(source, line: program.firstLine),
        let second = FlowLine(source, line: program.secondLine)
      else { return nil }
      return Row(program: program, answer: FlowQuestion(analysis).answer(first, second))
    }.compactMap(\.self)
    self.rows = rows.sorted { $0.program.name < $1.program.name }
    let missing = Set(programs.map(\.name)).subtracting(self.rows.map(\.program.name))
    if let name = missing.min() { throw FlowCaseError(name: name, reason: "it was not analysed") }
  }

  /// How many programs of each topic are as they say, a line each, and of all.
  public var counts: String {
    var lines: [String] = []
    let topics = Set(rows.map(\.program.topic)).sorted()
    for topic in topics + ["all"] {
      let own = topic == "all" ? rows : rows.filter { $0.program.topic == topic }
      let missed = own.count { !$0.isRight && $0.program.mayMeet }
      let noise = own.count { !$0.isRight && !$0.program.mayMeet }
      lines.append(
        "\(topic): \(own.count - missed - noise) of \(own.count) right, \(missed) missed, "
          + "\(noise) noise")
    }
    return lines.joined(separator: "\n")
  }

  /// What differs from what is known to be wrong, a line for each program.
  public func surprises(_ known: KnownWrong) -> [String] {
    let new = rows.filter { !$0.isRight && known.faults[$0.program.name] == nil }.map {
      "\($0.program.name): \($0.fault)"
    }
    let mended = rows.filter { $0.isRight && known.faults[$0.program.name] != nil }.map {
      "\($0.program.name): right, but known as wrong"
    }
    let names = Set(rows.map(\.program.name))
    let gone = known.faults.keys.filter { !names.contains($0) }.sorted().map {
      "\($0): known as wrong, but there is no such program"
    }
    return new + mended + gone
  }
}

/// The programs whose answer the engine gets wrong, as a file of the checkout has them: a name a
/// line, and behind it in which way it is wrong and why.
public struct KnownWrong: Sendable {
  /// Where the file lies, seen from the root of a checkout.
  public static let file = FlowCase.directory + "/known-wrong.txt"

  private static let head = """
    # Programs whose answer racelint gets wrong today, and why where it is known. The tests fail
    # when one of them becomes right and when another is wrong. `racelint-dev flow-table --record`
    # writes this file; what stands behind "missed" and "noise" is kept.

    """

  /// What is wrong with a program, by its name.
  public private(set) var faults: [String: String] = [:]

  /// What the file of a checkout says; nothing where there is none.
  public init(root: String) throws {
    let path = FilePath.join(root, Self.file)
    let bytes = FileSystem.isFile(path) ? try FileSystem.read(path) : []
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }

  /// What a text says.
  public init(text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard let name = words.first else { continue }
      faults[String(name)] = words.count > 1 ? String(words[1]) : ""
    }
  }

  /// The text for what a table found; the words for what was known to be wrong in the same way
  /// stay.
  public func text(_ table: FlowTable) -> String {
    let lines = table.rows.filter { !$0.isRight }.map { row in
      let known = faults[row.program.name] ?? ""
      return "\(row.program.name) \(known.hasPrefix(row.fault) ? known : row.fault)\n"
    }
    return Self.head + lines.joined()
  }
}
