import Basics
import FlowKit

/// Compares the answers of the flow analysis with those of the small programs of its tests.
struct FlowTableCommand: DeveloperCommand {
  static let name = "flow-table"
  static let usage = "flow-table [--record] [ROOT]"
  static let summary = """
    run the flow analysis on the small programs of its tests; with --record write
          which of them it gets wrong
    """

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let records = arguments.contains("--record")
    let rest = arguments.filter { $0 != "--record" }
    guard rest.count <= 1, !rest.contains(where: { $0.hasPrefix("-") }) else {
      throw DeveloperError("usage: racelint-dev \(usage)")
    }
    let root = FilePath.join(FilePath.workingDirectory, rest.first ?? ".")
    let surprises: [String]
    do {
      let table = try FlowTable(FlowCase.all(root: root), jobs: Parallel.processorCount)
      let known = try KnownWrong(root: root)
      surprises = table.surprises(known)
      for surprise in surprises { print(surprise) }
      print(table.counts)
      let text = known.text(table)
      let path = FilePath.join(root, KnownWrong.file)
      if records, (try? FileSystem.read(path)) != Array(text.utf8) {
        try StagedFile(Array(text.utf8), for: path).commit()
        print("wrote \(path)")
      }
    } catch let error as FileError {
      throw DeveloperError(error)
    } catch {
      throw DeveloperError("\(error)")
    }
    if !records, !surprises.isEmpty {
      throw DeveloperError("not all answers are as they were", status: 1)
    }
  }
}
