import Basics
import GoFlow
import GoIR

extension CheckedProgram {
  /// The facts of the packages.
  func collectFacts() -> [PackageFacts] {
    mapPackages { PackageFacts(collecting: PackageBodies($0)) }
  }

  /// The flow of the packages, taken for a whole program.
  func analyzeFlow() -> FlowAnalysis {
    FlowAnalysis(FlowProgram(linking: collectFacts(), jobs: jobs), jobs: jobs)
  }
}

/// The lines of files, for printing.
struct FileLines {
  private var indices: [String: LineIndex] = [:]

  /// Reads the files; those that cannot be read have no lines.
  init(_ files: [String]) {
    for file in files {
      guard let bytes = try? FileSystem.read(file) else { continue }
      indices[file] = LineIndex(SourceText(path: file, bytes: bytes))
    }
  }

  /// The line, from 1, of a byte of a file; 0 where it could not be read.
  func line(_ file: String, _ offset: UInt32) -> Int { indices[file]?.line(at: offset) ?? 0 }
}

/// How long the parts of a run took, one after another.
struct Laps {
  private(set) var times: [(name: String, time: Duration)] = []
  private var last = ContinuousClock.now

  /// Ends a part.
  mutating func end(_ name: String) {
    times.append((name, ContinuousClock.now - last))
    last = .now
  }

  /// Adds parts that were timed elsewhere.
  mutating func add(_ parts: [(name: String, time: Duration)]) { times += parts }

  /// `load 0.63 s, collect 3.62 s`.
  var text: String {
    times.map { "\($0.name) \(Figures.seconds($0.time)) s" }.joined(separator: ", ")
  }
}
