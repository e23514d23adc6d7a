import Basics
import LibraryModels

/// Which functions servers call for each request, several at once.
struct HandlerShapes: Sendable {
  private let program: FlowProgram
  private let shapes: [HandlerShape]

  init(_ program: FlowProgram, _ models: LibraryModels) {
    self.program = program
    shapes = models.handlerShapes
  }

  /// Whether a function has the shape of a handler: its parameters and results are of the types
  /// that a server hands over and wants back.
  func isHandler(_ function: FlowFunction) -> Bool {
    guard program.texts[function.key.name].first?.isUppercase == true else { return false }
    let hasReceiver = function.traits.contains(.hasReceiver)
    let parameters = function.parameters.dropFirst(hasReceiver ? 1 : 0)
      .map { program.texts[$0.type] }
    let results = function.results.map { program.texts[$0.type] }
    return shapes.contains { shape in
      (!shape.isMethod || hasReceiver)
        && matches(shape.parameters, parameters) && matches(shape.results, results)
    }
  }

  private func matches(_ wanted: [HandlerShape.Part], _ types: [String]) -> Bool {
    guard wanted.count == types.count else { return false }
    for (part, type) in zip(wanted, types) {
      switch part {
      case .type(let name): if name != type { return false }
      case .pointerToDeclared:
        // A pointer to a declared type of a package.
        guard type.hasPrefix("*"), type.contains("."), !type.contains("["), !type.contains("{")
        else { return false }
      }
    }
    return true
  }
}
