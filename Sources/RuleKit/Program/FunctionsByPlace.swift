import GoFlow
import GoSyntax

/// The functions of the files that the patterns named, by where their names, or of literals their
/// `func`s, begin.
struct FunctionsByPlace {
  private var numbers: [String: [UInt32: FunctionNumber]] = [:]

  /// Goes through all functions of a program.
  init(_ program: FlowProgram) {
    for number in program.functions.ids {
      let function = program.functions[number]
      guard function.traits.contains(.isReported) else { continue }
      numbers[program.files[Int(function.file)], default: [:]][function.start] = number
    }
  }

  /// The innermost function around a node; nil where the program has none there.
  func function(around node: NodeID, in tree: SyntaxTree) -> FunctionNumber? {
    let function = tree.function(around: node)
    let name = tree.child(function, .name)
    let start = tree.range(name.isNone ? function : name).start
    return numbers[tree.source.path]?[start]
  }
}

extension ProgramContext {
  /// Whether a deferred call of the function around a node may end a panic.
  func mayRecover(around node: NodeID, _ tree: SyntaxTree) -> Bool {
    guard let function = functionsByPlace.function(around: node, in: tree) else { return true }
    return program.functions[function].traits.contains(.mayRecover)
  }
}
