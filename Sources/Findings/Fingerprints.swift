import Basics

/// Names for findings that stay when lines move.
///
/// Made of rule, package path, enclosing symbol, the anchor's text with white space folded,
/// the name of the shared thing, and an ordinal among equals. Line numbers, confidence and
/// trace are left out, so that better knowledge of a hazard does not rename it.
public enum Fingerprints {
  /// Gives each finding its fingerprint. The findings must be sorted by place: the ordinal of
  /// equals is their order.
  public static func assign(to findings: inout [Finding]) {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let finding = findings[index]
      var hash = StableHash()
      hash.combine(finding.rule)
      hash.combine(finding.package)
      hash.combine(finding.symbol)
      hash.combine(normalized(finding.anchorText))
      hash.combine(finding.subject)
      let base = hash.hexadecimal
      let ordinal = seen[base, default: 0]
      seen[base] = ordinal + 1
      hash.combine(String(ordinal))
      findings[index].fingerprint = hash.hexadecimal
    }
  }

  /// The text with each run of white space as one space and none at the ends.
  static func normalized(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
