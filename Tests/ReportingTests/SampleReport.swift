import Basics
import Findings

/// Reports made of sources in which places are found by their text.
struct SampleReport {
  var sources: [String: SourceText]
  var findings: [Finding] = []
  var diagnostics: [Diagnostic] = []

  init(_ files: [String: String]) {
    sources = [:]
    for (path, text) in files { sources[path] = SourceText(path: path, text: text) }
  }

  var report: AnalysisReport {
    AnalysisReport(
      findings: findings, diagnostics: diagnostics,
      summary: .init(packages: 14, files: 120, bytes: 4096, elapsedSeconds: 0.308),
      sources: sources)
  }

  /// The first place of a text in a file; the empty place at its start if there is none.
  func place(_ text: String, in file: String = "worker/pool.go") -> SourceLocation {
    let bytes = sources[file]?.bytes ?? []
    let wanted = Array(text.utf8)
    for start in bytes.indices where bytes[start...].starts(with: wanted) {
      return SourceLocation(
        file: file, range: ByteRange(start: UInt32(start), end: UInt32(start + wanted.count)))
    }
    return SourceLocation(file: file, range: ByteRange(at: 0))
  }

  mutating func add(
    _ rule: String, _ message: String, at location: SourceLocation,
    confidence: Confidence = .confirmed, trace: [TraceStep] = [], fixes: [Fix] = []
  ) {
    findings.append(
      Finding(
        rule: rule, severity: .warning, confidence: confidence, message: message,
        location: location, package: "example.com/worker", symbol: "(*Pool).Run", subject: "wg",
        anchorText: "", trace: trace, fixes: fixes))
    Fingerprints.assign(to: &findings)
  }

  static let poolText = """
    package worker

    func (p *Pool) Run() int {
    \tvar wg sync.WaitGroup
    \tcompleted := 0
    \tfor range p.tasks {
    \t\twg.Add(1)
    \t\tgo func() {
    \t\t\twg.Done()
    \t\t\tcompleted++
    \t\t}()
    \t}
    \twg.Wait()
    \treturn completed
    }

    """

  /// One finding with a safe fix, in a short file.
  static var earlyDone: SampleReport {
    var sample = SampleReport(["worker/pool.go": poolText])
    let done = sample.place("wg.Done()")
    let line = SourceLocation(
      file: done.file, range: ByteRange(start: done.range.start, end: done.range.start + 4))
    sample.add(
      "early-done",
      "`wg.Done()` announces completion before `completed` is increased, so `wg.Wait()` can "
        + "return too early", at: done,
      trace: [
        TraceStep(.signal, "`wg.Done()` announces completion here", at: done),
        TraceStep(.effect, "`completed` is increased after it", at: sample.place("completed++")),
        TraceStep(
          .wait,
          "`wg.Wait()` returns, and `completed` is read without it being ordered after "
            + "the increase", at: sample.place("wg.Wait()")),
      ],
      fixes: [
        Fix(
          title: "Defer `wg.Done()`", safety: .safe,
          edits: [
            TextEdit(
              SourceLocation(file: line.file, range: ByteRange(at: line.range.start)),
              replacement: "defer ")
          ]),
        Fix(title: "Use `wg.Go`", safety: .unsafe, edits: []),
      ])
    return sample
  }
}
