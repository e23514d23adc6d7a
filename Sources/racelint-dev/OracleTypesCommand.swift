import Basics
import OracleKit

/// Compares racelint's types and callees with those of go/types.
struct OracleTypesCommand: DeveloperCommand {
  static let name = "oracle-types"
  static let usage = "oracle-types [--top N] [--jobs N] STREAM…"
  static let summary = """
    compare racelint's types with what Tests/TypeOracle printed into files; `make
          oracle-types` does it for the standard library
    """

  static func run(_ arguments: [String]) throws(DeveloperError) {
    var top = 10
    var jobs = Parallel.processorCount
    var paths: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--top": top = try number(after: argument, &rest)
      case "--jobs": jobs = max(1, try number(after: argument, &rest))
      case _ where argument.hasPrefix("-"): throw DeveloperError("unknown option \(argument)")
      default: paths.append(argument)
      }
    }
    guard !paths.isEmpty else { throw DeveloperError("usage: racelint-dev \(usage)") }

    let clock = ContinuousClock()
    let start = clock.now
    var files = 0
    var total: TypeTally?
    for path in paths {
      let stream = try stream(path)
      let paths = stream.paths
      files += paths.count
      let claims = try OracleClaims(about: paths)
      do throws(OracleStreamError) {
        let tally = try TypeComparison.compare(stream, with: claims, jobs: jobs)
        if total == nil { total = tally } else { total? += tally }
      } catch {
        throw DeveloperError("\(path): \(error.message)")
      }
    }
    guard let total else { return }
    print("files \(files), compared in \(Figures.seconds(clock.now - start)) s\n")
    print(
      TypeReport(total, top: top, directory: FilePath.workingDirectory).text(), terminator: "")
  }

  private static func stream(_ path: String) throws(DeveloperError) -> OracleStream {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path)
    } catch {
      throw DeveloperError(error)
    }
    do throws(OracleStreamError) {
      return try OracleStream(bytes: bytes)
    } catch {
      throw DeveloperError("\(path): \(error.message)")
    }
  }

  private static func number(
    after option: String, _ rest: inout ArraySlice<String>
  ) throws(DeveloperError) -> Int {
    guard let value = rest.popFirst().flatMap({ Int($0) }), value >= 0 else {
      throw DeveloperError("\(option) needs a number")
    }
    return value
  }
}
