import Basics
import GoIR
import LibraryModels

/// A summary that many hold: one reference in place of the many of its tables.
final class SummaryBox: Hashable, Sendable {
  let summary: FunctionSummary
  /// Whether the function takes something out of where others put it.
  let takesOut: Bool
  /// The objects that its goroutines have only as these lay in their places before they began.
  let letGo: Set<UInt32>
  /// Whether it uses what it gave away, or may have.
  let usesGiven: Bool

  init(_ summary: FunctionSummary) {
    self.summary = summary
    takesOut = summary.objects.contains(where: \.isTaken)
    letGo = summary.objectsLetGo
    usesGiven = summary.accesses.contains { $0.isSent || summary.isMade($0.cell.object) }
  }

  static func == (left: SummaryBox, right: SummaryBox) -> Bool {
    left === right || left.summary == right.summary
  }
  func hash(into hasher: inout Hasher) { summary.hash(into: &hasher) }
}

/// What the interpretation of all bodies of a program rests on. A class, because each component of the
/// call graph holds it.
final class FlowBasis: Sendable {
  let program: FlowProgram
  let graph: CallGraph
  let facts: ProgramFacts

  init(_ program: FlowProgram, _ graph: CallGraph, _ facts: ProgramFacts) {
    self.program = program
    self.graph = graph
    self.facts = facts
  }
}

/// What the interpreter asks about the program around the bodies of one component of its call
/// graph. Used by one thread.
final class ComponentContext {
  private let basis: FlowBasis
  private var program: FlowProgram { basis.program }
  private var graph: CallGraph { basis.graph }
  private var facts: ProgramFacts { basis.facts }
  private let component: ComponentNumber
  private let finished: (ComponentNumber, _ position: Int) -> SummaryBox?
  private var assignedAgain: [UInt64: Bool] = [:]
  /// The summaries of the component itself, as they are now.
  var own: [FunctionNumber: SummaryBox] = [:]
  /// Those of them that were asked for, with what was known then; nil where nobody wants to know.
  var asked: [FunctionNumber: SummaryBox?]?

  init(
    _ basis: FlowBasis, component: ComponentNumber,
    finished: @escaping (ComponentNumber, _ position: Int) -> SummaryBox?
  ) {
    self.basis = basis
    self.component = component
    self.finished = finished
  }

  func runsFirst(_ function: FunctionNumber) -> Bool { program.runsFirst(function) }

  /// See `FlowProgram.isHidden`.
  func isHidden(_ steps: [PathStep], from fields: FieldReach) -> Bool {
    program.isHidden(steps, from: fields)
  }

  /// See `FlowProgram.reach`.
  func reach(ofTag tag: String) -> FieldReach { program.reach(ofTag: tag) }

  func function(_ number: FunctionNumber) -> FlowFunction { program.functions[number] }

  func layout(_ number: UInt16) -> Layout {
    program.layouts[LayoutNumber(rawValue: UInt32(number))]
  }

  /// What a callee runs, for a body in tests or not.
  func target(of callee: CalleeNumber, isInTest: Bool) -> CallTarget {
    facts.targets.target(of: callee, isInTest: isInTest)
  }

  /// See `CallTargets.ordering`.
  func ordering(of callee: CalleeNumber, isInTest: Bool) -> FunctionModel? {
    facts.targets.ordering(of: callee, isInTest: isInTest)
  }

  /// Whether a goroutine is one that a call of one of some functions left behind.
  func isOfCall(_ start: StrandStart, of functions: [ModelledFunction]) -> Bool {
    guard !start.value.isNone else { return false }
    let call = program.functions[start.function].body.instructions[start.value.index]
    guard call.opcode == .call,
      let key = program.key(of: CalleeNumber(rawValue: call.payload))
    else { return false }
    return functions.contains {
      $0.name == program.texts[key.name] && $0.type == program.texts[key.receiver]
        && $0.package == program.texts[key.package]
    }
  }

  /// The type of the struct of which a conversion makes an interface of the pointer to it; nil where
  /// it is none.
  func pointedType(_ conversion: ConversionNumber) -> TypeName? {
    guard case .concrete(let number) = program.conversions[conversion].source else { return nil }
    let concrete = program.interfaces.concretes[number.index]
    return concrete.isPointer ? TypeName(package: concrete.package, name: concrete.name) : nil
  }

  /// The declared type of what a field leads to that is a pointer; nil where it is none.
  func pointedType(of field: FieldNumber) -> TypeName? {
    let pointee = program.pointees[field]
    return pointee == .none ? nil : TypeName(package: pointee.package, name: pointee.name)
  }

  /// The type that a field belongs to.
  func owner(of field: FieldNumber) -> TypeName { program.owner(of: field) }

  /// What the methods of a pointer run that becomes a value of an interface.
  func methods(of conversion: ConversionNumber) -> [CallTarget] {
    facts.targets.methods(of: conversion)
  }

  /// Whether it matters to know what a function of the program is given so.
  func mayBeHandedOn(_ conversion: ConversionNumber) -> Bool {
    facts.targets.mayBeHandedOn(conversion)
  }

