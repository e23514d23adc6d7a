import Testing

@testable import Driver

@Suite struct ManualPageTests {
  @Test func namesEveryCommandAndOption() {
    let page = Run(["man"]).output
    for command in Command.allCases {
      #expect(page.contains(".SS racelint \(command.rawValue)\n"))
      for option in OptionTable.options(for: command) {
        let label = option.label.replacing("-", with: "\\-")
        #expect(page.contains(".TP\n\\fB\(label)\\fR\n"), "\(option.name)")
      }
    }
  }

  /// A line that begins with a point is a request, and an empty one none that man likes.
  @Test func allRequestsAreThoseOfMan() {
    let known = [".TH", ".SH", ".SS", ".TP", ".PP", ".br"]
    for line in Run(["man"]).output.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    {
      #expect(!line.isEmpty && !line.hasPrefix("'"))
      if line.hasPrefix(".") {
        #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
      }
    }
  }

  @Test func explainIsSetForATerminalAlone() {
    let arguments = ["explain", "bad-word"]
    #expect(Run(arguments).output == "# bad-word\n\nBad.\n")
    let terminal = Run(arguments, output: MemorySink(isTerminal: true, columns: 60))
    #expect(terminal.output == "\u{1B}[1mbad-word\u{1B}[0m\n\nBad.\n")
    let plain = Run(
      arguments, environment: ["NO_COLOR": "1"], output: MemorySink(isTerminal: true, columns: 60))
    #expect(plain.output == "bad-word\n\nBad.\n")
    let dumb = Run(
      arguments, environment: ["TERM": "dumb"], output: MemorySink(isTerminal: true, columns: 60))
    #expect(dumb.output == "# bad-word\n\nBad.\n")
  }
}
