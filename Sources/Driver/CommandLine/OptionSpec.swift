/// One option: its names, what help says of it, and what it sets.
struct OptionSpec: Sendable {
  /// Under which heading help shows it.
  enum Group: String, CaseIterable {
    case findings = "Which findings"
    case fixes = "Fixes"
    case report = "Report"
    case build = "Build"
    case general = "General"
  }

  /// What it takes, and what it does with it.
  enum Kind: Sendable {
    /// Takes nothing.
    case flag(@Sendable (inout CommandLineOptions) -> Void)
    /// Takes nothing, and can be negated: `--tests`, `--no-tests`.
    case toggle(@Sendable (inout CommandLineOptions, Bool) -> Void)
    /// One of a few words.
    case choice([String], @Sendable (inout CommandLineOptions, String) -> Void)
    /// Anything that is accepted; `expected` says what would be.
    case value(
      String, expected: String, accept: @Sendable (inout CommandLineOptions, String) -> Bool)
    /// Words with commas between them; a repeated option adds to them.
    case list(String, @Sendable (inout CommandLineOptions, [String]) -> Void)
  }

  /// What a shell offers for a value.
  enum Values: Hashable, Sendable {
    /// Anything, so nothing is offered.
    case open
    case file
    /// Ids of rules.
    case rule
    case words([String])
  }

  /// The long name, without dashes.
  var name: String
  var short: Character?
  var group: Group
  /// A sentence fragment, in lower case.
  var help: String
  var kind: Kind
  /// What its value may be, as far as shells help with it.
  var values: Values

  /// An option, with a one-letter name if `short` is given.
  init(
    _ name: String, short: Character? = nil, _ group: Group, _ help: String, _ kind: Kind,
    _ values: Values = .open
  ) {
    self.name = name
    self.short = short
    self.group = group
    self.help = help
    self.kind = kind
    self.values = if case .choice(let words, _) = kind { .words(words) } else { values }
  }

  /// Whether it takes a value.
  var takesValue: Bool {
    switch kind {
    case .flag, .toggle: false
    case .choice, .value, .list: true
    }
  }

  /// What it expects, for a message about something else.
  var expectation: String {
    switch kind {
    case .flag, .toggle: "no value"
    case .choice(let words, _): words.dropLast().joined(separator: ", ") + " or \(words.last ?? "")"
    case .value(_, let expected, _): expected
    case .list(let placeholder, _): "\(placeholder)[,\(placeholder)...]"
    }
  }

  /// The name as help shows it: "-j, --jobs N".
  var label: String {
    let names = (short.map { "-\($0), " } ?? "") + "--"
    return switch kind {
    case .flag: "\(names)\(name)"
    case .toggle: "\(names)[no-]\(name)"
    case .choice(let words, _): "\(names)\(name) \(words.joined(separator: "|"))"
    case .value(let placeholder, _, _): "\(names)\(name) \(placeholder)"
    case .list(let placeholder, _): "\(names)\(name) \(placeholder),..."
    }
  }

  /// The long names that it answers to, without dashes.
  var longNames: [String] {
    if case .toggle = kind { [name, "no-" + name] } else { [name] }
  }
}
