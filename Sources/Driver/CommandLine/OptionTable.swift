import Findings
import Reporting

/// All options there are: parsing, help and suggestions are made from this table.
enum OptionTable {
  /// The options of a command, in the order in which help shows them.
  static func options(for command: Command?) -> [OptionSpec] {
    switch command {
    case .check: configured + check + configuration + general
    case .review: review + configured + reviewed + configuration + general
    case .server: configured + served + configuration + general
    case .config: schema + configured + configuration + general
    default: general
    }
  }

  private static let general: [OptionSpec] = [
    OptionSpec("help", short: "h", .general, "print this help", .flag { $0.wantsHelp = true })
  ]

  private static let check: [OptionSpec] = findings + fixes + report + build + work

  private static let review: [OptionSpec] = [
    OptionSpec(
      "base", .findings, "the revision that the change is to be merged into",
      revision(\.reviewBase)),
    OptionSpec(
      "format", .report,
      "form of the review (default: of GitHub or GitLab where it runs, else json)",
      .choice(ReviewFormat.allCases.map(\.rawValue)) { options, word in
        options.reviewFormat = ReviewFormat(rawValue: word)
      }),
    OptionSpec(
      "post", .report, "send the review to the host instead of printing it",
      .flag { $0.postsReview = true }),
  ]

  /// Options of `check` that a review takes too.
  private static let reviewed: [OptionSpec] =
    findings.filter { ["tests", "baseline"].contains($0.name) }
    + report.filter { ["output", "quiet", "exit-zero"].contains($0.name) } + build
    + work.filter { $0.name == "jobs" }

  /// Options of `check` that a server takes too, and one that editors are used to give.
  private static let served: [OptionSpec] =
    findings.filter { ["tests", "report-unused-ignores", "baseline"].contains($0.name) } + build
    + work.filter { $0.name == "jobs" } + [
      OptionSpec(
        "stdio", .general, "speak on standard input and output, as it does anyway", .flag { _ in })
    ]

  /// What a configuration says too.
  private static let configured: [OptionSpec] = [
    OptionSpec("only", .findings, "run only these rules", .list("RULE") { $0.only += $1 }, .rule),
    OptionSpec(
      "disable", .findings, "do not run these rules", .list("RULE") { $0.disabled += $1 }, .rule),
    OptionSpec(
      "min-confidence", .findings, "report what is at least so sure (default: likely)",
      .choice(Confidence.allCases.map(\.rawValue)) { options, word in
        options.minimumConfidence = Confidence(rawValue: word)
      }),
    OptionSpec("tags", .build, "build tags to satisfy", .list("TAG") { $0.tags += $1 }),
  ]

  private static let configuration: [OptionSpec] = [
    OptionSpec(
      "config", .general,
      "read this configuration (default: the nearest \(Configuration.fileName) above)",
      file(\.configuration), .file),
    OptionSpec(
      "no-config", .general, "read no configuration", .flag { $0.ignoresConfiguration = true }),
  ]

  private static let schema: [OptionSpec] = [
    OptionSpec(
      "schema", .general, "print the JSON Schema of configurations",
      .flag { $0.printsSchema = true })
  ]

  private static let findings: [OptionSpec] = [
    OptionSpec(
      "tests", .findings, "analyse _test.go files (default: yes)",
      .toggle { $0.includesTests = $1 }),
    OptionSpec(
      "stdin-filename", .findings,
      "with the operand -: check this file with the text on standard input, and report what lies in it",
      .value("FILE", expected: "the path of a .go file") { options, text in
        options.standardInputFile = text
        return text.hasSuffix(".go")
      }, .file),
    OptionSpec(
      "report-unused-ignores", .findings, "tell of directives in comments that leave out nothing",
      .flag { $0.reportsUnusedIgnores = true }),
    OptionSpec(
      "baseline", .findings, "leave out the findings that a file lists", file(\.baseline), .file),
    OptionSpec(
      "write-baseline", .findings, "list what is found in a file, and report nothing of it",
      file(\.newBaseline), .file),
    OptionSpec(
      "new-from-rev", .findings, "report only what the changes since a revision touch",
      revision(\.newFromRevision)),
    OptionSpec(
      "new-from-merge-base", .findings,
      "report only what the changes touch since the branch left a revision",
      revision(\.newFromMergeBase)),
    OptionSpec(
      "new-from-patch", .findings, "report only what a patch touches (-: standard input)",
      file(\.newFromPatch), .file),
    OptionSpec(
      "whole-files", .findings, "with --new-from-...: report all of the files that were touched",
      .flag { $0.wholeFiles = true }),
    OptionSpec(
      "untracked", .findings, "take files that git does not know for new (default: yes)",
      .toggle { $0.includesUntracked = $1 }),
  ]

