/// The shells that racelint writes completions for, from the tables of commands and options.
enum CompletionShell: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// The script, which ends in a line feed. `rules` are the ids that complete rules.
  func script(rules: [String]) -> String {
    let lines =
      switch self {
      case .bash: BashCompletions(rules: rules).lines
      case .zsh: ZshCompletions(rules: rules).lines
      case .fish: FishCompletions(rules: rules).lines
      }
    // What zsh looks for in files has to come first.
    let mark = self == .zsh ? ["#compdef racelint"] : []
    let origin = "# Completions of racelint, written by: racelint completions \(rawValue)"
    return (mark + [origin] + lines).map { $0 + "\n" }.joined()
  }
}

extension Command {
  /// What stands for an operand, as far as shells help with it.
  func operandValues(rules: [String]) -> OptionSpec.Values {
    switch self {
    case .check, .review: .file
    case .explain: .words(rules)
    case .completions: .words(CompletionShell.allCases.map(\.rawValue))
    case .help: .words(Command.allCases.map(\.rawValue))
    case .server, .rules, .config, .man, .version: .open
    }
  }
}

extension OptionSpec {
  /// Whether the value is a list with commas.
  var isList: Bool { if case .list = kind { true } else { false } }
}
