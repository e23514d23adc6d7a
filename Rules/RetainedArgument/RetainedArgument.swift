import Basics
import Findings
import GoFlow
import RuleKit

/// A slice or map of a caller that an exported function keeps in an object which lives on.
public struct RetainedArgument: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "retained-argument",
    summary: "an exported function keeps its caller's slice or map in an object that lives on",
    severity: .warning, isOnByDefault: false, manual: PackageResources.RetainedArgument_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each place at which parameters are kept.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    var known: Set<FlowSite> = []
    for argument in program.retainedArguments where known.insert(argument.site).inserted {
      report(program.retainedArguments.filter { $0.site == argument.site }, program, &sink)
    }
  }

  /// Reports what is kept at one place.
  private func report(
    _ arguments: [KeptArgument], _ program: ProgramContext, _ sink: inout FindingSink
  ) {
    guard let first = arguments.first, let location = program.firstLine(first.site),
      let anchor = program.anchor(location, in: first.site.function)
    else { return }
    let kept = arguments.map { argument in
      let parameters = program.program.functions[argument.function].parameters
      let name = program.program.texts[parameters[Int(argument.parameter)].name]
      let noun = argument.kind == .map ? "map" : "slice"
      return (name: name, text: "\(noun) `\(name)` of the caller", memory: argument.memory)
    }
    let more = kept.dropFirst().map { "`\($0.name)`" }.joined(separator: ", ")
    sink.report(
      at: anchor, subject: kept[0].name, confidence: .likely,
      message:
        "\(kept[0].text) is kept in `\(kept[0].memory)` without a copy"
        + (more.isEmpty ? "" : ", and so \(kept.count == 2 ? "is" : "are") \(more)")
        + ": what the caller changes in it later changes there too",
      trace: kept.map {
        TraceStep(.handOff, "the \($0.text) is put into `\($0.memory)` here", at: location)
      }, fixes: RetainedArgumentFix(program, arguments).fix().map { [$0] } ?? [])
  }
}
