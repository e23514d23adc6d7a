import Basics
import Findings

/// What one review says of a change: comments at lines of its diff, and remarks about what lies
/// elsewhere.
public struct Review: Sendable {
  /// A finding that is told in the text of the review.
  public struct Remark: Sendable {
    /// The finding's own.
    public var fingerprint: String
    /// Markdown, with its mark.
    public var text: String
  }

  /// At the lines of the diff.
  public var comments: [ReviewComment] = []
  /// Away from it.
  public var remarks: [Remark] = []

  /// The review of a report.
  ///
  /// - Parameter path: The absolute path of a file, by the path that it is shown under.
  public init(_ report: AnalysisReport, _ diff: ReviewDiff, path: (String) -> String) {
    let index = SourceIndex(report)
    for finding in report.findings {
      let remark = Self.remark(finding, index)
      if let file = diff.files[path(finding.location.file)],
        let comment = ReviewComment(finding, remark, file, index)
      {
        comments.append(comment)
      } else {
        remarks.append(remark)
      }
    }
  }

  /// Whether there is nothing to say.
  public var isEmpty: Bool { comments.isEmpty && remarks.isEmpty }

  /// What is left when the findings with these fingerprints are told already.
  public func without(_ told: Set<String>) -> Review {
    var rest = self
    rest.comments.removeAll { told.contains($0.fingerprint) }
    rest.remarks.removeAll { told.contains($0.fingerprint) }
    return rest
  }

  /// The same with remarks in place of these comments.
  public func demoting(_ fingerprints: Set<String>) -> Review {
    var result = self
    result.comments.removeAll { fingerprints.contains($0.fingerprint) }
    result.remarks +=
      comments.filter { fingerprints.contains($0.fingerprint) }.map(\.remark)
    return result
  }

  /// The text of the review: how much there is, and the remarks. GitHub takes 65,536 characters;
  /// remarks beyond 60,000 bytes are counted, and are left for a later run.
  public var body: String {
    let count = comments.count + remarks.count
    if count == 0 { return "racelint found nothing that this change has to do with.\n" }
    var text =
      "racelint found \(TextReport.count(count, "hazard")) that this change has to do with.\n"
    if !remarks.isEmpty { text += "\nNot at lines of the diff:\n" }
    for (number, remark) in remarks.enumerated() {
      guard text.utf8.count + remark.text.utf8.count < Self.longestBody else {
        text += "\n… and \(TextReport.count(remarks.count - number, "more hazard"))\n"
        break
      }
      text += "\n\(remark.text)"
    }
    return text
  }

  private static let longestBody = 60_000

  private static func remark(_ finding: Finding, _ index: SourceIndex) -> Remark {
    let words = ReviewText(finding, index)
    return Remark(
      fingerprint: finding.fingerprint, text: words.remarkOpening + words.change + words.closing)
  }
}
