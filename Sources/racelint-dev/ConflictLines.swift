import GoFlow

/// The conflicts of an analysis, a line each: the memory, then both uses with their functions,
/// goroutines and locks. In the order of the lines.
struct ConflictLines {
  private let analysis: FlowAnalysis
  private let printer: FlowPrinter
  private let files: FileLines

  init(_ analysis: FlowAnalysis) {
    self.analysis = analysis
    printer = FlowPrinter(analysis)
    files = FileLines(analysis.program.files)
  }

  var lines: [String] {
    var last = ""
    return analysis.meetings.map { line($0) }.sorted().filter { line in
      defer { last = line }
      return line != last
    }
  }

  private func line(_ meeting: FlowMeeting) -> String {
    let kind =
      meeting.function != nil ? "function" : meeting.isHandedOver ? "handed-over" : "slot"
    let sides = [spell(meeting.first), spell(meeting.second)].sorted().joined(separator: " | ")
    return "\(kind)\(meeting.isPossibleOnly ? " possible" : ""): \(meeting.memory): \(sides)"
  }

  private func spell(_ side: FlowMeetingSide) -> String {
    var text = "?"
    if let site = side.trace.last {
      text = "\(place(site)) \(side.kind) in \(printer.name(of: site.function))"
    }
    if side.trace.count > 1, let site = side.trace.first {
      text += " (\(side.trace.count) steps from \(printer.name(of: site.function)))"
    }
    if let start = side.goroutine {
      text += " of \(start.kind) \(place(FlowSite(function: start.function, value: start.value)))"
      if start.isRepeated { text += " many" }
    }
    if !side.locks.isEmpty { text += " holds " + side.locks.joined(separator: ", ") }
    let others = side.mayLocks.filter { !side.locks.contains($0) }
    if !others.isEmpty { text += " perhaps " + others.joined(separator: ", ") }
    return text
  }

  private func place(_ site: FlowSite) -> String {
    if let place = analysis.position(of: site) {
      return "\(place.file):\(files.line(place.file, place.start))"
    }
    let function = analysis.program.functions[site.function]
    let file = analysis.program.files[Int(function.file)]
    return "\(file):\(files.line(file, function.start))"
  }
}
