import Basics
import Findings
import LanguageServer
import Reporting

/// What a run found, in the terms of the protocol.
struct ServedReport {
  /// A finding with its place.
  struct Place {
    let finding: Finding
    let uri: String
    let range: TextRange
  }

  /// The findings that have their text at hand, in the order of the report.
  let places: [Place]
  let abilities: ClientAbilities
  private let report: AnalysisReport
  private let root: ProgramRoot
  private let documents: [String: DocumentSnapshot]
  private let lines: [String: DocumentLines]

  /// What a run over the documents has reported.
  init(_ report: AnalysisReport, _ run: ProgramRun, _ abilities: ClientAbilities) {
    self.report = report
    self.abilities = abilities
    root = run.root
    documents = run.documents
    lines = report.sources.mapValues { DocumentLines($0.bytes) }
    var places: [Place] = []
    for finding in report.findings {
      guard let lines = lines[finding.location.file] else { continue }
      let path = FilePath.join(run.root.directory, finding.location.file)
      places.append(
        Place(
          finding: finding, uri: run.documents[path]?.uri ?? DocumentURI.uri(path),
          range: lines.range(finding.location.range, abilities.encoding)))
    }
    self.places = places
  }

  /// The text of a file as it was analysed, by the path that it is shown under.
  func source(_ file: String) -> SourceText? { report.sources[file] }

  /// All texts that findings lie in.
  var sources: [String: SourceText] { report.sources }

  /// The diagnostics by the URIs of their files. Every open document is among them.
  var diagnostics: [String: [JSONValue]] {
    var result = Dictionary(uniqueKeysWithValues: documents.values.map { ($0.uri, [JSONValue]()) })
    for place in places { result[place.uri, default: []].append(diagnostic(place)) }
    for diagnostic in report.diagnostics {
      let path = FilePath.join(root.directory, diagnostic.path)
      guard let document = documents[path], let range = diagnostic.range else { continue }
      let lines = DocumentLines(document.bytes)
      result[document.uri, default: []].append([
        "range": lines.range(range, abilities.encoding).json, "source": "racelint",
        "severity": diagnostic.kind == .directive ? 2 : 3, "message": .string(diagnostic.message),
      ])
    }
    return result
  }

  /// The version of a document that was analysed; nil where it was not open.
  func version(of uri: String) -> Int? { documents.values.first { $0.uri == uri }?.version }

  /// A finding as a diagnostic.
  func diagnostic(_ place: Place) -> JSONValue {
    let finding = place.finding
    var members: [String: JSONValue] = [
      "range": place.range.json, "source": "racelint", "code": .string(finding.rule),
      "severity": .number(Double(Self.severity(finding.severity))),
      "message": .string("\(finding.message) [\(finding.confidence.rawValue)]"),
    ]
    if abilities.showsRelatedInformation {
      members["relatedInformation"] = .array(finding.trace.compactMap(related))
    }
    return .object(members)
  }

  private func related(_ step: TraceStep) -> JSONValue? {
    guard let location = location(step.location) else { return nil }
    return ["location": location, "message": .string("\(step.role.rawValue): \(step.message)")]
  }

  private func location(_ location: SourceLocation) -> JSONValue? {
    guard let lines = lines[location.file] else { return nil }
    return [
      "uri": .string(uri(location.file)),
      "range": lines.range(location.range, abilities.encoding).json,
    ]
  }

  private func uri(_ file: String) -> String {
    let path = FilePath.join(root.directory, file)
    return documents[path]?.uri ?? DocumentURI.uri(path)
  }

  /// Edits as the protocol writes those of several files, for the versions that were analysed.
  func workspaceEdit(_ edits: [TextEdit]) -> JSONValue {
    let files = Dictionary(grouping: edits, by: \.location.file).sorted { $0.key < $1.key }
    let changes = files.map { file, edits -> (document: JSONValue, uri: String, edits: JSONValue) in
      let document = documents[FilePath.join(root.directory, file)]
      let version = document.map { JSONValue.number(Double($0.version)) } ?? .null
      let texts = edits.compactMap { edit -> JSONValue? in
        guard let lines = lines[file] else { return nil }
        return [
          "range": lines.range(edit.location.range, abilities.encoding).json,
          "newText": .string(edit.replacement),
        ]
      }
      return (["uri": .string(uri(file)), "version": version], uri(file), .array(texts))
    }
    if abilities.takesDocumentChanges {
      return [
        "documentChanges": .array(changes.map { ["textDocument": $0.document, "edits": $0.edits] })
      ]
    }
    return [
      "changes": .object(Dictionary(uniqueKeysWithValues: changes.map { ($0.uri, $0.edits) }))
    ]
  }

  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }
}

extension DocumentLines {
  /// A range of bytes in the terms of the protocol.
  fileprivate func range(_ range: ByteRange, _ encoding: PositionEncoding) -> TextRange {
    TextRange(
      start: position(at: Int(range.start), encoding), end: position(at: Int(range.end), encoding))
  }
}
