/// A function for zsh's completion system.
struct ZshCompletions {
  private let rules: [String]

  init(rules: [String]) { self.rules = rules }

  /// The lines of the script, which works from a directory of `fpath` and when it is sourced.
  var lines: [String] {
    [
      "_racelint() {",
      "  if (( CURRENT == 2 )); then",
      "    local -a commands=(",
    ]
      + Command.allCases.map { "      \(quoted("\($0.rawValue):\($0.summary)"))" } + [
        "    )",
        "    _describe command commands",
        "    return",
        "  fi",
        "  local command=$words[2]",
        "  shift words",
        "  (( CURRENT-- ))",
        "  case $command in",
      ] + Command.allCases.flatMap(lines(for:)) + [
        "  esac",
        "}",
        "if [[ $funcstack[1] == _racelint ]]; then _racelint \"$@\"; else compdef _racelint racelint; fi",
      ]
  }

  private func lines(for command: Command) -> [String] {
    var specs = OptionTable.options(for: command).flatMap(specs(for:))
    switch command.operandValues(rules: rules) {
    case .open: break
    case .file, .rule: specs.append("*:pattern:_files")
    case .words(let list): specs.append(":\(operandName(command)):(\(list.joined(separator: " ")))")
    }
    return ["  \(command.rawValue))", "    _arguments -s -S \\"]
      + specs.enumerated().map { index, spec in
        "      \(quoted(spec))" + (index + 1 < specs.count ? " \\" : "")
      } + ["    ;;"]
  }

  private func operandName(_ command: Command) -> String {
    command.operands.filter { $0.isLetter }.lowercased()
  }

  /// One spec for each name.
  private func specs(for option: OptionSpec) -> [String] {
    let help = option.help.replacing("\\", with: "\\\\").replacing("[", with: "\\[")
      .replacing("]", with: "\\]").replacing(":", with: "\\:")
    let action = option.takesValue ? ":\(option.name):\(values(option))" : ""
    let isRepeated = option.isList ? "*" : ""
    var specs = option.longNames.map { name in
      "\(isRepeated)--\(name)\(option.takesValue ? "=" : "")[\(help)]\(action)"
    }
    if let short = option.short {
      specs.append("\(isRepeated)-\(short)\(option.takesValue ? "+" : "")[\(help)]\(action)")
    }
    return specs
  }

  private func values(_ option: OptionSpec) -> String {
    switch option.values {
    case .open: ""
    case .file: "_files"
    case .rule: words(rules, inList: option.isList)
    case .words(let list): words(list, inList: option.isList)
    }
  }

  private func words(_ list: [String], inList: Bool) -> String {
    let text = list.joined(separator: " ")
    return inList ? "_sequence compadd - \(text)" : "(\(text))"
  }

  private func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "'\\''"))'"
  }
}
