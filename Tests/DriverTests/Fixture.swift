import Basics
import Driver
import Findings
import RuleKit
import Synchronization

/// A sink that keeps what it is given.
final class MemorySink: OutputSink {
  let isTerminal: Bool
  let columns: Int?
  private let failure: FileError?
  private let bytes = Mutex<[UInt8]>([])

  init(isTerminal: Bool = false, columns: Int? = nil, failure: FileError? = nil) {
    self.isTerminal = isTerminal
    self.columns = columns
    self.failure = failure
  }

  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

  func write(_ bytes: [UInt8]) throws(FileError) {
    if let failure { throw failure }
    self.bytes.withLock { $0 += bytes }
  }
}

/// Engines whose one hazard is a word: "bad" can be fixed safely, "ugly" unsafely, "stuck" is not
/// changed by its fix, and what is "vile", of another rule, is bad afterwards.
enum WordEngine {
  static let rules = [
    RuleDescriptor(
      id: "bad-word", summary: "a bad word", severity: .warning, isOnByDefault: true,
      manual: Array("# bad-word\n\nBad.".utf8)),
    RuleDescriptor(
      id: "late-word", summary: "a word too late", severity: .warning, isOnByDefault: false,
      manual: Array("# late-word\n".utf8)),
  ]

  /// An engine that reads the `.go` files of the working directory, or what stands in their place, each
  /// time it runs, and calls `afterReading` before it returns.
  static func make(
    afterReading: @escaping @Sendable (AnalysisSettings) -> Void = { _ in }
  ) -> Engine {
    Engine(rules: rules) { settings, observer throws(AnalysisError) in
      let directory = settings.workingDirectory
      var sources: [String: SourceText] = [:]
      let entries = (try? FileSystem.entries(directory)) ?? []
      let names = Set(entries.map(\.name) + settings.overlay.names(in: directory))
      for name in names where name.hasSuffix(".go") {
        let path = directory + "/" + name
        guard let bytes = settings.overlay.text(of: path) ?? (try? FileSystem.read(path)) else {
          continue
        }
        sources[name] = SourceText(path: name, bytes: bytes)
      }
      if sources.isEmpty {
        throw .pattern(.matchedNothing(settings.patterns.joined(separator: " ")))
      }
      var findings: [Finding] = []
      for source in sources.values { findings += self.findings(in: source, sources) }
      findings.sortByPlace()
      Fingerprints.assign(to: &findings)
      observer.progress?(1, 1)
      afterReading(settings)
      return AnalysisReport(
        findings: findings, diagnostics: [],
        summary: .init(packages: 1, files: sources.count, bytes: 0, elapsedSeconds: 0),
        sources: sources)
    }
  }

  private static func findings(
    in source: SourceText, _ sources: [String: SourceText]
  ) -> [Finding] {
    var findings: [Finding] = []
    for (word, good, safety) in [
      ("bad", "good", Fix.Safety.safe), ("ugly", "fair", .unsafe), ("stuck", "stuck", .safe),
      ("vile", "bad", .safe), ("crooked", "func (", .safe),
    ] {
      for place in places(of: word, in: source) {
        var edits = [TextEdit(place, replacement: good)]
        // "twin" in another file belongs to the first fix.
        for other in sources.values where other.path != source.path {
          edits += places(of: "twin", in: other).map { TextEdit($0, replacement: "pair") }
        }
        findings.append(
          Finding(
            rule: word == "vile" ? "late-word" : "bad-word", severity: .warning,
            confidence: .confirmed,
            message: "`\(word)` is a bad word", location: place, package: "p", symbol: "",
            subject: word, anchorText: word,
            trace: [TraceStep(.owner, "it is here", at: place)],
            fixes: [Fix(title: "Say `\(good)`", safety: safety, edits: edits)]))
      }
    }
    return findings
  }

  private static func places(of word: String, in source: SourceText) -> [SourceLocation] {
    let wanted = Array(word.utf8)
    return source.bytes.indices.filter { source.bytes[$0...].starts(with: wanted) }.map { start in
      SourceLocation(
        file: source.path,
        range: ByteRange(start: UInt32(start), end: UInt32(start + wanted.count)))
    }
  }
}

/// A run of the program with its output caught.
struct Run {
  let code: Application.ExitCode
  let output: String
  let errors: String

  init(
    _ arguments: [String], in directory: String = "/nowhere", engine: Engine = WordEngine.make(),
    environment: [String: String] = [:], output: MemorySink = MemorySink(),
    errors: MemorySink = MemorySink(), input: String = "",
    pause: @escaping @Sendable (Duration) -> Void = { _ in }
  ) {
    let context = ApplicationContext(
      workingDirectory: directory, environment: environment, output: output, errors: errors,
      engine: engine, readInput: { () throws(FileError) in Array(input.utf8) },
      pause: pause)
    code = Application(context).run(arguments)
    self.output = output.text
    self.errors = errors.text
  }
}
