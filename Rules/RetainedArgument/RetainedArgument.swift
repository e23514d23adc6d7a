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

  /// Reports each parameter that is kept.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    for argument in program.retainedArguments {
      guard let location = program.firstLine(argument.site),
        let anchor = program.anchor(location, in: argument.site.function)
      else { continue }
      let parameter = program.program.functions[argument.function]
        .parameters[Int(argument.parameter)]
      let name = program.program.texts[parameter.name]
      let noun = argument.kind == .map ? "map" : "slice"
      sink.report(
        at: anchor, subject: name, confidence: .likely,
        message:
          "\(noun) `\(name)` of the caller is kept in `\(argument.memory)` without a copy: what the "
          + "caller changes in it later changes there too",
        trace: [
          TraceStep(
            .handOff, "the caller's \(noun) `\(name)` is put into `\(argument.memory)` here",
            at: location)
        ], fixes: [])
    }
  }
}
