/// The hidden mark by which a later run knows what it has said already.
public enum ReviewMark {
  private static let start = "<!-- racelint:"
  private static let end = " -->"

  /// A comment of HTML that names a finding by its fingerprint.
  static func text(_ fingerprint: String) -> String { start + fingerprint + end }

  /// The fingerprints that a text names.
  public static func fingerprints(in text: String) -> [String] {
    text.split(separator: start, omittingEmptySubsequences: false).dropFirst().compactMap { part in
      let word = part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      return part.dropFirst(word.count).hasPrefix(end) && !word.isEmpty ? String(word) : nil
    }
  }
}
