import Basics
import LibraryModels

/// Which functions servers call for each request, several at once.
///
/// What a handler gives back is a message: data with no methods but those that a generator wrote. A
/// method that gives back something with methods of its own, as a connection or a transaction, is no
/// handler, whatever its shape.
struct HandlerShapes: Sendable {
  private let program: FlowProgram
  private let shapes: [HandlerShape]
  /// The types that have methods which somebody wrote.
  private let active: Set<TypeName>

  init(_ program: FlowProgram, _ models: LibraryModels) {
    self.program = program
    shapes = models.handlerShapes
    var active: Set<TypeName> = []
    for function in program.functions.elements
    where function.literal == 0 && function.traits.isDisjoint(with: [.isGenerated, .isInTest])
      && function.traits.contains(.hasReceiver)
    {
      active.insert(TypeName(package: function.key.package, name: function.key.receiver))
    }
    self.active = active
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
        && !zip(shape.results, results).contains { $0 == .pointerToDeclared && isActive($1) }
    }
  }

  /// Whether a pointer leads to something that has methods of its own.
  private func isActive(_ type: String) -> Bool {
    guard let end = type.lastIndex(of: "."),
      let package = program.text(String(type[..<end].dropFirst())),
      let name = program.text(String(type[type.index(after: end)...]))
    else { return false }
    return active.contains(TypeName(package: package, name: name))
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
