import Basics
import Reporting

/// One report that was asked for: its format, and where it goes.
struct ReportRequest: Hashable {
  var format: ReportFormat
  /// The file that takes it, as it was named; nil stands for standard output.
  var file: String?

  /// The reports that options ask for, in their order: `--format sarif=out.sarif,text`.
  ///
  /// `--output` names the file of the one format that has none of its own. At most one report goes
  /// to standard output, and no two to one file.
  static func all(_ options: CommandLineOptions) throws(CommandLineError) -> [ReportRequest] {
    var requests: [ReportRequest] = []
    for word in options.formats { requests.append(try ReportRequest(word)) }
    if requests.isEmpty { requests = [ReportRequest(format: .text)] }
    let loose = requests.indices.filter { requests[$0].file == nil }
    if loose.count > 1 {
      let names = loose.map { requests[$0].format.rawValue }
      throw .severalReports(names[0], names[1], toFile: options.output)
    }
    if let output = options.output {
      guard let index = loose.first else { throw .noReportFor(output) }
      requests[index].file = output
    }
    for (index, request) in requests.enumerated() {
      guard let file = request.file else { continue }
      let path = FilePath.clean(file)
      if let other = requests[..<index].first(where: { $0.file.map(FilePath.clean) == path }) {
        throw .severalReports(other.format.rawValue, request.format.rawValue, toFile: file)
      }
    }
    return requests
  }

  private init(format: ReportFormat, file: String? = nil) {
    self.format = format
    self.file = file
  }

  private init(_ word: String) throws(CommandLineError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard let format = ReportFormat(rawValue: parts[0]) else {
      let names = ReportFormat.allCases.map(\.rawValue)
      throw .unknownFormat(parts[0], suggestion: Suggestion.nearest(to: parts[0], among: names))
    }
    let file = parts.count > 1 ? parts[1] : "-"
    if file.isEmpty {
      throw .invalidValue("--format", value: word, expected: "a file after the =")
    }
    self.init(format: format, file: file == "-" ? nil : file)
  }
}
