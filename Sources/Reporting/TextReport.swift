import Basics
import Findings

/// The report for people: findings with excerpts of the source, and a summary.
///
/// It reads without colour and fits the width, but for a location, which stays in one piece
/// so that editors and terminals can open it.
public struct TextReport: Sendable {
  /// How the report is to look.
  public struct Options: Sendable {
    /// The columns of a line, at least 40.
    public var width: Int
    /// Whether escape sequences set colours.
    public var usesColor: Bool
    /// Whether each finding takes one line, without excerpts, notes and summary.
    public var isQuiet: Bool
    /// Whether findings are counted by rule instead of shown.
    public var isStatistics: Bool

    /// Options for 80 columns without colour, unless said otherwise.
    public init(
      width: Int = 80, usesColor: Bool = false, isQuiet: Bool = false, isStatistics: Bool = false
    ) {
      self.width = width
      self.usesColor = usesColor
      self.isQuiet = isQuiet
      self.isStatistics = isStatistics
    }
  }

  private var options: Options

  /// A writer of reports that look as the options say.
  public init(_ options: Options = Options()) {
    self.options = options
    self.options.width = max(40, options.width)
  }

  /// The findings, the diagnostics, the notes with a line each, and the summary.
  public func render(_ report: AnalysisReport, notes: [String] = []) -> String {
    let index = SourceIndex(report)
    let painter = Painter(usesColor: options.usesColor)
    var lines: [String] = []
    if options.isStatistics {
      lines += StatisticsTable.lines(report.findings)
      if !lines.isEmpty, !options.isQuiet { lines.append("") }
    }
    for finding in options.isStatistics ? [] : report.findings {
      if options.isQuiet {
        lines += header(finding, index).lines(width: .max, indent: 0, paint: painter.paint)
      } else {
        lines += header(finding, index)
          .lines(width: options.width, indent: 4, paint: painter.paint)
        lines += FindingBody(finding, index, width: options.width, painter).lines
        lines.append("")
      }
    }
    lines += report.diagnostics.map { line(for: $0, painter) }
    if !options.isQuiet {
      if !report.diagnostics.isEmpty { lines.append("") }
      for note in notes + [Self.summary(of: report)] {
        var text = Paragraph()
        text.append(note)
        lines += text.lines(width: options.width, indent: 4, paint: painter.paint)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func header(_ finding: Finding, _ index: SourceIndex) -> Paragraph {
    var header = Paragraph()
    let style: TextStyle =
      switch finding.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    header.append(unbreakable: index.label(finding.location) + ":", .location)
    header.append(unbreakable: finding.rule + ":", style)
    header.append(finding.message)
    header.append("[\(finding.confidence.rawValue)]", .faint)
    return header
  }

  private func line(for diagnostic: Diagnostic, _ painter: Painter) -> String {
    let path = DisplayWidth.visible(diagnostic.path)
    let place = diagnostic.start.map { "\(path):\($0.line):\($0.column):" } ?? path + ":"
    let message = DisplayWidth.visible(diagnostic.message)
    return painter.paint(place, .location) + " \(diagnostic.kind.rawValue): \(message)"
  }

  /// "2 findings (1 fixable), 3 ignored, 5 known, 8 old in 14 packages, 120 files, 0.31 s".
  static func summary(of report: AnalysisReport) -> String {
    let count = report.findings.count
    let extent = report.summary
    let ignored = report.ignoredCount == 0 ? "" : ", \(report.ignoredCount) ignored"
    let known = report.knownCount == 0 ? "" : ", \(report.knownCount) known"
    let old = report.oldCount == 0 ? "" : ", \(report.oldCount) old"
    return (count == 0 ? "no findings" : Self.count(count, "finding")) + fixable(report.findings)
      + ignored + known + old
      + " in \(Self.count(extent.packages, "package")), \(Self.count(extent.files, "file")), "
      + Decimal.seconds(extent.elapsedSeconds)
  }

  private static func fixable(_ findings: [Finding]) -> String {
    let safe = findings.count { $0.fixes.contains { $0.safety == .safe } }
    let unsafe = findings.count { !$0.fixes.isEmpty } - safe
    return switch (safe, unsafe) {
    case (0, 0): ""
    case (_, 0): " (\(safe) fixable)"
    case (0, _): " (\(unsafe) fixable with --unsafe-fixes)"
    default: " (\(safe) fixable, \(unsafe) more with --unsafe-fixes)"
    }
  }

  /// A number with its noun: "1 file", "2 files"; the plural adds an s if none is given.
  public static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
  }
}

/// Sets text in colour, or leaves it alone.
struct Painter {
  var usesColor: Bool

  /// The text in its style.
  func paint(_ text: String, _ style: TextStyle?) -> String {
    guard usesColor, let style, !text.isEmpty else { return text }
    return style.paint(text)
  }
}
