/// A function for bash's programmable completion.
struct BashCompletions {
  private let rules: [String]

  init(rules: [String]) { self.rules = rules }

  /// The lines of the script.
  ///
  /// Bash breaks `--color=never` into three words, so the option of a value may be one or two words
  /// back. In a list what stands before the last comma is kept.
  var lines: [String] {
    [
      "_racelint() {",
      "  local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} head=",
      "  COMPREPLY=()",
      "  if [[ $current == = ]]; then current=; else",
      "    [[ $option == = ]] && option=${COMP_WORDS[COMP_CWORD-2]}",
      "  fi",
      "  [[ $current == *,* ]] && head=${current%,*},",
      "  if (( COMP_CWORD == 1 )); then",
      "    \(words(Command.allCases.map(\.rawValue) + ["--help", "--version"]))",
      "    return",
      "  fi",
      "  case ${COMP_WORDS[1]} in",
    ] + Command.allCases.flatMap(lines(for:)) + [
      "  esac",
      "}",
      "complete -F _racelint racelint",
    ]
  }

  private func lines(for command: Command) -> [String] {
    let options = OptionTable.options(for: command)
    var lines = ["  \(command.rawValue))"]
    let valued = options.filter(\.takesValue)
    if !valued.isEmpty {
      lines.append("    case $option in")
      for option in valued {
        let names = option.longNames.map { "--" + $0 } + (option.short.map { ["-\($0)"] } ?? [])
        lines.append("    \(names.joined(separator: "|"))) \(values(option)); return ;;")
      }
      lines.append("    esac")
    }
    let names = options.flatMap { option in option.longNames.map { "--" + $0 } }
    lines.append("    if [[ $current == -* ]]; then \(words(names)); return; fi")
    switch command.operandValues(rules: rules) {
    case .open: break
    case .file, .rule: lines.append("    compopt -o default")
    case .words(let list): lines.append("    \(words(list))")
    }
    return lines + ["    ;;"]
  }

  private func values(_ option: OptionSpec) -> String {
    switch option.values {
    case .open: ":"
    case .file: "compopt -o default"
    case .rule: words(rules, inList: option.isList)
    case .words(let list): words(list, inList: option.isList)
    }
  }

  private func words(_ list: [String], inList: Bool = false) -> String {
    let text = list.joined(separator: " ")
    return inList
      ? "COMPREPLY=($(compgen -P \"$head\" -W '\(text)' -- \"${current##*,}\"))"
      : "COMPREPLY=($(compgen -W '\(text)' -- \"$current\"))"
  }
}
