import Basics
import GoIR
import GoTypes

/// What the calls of one package run, each with one number. Used by one thread.
final class CalleeCollector {
  private let checker: TypeChecker
  private let symbols: SymbolCollector
  private let interfaces: InterfaceCollector
  private(set) var callees: [FlowCallee] = []
  private var numbers: [FlowCallee: CalleeNumber] = [:]
  private var known: [Place: CalleeNumber] = [:]

  private struct Place: Hashable {
    var callee: CalleeID
    /// Of methods of interfaces the receiver's type.
    var receiver: TypeID
  }

  init(_ symbols: SymbolCollector, _ interfaces: InterfaceCollector) {
    checker = symbols.checker
    self.symbols = symbols
    self.interfaces = interfaces
  }

  /// What a callee is to a receiver of some type; `none` where no receiver is known.
  func callee(_ id: CalleeID, receiver: TypeID) -> CalleeNumber {
    let place = Place(callee: id, receiver: receiver)
    if let known = known[place] { return known }
    let callee = work(out: symbols.symbols.callees[id], receiver)
    let number = numbers[callee] ?? CalleeNumber(callees.count)
    if number.index == callees.count {
      callees.append(callee)
      numbers[callee] = number
    }
    known[place] = number
    return number
  }

  private func work(out symbol: CalleeSymbol, _ receiver: TypeID) -> FlowCallee {
    switch symbol.callee {
    case .function(let name): return .function(symbols.key(of: name))
    case .builtin(let name):
      return .function(FunctionKey(package: .empty, receiver: .empty, name: symbols.text(name)))
    case .interfaceMethod(let name, let home):
      let held = isInterface(receiver) ? receiver : home
      return .method(interfaces.interface(of: held), symbols.key(of: name, in: home))
    case .value: return .value
    case .conversion, .unknown: return .unknown(symbols.text(symbol.name))
    }
  }

  private func isInterface(_ type: TypeID) -> Bool {
    if type.isNone { return false }
    if case .typeParameter = checker.node(type) { return true }
    return checker.isInterface(type)
  }
}
