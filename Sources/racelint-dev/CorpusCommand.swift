import Basics
import CorpusKit
import Glibc

/// Runs racelint over real code and compares what it finds with what was recorded.
struct CorpusCommand: DeveloperCommand {
  static let name = "corpus"
  static let usage =
    "corpus [--record | --fix [--unsafe-fixes] | --sample N --seed S [--rule ID] | --precision"
    + " | --unfixed]"
    + " [PROGRAM…]"
  static let summary = """
    find hazards in real code and compare them with those recorded; --sample draws
          N of them to read, --precision prints the verdicts on the last draw, --fix applies
          safe fixes to copies of the programs and compiles these; --unsafe-fixes applies
          the others too; --unfixed lists what has no fix, and why
    """

  private struct Options {
    var records = false
    var printsPrecision = false
    var fixes = false
    var unsafeFixes = false
    var listsUnfixed = false
    var sample: Int?
    var seed: UInt64 = 1
    var rule: String?
    var programs: [String] = []

    init(_ arguments: [String]) throws(DeveloperError) {
      var rest = arguments[...]
      while let argument = rest.popFirst() {
        switch argument {
        case "--record": records = true
        case "--precision": printsPrecision = true
        case "--fix": fixes = true
        case "--unsafe-fixes": unsafeFixes = true
        case "--unfixed": listsUnfixed = true
        case "--sample": sample = try Self.number(rest.popFirst(), argument)
        case "--seed": seed = UInt64(try Self.number(rest.popFirst(), argument))
        case "--rule":
          rule = rest.popFirst()
          if rule == nil { throw DeveloperError("usage: racelint-dev \(usage)") }
        default:
          guard !argument.hasPrefix("-") else {
            throw DeveloperError("usage: racelint-dev \(usage)")
          }
          programs.append(argument)
        }
      }
    }

    private static func number(
      _ text: String?, _ option: String
    ) throws(DeveloperError) -> Int {
      guard let number = text.flatMap({ Int($0) }), number > 0 else {
        throw DeveloperError("\(option) needs a number above 0")
      }
      return number
    }
  }

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let options = try Options(arguments)
    let root = FilePath.workingDirectory
    do throws(CorpusError) {
      if options.printsPrecision {
        try printPrecision(root)
        return
      }
      var programs = try CorpusProgram.all(root: root)
      let known = Set(programs.map(\.name))
      for name in options.programs where !known.contains(name) {
        throw CorpusError("no program of the corpus is called \(name)")
      }
      if !options.programs.isEmpty {
        programs = programs.filter { options.programs.contains($0.name) }
      }
      if options.fixes {
        try CorpusFixReport(programs, root: root, onlySafe: !options.unsafeFixes).print()
        return
      }
      // The toolchain that programs are read with is the one that is pinned.
      setenv("GOROOT", FilePath.join(root, ".toolchain"), 1)
      let runs = try programs.map { program throws(CorpusError) in
        try CorpusRun(program, root: root, jobs: Parallel.processorCount)
      }
      if options.listsUnfixed {
        printUnfixed(runs)
        return
      }
      if let count = options.sample {
        printDraw(runs, count, options)
        return
      }
      for run in runs {
        print(
          "\(run.program.name): files \(run.files), findings \(run.findings.count), "
            + "\(Figures.decimal(run.seconds, 2)) s")
      }
      try compare(runs, root, records: options.records)
    } catch {
      throw DeveloperError(error.message, status: error.isDifference ? 1 : 2)
    }
  }

  /// Prints what is found now and was not recorded, and the other way round.
  private static func compare(
    _ runs: [CorpusRun], _ root: String, records: Bool
  ) throws(CorpusError) {
    let names = Set(runs.map(\.program.name))
    let path = FilePath.join(root, CorpusFinding.file)
    let recorded = FileSystem.isFile(path) ? try CorpusFinding.recorded(root: root) : []
    let found = runs.flatMap(\.findings)
    let old = Set(recorded.map(\.key))
    let new = Set(found.map(\.key))
    let gone = recorded.filter { names.contains($0.program) && !new.contains($0.key) }
    let come = found.filter { !old.contains($0.key) }
    for finding in gone { print("- \(finding.line)") }
    for finding in come { print("+ \(finding.line)") }
    print("corpus: findings \(found.count), new \(come.count), gone \(gone.count)")
    if records {
      let others = recorded.filter { !names.contains($0.program) }
      let order = try CorpusProgram.all(root: root).map(\.name)
      let all = order.flatMap { name in (others + found).filter { $0.program == name } }
      do throws(FileError) {
        try StagedFile(Array(CorpusFinding.text(all).utf8), for: path).commit()
      } catch {
        throw CorpusError(error)
      }
    } else if !gone.isEmpty || !come.isEmpty {
      throw CorpusError(difference: "the findings are not those that were recorded")
    }
  }

  /// Prints what has no fix, the commonest reason first.
  private static func printUnfixed(_ runs: [CorpusRun]) {
    let unfixed = runs.flatMap(\.unfixed)
    let groups = Dictionary(grouping: unfixed, by: \.reason)
    for (reason, group) in groups.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    ) {
      print("\(reason): \(group.count)")
      for finding in group { print("  \(finding.line)") }
    }
    print("without a fix: \(unfixed.count) of \(runs.reduce(0) { $0 + $1.findings.count })")
  }

  private static func printDraw(_ runs: [CorpusRun], _ count: Int, _ options: Options) {
    let findings = runs.flatMap(\.findings).filter {
      options.rule == nil || $0.rule == options.rule
    }
    let draw = CorpusDraw(count, of: findings, seed: options.seed)
    for run in runs {
      let keys = Set(draw.findings.filter { $0.program == run.program.name }.map(\.fingerprint))
      guard !keys.isEmpty else { continue }
      print("=== \(run.program.name)\n")
      print(run.text(of: keys))
    }
    for finding in draw.findings { print(Verdicts.row(finding, seed: options.seed)) }
  }

  private static func printPrecision(_ root: String) throws(CorpusError) {
    let last = try Verdicts(root: root).last
    for rule in Set(last.map(\.rule)).sorted() {
      let own = last.filter { $0.rule == rule }
      let counts = Verdicts.counts(own).dropFirst("precision: ".count)
      print("\(rule)\(String(repeating: " ", count: max(1, 20 - rule.count)))\(counts)")
    }
    print(Verdicts.counts(last))
  }
}
