/// A command line that was understood.
struct Invocation: Hashable, Sendable {
  /// What is to be done; nil asks for the help on everything.
  var command: Command?
  var options = CommandLineOptions()
  /// What is no option, in order.
  var operands: [String] = []
}

/// Reads arguments by the table of options.
///
/// The command comes first. Options and operands may be mixed; after `--` all are operands.
/// A long option takes its value after `=` or as the next argument, a short one also without
/// anything between: `-j4`.
struct ArgumentParser {
  private var rest: ArraySlice<String>
  private var invocation = Invocation()
  private var specs: [OptionSpec] = []

  /// Reads the arguments, of which the first is not the name of the program.
  static func parse(_ arguments: [String]) throws(CommandLineError) -> Invocation {
    var parser = ArgumentParser(rest: arguments[...])
    try parser.parseCommand()
    try parser.parseArguments()
    if !parser.invocation.options.wantsHelp { try parser.validate() }
    return parser.invocation
  }

  private init(rest: ArraySlice<String>) { self.rest = rest }

  private mutating func parseCommand() throws(CommandLineError) {
    guard let word = rest.popFirst() else { throw .noCommand }
    if word == "--version" {
      invocation.command = .version
    } else if word == "--help" || word == "-h" {
      invocation.options.wantsHelp = true
      rest = []
    } else if let command = Command(rawValue: word) {
      invocation.command = command
    } else if word.hasPrefix("-"), word != "-", word != "--" {
      throw Self.isOption(word, of: .check)
        ? .optionBeforeCommand(word)
        : unknown(word, among: OptionTable.options(for: .check))
    } else {
      let names = Command.allCases.map(\.rawValue)
      throw .unknownCommand(word, suggestion: Suggestion.nearest(to: word, among: names))
    }
    specs = OptionTable.options(for: invocation.command)
  }

  private mutating func parseArguments() throws(CommandLineError) {
    while let argument = rest.popFirst() {
      if argument == "--" {
        invocation.operands += rest
        rest = []
      } else if argument.hasPrefix("--") {
        try parseLong(argument)
      } else if argument.hasPrefix("-"), argument != "-" {
        try parseShort(argument)
      } else {
        invocation.operands.append(argument)
      }
    }
  }

  private mutating func parseLong(_ argument: String) throws(CommandLineError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let option = String(parts[0])
    let value = parts.count > 1 ? String(parts[1]) : nil
    let name = String(option.dropFirst(2))
    guard let spec = specs.first(where: { $0.longNames.contains(name) }) else {
      throw unknown(option, among: specs)
    }
    try apply(spec, option: option, value: value, isNegated: name != spec.name)
  }

  private mutating func parseShort(_ argument: String) throws(CommandLineError) {
    let letter = argument.dropFirst().first
    let attached = String(argument.dropFirst(2))
    guard let spec = specs.first(where: { $0.short == letter }),
      spec.takesValue || attached.isEmpty
    else { throw unknown(argument, among: specs) }
    let value = attached.hasPrefix("=") ? String(attached.dropFirst()) : attached
    try apply(
      spec, option: String(argument.prefix(2)), value: attached.isEmpty ? nil : value,
      isNegated: false)
  }

  private mutating func apply(
    _ spec: OptionSpec, option: String, value: String?, isNegated: Bool
  ) throws(CommandLineError) {
    guard spec.takesValue else {
      if value != nil { throw .unexpectedValue(option) }
      switch spec.kind {
      case .flag(let set): set(&invocation.options)
      case .toggle(let set): set(&invocation.options, !isNegated)
      case .choice, .value, .list: break
      }
      return
    }
    guard let value = value ?? nextValue() else {
      throw .missingValue(option, expected: spec.expectation)
    }
    let isAccepted: Bool
    switch spec.kind {
    case .flag, .toggle: isAccepted = false
    case .choice(let words, let set):
      isAccepted = words.contains(value)
      if isAccepted { set(&invocation.options, value) }
    case .value(_, _, let accept): isAccepted = accept(&invocation.options, value)
    case .list(_, let add):
      let words = value.split(separator: ",", omittingEmptySubsequences: false)
        .map { String($0).trimmingSpaces }
      isAccepted = !words.contains("")
      if isAccepted { add(&invocation.options, words) }
    }
    if !isAccepted { throw .invalidValue(option, value: value, expected: spec.expectation) }
  }

