/// A review for programs: one JSON document of no host's own form.
public struct JSONReview: Sendable {
  /// Raised when a member changes its meaning or goes.
  public static let schemaVersion = 1

  private let diff: ReviewDiff

  /// Reviews of a diff.
  public init(_ diff: ReviewDiff) { self.diff = diff }

  /// The document in UTF-8. Paths start from the top of the repository; `startLine` and `endLine`
  /// are counted from 1, both included; a suggestion replaces exactly these lines.
  public func render(_ review: Review) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("schemaVersion", Self.schemaVersion)
      json.member("base", diff.base)
      json.member("head", diff.head)
      json.member("body", review.body)
      json.key("comments")
      json.array { list in
        for comment in review.comments {
          list.object { Self.write(comment, to: &$0) }
        }
      }
    }
    writer.endDocument()
    return writer.bytes
  }

  private static func write(_ comment: ReviewComment, to json: inout JSONWriter) {
    json.member("file", comment.file.path)
    json.member("startLine", comment.lines.lowerBound)
    json.member("endLine", comment.lines.upperBound)
    json.key("suggestion")
    if let suggestion = comment.suggestion {
      json.string(suggestion.text)
    } else {
      json.null()
    }
    json.member("body", comment.body(suggestion: "suggestion"))
    json.member("fingerprint", comment.fingerprint)
  }
}
