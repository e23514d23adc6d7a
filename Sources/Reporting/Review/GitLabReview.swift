/// A review in the form that GitLab's REST interface takes: a discussion for each comment, and a
/// note for the rest.
public struct GitLabReview: Sendable {
  /// The commits that GitLab compares.
  public struct Commits: Hashable, Sendable {
    public var base: String
    public var start: String
    public var head: String

    /// Hashes of commits: where the branch began, the target, and the branch.
    public init(base: String, start: String, head: String) {
      self.base = base
      self.start = start
      self.head = head
    }
  }

  private let commits: Commits

  /// Reviews of the difference between commits.
  public init(_ commits: Commits) { self.commits = commits }

  /// All of it in one document: `discussions` and `note`, each with what one request sends.
  public func render(_ review: Review) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.key("discussions")
      json.array { list in
        for comment in review.comments { write(comment, to: &list) }
      }
      json.key("note")
      if review.remarks.isEmpty && !review.comments.isEmpty {
        json.null()
      } else {
        json.object { $0.member("body", review.body) }
      }
    }
    writer.endDocument()
    return writer.bytes
  }

  /// The body of `POST /projects/{id}/merge_requests/{iid}/discussions`.
  public func render(_ comment: ReviewComment) -> [UInt8] {
    var writer = JSONWriter()
    write(comment, to: &writer)
    writer.endDocument()
    return writer.bytes
  }

  /// The body of `POST /projects/{id}/merge_requests/{iid}/notes`.
  public func note(_ review: Review) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { $0.member("body", review.body) }
    writer.endDocument()
    return writer.bytes
  }

  private func write(_ comment: ReviewComment, to json: inout JSONWriter) {
    let above = comment.line - comment.lines.lowerBound
    let below = comment.lines.upperBound - comment.line
    json.object { json in
      json.member("body", comment.body(suggestion: "suggestion:-\(above)+\(below)"))
      json.key("position")
      json.object { json in
        json.member("position_type", "text")
        json.member("base_sha", commits.base)
        json.member("start_sha", commits.start)
        json.member("head_sha", commits.head)
        json.member("old_path", comment.file.oldPath)
        json.member("new_path", comment.file.path)
        // Lines that did not change are named by both their numbers.
        if let old = comment.oldLine { json.member("old_line", old) }
        json.member("new_line", comment.line)
      }
    }
  }
}
