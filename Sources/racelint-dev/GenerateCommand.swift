import Basics
import Driver

/// Writes what is made from other files of the project.
struct GenerateCommand: DeveloperCommand {
  static let name = "generate"
  static let usage = "generate [--check] [ROOT]"
  static let summary = "write Rules/RuleList.swift; with --check, only say whether it is fresh"

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let isCheck = arguments.contains("--check")
    let root = arguments.first { $0 != "--check" } ?? "."
    let path = root + "/Rules/RuleList.swift"
    do throws(FileError) {
      let text = Array(try ruleList(root).utf8)
      let present = (try? FileSystem.read(path)) ?? []
      if present == text { return }
      if isCheck { throw FileError(path: path, reason: "stale; run racelint-dev generate") }
      try StagedFile(text, for: path).commit()
      print("wrote \(path)")
    } catch {
      throw DeveloperError(error)
    }
  }

  /// The names of the rules' folders, in byte order.
  static func ruleFolders(_ root: String) throws(FileError) -> [String] {
    try FileSystem.entries(root + "/Rules").filter { $0.kind == .directory }.map(\.name)
  }

  private static func ruleList(_ root: String) throws(FileError) -> String {
    let names = try ruleFolders(root).map { "    \($0).self,\n" }.joined()
    return """
      // Written by `racelint-dev generate` from the folders of Rules/. Do not edit.
      import RuleKit

      /// All rules, by the names of their folders.
      public enum RuleList {
        /// The rules' types.
        public static let all: [any Rule.Type] = [
      \(names)  ]
      }

      """
  }
}
