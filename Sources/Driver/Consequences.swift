import Findings

extension [Finding] {
  /// Leaves out what another finding, as sure as it, names the cause of: memory that is used at the
  /// same time because what came after a signal came too late.
  mutating func removeConsequences() {
    let causes = flatMap { finding in
      finding.trace.filter { $0.role == .effect }
        .map { (location: $0.location, confidence: finding.confidence) }
    }
    if causes.isEmpty { return }
    removeAll { finding in
      guard !finding.trace.contains(where: { $0.role == .effect }) else { return false }
      return causes.contains { cause in
        cause.confidence >= finding.confidence && cause.location.file == finding.location.file
          && cause.location.range.start < finding.location.range.end
          && finding.location.range.start < cause.location.range.end
      }
    }
  }
}
