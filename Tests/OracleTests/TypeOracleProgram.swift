import Basics
import TestKit

@testable import OracleKit

/// Builds and runs the Go program of Tests/TypeOracle.
enum TypeOracleProgram {
  private static let root = FilePath.clean(FilePath.directory(#filePath) + "/../..")

  /// The directory of the program's source.
  static let source = root + "/Tests/TypeOracle"

  /// The directory of the pinned toolchain's programs.
  static let toolchain = root + "/.toolchain/bin"

  /// Whether the toolchain was fetched.
  static let isThere = FileSystem.isFile(toolchain + "/go")

  /// What begins a command line that runs the program. Go's own cache makes the second build
  /// a matter of a second; nothing is written below the checkout.
  static let command = [
    toolchain + "/go", "-C", source, "run", "-trimpath", ".", "-go", toolchain + "/go",
  ]

  /// Runs with the pinned toolchain as it is, whatever the user's settings for Go say.
  static func run(_ arguments: [String], in directory: String) throws -> Subprocess {
    try Subprocess.run(
      arguments, in: directory,
      environment: [
        "GOENV": "off", "GOWORK": "off", "GOTOOLCHAIN": "local", "GOPROXY": "off",
        "GOFLAGS": "-mod=mod", "CGO_ENABLED": "0",
      ])
  }

  /// The records of a stream with texts in the place of offsets and names in that of ids:
  /// `E s x.f → int`.
  static func answers(of stream: OracleStream) throws -> [String] {
    var answers: [String] = []
    for section in stream.sections {
      answers.append("F " + FilePath.lastComponent(section.path))
      let source = try FileSystem.read(section.path)
      stream.bytes.withUnsafeBufferPointer { bytes in
        var reader = OracleRecordReader(bytes, section.records)
        while let record = reader.next() {
          let text = String(decoding: source[record.range.indices], as: UTF8.self)
            .split { $0 == " " || $0 == "\t" || $0 == "\n" }.joined(separator: " ")
          switch Character(UnicodeScalar(record.kind)) {
          case "E":
            let letter = Character(UnicodeScalar(record.expressionClass))
            answers.append("E \(letter) \(text) → \(stream.types[record.name])")
          case "C", "I":
            let kind = Character(UnicodeScalar(record.kind))
            answers.append("\(kind) \(text) → \(stream.functions[record.name])")
          default:
            answers.append("\(Character(UnicodeScalar(record.kind))) \(text)")
          }
        }
      }
    }
    return answers
  }
}
