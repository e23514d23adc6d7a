import Findings

/// How many findings each rule has: a table for the text report.
struct StatisticsTable {
  /// What is counted of one rule.
  private struct Row {
    var rule: String
    var findings = 0
    var byConfidence: [Confidence: Int] = [:]
    var fixable = 0
  }

  /// The lines, those of the rules with the most findings first; none where nothing was found.
  static func lines(_ findings: [Finding]) -> [String] {
    var rows: [String: Row] = [:]
    for finding in findings {
      var row = rows[finding.rule] ?? Row(rule: finding.rule)
      row.findings += 1
      row.byConfidence[finding.confidence, default: 0] += 1
      if finding.fixes.contains(where: { $0.safety == .safe }) { row.fixable += 1 }
      rows[finding.rule] = row
    }
    if rows.isEmpty { return [] }
    let levels = Confidence.allCases.sorted(by: >)
    let sorted = rows.values.sorted { ($1.findings, $0.rule) < ($0.findings, $1.rule) }
    let table =
      [["rule", "findings"] + levels.map(\.rawValue) + ["fixable"]]
      + sorted.map { row in
        [row.rule, String(row.findings)] + levels.map { String(row.byConfidence[$0] ?? 0) }
          + [String(row.fixable)]
      }
    let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    return table.map { cells in
      zip(cells, widths).enumerated().map { column, cell in
        let gap = spaces(cell.1 - cell.0.count)
        return column == 0 ? cell.0 + gap : gap + cell.0
      }.joined(separator: "  ")
    }
  }
}
