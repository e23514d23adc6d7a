import Basics
import GoIR

/// Values of interfaces of which this function knows the type, since it converted them: what a
/// library call writes into an `io.Writer` goes into the buffer behind it.
extension BodyInterpreter {
  static let maximumActiveMethods = 3

  /// Notes the types of what a library call is given as interfaces.
  mutating func noteBoxed(_ operands: CallOperands) {
    for value in operands.values {
      guard let conversion = body.conversion(value), !program.methods(of: conversion).isEmpty
      else { continue }
      for cell in cells(of: leafSet(value)) where boxed[cell]?.contains(conversion) != true {
        boxed[cell, default: []].append(conversion)
        rounds.changeTables()
      }
    }
  }

  /// Runs the methods of the values that a set of interface values leads to.
  mutating func runBoxed(_ set: SetID) {
    if boxed.isEmpty || activeMethods >= Self.maximumActiveMethods { return }
    activeMethods += 1
    defer { activeMethods -= 1 }
    for id in tables.sets[set] {
      let receiver = tables.sets.single(id)
      for conversion in boxed[tables.references[id].cell] ?? [] {
        for target in program.methods(of: conversion) { runMethod(target, receiver) }
      }
    }
  }

  /// Runs a method for a library, which may do so or not.
  private mutating func runMethod(_ target: CallTarget, _ receiver: SetID) {
    let roots = CallRoots(arguments: [([.whole], [receiver])])
    let before = state
    switch target {
    case .functions(let functions):
      _ = runAll(
        functions.map { ($0.function, $0.way, SetID.empty) }, roots, [.none], .empty)
    case .model(let model):
      _ = runModel(
        model, CallOperands(values: [.none], hasReceiver: true, receiver: receiver), roots, .empty)
    case .value, .builtin, .unknown: return
    }
    joinState(before)
  }
}
