/// Completions for fish: a command for each of what can be completed.
struct FishCompletions {
  private let rules: [String]

  init(rules: [String]) { self.rules = rules }

  /// The lines of the script.
  var lines: [String] {
    let commands = Command.allCases.map { command in
      "complete -c racelint -n __fish_use_subcommand -a \(command.rawValue) "
        + "-d \(quoted(command.summary))"
    }
    return ["complete -c racelint -f"] + commands + Command.allCases.flatMap(lines(for:))
  }

  private func lines(for command: Command) -> [String] {
    let prefix = "complete -c racelint -n '__fish_seen_subcommand_from \(command.rawValue)'"
    var lines: [String] = []
    switch command.operandValues(rules: rules) {
    case .open: break
    case .file, .rule: lines.append("\(prefix) -F")
    case .words(let list): lines.append("\(prefix) -a \(quoted(list.joined(separator: " ")))")
    }
    for option in OptionTable.options(for: command) {
      for (index, name) in option.longNames.enumerated() {
        let short = index == 0 ? option.short.map { " -s \($0)" } ?? "" : ""
        lines.append("\(prefix)\(short) -l \(name)\(values(option)) -d \(quoted(option.help))")
      }
    }
    return lines
  }

  private func values(_ option: OptionSpec) -> String {
    guard option.takesValue else { return "" }
    switch option.values {
    case .open: return " -x"
    case .file: return " -r -F"
    case .rule: return words(rules, inList: option.isList)
    case .words(let list): return words(list, inList: option.isList)
    }
  }

  private func words(_ list: [String], inList: Bool) -> String {
    let text = list.joined(separator: " ")
    return " -x -a \(quoted(inList ? "(__fish_append , \(text))" : text))"
  }

  private func quoted(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
  }
}
