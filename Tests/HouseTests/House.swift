import Basics

/// The project's own files, as the tests of its order see them.
enum House {
  /// The root of the repository.
  static let root = (0..<3).reduce(#filePath) { path, _ in FilePath.directory(path) }

  /// A Swift file with its lines.
  struct File: Sendable, CustomStringConvertible {
    /// The path from the root: "Sources/Basics/BitSet.swift".
    var path: String
    var lines: [Substring]

    /// "Basics" of a file below Sources, "Rules" of one below Rules.
    var module: String {
      let parts = path.split(separator: "/")
      return String(parts[0] == "Sources" ? parts[1] : parts[0])
    }

    /// The rule's folder of a file below Rules; nil elsewhere.
    var ruleFolder: String? {
      let parts = path.split(separator: "/")
      return parts[0] == "Rules" && parts.count > 2 ? String(parts[1]) : nil
    }

    /// The lines without comments. A `//` between spaces in a string counts as one: good
    /// enough for looking for names.
    var code: [Substring] {
      lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }
        .map { line in
          guard let comment = line.firstRange(of: " // ") else { return line }
          return line[..<comment.lowerBound]
        }
    }

    /// The names that the code mentions.
    var words: Set<Substring> {
      Set(code.flatMap { $0.split { !$0.isLetter && !$0.isNumber && $0 != "_" } })
    }

    var description: String { path }
  }

  /// The Swift files below a directory of the root, in byte order.
  static func files(below directory: String) throws -> [File] {
    try FileSystem.entries(root + "/" + directory).flatMap { entry -> [File] in
      let path = directory + "/" + entry.name
      if entry.kind == .directory { return try files(below: path) }
      return entry.kind == .file && path.hasSuffix(".swift") ? [try file(path)] : []
    }
  }

  /// One file of the root.
  static func file(_ path: String) throws -> File {
    let text = String(decoding: try FileSystem.read(root + "/" + path), as: UTF8.self)
    return File(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
  }

  /// The files that the shipped programs are made of.
  static func sources() throws -> [File] {
    try files(below: "Sources") + files(below: "Rules")
  }

  /// The names of the directories in a directory of the root.
  static func folders(_ directory: String) throws -> [String] {
    try FileSystem.entries(root + "/" + directory).filter { $0.kind == .directory }.map(\.name)
  }

  /// The id of the rule of a folder: "early-done" of "EarlyDone".
  static func ruleID(_ folder: String) -> String {
    var id = ""
    for letter in folder {
      if letter.isUppercase, !id.isEmpty { id += "-" }
      id += letter.lowercased()
    }
    return id
  }
}
