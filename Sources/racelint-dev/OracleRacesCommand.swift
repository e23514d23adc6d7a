import Basics
import RaceKit

/// Asks Go's race detector about the cases that are marked for it, and about the scenarios.
struct OracleRacesCommand: DeveloperCommand {
  static let name = "oracle-races"
  static let usage = "oracle-races --go GO [--cache DIR] [CASE…]"
  static let summary = """
    ask the race detector about the cases marked // race: the bad form races, the near
          miss and the fixed form do not; `make oracle` does it. With CASE: only those whose name
          contains it
    """

  static func run(_ arguments: [String]) throws(DeveloperError) {
    var go: String?
    var cache: String?
    var names: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--go": go = rest.popFirst()
      case "--cache": cache = rest.popFirst()
      case _ where argument.hasPrefix("-"): throw DeveloperError("unknown option \(argument)")
      default: names.append(argument)
      }
    }
    guard let go else { throw DeveloperError("usage: racelint-dev \(usage)") }
    let root = FilePath.workingDirectory
    let detector = RaceDetector(
      go: FilePath.join(root, go), cache: cache.map { FilePath.join(root, $0) })
    let tally: RaceTally
    do {
      tally = try Self.tally(root, detector, names)
    } catch let error as RaceError {
      throw DeveloperError(error.message)
    } catch let error as FileError {
      throw DeveloperError(error)
    } catch {
      throw DeveloperError("\(error)")
    }
    for remark in tally.remarks { print(remark) }
    print(tally.line)
    let shortfalls = names.isEmpty ? tally.shortfalls(RaceTally.Bounds()) : []
    if !shortfalls.isEmpty { throw DeveloperError(shortfalls.joined(separator: "; "), status: 1) }
    if !tally.isAsSaid { throw DeveloperError("not all cases are as they say", status: 1) }
  }

  private static func tally(
    _ root: String, _ detector: RaceDetector, _ names: [String]
  ) throws -> RaceTally {
    func isAsked(_ name: String) -> Bool { names.isEmpty || names.contains { name.contains($0) } }
    let cases = try RaceCase.all(root: root).filter { isAsked($0.description) }
    let scenarios = try RaceScenario.all(root: root).filter { isAsked("scenario/\($0.name)") }
    return RaceTally(
      try RaceOracle(detector).judge(cases) + scenarios.flatMap { try $0.judge(detector) })
  }
}
