/// What the race detector said of the forms of one case.
public struct RaceVerdict: Hashable, Sendable {
  /// The case, and what it stands for: the id of a rule, or "scenario".
  public var name: String
  public var rule: String
  /// Whether a race was reported in the form with the hazard.
  public var isProvoked = false
  /// Whether nothing was in the form that is nearly so.
  public var isSilent = false
  /// Whether nothing is any more once it is mended; nil where there is no fix.
  public var isFixed: Bool?
  /// Why it was not to be provoked.
  public var unprovokedReason: String?
  /// What is not as it should be, a line each.
  public var complaints: [String] = []

  /// Judges what became of the forms; `fixed` is nil where there is none. An outcome that is missing
  /// stands for tests that did not run.
  init(
    name: String, rule: String, unprovokedReason: String?, bad: RaceDetector.Outcome?,
    near: RaceDetector.Outcome?, fixed: RaceDetector.Outcome??
  ) {
    self.name = name
    self.rule = rule
    self.unprovokedReason = unprovokedReason
    isProvoked = bad == .race
    isSilent = near == .silent
    if let fixed { isFixed = fixed == .silent }
    if isProvoked, let reason = unprovokedReason {
      complain("is provoked, although it says: \(reason)")
    }
    if !isProvoked, unprovokedReason == nil {
      complain("no race in the bad form", bad)
    }
    if !isSilent { complain("the near miss is not silent", near) }
    if let fixed, isFixed == false { complain("the fixed form is not silent", fixed) }
  }

  private mutating func complain(_ what: String, _ outcome: RaceDetector.Outcome? = .silent) {
    switch outcome {
    case .silent: complaints.append(what)
    case .race: complaints.append("\(what): a race is reported")
    case .failed(let text): complaints.append("\(what): it fails: \(text.prefix(600))")
    case nil: complaints.append("\(what): no test ran")
    }
  }
}