  private static let fixes: [OptionSpec] = [
    OptionSpec(
      "fix", .fixes, "apply safe fixes, then report what is left", .flag { $0.appliesFixes = true }),
    OptionSpec(
      "unsafe-fixes", .fixes, "with --fix or --diff: also fixes that need a look",
      .flag { $0.allowsUnsafeFixes = true }),
    OptionSpec(
      "diff", .fixes, "print the patch that --fix would make, and change nothing",
      .flag { $0.printsDiff = true }),
  ]

  private static let report: [OptionSpec] = [
    OptionSpec(
      "format", .report,
      "form of the report, with a file to write it to or without: \(formats.joined(separator: ", ")); default: text",
      .list("FORMAT[=FILE]") { $0.formats += $1 }, .words(formats)),
    OptionSpec(
      "output", short: "o", .report, "write the report to a file (-: standard output)",
      .value("FILE", expected: "the path of a file") {
        $0.output = $1 == "-" ? nil : $1
        return !$1.isEmpty
      }, .file),
    OptionSpec(
      "quiet", short: "q", .report, "one line a finding; no excerpts, no summary",
      .flag { $0.isQuiet = true }),
    OptionSpec(
      "statistics", .report, "count the findings of each rule instead of showing them",
      .flag { $0.printsStatistics = true }),
    OptionSpec(
      "color", .report, "when to use colour (default: auto, on a terminal)", choice(\.color)),
    OptionSpec(
      "exit-zero", .report, "exit with 0 even if there are findings", .flag { $0.exitsZero = true }),
  ]

  private static let formats = ReportFormat.allCases.map(\.rawValue)

  private static let build: [OptionSpec] = [
    OptionSpec(
      "goos", .build, "target system of build constraints (default: this one)", word("OS", \.goos)),
    OptionSpec(
      "goarch", .build, "target architecture of build constraints (default: this one)",
      word("ARCH", \.goarch)),
  ]

  private static let work: [OptionSpec] = [
    OptionSpec(
      "jobs", short: "j", .general, "threads to work with (default: one a processor)",
      .value("N", expected: "a number from 1 to 1024") { options, text in
        guard let jobs = Int(text), (1...1024).contains(jobs) else { return false }
        options.jobs = jobs
        return true
      }),
    OptionSpec(
      "verbose", .general, "tell on standard error how long each stage took",
      .flag { $0.isVerbose = true }),
    OptionSpec(
      "no-cache", .general, "analyse everything anew", .flag { $0.usesCache = false }),
  ]

  private static func choice<Value>(
    _ path: WritableKeyPath<CommandLineOptions, Value> & Sendable
  ) -> OptionSpec.Kind
  where Value: RawRepresentable<String> & CaseIterable & Sendable {
    .choice(Value.allCases.map(\.rawValue)) { options, word in
      if let value = Value(rawValue: word) { options[keyPath: path] = value }
    }
  }

  private static func file(
    _ path: WritableKeyPath<CommandLineOptions, String?> & Sendable
  ) -> OptionSpec.Kind {
    .value("FILE", expected: "the path of a file") { options, text in
      options[keyPath: path] = text
      return !text.isEmpty
    }
  }

  private static func revision(
    _ path: WritableKeyPath<CommandLineOptions, String?> & Sendable
  ) -> OptionSpec.Kind {
    .value("REV", expected: "a revision of git") { options, text in
      options[keyPath: path] = text
      // Git would take it for an option.
      return !text.isEmpty && !text.hasPrefix("-")
    }
  }

  private static func word(
    _ placeholder: String, _ path: WritableKeyPath<CommandLineOptions, String?> & Sendable
  ) -> OptionSpec.Kind {
    .value(placeholder, expected: "a name such as those of go tool dist list") { options, text in
      options[keyPath: path] = text
      return !text.isEmpty
    }
  }
}
