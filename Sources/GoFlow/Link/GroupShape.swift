import Basics
import LibraryModels

/// Groups of goroutines by their shape: a method `Go` that is given a function and whose code is
/// unknown, of something that also has a method `Wait`. It runs the function in a goroutine of its
/// own, and `Wait` returns when all of them have ended.
struct GroupShape {
  /// Interfaces and types of which somewhere both methods are called or asked for.
  private var groups: Set<Owner> = []

  /// What has methods: an interface by its shape, a type by its name.
  private enum Owner: Hashable {
    case interface(InterfaceNumber)
    case type(TextID, TextID)
  }

  init(_ program: FlowProgram) {
    guard program.text("Go") != nil, let wait = program.text("Wait") else { return }
    for (index, shape) in program.interfaces.shapes.enumerated()
    where shape.methods.contains(where: { $0.name == wait }) {
      groups.insert(.interface(InterfaceNumber(index)))
    }
    for callee in program.callees.elements {
      if case .function(let key) = callee, key.name == wait, key.receiver != .empty {
        groups.insert(.type(key.package, key.receiver))
      }
    }
  }

  /// What the methods of a group do; nil for all that is none of them.
  func model(of callee: CalleeNumber, _ program: FlowProgram) -> FunctionModel? {
    let owner: Owner
    let name: TextID
    switch program.callees[callee] {
    case .function(let key) where key.receiver != .empty:
      (owner, name) = (.type(key.package, key.receiver), key.name)
    case .method(let interface, let key): (owner, name) = (.interface(interface), key.name)
    default: return nil
    }
    guard groups.contains(owner) else { return nil }
    switch program.texts[name] {
    case "Go": return Self.go
    case "Wait": return Self.wait
    default: return nil
    }
  }

  private static let go: FunctionModel = {
    var effects = CallEffects()
    effects.runs = [
      FunctionRun(function: .argument(0), strand: .goroutine, signals: .receiver)
    ]
    var model = FunctionModel()
    model.effects = effects
    return model
  }()

  private static let wait: FunctionModel = {
    var effects = CallEffects()
    effects.signals = [SignalEffect(action: .wait, subject: .receiver)]
    var model = FunctionModel()
    model.effects = effects
    return model
  }()
}
