import Basics
import GoIR
import LibraryModels

/// What runs when a library calls the methods of an argument that is an interface: the type of the
/// value is known where it is converted.
struct BoxedMethods: Sendable {
  /// By conversion; empty where nothing is known.
  private var targets: [[CallTarget]] = []
  /// Conversions to interfaces of one method that models tell of, as `Write`.
  private var ofLibraries = BitSet<ConversionNumber>()

  /// Conversions of types with a method that printers call instead of looking into the value.
  private var printing = BitSet<ConversionNumber>()

  /// The locks that types embed whose values are converted.
  private var locks: [ConversionNumber: FieldNumber] = [:]

  /// An interface with more methods than this is not given to be called back.
  static let maximumMethods = 5

  init() {}

  /// Of a program, without the bodies that are not looked at.
  init(
    _ program: FlowProgram, _ models: LibraryModels, isHidden: (FunctionNumber) -> Bool
  ) {
    targets = program.conversions.elements.map { conversion in
      Self.targets(conversion, program, models).filter { target in
        guard case .functions(let functions) = target else { return true }
        return !functions.contains { isHidden($0.function) }
      }
    }
    for (number, conversion) in zip(program.conversions.ids, program.conversions.elements) {
      guard case .concrete(let concrete) = conversion.source else { continue }
      let methods = program.interfaces.concretes[concrete.index].methods
      if methods.contains(where: {
        LibraryModels.printingMethods.contains(program.texts[$0.shape.name])
      }) {
        printing.insert(number)
      }
      // Only what is asked for a lock is used as one.
      let asked = program.interfaces.shapes[conversion.target.index].methods
      for method in methods where method.way.count == 1 && !method.way[0].isPointer {
        guard asked.contains(where: { $0.name == method.shape.name }),
          Self.model(of: method.function, program, models)?.effects?.locks.contains(where: {
            $0.action == .acquire && $0.lock == .receiver
          }) == true
        else { continue }
        locks[number] = method.way[0].field
      }
    }
    var interfaces = BitSet<InterfaceNumber>()
    for case .method(let interface, let key) in program.callees.elements
    where Self.model(of: key, program, models) != nil {
      interfaces.insert(interface)
    }
    for number in program.conversions.ids where targets[number.index].count == 1 {
      let interface = program.conversions[number].target
      guard program.interfaces.shapes[interface.index].methods.count == 1,
        interfaces.contains(interface)
      else { continue }
      ofLibraries.insert(number)
    }
  }

  /// Whether libraries call what the conversion gives, by a method that models tell of.
  func isOfLibrary(_ conversion: ConversionNumber) -> Bool { ofLibraries.contains(conversion) }

  /// The embedded lock that a value of a conversion gives out as its own; nil where it has none.
  func embeddedLock(_ conversion: ConversionNumber) -> FieldNumber? { locks[conversion] }

  /// Whether a value of a conversion has a method that printers call instead of looking into it.
  func printsItself(_ conversion: ConversionNumber) -> Bool { printing.contains(conversion) }

  private static func model(
    of key: FunctionKey, _ program: FlowProgram, _ models: LibraryModels
  ) -> FunctionModel? {
    let model = models.model(
      of: ModelledFunction(
        package: program.texts[key.package], type: program.texts[key.receiver],
        name: program.texts[key.name]))
    return model?.effects == nil ? nil : model
  }

  subscript(conversion: ConversionNumber) -> [CallTarget] { targets[conversion.index] }

  private static func targets(
    _ conversion: InterfaceConversion, _ program: FlowProgram, _ models: LibraryModels
  ) -> [CallTarget] {
    guard case .concrete(let number) = conversion.source else { return [] }
    let concrete = program.interfaces.concretes[number.index]
    let asked = program.interfaces.shapes[conversion.target.index].methods
    guard concrete.isPointer, !asked.isEmpty, asked.count <= maximumMethods else { return [] }
    return asked.compactMap { method in
      guard
        let own = concrete.methods.first(where: { $0.shape.name == method.name }),
        own.embedded.isNone
      else { return nil }
      return target(own, program, models)
    }
  }

  private static func target(
    _ method: ConcreteType.Method, _ program: FlowProgram, _ models: LibraryModels
  ) -> CallTarget? {
    let key = method.function
    // Of a promoted method the model's receiver is a field of the value.
    if let model = model(of: key, program, models) {
      return method.way.isEmpty ? .model(model) : nil
    }
    let function = program.function(key)
    return function.isNone
      ? nil : .functions([CallTarget.Function(function: function, way: method.way)])
  }
}

extension CallTargets {
  /// The bodies of the methods of what a call is given as interfaces.
  func boxedMethods(
    of call: FlowInstruction, _ body: FlowBody, _ isOfLibrary: Bool
  ) -> [CallTarget.Function] {
    var found: [CallTarget.Function] = []
    for operand in body.operands[Int(call.firstOperand)...].prefix(Int(call.operandCount)) {
      guard let conversion = body.conversion(operand) else { continue }
      if !isOfLibrary, !mayBeHandedOn(conversion) { continue }
      for case .functions(let functions) in methods(of: conversion) { found += functions }
    }
    return found
  }
}

extension FlowBody {
  /// The conversion to an interface that a value is; nil where it is none.
  func conversion(_ value: ValueID) -> ConversionNumber? {
    guard !value.isNone else { return nil }
    let instruction = instructions[value.index]
    guard instruction.opcode == .convert, instruction.payload != 0 else { return nil }
    return ConversionNumber(rawValue: instruction.payload - 1)
  }
}

extension CallEffects {
  /// Whether methods of arguments may be called, now or by what keeps them.
  var runsMethods: Bool { !runs.isEmpty || !retentions.isEmpty }
}
