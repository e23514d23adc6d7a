/// The page of the system's manual, made from the tables of commands and options: man(7).
enum ManualPage {
  /// The page, in ASCII as far as the tables are.
  static var text: String {
    var lines = [
      ".TH RACELINT 1 \"\" \"racelint \(Version.current)\" \"User Commands\"", ".SH NAME",
      "racelint \\- find Go memory that goroutines share without a copy or a guard",
      ".SH SYNOPSIS",
    ]
    for command in Command.allCases { lines += [synopsis(of: command), ".br"] }
    lines.removeLast()
    lines.append(".SH COMMANDS")
    for command in Command.allCases { lines += section(of: command) }
    lines += [".SH EXIT STATUS"]
    for (status, meaning) in [
      ("0", "nothing was found"), ("1", "there are findings"),
      ("2", "the work could not be done; standard error says why"),
    ] {
      lines += [".TP", bold(status), plain(meaning)]
    }
    lines += [
      ".SH FILES", ".TP", italic(Configuration.fileName),
      plain("the configuration, looked for from the working directory upward"),
      ".SH ENVIRONMENT", ".TP", bold("NO_COLOR"), plain("if it is not empty, no colour is used"),
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func synopsis(of command: Command) -> String {
    var words = [bold("racelint"), bold(command.rawValue)]
    if OptionTable.options(for: command).count > 1 { words.append(italic("[options]")) }
    if !command.operands.isEmpty { words.append(italic(command.operands)) }
    return words.joined(separator: " ")
  }

  private static func section(of command: Command) -> [String] {
    var lines = [".SS racelint \(escaped(command.rawValue))"]
    for (number, paragraph) in command.description.enumerated() {
      if number > 0 { lines.append(".PP") }
      lines.append(plain(paragraph))
    }
    let options = OptionTable.options(for: command)
    for group in OptionSpec.Group.allCases {
      let members = options.filter { $0.group == group }
      if members.isEmpty { continue }
      lines += [".PP", plain(group.rawValue + ":")]
      for option in members { lines += [".TP", bold(option.label), plain(option.help)] }
    }
    return lines
  }

  private static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }

  private static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

  /// A line of text. A point or a quote at its beginning would make it a request.
  private static func plain(_ text: String) -> String {
    let isRequest = text.hasPrefix(".") || text.hasPrefix("'")
    return (isRequest ? "\\&" : "") + escaped(text)
  }

  /// Text in which nothing is read as a request, and dashes stay what they are.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("'", with: "\\(aq")
      .replacing("~", with: "\\(ti").replacing("^", with: "\\(ha").replacing("`", with: "\\(ga")
  }
}
