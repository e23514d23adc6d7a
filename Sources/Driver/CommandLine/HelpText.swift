/// Help, made from the tables of commands and options, within 80 columns.
enum HelpText {
  private static let width = 80

  /// The help of a command, or of the whole program.
  static func text(for command: Command?) -> String {
    guard let command else { return overview }
    let options = OptionTable.options(for: command)
    var lines = [usage(of: command), ""]
    for paragraph in command.description { lines += wrapped(paragraph, indent: 0) + [""] }
    let labels = options.map { padded($0) }
    let column = min(30, (labels.map(\.count).max() ?? 0) + 4)
    for group in OptionSpec.Group.allCases {
      let members = options.filter { $0.group == group }
      if members.isEmpty { continue }
      lines.append("\(group.rawValue):")
      for option in members { lines += row(padded(option), option.help, column: column) }
      lines.append("")
    }
    if command == .check { lines += exitCodes } else { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func usage(of command: Command) -> String {
    let options = OptionTable.options(for: command).count > 1 ? "[options]" : ""
    let words = ["Usage: racelint", command.rawValue, options, command.operands]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static var overview: String {
    var lines = [
      "racelint finds Go memory that goroutines share without a copy or a guard.", "",
      "Usage: racelint COMMAND [options] [arguments]", "", "Commands:",
    ]
    for command in Command.allCases { lines += row(command.rawValue, command.summary, column: 12) }
    lines += ["", "racelint help COMMAND says what a command takes.", ""] + exitCodes
    return lines.map { $0 + "\n" }.joined()
  }

  private static let exitCodes = [
    "Exit status: 0 nothing found, 1 findings, 2 the work could not be done."
  ]

  /// The names with those of options without a short name under the long ones of the others.
  private static func padded(_ option: OptionSpec) -> String {
    option.short == nil ? "    " + option.label : option.label
  }

  private static func row(_ label: String, _ help: String, column: Int) -> [String] {
    let body = wrapped(help, indent: column)
    let first = "  " + label
    if first.count + 2 > column { return [first] + body }
    let gap = String(repeating: " ", count: column - first.count)
    return [first + gap + (body.first ?? "").dropFirst(column)] + body.dropFirst()
  }

  private static func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in text.split(separator: " ") {
      if line.count > indent, line.count + 1 + word.count > width {
        lines.append(line)
        line = margin
      }
      line += (line.count > indent ? " " : "") + word
    }
    return lines + [line]
  }
}
