import Basics
import CaseKit

/// Runs the rules' cases; with `--record` it writes the golden files of their fixes.
struct CasesCommand: DeveloperCommand {
  static let name = "cases"
  static let usage = "cases [--record] [ROOT]"
  static let summary = "run the cases of all rules; --record writes their golden files"

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let records = arguments.contains("--record")
    let root = FilePath.join(
      FilePath.workingDirectory, arguments.first { $0 != "--record" } ?? ".")
    var failed = 0
    var count = 0
    do {
      for ruleCase in try RuleCase.all(root: root) {
        guard case .path(let path) = ruleCase.source else { continue }
        count += 1
        let run = try CaseRun(ruleCase, path: path)
        for failure in run.failures { print("\(ruleCase): \(failure)") }
        if !run.failures.isEmpty { failed += 1 }
        guard records else { continue }
        for (file, bytes) in run.fixedFiles {
          let golden = "/" + file + ".golden"
          if (try? FileSystem.read(golden)) == bytes { continue }
          try StagedFile(bytes, for: golden).commit()
          print("wrote \(golden)")
        }
      }
    } catch let error as FileError {
      throw DeveloperError(error)
    } catch {
      throw DeveloperError("\(error)")
    }
    print("cases: \(count), failed \(failed)")
    if failed > 0 { throw DeveloperError("not all cases are as they say") }
  }
}
