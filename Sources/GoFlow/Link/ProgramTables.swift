import Basics

/// The tables of a program while they are being joined: what the packages name alike gets one
/// number.
struct ProgramTables {
  private(set) var texts = TextTable()
  private(set) var fields = Numbering<FieldKey, FieldNumber>()
  /// What the fields lead to that are pointers; a package may know more of it than another one.
  private(set) var pointees: [PointedType] = []
  /// What encoders make of the fields, as far as packages know.
  private(set) var encodings: [FieldEncoding] = []
  private(set) var globals = Numbering<GlobalKey, GlobalNumber>()
  private(set) var callees = Numbering<FlowCallee, CalleeNumber>()
  private(set) var layouts = LayoutTable()
  private(set) var interfaces = Numbering<InterfaceShape, InterfaceNumber>()
  private(set) var concretes = Numbering<ConcreteType, ConcreteNumber>()
  private(set) var conversions = Numbering<InterfaceConversion, ConversionNumber>()

  /// Adds what a package names. Gives its numbers in the program, by those in the package.
  mutating func add(_ facts: PackageFacts) -> ProgramNumbers {
    var numbers = ProgramNumbers()
    numbers.texts = facts.texts.map { texts.id(of: $0) }
    numbers.fields = facts.fields.map { key in
      fields.number(
        of: FieldKey(
          package: numbers[key.package], owner: numbers[key.owner], name: numbers[key.name]))
    }
    while pointees.count < fields.elements.count { pointees.append(.none) }
    for (field, pointee) in zip(numbers.fields, facts.pointees)
    where pointees[field.index] == .none {
      pointees[field.index] = PointedType(
        package: numbers[pointee.package], name: numbers[pointee.name])
    }
    while encodings.count < fields.elements.count { encodings.append(.plain) }
    for (field, encoding) in zip(numbers.fields, facts.encodings)
    where encodings[field.index] == .plain {
      encodings[field.index] = FieldEncoding(
        omittedBy: encoding.omittedBy.map { numbers[$0] }, leadsNowhere: encoding.leadsNowhere)
    }
    numbers.globals = facts.globals.map { key in
      globals.number(of: GlobalKey(package: numbers[key.package], name: numbers[key.name]))
    }
    numbers.layouts = facts.layouts.map { layouts.number(of: numbers[$0]) }
    numbers.interfaces = facts.interfaces.map { interfaces.number(of: numbers[$0]) }
    numbers.callees = facts.callees.map { callees.number(of: numbers[$0]) }
    let concretes = facts.concretes.map { self.concretes.number(of: numbers[$0]) }
    numbers.conversions = facts.conversions.map { conversion in
      var conversion = conversion
      conversion.target = numbers.interfaces[conversion.target.index]
      switch conversion.source {
      case .concrete(let number): conversion.source = .concrete(concretes[number.index])
      case .interface(let number):
        conversion.source = .interface(numbers.interfaces[number.index])
      }
      return conversions.number(of: conversion)
    }
    return numbers
  }
}

/// A conversion of a program's table.
public struct ConversionNumber: TableID {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// Gives each distinct element one number, in the order of arrival.
struct Numbering<Element: Hashable, Number: TableID> {
  private(set) var elements: [Element] = []
  private var numbers: [Element: Number] = [:]

  mutating func number(of element: Element) -> Number {
    if let known = numbers[element] { return known }
    let number = Number(elements.count)
    elements.append(element)
    numbers[element] = number
    return number
  }
}

/// The numbers in the program of what one package names.
struct ProgramNumbers: Sendable {
  var texts: [TextID] = []
  var fields: [FieldNumber] = []
  var globals: [GlobalNumber] = []
  var callees: [CalleeNumber] = []
  var layouts: [LayoutNumber] = []
  var interfaces: [InterfaceNumber] = []
  var conversions: [ConversionNumber] = []
  /// The numbers of the package's first function and first file.
  var firstFunction: UInt32 = 0
  var firstFile: UInt32 = 0

  subscript(text: TextID) -> TextID { texts[text.index] }

  subscript(key: FunctionKey) -> FunctionKey {
    FunctionKey(package: self[key.package], receiver: self[key.receiver], name: self[key.name])
  }

  subscript(layout: Layout) -> Layout {
    Layout(
      leaves: layout.leaves.map { leaf in
        let steps = leaf.steps.map { step in
          step.field.map { PathStep.field(fields[$0.index]) } ?? step
        }
        return Layout.Leaf(steps: steps, kind: leaf.kind)
      })
  }

  subscript(method: MethodShape) -> MethodShape {
    MethodShape(name: self[method.name], signature: self[method.signature])
  }

  subscript(interface: InterfaceShape) -> InterfaceShape {
    InterfaceShape(
      methods: interface.methods.map { self[$0] }, isConstraint: interface.isConstraint)
  }

  subscript(callee: FlowCallee) -> FlowCallee {
    switch callee {
    case .function(let key): .function(self[key])
    case .method(let interface, let key): .method(interfaces[interface.index], self[key])
    case .value: .value
    case .unknown(let name): .unknown(self[name])
    }
  }

  subscript(concrete: ConcreteType) -> ConcreteType {
    var concrete = concrete
    concrete.package = self[concrete.package]
    concrete.name = self[concrete.name]
    concrete.methods = concrete.methods.map { method in
      var method = method
      method.shape = self[method.shape]
      method.function = self[method.function]
      for index in method.way.indices {
        method.way[index].field = fields[method.way[index].field.index]
      }
      if !method.embedded.isNone { method.embedded = interfaces[method.embedded.index] }
      return method
    }
    return concrete
  }
}
