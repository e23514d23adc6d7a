import Reporting

/// Where a review is posted.
protocol ReviewHost {
  /// The commit that is reviewed, by its hash, as the host has it.
  mutating func head() throws(ReviewError) -> String
  /// The fingerprints that are told there already.
  func told() throws(ReviewError) -> Set<String>
  /// Posts a review. Comments whose lines the host does not take are added to `rejected`, and told
  /// as remarks. May end in the middle: what was posted is among `told` then.
  func post(_ review: Review, rejected: inout Set<String>) throws(ReviewError)
}

extension ReviewHost {
  /// More pages of comments than this are not read.
  static var mostPages: Int { 100 }

  /// The fingerprints in the texts of a paged list, a hundred to a page.
  func fingerprints(
    _ request: HTTPRequest
  ) throws(ReviewError) -> Set<String> {
    var found: Set<String> = []
    for page in 1...Self.mostPages {
      var request = request
      request.url += "?per_page=100&page=\(page)"
      guard let list = try Curl().json(request).elements else { throw .answer(request.action) }
      for entry in list {
        found.formUnion(ReviewMark.fingerprints(in: entry["body"]?.text ?? ""))
      }
      if list.count < 100 { break }
    }
    return found
  }
}
