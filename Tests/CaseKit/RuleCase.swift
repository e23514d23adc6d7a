import Basics
import Driver
import Findings
import RuleKit

/// A piece of Go that says what a rule reports in it.
public struct RuleCase: Sendable, CustomStringConvertible {
  /// What a case is made of.
  public enum Source: Sendable {
    /// A file, or a directory that is a package or module.
    case path(String)
    /// A block of a rule's manual: its text and whether it stands for the hazard.
    case manual(text: String, isBad: Bool)
  }

  /// The rule that runs on it, alone.
  public let rule: RuleDescriptor
  /// The folder of the rule and what tells the case from its others.
  public let name: String
  /// The Go code.
  public let source: Source

  public var description: String { name }

  /// What a case says of itself by its name.
  public enum Kind: String, Sendable, CaseIterable {
    case bad = "bad_"
    case ok = "ok_"
    case knownMiss = "known_miss_"
    case knownNoise = "known_noise_"
  }

  /// What the file's or directory's name says; nil where it says nothing, and for manuals.
  public var kind: Kind? {
    let file = FilePath.lastComponent(name)
    return Kind.allCases.first { file.hasPrefix($0.rawValue) }
  }

  /// The golden files of a case: beside the file, or anywhere in the directory.
  public static func goldenFiles(below path: String) throws -> [String] {
    guard FileSystem.isDirectory(path) else {
      return FileSystem.isFile(path + ".golden") ? [path + ".golden"] : []
    }
    return try FileSystem.entries(path).flatMap { entry -> [String] in
      let child = path + "/" + entry.name
      if entry.kind == .directory { return try goldenFiles(below: child) }
      return child.hasSuffix(".golden") ? [child] : []
    }
  }

  /// All cases below a checkout: files and directories of `Rules/*/cases`, and the Go blocks
  /// of the manuals. Sorted by name.
  public static func all(root: String) throws -> [RuleCase] {
    var cases: [RuleCase] = []
    for folder in try FileSystem.entries(root + "/Rules") where folder.kind == .directory {
      guard let rule = Analysis.rules.first(where: { typeName($0.id) == folder.name }) else {
        throw FileError(path: root + "/Rules/" + folder.name, reason: "no rule of that name runs")
      }
      let directory = "\(root)/Rules/\(folder.name)/cases"
      for entry in try FileSystem.entries(directory)
      where entry.kind == .directory || entry.name.hasSuffix(".go") {
        cases.append(
          RuleCase(
            rule: rule, name: "\(folder.name)/\(entry.name)",
            source: .path(directory + "/" + entry.name)))
      }
      cases += manualCases(rule, folder.name)
    }
    return cases
  }

  /// "EarlyDone" of "early-done".
  private static func typeName(_ id: String) -> String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// Each Go block below a heading that begins with "Bad" or "Good".
  private static func manualCases(_ rule: RuleDescriptor, _ folder: String) -> [RuleCase] {
    var cases: [RuleCase] = []
    var isBad: Bool?
    var block: [Substring]?
    for line in rule.manual.split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = block {
        guard line.hasPrefix("```") else {
          block = lines + [line]
          continue
        }
        block = nil
        guard let isBad else { continue }
        cases.append(
          RuleCase(
            rule: rule, name: "\(folder) manual \(cases.count + 1) (\(isBad ? "bad" : "good"))",
            source: .manual(text: lines.joined(separator: "\n") + "\n", isBad: isBad)))
      } else if line.hasPrefix("```go") {
        block = []
      } else if line.hasPrefix("#") {
        let title = line.drop { $0 == "#" || $0 == " " }
        isBad = title.hasPrefix("Bad") ? true : title.hasPrefix("Good") ? false : nil
      }
    }
    return cases
  }
}
