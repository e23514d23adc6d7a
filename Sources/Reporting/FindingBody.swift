import Basics
import Findings

/// What follows the message of a finding: the steps of its trace, and its fixes.
struct FindingBody {
  /// The lines, of which the first is blank; none where there is nothing to show.
  private(set) var lines: [String] = []
  private let index: SourceIndex
  private let width: Int
  private let painter: Painter
  /// The columns of the labels, and of line numbers.
  private let labelWidth: Int
  private var numberWidth = 4
  /// The file of the last place that was shown: its name is not repeated.
  private var file: String

  init(_ finding: Finding, _ index: SourceIndex, width: Int, _ painter: Painter) {
    self.index = index
    self.width = width
    self.painter = painter
    file = finding.location.file
    let labels = finding.trace.map(\.role.rawValue) + (finding.fixes.isEmpty ? [] : ["fix"])
    labelWidth = labels.map(\.count).max() ?? 0
    var places = finding.trace.map(\.location)
    for fix in finding.fixes.prefix(1) { places += fix.edits.map(\.location) }
    for place in places {
      // One more than its last line: a fix shows the line below.
      let last = index.positions(place).end.line + 1
      numberWidth = max(numberWidth, String(last).count)
    }
    addTrace(finding.trace)
    addFixes(finding.fixes)
  }

  private mutating func addTrace(_ trace: [TraceStep]) {
    guard !trace.isEmpty else { return }
    lines.append("")
    let excerpts = trace.map { MarkedLine($0.location, index) }
    let dedent = excerpts.compactMap { $0?.line.indentation }.min() ?? 0
    for (step, excerpt) in zip(trace, excerpts) {
      var text = Paragraph()
      if step.location.file != file || excerpt == nil {
        text.append(unbreakable: index.label(step.location) + ":", .location)
        file = step.location.file
      }
      text.append(step.message)
      addLabelled(step.role.rawValue, text)
      if let excerpt { addExcerpt(excerpt, dedent: dedent) }
    }
  }

  private mutating func addLabelled(_ label: String, _ text: Paragraph) {
    let padding = spaces(labelWidth - label.count + 2)
    let first = "  " + painter.paint(label, .role) + padding
    let indent = labelWidth + 4
    let body = text.lines(
      width: width, first: spaces(indent), indent: indent, paint: painter.paint)
    for (number, line) in body.enumerated() {
      lines.append(number == 0 ? first + line.dropFirst(indent) : line)
    }
  }

  /// The columns that are left for source beside the line numbers.
  private var room: Int { width - numberWidth - 5 }

  private func gutter(_ number: Int?) -> String {
    let text = number.map(String.init) ?? ""
    return painter.paint("  \(spaces(numberWidth - text.count))\(text) │", .faint)
  }

  private mutating func addExcerpt(_ excerpt: MarkedLine, dedent: Int) {
    let window = excerpt.line.window(dedent: dedent, room: room, focus: excerpt.columns)
    let start = max(excerpt.columns.lowerBound, window.columns.lowerBound)
    let end = min(excerpt.columns.upperBound, window.columns.upperBound)
    var marks = String(repeating: "^", count: max(1, end - start))
    let isContinued = excerpt.isContinued || end < excerpt.columns.upperBound
    if isContinued, start - window.start + marks.count < room { marks += "…" }
    lines.append("\(gutter(excerpt.number)) \(window.text)")
    lines.append(
      "\(gutter(nil)) \(spaces(max(0, start - window.start)))\(painter.paint(marks, .mark))")
  }
}

/// A line of source with the columns that a place covers in it.
private struct MarkedLine {
  var number: Int
  var line: DisplayLine
  var columns: Range<Int>
  /// Whether the place goes on in the next line.
  var isContinued: Bool

  /// The first line of a place; nil where its text is not at hand.
  init?(_ location: SourceLocation, _ index: SourceIndex) {
    guard let (source, lines) = index.text(of: location) else { return nil }
    number = lines.line(at: location.range.start)
    let range = lines.range(ofLine: number)
    line = DisplayLine(source.bytes[range.indices])
    let start = line.column(at: Int(max(location.range.start, range.start) - range.start))
    let end = line.column(
      at: Int(max(min(location.range.end, range.end), range.start) - range.start))
    columns = start..<max(start, end)
    isContinued = location.range.end > range.end && lines.line(at: location.range.end) > number
  }
}

