import Findings
import GoSyntax

/// How a lock is taken and given back.
struct LockCalls: Equatable {
  var mutex: String
  /// Whether it is taken for reading only.
  var isShared = false

  var take: String { "\(mutex).\(isShared ? "RLock" : "Lock")()" }
  var giveBack: String { "\(mutex).\(isShared ? "RUnlock" : "Unlock")()" }
}

/// Variables for the values of expressions that are evaluated early.
struct EarlyValues {
  /// The lines that declare them.
  private(set) var lines: [String] = []
  /// What puts them in the places of the expressions.
  private(set) var edits: [TextEdit] = []

  /// The same lines under a lock.
  func lines(under lock: LockCalls) -> [String] { [lock.take] + lines + [lock.giveBack] }

  /// Nil where no name is free for one.
  init?(
    _ reads: [EarlyRead], _ statement: NodeID, _ tree: SyntaxTree, _ names: inout FreshNames
  ) {
    var known: [String: String] = [:]
    for read in reads {
      let key = "\(read.isFound) \(read.text)"
      if known[key] == nil {
        guard var name = names.next(read.baseName, in: statement, tree) else { return nil }
        if read.isFound {
          guard let second = names.next("found", in: statement, tree) else { return nil }
          name += ", " + second
        }
        known[key] = name
        lines.append("\(name) := \(read.text)")
      }
      edits.append(
        TextEdit(
          SourceLocation(file: tree.source.path, range: tree.range(read.node)),
          replacement: known[key] ?? ""))
    }
  }
}
