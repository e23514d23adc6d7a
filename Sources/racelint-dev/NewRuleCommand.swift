import Basics
import Glibc

/// Writes the folder of a new rule.
struct NewRuleCommand: DeveloperCommand {
  static let name = "new-rule"
  static let usage = "new-rule ID [ROOT]"
  static let summary = "write the folder of a rule, such as new-rule lost-wakeup"

  static func run(_ arguments: [String]) throws(DeveloperError) {
    guard let id = arguments.first, arguments.count <= 2 else {
      throw DeveloperError("usage: racelint-dev \(usage)")
    }
    let words = id.split(separator: "-", omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLowercase && $0.isASCII } })
    else { throw DeveloperError("a rule's id is lower-case words with hyphens, not \(id)") }
    let type = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let root = arguments.count > 1 ? arguments[1] : "."
    let folder = "\(root)/Rules/\(type)"
    if FileSystem.isDirectory(folder) { throw DeveloperError("\(folder) is there already") }
    do throws(FileError) {
      guard mkdir(folder, 0o755) == 0, mkdir(folder + "/cases", 0o755) == 0 else {
        throw FileError(path: folder, code: errno)
      }
      try StagedFile(Array(pass(type, id).utf8), for: "\(folder)/\(type).swift").commit()
      try StagedFile(Array(manual(id).utf8), for: "\(folder)/\(type).md").commit()
    } catch {
      throw DeveloperError(error)
    }
    print(
      "wrote \(folder); add \"\(type)\" to the rules of Package.swift, "
        + "then run racelint-dev generate")
  }

  private static func pass(_ type: String, _ id: String) -> String {
    """
    import Findings
    import GoSyntax
    import RuleKit

    /// What goes wrong, in one sentence.
    public struct \(type): Rule {
      /// What the world knows of the rule.
      public static let descriptor = RuleDescriptor(
        id: "\(id)", summary: "", severity: .error,
        manual: PackageResources.\(type)_md)

      public init() {}

      /// Reports each such hazard of the package.
      public func check(_ package: PackageContext, _ sink: inout FindingSink) {
      }
    }

    """
  }

  private static func manual(_ id: String) -> String {
    """
    # \(id)

    What it reports.

    ## Why it matters

    ## Bad

    ```go
    ```

    ## Good

    ```go
    ```

    ## Limits

    """
  }
}
