import Basics
import GoIR

/// Spells what the analysis answers, for people: lines of at most 80 columns.
public struct FlowAnswerPrinter {
  static let width = 80

  private let printer: FlowPrinter
  private let analysis: FlowAnalysis
  /// The 1-based line of a byte of a file.
  private let line: (_ file: String, _ offset: UInt32) -> Int

  /// A printer for answers from an analysis.
  public init(
    _ analysis: FlowAnalysis, line: @escaping (_ file: String, _ offset: UInt32) -> Int
  ) {
    self.analysis = analysis
    self.line = line
    printer = FlowPrinter(analysis)
  }

  /// The answer for two lines.
  public func string(_ answer: FlowAnswer, _ first: FlowLine, _ second: FlowLine) -> String {
    let places =
      first == second
      ? "\(spell(first)), beside itself," : "\(spell(first)) and \(spell(second))"
    switch answer {
    case .atOnce(let meetings):
      let isSure = meetings.contains { !$0.isPossibleOnly }
      let head =
        "\(places) may touch the same memory at the same time"
        + (isSure ? "." : ", where nothing orders them on some way.")
      return wrap(head) + meetings.map { "\n" + string($0) }.joined()
    case .notAtOnce(let reasons):
      return wrap("\(places) do not touch the same memory at the same time, as far as is known.")
        + "\n" + list(reasons)
    case .nothingShared(let reasons):
      return wrap("\(places) touch no memory that is known to be the same.") + "\n" + list(reasons)
    }
  }

  private func list(_ reasons: [FlowReason]) -> String {
    reasons.map { wrap("- " + string($0), indent: 0, hanging: 2) }.joined()
  }

  // MARK: Meetings

  private func string(_ meeting: FlowMeeting) -> String {
    var head = meeting.memory
    if let function = meeting.function {
      head += ", known to both in \(printer.name(of: function))"
    }
    if meeting.isHandedOver { head += ", put there by one side, which goes on using it" }
    if meeting.isPossibleOnly { head += "; a lock orders them on some ways" }
    return wrap(head) + string(meeting.first) + string(meeting.second)
  }

  private func string(_ side: FlowMeetingSide) -> String {
    let place = side.trace.last.map(self.place) ?? "?"
    let goroutine = side.goroutine.map { "in the \(spell($0))" } ?? "in the caller's own goroutine"
    var text = wrap("\(spell(side.kind)) in \(place), \(goroutine)", indent: 2, hanging: 4)
    for site in side.trace {
      text += wrap("\(self.place(site))  \(printer.name(of: site.function))", indent: 4, hanging: 6)
    }
    if !side.locks.isEmpty {
      text += wrap("holds \(side.locks.joined(separator: ", "))", indent: 4, hanging: 6)
    }
    if !side.onces.isEmpty {
      text += wrap("after or in \(side.onces.joined(separator: ", "))", indent: 4, hanging: 6)
    }
    let others = side.mayLocks.filter { !side.locks.contains($0) }
    if !others.isEmpty {
      text += wrap("holds on some ways \(others.joined(separator: ", "))", indent: 4, hanging: 6)
    }
    return text
  }

  private func spell(_ kind: AccessKind) -> String {
    switch kind {
    case .read: "read"
    case .write: "write"
    case .append: "append, which writes behind the end,"
    case .atomicRead: "atomic read"
    case .atomicWrite, .atomicCount: "atomic write"
    }
  }

  private func spell(_ start: StrandStart) -> String {
    let place = place(FlowSite(function: start.function, value: start.value))
    let kind =
      switch start.kind {
      case .goroutine: "goroutine started at"
      case .library: "goroutine that a library starts at"
      case .pool: "library's goroutines, from"
      case .loop: "library's goroutine, from"
      case .parallelTest: "parallel test started at"
      }
    return "\(kind) \(place)" + (start.isRepeated ? " (several at once)" : "")
  }

  // MARK: Reasons

  private func string(_ reason: FlowReason) -> String {
    switch reason {
    case .noSuchFile(let line): "\(line.file) holds no function of the packages that were read."
    case .noCode(let line): "No instruction begins on \(spell(line))."
    case .noUse(let line):
      "\(spell(line)) uses no memory that others are known to see. (Memory that a function makes "
        + "and keeps has no record, nor has a use that repeats an earlier one.)"
    case .otherMemory(let first, let second):
      "The first touches \(list(first)); the second \(list(second))."
    case .onlyRead(let name): "Both only read \(name)."
    case .atomic(let name): "Both use \(name) atomically."
    case .notRun(let function): "No goroutine is known that runs \(printer.name(of: function))."
    case .notShared(let name, let function):
      "\(name): no other goroutine is known to have what \(printer.name(of: function)) gets."
    case .oneGoroutine(nil): "Both run for callers from outside, one call at a time."
    case .oneGoroutine(let start?): "One goroutine does both: the \(spell(start))."
    case .locked(let names): "Both hold \(names.joined(separator: ", "))."
    case .signalled(let name): "One waits for \(name), which the other signals when it is done."
    case .judged(let function):
      "\(printer.name(of: function)) knows both, and nothing was found there: they are joined or "
        + "otherwise in order, or the objects are not the same."
    }
  }

  private func list(_ names: [String]) -> String {
    names.isEmpty ? "memory without a name" : names.joined(separator: ", ")
  }

  // MARK: Text

  private func spell(_ line: FlowLine) -> String { "\(line.file):\(line.line)" }

  private func place(_ site: FlowSite) -> String {
    if let place = analysis.position(of: site) {
      return "\(place.file):\(line(place.file, place.start))"
    }
    let function = analysis.program.functions[site.function]
    let file = analysis.program.files[Int(function.file)]
    return "\(file):\(line(file, function.start))"
  }

  /// Breaks a text into lines between words; two spaces stay.
  private func wrap(_ text: String, indent: Int = 0, hanging: Int = 2) -> String {
    var lines: [String] = []
    var current = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, current.count + 1 + word.count > Self.width {
        lines.append(current)
        current = String(repeating: " ", count: hanging) + word
      } else {
        current += (isEmpty ? "" : " ") + word
      }
      isEmpty = false
    }
    return (lines + [current]).map { $0 + "\n" }.joined()
  }
}
