import Findings

/// The stages of a run with their times, for people.
public enum StageTable {
  /// A line for each stage, in the order of the run: "parse      0.034 s on all threads".
  public static func lines(_ stages: [AnalysisReport.Stage]) -> [String] {
    let width = stages.map(\.name.count).max() ?? 0
    let times = stages.map { Decimal.string($0.duration / .seconds(1), digits: 3) }
    let timeWidth = times.map(\.count).max() ?? 0
    return zip(stages, times).map { stage, time in
      let name = stage.name + spaces(width - stage.name.count)
      let place = stage.isOnAllThreads ? " on all threads" : ""
      return "\(name)  \(spaces(timeWidth - time.count))\(time) s\(place)"
    }
  }
}
