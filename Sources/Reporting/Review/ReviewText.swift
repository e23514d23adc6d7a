import Basics
import Findings

/// A finding in the words of a review: Markdown.
struct ReviewText {
  /// How many bytes of a change are shown.
  static let longestChange = 12_000
  /// How many steps of a trace are shown.
  private static let longestTrace = 60

  private let finding: Finding
  private let index: SourceIndex

  init(_ finding: Finding, _ index: SourceIndex) {
    self.finding = finding
    self.index = index
  }

  /// What is said before the change: the message, and the trace, folded.
  var opening: String {
    var text =
      "**racelint: \(finding.rule)** (\(finding.confidence.rawValue)): "
      + "\(MarkdownText.prose(finding.message))\n"
    if !finding.trace.isEmpty {
      let count = TextReport.count(finding.trace.count, "step")
      text += "\n<details>\n<summary>How it comes about: \(count)</summary>\n\n"
      for (number, step) in finding.trace.prefix(Self.longestTrace).enumerated() {
        text += "\(number + 1). \(line(step))\n"
      }
      let left = finding.trace.count - Self.longestTrace
      if left > 0 { text += "\nand \(TextReport.count(left, "more step"))\n" }
      text += "\n</details>\n"
    }
    return text
  }

  /// The same at the head of a remark, which stands away from the place.
  var remarkOpening: String {
    "#### \(MarkdownText.code(place(finding.location)))\n\n\(opening)"
  }

  /// The best fix as a diff, since no suggestion holds it; empty where there is none.
  var change: String {
    guard let fix = finding.fixes.first else { return "" }
    let look = fix.safety == .safe ? "" : " (needs a look)"
    let title = "\nFix\(look): \(MarkdownText.prose(fix.title))\n"
    var patch: [UInt8] = []
    for file in EditApplication([fix], to: sources(of: fix)).files {
      patch += UnifiedDiff.patch(path: file.source.path, file.diff)
    }
    guard !patch.isEmpty else { return title }
    guard patch.count <= Self.longestChange else {
      return title + "\nIt is too long to be shown here; `racelint check --diff` prints it.\n"
    }
    return title + "\n"
      + MarkdownText.fenced(String(decoding: patch, as: UTF8.self), "diff") + "\n"
  }

  /// What is said after the change.
  var closing: String {
    "\n<sub>`racelint explain \(finding.rule)` says more.</sub>\n"
      + ReviewMark.text(finding.fingerprint) + "\n"
  }

  private func sources(of fix: Fix) -> [String: SourceText] {
    var sources: [String: SourceText] = [:]
    for edit in fix.edits {
      if let (source, _) = index.text(of: edit.location) { sources[edit.location.file] = source }
    }
    return sources
  }

  private func line(_ step: TraceStep) -> String {
    let text =
      "**\(step.role.rawValue)** \(MarkdownText.code(place(step.location))) "
      + MarkdownText.prose(step.message)
    guard let (source, lines) = index.text(of: step.location) else { return text }
    let range = lines.range(ofLine: lines.line(at: step.location.range.start))
    let code = source.string(range).drop(while: \.isWhitespace)
    return code.isEmpty ? text : "\(text): \(MarkdownText.code(String(code)))"
  }

  private func place(_ location: SourceLocation) -> String {
    "\(location.file):\(index.positions(location).start.line)"
  }
}
