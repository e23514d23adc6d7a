import Basics
import Findings
import Reporting

/// `racelint review`: analyses a change, and prints or posts a review of it.
struct ReviewCommand {
  private let options: CommandLineOptions
  private let context: ApplicationContext
  private let check: CheckCommand
  private let comparison: GitComparison
  private let option: String

  /// The command that an invocation of it asks for.
  init(_ invocation: Invocation, _ context: ApplicationContext) throws(RunError) {
    var invocation = invocation
    // What git does not know is in no change that anybody reviews.
    invocation.options.includesUntracked = false
    options = invocation.options
    self.context = context
    check = try CheckCommand(invocation, context)
    guard let (comparison, option) = check.newCode?.comparison else {
      throw .commandLine(.missingOption(.review, "--base REV"))
    }
    self.comparison = comparison
    self.option = option
  }

  /// Does the work; the status that tells what was found.
  func run() throws(RunError) -> Application.ExitCode {
    let report = options.postsReview ? try post() : try print()
    for diagnostic in report.diagnostics { say(PlainDescription.diagnostic(diagnostic)) }
    return report.findings.isEmpty || options.exitsZero ? .clean : .findings
  }

  private func print() throws(RunError) -> AnalysisReport {
    let diff = try shownDiff()
    let report = try check.analyzed()
    let review = review(of: report, diff)
    let format = options.reviewFormat ?? ReviewFormat.host(of: context.environment) ?? .json
    let bytes =
      switch format {
      case .github: GitHubReview(commit: diff.head).render(review)
      case .gitlab:
        GitLabReview(.init(base: diff.base, start: diff.base, head: diff.head)).render(review)
      case .json: JSONReview(diff).render(review)
      }
    try check.write(bytes)
    return report
  }

  private func post() throws(RunError) -> AnalysisReport {
    var host = try reviewing { () throws(ReviewError) in try self.host() }
    var patience = Patience(pause: context.pause)
    // The host is asked first: what it refuses, it refuses before the analysis.
    let head = try reviewing { () throws(ReviewError) in
      try patience.repeating { () throws(ReviewError) in try host.head() }
    }
    guard head.wholeMatch(of: /[0-9a-f]{40,64}/) != nil else {
      throw .review(.answer("name the commit that is reviewed"))
    }
    let diff = try shownDiff(of: head)
    let report = try check.analyzed()
    let review = review(of: report, diff)
    var rejected: Set<String> = []
    var left = review
    try reviewing { () throws(ReviewError) in
      try patience.repeating { () throws(ReviewError) in
        // A request that failed may have been heard.
        left = review.demoting(rejected).without(try host.told())
        if !left.isEmpty { try host.post(left, rejected: &rejected) }
      }
    }
    if !options.isQuiet { try tell(review, left, rejected) }
    return report
  }

  /// Says what was posted.
  private func tell(_ review: Review, _ left: Review, _ rejected: Set<String>) throws(RunError) {
    let posted = left.demoting(rejected)
    let all = review.comments.count + review.remarks.count
    let told = all - posted.comments.count - posted.remarks.count
    let parts = [
      TextReport.count(posted.comments.count, "comment"),
      TextReport.count(posted.remarks.count, "remark"),
    ]
    let known = told == 0 ? "" : "; \(told) told before"
    try context.deliver(Array("posted \(parts.joined(separator: ", "))\(known)\n".utf8))
  }

  private func host() throws(ReviewError) -> any ReviewHost {
    switch options.reviewFormat ?? ReviewFormat.host(of: context.environment) {
    case .github: try GitHubHost(context.environment, in: context.workingDirectory)
    case .gitlab: try GitLabHost(context.environment)
    case .json, nil: throw .noHost
    }
  }

  private func review(of report: AnalysisReport, _ diff: ReviewDiff) -> Review {
    Review(report, diff) { file in
      let path = FilePath.join(context.workingDirectory, file)
      return FilePath.resolvingLinks(path) ?? path
    }
  }

  private func shownDiff() throws(RunError) -> ReviewDiff {
    try comparing { () throws(ChangesError) in try comparison.shownDiff(option: option) }
  }

  /// The diff without the files that are not as in the commit that is reviewed: their lines have
  /// other numbers there, and a suggestion would replace the wrong ones.
  private func shownDiff(of head: String) throws(RunError) -> ReviewDiff {
    var diff = try shownDiff()
    let others = try comparing { () throws(ChangesError) in
      try comparison.files(differingFrom: head, option: option)
    }
    guard let others else { throw .review(.unknownHead(head)) }
    for path in others { diff.files[path] = nil }
    return diff
  }

  private func comparing<Result>(
    _ work: () throws(ChangesError) -> Result
  ) throws(RunError) -> Result {
    do throws(ChangesError) { return try work() } catch { throw .analysis(.changes(error)) }
  }

  private func reviewing<Result>(
    _ work: () throws(ReviewError) -> Result
  ) throws(RunError) -> Result {
    do throws(ReviewError) { return try work() } catch { throw .review(error) }
  }

  private func say(_ message: String) { context.errors.report("racelint: \(message)\n") }
}
