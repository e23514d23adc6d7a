import Basics
import GoPackages
import OracleKit

/// Compares racelint's types and callees with those of go/types.
struct OracleTypesCommand: DeveloperCommand {
  static let name = "oracle-types"
  static let usage =
    "oracle-types [--top N] [--jobs N] [--hide-dependencies] [--at-least LIST] STREAM…"
  static let summary = """
    compare racelint's types with what Tests/TypeOracle printed into files; `make
          oracle-types` does it for the standard library. --hide-dependencies: as if nothing but
          the packages were on this machine. --at-least claimed=97,agreed=99.5,callees=98,
          class-claimed=95,class-agreed=99: fail where a share is lower
    """

  static func run(_ arguments: [String]) throws(DeveloperError) {
    var top = 10
    var jobs = Parallel.processorCount
    var thresholds: TypeThresholds?
    var environment = Environment.process
    var paths: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--top": top = try number(after: argument, &rest)
      case "--jobs": jobs = max(1, try number(after: argument, &rest))
      case "--hide-dependencies": environment = Environment(workspace: .off)
      case "--at-least":
        thresholds = rest.popFirst().flatMap(TypeThresholds.init)
        if thresholds == nil { throw DeveloperError("--at-least needs shares, as agreed=99") }
      case _ where argument.hasPrefix("-"): throw DeveloperError("unknown option \(argument)")
      default: paths.append(argument)
      }
    }
    guard !paths.isEmpty else { throw DeveloperError("usage: racelint-dev \(usage)") }

    let tally = try compare(paths, environment, jobs: jobs)
    print(
      TypeReport(tally, top: top, directory: FilePath.workingDirectory).text(), terminator: "")
    let shortfalls = thresholds?.shortfalls(of: tally) ?? []
    if !shortfalls.isEmpty {
      throw DeveloperError(
        "too little agreement: \(shortfalls.joined(separator: "; "))", status: 1)
    }
  }

  private static func compare(
    _ paths: [String], _ environment: Environment, jobs: Int
  ) throws(DeveloperError) -> TypeTally {
    let clock = ContinuousClock()
    let start = clock.now
    var files = 0
    var total = TypeTally()
    for path in paths {
      let stream = try stream(path)
      let paths = stream.paths
      files += paths.count
      let claims = try OracleClaims(about: paths, environment, jobs: jobs)
      do throws(OracleStreamError) {
        total += try TypeComparison.compare(stream, with: claims, jobs: jobs)
      } catch {
        throw DeveloperError("\(path): \(error.message)")
      }
    }
    print("files \(files), compared in \(Figures.seconds(clock.now - start)) s\n")
    return total
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
