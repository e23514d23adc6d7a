/// A review in the form that GitHub's REST interface takes.
public struct GitHubReview: Sendable {
  private let commit: String

  /// Reviews of a commit, by its hash.
  public init(commit: String) { self.commit = commit }

  /// The body of `POST /repos/{owner}/{repo}/pulls/{number}/reviews`.
  public func render(_ review: Review) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("commit_id", commit)
      json.member("event", "COMMENT")
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

  /// The body of `POST /repos/{owner}/{repo}/pulls/{number}/comments`.
  public func render(_ comment: ReviewComment) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("commit_id", commit)
      Self.write(comment, to: &json)
    }
    writer.endDocument()
    return writer.bytes
  }

  private static func write(_ comment: ReviewComment, to json: inout JSONWriter) {
    json.member("path", comment.file.path)
    if comment.lines.count > 1 {
      json.member("start_line", comment.lines.lowerBound)
      json.member("start_side", "RIGHT")
    }
    json.member("line", comment.lines.upperBound)
    json.member("side", "RIGHT")
    json.member("body", comment.body(suggestion: "suggestion"))
  }
}
