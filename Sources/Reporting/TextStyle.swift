/// What a piece of the text report is, for those who see it in colour.
enum TextStyle {
  case location
  case error
  case warning
  case note
  case role
  case mark
  case added
  case removed
  case faint

  /// The text between the escape sequences of the style.
  func paint(_ text: String) -> String { "\u{1B}[\(code)m\(text)\u{1B}[0m" }

  private var code: String {
    switch self {
    case .location: "1"
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .role: "36"
    case .mark: "1;31"
    case .added: "32"
    case .removed: "31"
    case .faint: "2"
    }
  }
}