  /// The next argument, unless it is an option itself.
  private mutating func nextValue() -> String? {
    guard let next = rest.first, next == "-" || !next.hasPrefix("-") else { return nil }
    return rest.popFirst()
  }

  private func validate() throws(CommandLineError) {
    guard let command = invocation.command else { return }
    if invocation.operands.count < command.operandCount.lowerBound {
      throw .missingOperand(command)
    }
    if invocation.operands.count > command.operandCount.upperBound {
      throw .extraOperand(command, invocation.operands[command.operandCount.upperBound])
    }
    let options = invocation.options
    if options.appliesFixes, options.printsDiff { throw .exclusive("--fix", "--diff") }
    if options.printsDiff, !options.formats.isEmpty { throw .exclusive("--diff", "--format") }
    if options.allowsUnsafeFixes, !options.appliesFixes, !options.printsDiff {
      throw .needs("--unsafe-fixes", "--fix or --diff")
    }
    if options.newBaseline != nil {
      if options.baseline != nil { throw .exclusive("--baseline", "--write-baseline") }
      if options.printsDiff { throw .exclusive("--diff", "--write-baseline") }
    }
    if options.configuration != nil, options.ignoresConfiguration {
      throw .exclusive("--config", "--no-config")
    }
    if command == .review, options.reviewBase == nil { throw .missingOption(command, "--base REV") }
    if options.postsReview {
      if options.reviewFormat == .json { throw .exclusive("--post", "--format json") }
      if options.output != nil { throw .exclusive("--post", "--output") }
    }
    if command == .check { try validateStandardInput() }
    try validateNewCode()
    let reports = try ReportRequest.all(options)
    if options.printsStatistics {
      if options.printsDiff { throw .exclusive("--diff", "--statistics") }
      if !reports.contains(where: { $0.format == .text }) {
        throw .needs("--statistics", "the format text")
      }
    }
  }

  private func validateStandardInput() throws(CommandLineError) {
    let options = invocation.options
    let readsInput = invocation.operands.contains("-")
    guard options.standardInputFile != nil else {
      if readsInput { throw .missingOption(.check, "--stdin-filename FILE to read -") }
      return
    }
    if !readsInput { throw .needs("--stdin-filename", "the operand -") }
    let others = [
      ("--fix", options.appliesFixes), ("--write-baseline", options.newBaseline != nil),
      ("--new-from-rev", options.newFromRevision != nil),
      ("--new-from-merge-base", options.newFromMergeBase != nil),
      ("--new-from-patch", options.newFromPatch != nil),
    ]
    for (option, isGiven) in others where isGiven { throw .exclusive("--stdin-filename", option) }
  }

  private func validateNewCode() throws(CommandLineError) {
    let options = invocation.options
    let sources = [
      ("--new-from-rev", options.newFromRevision),
      ("--new-from-merge-base", options.newFromMergeBase),
      ("--new-from-patch", options.newFromPatch),
    ].filter { $0.1 != nil }.map(\.0)
    if sources.count > 1 { throw .exclusive(sources[0], sources[1]) }
    guard let source = sources.first else {
      if options.wholeFiles { throw .needs("--whole-files", "one of --new-from-...") }
      return
    }
    if options.newBaseline != nil { throw .exclusive(source, "--write-baseline") }
  }

  private static func isOption(_ argument: String, of command: Command) -> Bool {
    let name = argument.drop { $0 == "-" }.prefix { $0 != "=" }
    return OptionTable.options(for: command).contains { spec in
      argument.hasPrefix("--")
        ? spec.longNames.contains(String(name)) : spec.short == argument.dropFirst().first
    }
  }

  private func unknown(_ option: String, among specs: [OptionSpec]) -> CommandLineError {
    if let command = invocation.command, command != .check, Self.isOption(option, of: .check) {
      return .foreignOption(option, command)
    }
    let name = String(option.drop { $0 == "-" }.prefix { $0 != "=" })
    let nearest = Suggestion.nearest(to: name, among: specs.flatMap(\.longNames))
    return .unknownOption(option, suggestion: nearest.map { "--" + $0 })
  }
}

extension String {
  /// The text without spaces at its ends.
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
