import Basics

/// Measures a whole run, and stages of one, against bare parsing of the same files.
struct BenchCommand: DeveloperCommand {
  static let name = "bench"
  static let usage = "bench [--rounds N] DIR"
  static let summary = "time `racelint check ./...` in DIR against parsing alone, best of three"

  /// Parsing slower than this, in bytes a second a core, says that the machine is busy.
  private static let quietRate = 9e6

  private struct Row {
    var name: String
    var best: ChildProcess
  }

  static func run(_ arguments: [String]) throws(DeveloperError) {
    var rounds = 3
    var rest = arguments
    if rest.first == "--rounds", rest.count > 1, let count = Int(rest[1]), count > 0 {
      rounds = count
      rest.removeFirst(2)
    }
    guard rest.count == 1, FileSystem.isDirectory(rest[0]) else {
      throw DeveloperError("usage: racelint-dev \(usage)")
    }
    guard let own = FilePath.resolvingLinks("/proc/self/exe") else {
      throw DeveloperError("cannot find the programs that belong to this one")
    }
    let check = FilePath.directory(own) + "/racelint"
    guard FileSystem.isFile(check) else {
      throw DeveloperError("\(check) is not there; run make build")
    }
    let jobs = Parallel.processorCount
    let pattern = FilePath.clean(rest[0]) + "/..."
    let programs: [(name: String, path: String, arguments: [String])] = [
      ("parse, \(jobs) threads", own, ["parse", "--only", "--jobs", "\(jobs)"]),
      ("types, \(jobs) threads", own, ["lower", "--types-only", "--jobs", "\(jobs)"]),
      ("bodies, \(jobs) threads", own, ["lower", "--jobs", "\(jobs)"]),
      ("check, \(jobs) threads", check, checkArguments(jobs)),
      ("check, 1 thread", check, checkArguments(1)),
      ("flow, \(jobs) threads", own, ["flow", "--jobs", "\(jobs)"]),
    ]
    var rows: [Row] = []
    for round in 0..<rounds {
      for (index, program) in programs.enumerated() {
        let child = try ChildProcess.run(program.path, program.arguments + [pattern])
        guard child.status == 0 else {
          throw DeveloperError("\(program.path) ended with status \(child.status)")
        }
        if round == 0 {
          rows.append(Row(name: program.name, best: child))
        } else if child.elapsed < rows[index].best.elapsed {
          rows[index].best = child
        }
      }
    }
    try report(rows)
  }

  private static func checkArguments(_ jobs: Int) -> [String] {
    ["check", "--exit-zero", "--quiet", "--no-cache", "--jobs", "\(jobs)"]
  }

  private static func report(_ rows: [Row]) throws(DeveloperError) {
    let parse = rows[0].best
    let types = rows[1].best
    let bodies = rows[2].best
    let check = rows[3].best
    let single = rows[4].best
    let flow = rows[5].best
    guard let files = figure(in: parse.output, after: "files "),
      let megabytes = figure(in: parse.output, after: ", ", last: " MB")
    else { throw DeveloperError("cannot read what parse printed: \(parse.output)") }

    print(row("stage", "seconds", "cpu s", "peak MB", "MB/s"))
    for entry in rows {
      let seconds = entry.best.elapsed / .seconds(1)
      print(
        row(
          entry.name, Figures.decimal(seconds, 2),
          Figures.decimal(entry.best.processorSeconds, 2),
          Figures.megabytes(entry.best.peakBytes), Figures.decimal(megabytes / seconds, 1)))
    }
    print(
      "two threads against one: "
        + Figures.decimal(single.elapsed / check.elapsed, 2) + " times as fast")
    if megabytes * 1e6 / parse.processorSeconds < quietRate {
      print(
        "the machine is too busy to judge: parsing ran at "
          + Figures.decimal(megabytes / parse.processorSeconds, 1) + " MB/s a core")
    }
    print(flow.output, terminator: "")
    print(
      "bench: parse \(Figures.seconds(parse.elapsed)) s, types \(Figures.seconds(types.elapsed)) s, "
        + "bodies \(Figures.seconds(bodies.elapsed)) s, check \(Figures.seconds(check.elapsed)) s, "
        + "ratio \(Figures.decimal(check.elapsed / parse.elapsed, 2)), "
        + "peak \(Figures.decimal(Double(check.peakBytes) / 1e6, 0)) MB, "
        + "files \(Figures.decimal(files, 0))")
  }

  private static func row(_ cells: String...) -> String {
    var line = cells[0] + String(repeating: " ", count: max(1, 20 - cells[0].count))
    for cell in cells.dropFirst() {
      line += String(repeating: " ", count: max(1, 10 - cell.count)) + cell
    }
    return line
  }

  /// The number after a word; where `last` is given, the one that stands before it.
  private static func figure(in text: String, after word: String, last: String? = nil) -> Double? {
    let parts = text.split(separator: ",").map(String.init)
    if let last {
      guard let part = parts.first(where: { $0.hasSuffix(last) }) else { return nil }
      return Double(part.dropFirst().dropLast(last.count))
    }
    guard let part = parts.first(where: { $0.contains(word) }) else { return nil }
    return part.split(separator: " ").last.flatMap { Double($0) }
  }
}