extension FindingBody {
  /// How many lines of a fix are shown before it is cut.
  private static let longestFix = 24
  /// How many columns from the first change in a long line are shown in any case.
  private static let changeWidth = 16

  /// The best fix as a diff with one line of context; the others by their titles.
  private mutating func addFixes(_ fixes: [Fix]) {
    guard let best = fixes.first else { return }
    lines.append("")
    addTitle("fix", best)
    var body: [String] = []
    for path in Set(best.edits.map(\.location.file)).sorted() {
      let edits = best.edits.filter { $0.location.file == path }
      guard let first = edits.first, let (source, _) = index.text(of: first.location),
        edits.allSatisfy({ source.range.contains($0.location.range) })
      else { continue }
      if path != file {
        body.append("  " + painter.paint(DisplayWidth.visible(path) + ":", .location))
        file = path
      }
      body += diffLines(LineDiff(old: source.bytes, edits: edits))
    }
    if body.count > Self.longestFix {
      let left = body.count - Self.longestFix
      body = body.prefix(Self.longestFix) + ["  \(spaces(numberWidth)) … \(left) more lines"]
    }
    lines += body
    for fix in fixes.dropFirst() { addTitle("or", fix) }
  }

  private mutating func addTitle(_ label: String, _ fix: Fix) {
    var text = Paragraph()
    text.append(fix.title)
    text.append(fix.safety == .safe ? "[safe]" : "[unsafe: needs a look]", .faint)
    addLabelled(label, text)
  }

  private func diffLines(_ diff: LineDiff) -> [String] {
    var result: [String] = []
    let hunks = diff.hunks(context: 1)
    let dedent =
      hunks.flatMap(\.lines).map { DisplayLine($0.bytes) }
      .filter { $0.width > $0.indentation }.map(\.indentation).min() ?? 0
    for (index, hunk) in hunks.enumerated() {
      if index > 0 { result.append(painter.paint("  \(spaces(numberWidth)) ⋮", .faint)) }
      let counterparts = Self.counterparts(hunk.lines)
      for (line, counterpart) in zip(hunk.lines, counterparts) {
        result.append(text(line, besides: counterpart, dedent: dedent))
      }
    }
    return result
  }

  private func text(
    _ line: LineDiff.Line, besides counterpart: ArraySlice<UInt8>?, dedent: Int
  ) -> String {
    let shown = DisplayLine(line.bytes)
    let common = counterpart.map { zip(line.bytes, $0).prefix { $0 == $1 }.count } ?? 0
    let widest = max(shown.width, counterpart.map { DisplayLine($0).width } ?? 0)
    let start = line.kind == .context ? 0 : min(shown.column(at: common), shown.width)
    let end = line.kind == .context ? 0 : min(widest, start + Self.changeWidth)
    let window = shown.window(
      dedent: min(dedent, shown.width), room: room - 2, focus: start..<max(start, end),
      besides: widest)
    let sign =
      switch line.kind {
      case .context: "  "
      case .removed: "- "
      case .added: "+ "
      }
    let style: TextStyle? =
      switch line.kind {
      case .context: nil
      case .removed: .removed
      case .added: .added
      }
    let text = window.text.isEmpty ? sign.trimmed : sign + window.text
    let number = line.kind == .added ? nil : line.number
    return (gutter(number) + " " + painter.paint(text, style)).trimmed
  }

  /// For each line that was changed, the one that it was changed from or to.
  private static func counterparts(_ lines: [LineDiff.Line]) -> [ArraySlice<UInt8>?] {
    var result: [ArraySlice<UInt8>?] = Array(repeating: nil, count: lines.count)
    var removed: [Int] = []
    for (index, line) in lines.enumerated() {
      switch line.kind {
      case .context: removed = []
      case .removed: removed.append(index)
      case .added:
        guard !removed.isEmpty else { continue }
        let old = removed.removeFirst()
        result[old] = line.bytes
        result[index] = lines[old].bytes
      }
    }
    return result
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
