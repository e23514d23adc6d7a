import Basics
import Findings

/// What is wrong with a command line.
enum CommandLineError: Error, Hashable {
  case noCommand
  case unknownCommand(String, suggestion: String?)
  case optionBeforeCommand(String)
  case unknownOption(String, suggestion: String?)
  /// An option of another command.
  case foreignOption(String, Command)
  case missingValue(String, expected: String)
  case unexpectedValue(String)
  case invalidValue(String, value: String, expected: String)
  case missingOperand(Command)
  /// An option that the command cannot do without, with its value.
  case missingOption(Command, String)
  case extraOperand(Command, String)
  case unknownRule(String, suggestion: String?)
  case unknownFormat(String, suggestion: String?)
  case unknownShell(String, suggestion: String?)
  /// Two reports for one file, or for standard output.
  case severalReports(String, String, toFile: String?)
  /// `--output` where each format has a file of its own.
  case noReportFor(String)
  case exclusive(String, String)
  case needs(String, String)
}

/// Why a command could not do its work.
enum RunError: Error {
  case commandLine(CommandLineError)
  case analysis(AnalysisError)
  case output(FileError)
  /// Standard input could not be read.
  case input(FileError)
  /// The baseline could not be read.
  case baselineFile(FileError)
  /// What was read is no baseline.
  case baseline(String, Baseline.Fault)
  /// A configuration, or what it leads to, cannot be used.
  case configuration(ConfigurationError)
  /// A review cannot be posted.
  case review(ReviewError)
}

/// The one place where errors become words: one line each, without the name of the tool.
enum ErrorMessages {
  static func message(for error: RunError) -> String {
    switch error {
    case .commandLine(let error): message(for: error)
    case .analysis(let error): message(for: error)
    case .output(let error): "cannot write \(error.path): \(error.reason)"
    case .input(let error): "cannot read standard input: \(error.reason)"
    case .baselineFile(let error): "cannot read baseline \(error.path): \(error.reason)"
    case .baseline(let path, let fault): "cannot read baseline \(path): \(message(for: fault))"
    case .configuration(let error): message(for: error)
    case .review(let error): error.message
    }
  }

  private static func message(for error: ConfigurationError) -> String {
    switch error {
    case .file(let error): "cannot read configuration \(error.path): \(error.reason)"
    case .models(let error): "cannot read models \(error.path): \(error.reason)"
    case .text(let file, let error):
      "\(file):\(error.position.line):\(error.position.column): \(error.message)"
    }
  }

  static func message(for fault: Baseline.Fault) -> String {
    switch fault {
    case .noHeader: "it was not written by --write-baseline"
    case .newer(let version):
      "it has version \(version), and this racelint knows version \(Baseline.version)"
    case .badLine(let line): "line \(line) names no finding"
    }
  }

  static func message(for error: AnalysisError) -> String {
    switch error {
    case .pattern(let error): error.description
    case .grammarRefused:
      "the installed libtree-sitter does not take the grammar; build racelint on this machine"
    case .changes(let error): message(for: error)
    case .abandoned: "the run was abandoned"
    }
  }

  static func message(for error: ChangesError) -> String {
    switch error {
    case .noGit(let option): "\(option) needs git, which is not on PATH"
    case .noRepository(let directory, let option):
      "\(option) needs a git repository, and \(directory) is in none"
    case .unknownRevision(let revision, let isShallow):
      "the repository has no revision \(revision)" + (isShallow ? "; the clone is shallow" : "")
    case .noMergeBase(let revision, let isShallow):
      "\(revision) and HEAD have no commit in common" + (isShallow ? "; the clone is shallow" : "")
    case .git(let reason): "git: \(reason)"
    case .patchFile(let error): "cannot read patch \(error.path): \(error.reason)"
    case .patch(let name, let fault): "cannot read patch \(name): \(message(for: fault))"
    }
  }

  private static func message(for fault: Patch.Fault) -> String {
    switch fault {
    case .noChanges: "it holds no changes in the form of diff -u"
    case .badHunk(let line): "line \(line) begins no hunk of a named file"
    case .brokenHunk(let line): "the hunk at line \(line) has not the lines that it promises"
    case .combined(let line): "line \(line) begins the combined diff of a merge"
    }
  }

  static func message(for error: CommandLineError) -> String {
    switch error {
    case .noCommand: "no command; try racelint check ./... or racelint --help"
    case .unknownCommand(let word, let suggestion):
      if looksLikePath(word) {
        "unknown command \(word); did you mean racelint check \(word)?"
      } else {
        "unknown command \(word)" + question(suggestion, else: "see racelint --help")
      }
    case .optionBeforeCommand(let option):
      "option \(option) before the command; try racelint check \(option)"
    case .unknownOption(let option, let suggestion):
      "unknown option \(option)" + question(suggestion, else: nil)
    case .foreignOption(let option, let command):
      "racelint \(command.rawValue) takes no option \(option)"
    case .missingValue(let option, let expected): "option \(option) needs a value: \(expected)"
    case .unexpectedValue(let option): "option \(option) takes no value"
    case .invalidValue(let option, let value, let expected):
      "option \(option) takes \(expected), not \"\(value)\""
    case .missingOperand(let command):
      "racelint \(command.rawValue) needs \(command.operands)"
        + (command == .explain ? "; see racelint rules" : "")
    case .missingOption(let command, let option): "racelint \(command.rawValue) needs \(option)"
    case .extraOperand(let command, let operand):
      "racelint \(command.rawValue) does not take \"\(operand)\""
    case .unknownRule(let rule, let suggestion):
      "unknown rule \(rule)" + question(suggestion, else: "see racelint rules")
    case .unknownFormat(let format, let suggestion):
      "unknown format \(format)" + question(suggestion, else: "see racelint help check")
    case .unknownShell(let shell, let suggestion):
      "no completions for \(shell)" + question(suggestion, else: "there are bash, zsh and fish")
    case .severalReports(let first, let second, let file):
      file == nil
        ? "\(first) and \(second) cannot both go to standard output; name a file: \(first)=FILE"
        : "\(first) and \(second) cannot both go to \(file ?? "")"
    case .noReportFor(let file):
      "nothing is left for --output \(file): each format has a file of its own"
    case .exclusive(let first, let second): "choose one of \(first) and \(second)"
    case .needs(let option, let others): "option \(option) needs \(others)"
    }
  }

  static func message(for problem: FixWriter.Problem) -> String {
    switch problem {
    case .changed(let path): "\(path) has changed since it was analysed; left alone"
    case .failed(let path, let reason): "cannot fix \(path): \(reason)"
    }
  }

  private static func question(_ suggestion: String?, else other: String?) -> String {
    if let suggestion { "; did you mean \(suggestion)?" } else { other.map { "; " + $0 } ?? "" }
  }

  private static func looksLikePath(_ word: String) -> Bool {
    word.contains("/") || word.hasPrefix(".") || word.hasSuffix(".go")
  }
}