  /// Whether a value of a conversion has a method that printers call instead of looking into it.
  func printsItself(_ conversion: ConversionNumber) -> Bool {
    facts.targets.printsItself(conversion)
  }

  /// The embedded lock that a value of a conversion gives out as its own; nil where it has none.
  func embeddedLock(_ conversion: ConversionNumber) -> FieldNumber? {
    facts.targets.embeddedLock(conversion)
  }

  /// The summary of a function as far as it is known; nil for one without body.
  func summary(_ number: FunctionNumber) -> SummaryBox? {
    let other = graph.component(of: number)
    if other == component {
      let known = own[number]
      asked?[number] = .some(known)
      return known
    }
    // Whatever a body comes to know of a function value it has from what it depends on.
    guard other < component else { return nil }
    return finished(other, graph.position(of: number))
  }

  /// The number of a field that models name; nil where no body names it.
  func field(_ field: ModelledField) -> FieldNumber? { facts.modelledFields[field] }

  /// Whether a function has the shape of a handler.
  func isHandler(_ number: FunctionNumber) -> Bool {
    facts.handlerShapes.isHandler(program.functions[number])
  }

  /// Whether a function may run in a goroutine or start one, or is used by such.
  func isConcerned(_ function: FunctionNumber) -> Bool { facts.reach.concerned.contains(function) }

  /// The blocks of a function in which it calls one that never returns.
  func deadEnds(of function: FunctionNumber) -> Set<BlockID> {
    guard facts.neverReturning.callers.contains(function) else { return [] }
    return facts.neverReturning.deadEnds(of: function, program, facts.targets)
  }

  /// What a method does to its receiver by its shape; nil for most.
  func lockEffect(of function: FunctionNumber) -> LockShapes.Effect? {
    facts.lockShapes.effects[function]
  }

  /// Whether a goroutine may look into a slot.
  func isWatched(_ slot: SlotKey.Base) -> Bool { facts.watched.contains(slot) }

  /// See `LocksOfConditions`.
  var hasLocksOfConditions: Bool { !facts.conditions.isEmpty }
  func lock(beside field: FieldNumber) -> FieldNumber? { facts.conditions.lock(beside: field) }
  func leadsToLock(_ field: FieldNumber) -> Bool { facts.conditions.leadsToLock(field) }

  /// The room of the channels that a field or package variable holds; -1 where it is not known.
  func capacity(of base: SlotKey.Base) -> Int32 { facts.capacities.capacity(of: base) }

  /// Whether the channels that a field holds are locks, whoever gives them back; see `LockChannels`.
  func isLockChannel(_ field: FieldNumber) -> Bool { facts.lockChannels.fields.contains(field) }

  /// Whether a variable of a declaration is assigned to after it was declared, or its address is
  /// taken.
  func isAssignedAgain(_ variable: UInt32, in declaration: FunctionNumber) -> Bool {
    let key = UInt64(declaration.rawValue) << 32 | UInt64(variable)
    if let known = assignedAgain[key] { return known }
    let found = isStored(variable, in: declaration)
    assignedAgain[key] = found
    return found
  }

  private func isStored(_ variable: UInt32, in declaration: FunctionNumber) -> Bool {
    functions(of: declaration).contains { program.functions[$0].body.mayAssign(variable) }
  }

  /// A declared function and the literals in it.
  func functions(of declaration: FunctionNumber) -> some Sequence<FunctionNumber> {
    program.functions(of: declaration)
  }

  /// The declared function around a function, or itself.
  func declaration(of function: FunctionNumber) -> FunctionNumber {
    program.declaration(of: function)
  }

  /// Whether a field or variable is ever assigned to after it was made.
  func isAssigned(_ field: FieldNumber) -> Bool { facts.assignedFields.contains(field) }
  /// Whether a field is assigned to itself, with all parts of what lies there.
  func isReplaced(_ field: FieldNumber) -> Bool { facts.replacedFields.contains(field) }
  /// Whether a field of slices is given shorter ones.
  func isShortened(_ field: FieldNumber) -> Bool { facts.shortened.contains(field) }
  /// Whether a field is filled only where nothing lies there yet: see `FilledOnce`.
  func isFilledOnce(_ field: FieldNumber) -> Bool { facts.filledOnce.contains(field) }
  /// Whether a field belongs to a struct that holds a lock.
  func isBesideLock(_ field: FieldNumber) -> Bool { facts.fieldsBesideLocks.contains(field) }
  /// Whether a field is a list of spare things: see `SpareLists`.
  func isSpareList(_ field: FieldNumber) -> Bool { facts.spareLists.contains(field) }
  /// The fields that only ever hold slices without room behind their end.
  var clippedFields: BitSet<FieldNumber> { facts.clippedFields }
  var clippedGlobals: BitSet<GlobalNumber> { facts.clippedGlobals }
  func isAssigned(_ global: GlobalNumber) -> Bool { facts.assignedGlobals.contains(global) }
  /// Whether no reference ever lies in a package variable.
  func isEmpty(_ global: GlobalNumber) -> Bool { facts.emptyGlobals.contains(global) }
}
