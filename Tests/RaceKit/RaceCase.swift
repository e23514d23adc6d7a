import Basics
import CaseKit

/// A rule's case that the race detector is asked about, in three forms: with the hazard, nearly so,
/// and with the hazard mended by the rule's own fix.
public struct RaceCase: Sendable, CustomStringConvertible {
  /// Beside `bad_x.go` lies `bad_x.go.race`: a Go test that drives it.
  static let driverSuffix = ".race"

  /// The id of the rule.
  public let rule: String
  /// The rule and the case, which also makes a directory: "async-alias/map_sent".
  public let description: String
  /// Why the detector does not see the hazard; nil where it does.
  public let unprovokedReason: String?
  let bad: RaceForm
  let near: RaceForm
  /// Nil where the rule has no fix for the case.
  let fixed: RaceForm?

  /// All cases below a checkout that are marked: see `RaceMark`. Each is analysed.
  ///
  /// Throws where one names no near miss, or has no driver.
  public static func all(root: String) throws -> [RaceCase] {
    try RuleCase.all(root: root).compactMap { try RaceCase($0) }
  }

  /// Nil for a case without a mark.
  init?(_ ruleCase: RuleCase) throws {
    guard case .path(let path) = ruleCase.source, ruleCase.kind == .bad,
      !FileSystem.isDirectory(path)
    else { return nil }
    let code = String(decoding: try FileSystem.read(path), as: UTF8.self)
    guard let mark = code.split(separator: "\n").lazy.compactMap({ RaceMark(line: $0) }).first
    else { return nil }
    guard let nearMiss = mark.nearMiss, nearMiss.hasPrefix(RuleCase.Kind.ok.rawValue) else {
      throw RaceError("\(ruleCase) names no near miss: // race: ok_….go")
    }
    rule = ruleCase.rule.id
    let file = FilePath.lastComponent(path)
    var name = file.dropFirst(RuleCase.Kind.bad.rawValue.count).dropLast(".go".count)
    if name.hasSuffix("_test") { name = name.dropLast("_test".count) }
    description = "\(rule)/\(name)"
    unprovokedReason = mark.unprovokedReason
    bad = try RaceForm(path: path)
    near = try RaceForm(path: FilePath.directory(path) + "/" + nearMiss, sharing: path)
    let mended = try CaseRun(ruleCase, path: path).fixedFiles.values.first
    fixed = mended.map { [bad] in bad.replacing(code: $0, of: file) }
  }
}
