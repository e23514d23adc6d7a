/// What the first word of the command line asks for.
enum Command: String, CaseIterable, Sendable {
  case check
  case review
  case server
  case explain
  case rules
  case config
  case completions
  case man
  case version
  case help

  /// One line for the list of commands.
  var summary: String {
    switch self {
    case .check: "report hazards in Go packages, and fix them"
    case .review: "comment on a change, with suggestions"
    case .server: "serve an editor: the Language Server Protocol"
    case .explain: "print the manual of a rule"
    case .rules: "list the rules"
    case .config: "show the configuration that is in force"
    case .completions: "print a script that completes command lines"
    case .man: "print the page of the system's manual"
    case .version: "print the version"
    case .help: "print help, for all or for a command"
    }
  }

  /// What follows the options, as help shows it.
  var operands: String {
    switch self {
    case .check: "[PATTERN ...]"
    case .review: "--base REV [PATTERN ...]"
    case .explain: "RULE"
    case .completions: "SHELL"
    case .server, .rules, .config, .man, .version: ""
    case .help: "[COMMAND]"
    }
  }

  /// How many operands it takes.
  var operandCount: ClosedRange<Int> {
    switch self {
    case .check, .review: 0...Int.max
    case .explain, .completions: 1...1
    case .server, .rules, .config, .man, .version: 0...0
    case .help: 0...1
    }
  }

  /// Paragraphs that help shows below the usage.
  var description: [String] {
    switch self {
    case .check:
      [
        "Reports memory that Go code shares between goroutines because somebody did not copy "
          + "it or guard it.",
        "A pattern is a directory, a .go file, or a directory followed by /... for all "
          + "packages below it, as with the go command. Without a pattern, ./... is checked.",
      ]
    case .review:
      [
        "Writes a review of what has changed since the working tree left a revision: a comment at each "
          + "finding on lines of the diff, with its fix as a suggestion where it changes only lines of one "
          + "hunk; all other findings that the change has to do with stand in the text of the review.",
        "With --post it is sent to GitHub or GitLab. What an earlier run said is not said again. The "
          + "environment names the place: GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL, and "
          + "GITHUB_EVENT_PATH or GITHUB_REF; or GITLAB_TOKEN, CI_API_V4_URL, CI_PROJECT_ID and "
          + "CI_MERGE_REQUEST_IID. Requests that fail for now are repeated, at most six times and with "
          + "at most five minutes of waiting in all. It needs the program curl.",
        "Files that git does not know are in no change, and are left out.",
      ]
    case .server:
      [
        "Serves an editor on standard input and output, by the Language Server Protocol 3.17. It is started "
          + "by the editor.",
        "The module of each open document is analysed as racelint check does it in the module's directory, "
          + "with the text of the editor in place of the files: when a document is opened and saved, and "
          + "when it was changed and nothing follows for a moment. Findings are diagnostics; fixes and "
          + "comments that ignore a finding are code actions; hovering shows the manual of the rule.",
        "A configuration is looked for from the module's directory upward.",
      ]
    case .explain: ["Prints what a rule reports, why it matters, and what it does not see."]
    case .rules: ["Lists the rules: id, whether it is on by default, and what it reports."]
    case .config:
      [
        "Prints what is in force, and where each value comes from, as a configuration that says the "
          + "same. Options win over the configuration, and that wins over the defaults.",
        "A configuration is a file \(Configuration.fileName), looked for from the working directory "
          + "upward to the top of its repository.",
      ]
    case .completions:
      [
        "Prints a script for bash, zsh or fish that completes commands, options, their values and "
          + "rules. For the running shell: source <(racelint completions bash), the same with zsh, "
          + "or racelint completions fish | source.",
        "To keep it, write it to a file that the shell loads by itself: racelint in "
          + "~/.local/share/bash-completion/completions, _racelint in a directory of fpath, or "
          + "racelint.fish in ~/.config/fish/completions.",
      ]
    case .man: ["Prints what help says of all commands in the form that man reads."]
    case .version: ["Prints the version of racelint."]
    case .help: ["Prints what racelint can do, or what a command takes."]
    }
  }
}
