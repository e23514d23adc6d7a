import Basics
import GoIR
import GoTypes

/// The interfaces that one package calls through, and the types that it puts into interfaces. Used
/// by one thread.
final class InterfaceCollector {
  private let checker: TypeChecker
  private let symbols: SymbolCollector
  private(set) var interfaces: [InterfaceShape] = []
  private(set) var concretes: [ConcreteType] = []
  private(set) var conversions: [InterfaceConversion] = []
  private var interfacesByType: [TypeID: InterfaceNumber] = [:]
  private var interfaceNumbers: [InterfaceShape: InterfaceNumber] = [:]
  private var concretesByType: [TypeID: ConcreteNumber] = [:]
  private var concreteNumbers: [ConcreteType: ConcreteNumber] = [:]
  private var conversionPlaces: [Flow: Int] = [:]
  private var knownPairs: Set<TypePair> = []
  private var signatures: [TypeID: TextID] = [:]

  private struct Flow: Hashable {
    var source: InterfaceConversion.Source
    var target: InterfaceNumber
  }

  private struct TypePair: NumberKey {
    var source: TypeID
    var target: TypeID
    var isInTest: Bool

    var keyNumber: UInt64 { UInt64(source.rawValue) << 32 | UInt64(target.rawValue) }
  }

  /// The conversions of types by their places in the list.
  private var conversionsByType: [TypePair: Int] = [:]

  init(_ symbols: SymbolCollector) {
    self.symbols = symbols
    checker = symbols.checker
  }

  // MARK: Interfaces

  /// An interface type, or the constraint of a type parameter.
  func interface(of type: TypeID) -> InterfaceNumber {
    if let known = interfacesByType[type] { return known }
    let methods = checker.askedMethods(of: type).map { shape($0.name, $0.type, of: $0.unit) }
    let whole = InterfaceShape(
      methods: methods.sorted { symbols.string($0.name) < symbols.string($1.name) },
      isConstraint: !checker.isInterface(type))
    let number = interfaceNumbers[whole] ?? InterfaceNumber(interfaces.count)
    if number.index == interfaces.count {
      interfaces.append(whole)
      interfaceNumbers[whole] = number
    }
    interfacesByType[type] = number
    return number
  }

  private func shape(_ name: String, _ type: TypeID, of unit: UnitID) -> MethodShape {
    let full = name.isExportedName ? name : "\(symbols.path(of: unit)).\(name)"
    return MethodShape(name: symbols.text(full), signature: signature(type))
  }

  private func signature(_ type: TypeID) -> TextID {
    if let known = signatures[type] { return known }
    var text = TextID.empty
    if !checker.mentionsTypeParameters(type) {
      text = symbols.text(of: type)
      // What is not known is spelled so.
      if symbols.string(text).utf8.contains(UInt8(ascii: "?")) { text = .empty }
    }
    signatures[type] = text
    return text
  }

  // MARK: Concrete types

  /// A type that is no interface, with its method set (see "Method sets"); nil for one without
  /// methods. Of two methods that are promoted from one depth, which Go takes for none, the first
  /// counts.
  private func concrete(of type: TypeID) -> ConcreteNumber? {
    if let known = concretesByType[type] { return known.isNone ? nil : known }
    let number = workOutConcrete(of: type)
    concretesByType[type] = number ?? ConcreteNumber.none
    return number
  }

  private func workOutConcrete(of type: TypeID) -> ConcreteNumber? {
    var base = type
    var isPointer = false
    if case .pointer(let target) = checker.node(type) { (base, isPointer) = (target, true) }
    switch checker.node(base) {
    case .named, .structure: break
    default: return nil
    }
    if checker.isInterface(base) { return nil }
    let methods = checker.methodNames(of: type).compactMap { method($0, of: type, isPointer) }
    if methods.isEmpty { return nil }
    var concrete = ConcreteType(
      package: .empty, name: .empty, isPointer: isPointer,
      methods: methods.sorted { symbols.string($0.shape.name) < symbols.string($1.shape.name) })
    (concrete.package, concrete.name) = symbols.name(of: base)
    if let known = concreteNumbers[concrete] { return known }
    let number = ConcreteNumber(concretes.count)
    concretes.append(concrete)
    concreteNumbers[concrete] = number
    return number
  }

  private func method(
    _ name: String, of type: TypeID, _ isPointer: Bool
  ) -> ConcreteType.Method? {
    guard let selection = checker.selection(name, in: type) else { return nil }
    let way = selection.fields.map { field -> ConcreteType.EmbeddedStep in
      var step = ConcreteType.EmbeddedStep(
        field: symbols.field(field.owner, field.position, field.name), isPointer: false)
      switch checker.coreNode(field.type) {
      case .pointer: step.isPointer = true
      case .interface: step.isInterface = true
      default: break
      }
      return step
    }
    switch selection.target {
    case .field: return nil
    case .method(let function):
      let isAddressable = isPointer || way.contains(where: \.isPointer)
      if function.hasPointerReceiver, !isAddressable { return nil }
      return ConcreteType.Method(
        shape: shape(name, selection.type, of: function.unit), function: symbols.key(of: function),
        way: way)
    case .interfaceMethod(let home):
      let asked = checker.askedMethods(of: home).first { $0.name == name }
      return ConcreteType.Method(
        shape: shape(name, selection.type, of: asked?.unit ?? checker.unit),
        function: symbols.key(of: name, in: home), way: way,
        embedded: interface(of: selection.receiver))
    }
  }

  // MARK: Conversions

  /// Notes that values of one type become values of another, where that is an interface.
  func addConversion(from source: TypeID, to target: TypeID, isInTest: Bool) {
    let pair = TypePair(source: source, target: target, isInTest: isInTest)
    guard source != target, knownPairs.insert(pair).inserted, checker.isInterface(target) else {
      return
    }
    if checker.isInterface(source) {
      let number = interface(of: source)
      let goal = interface(of: target)
      if number != goal { add(.interface(number), goal, isInTest) }
    } else if let number = concrete(of: source) {
      conversionsByType[pair] = add(.concrete(number), interface(of: target), isInTest)
    }
  }

  /// The conversion of a type that is no interface to one, by its place in the list.
  func conversion(from source: TypeID, to target: TypeID) -> Int? {
    for isInTest in [false, true] {
      let pair = TypePair(source: source, target: target, isInTest: isInTest)
      if let known = conversionsByType[pair] { return known }
    }
    return nil
  }

  @discardableResult
  private func add(
    _ source: InterfaceConversion.Source, _ target: InterfaceNumber, _ isInTest: Bool
  ) -> Int {
    let flow = Flow(source: source, target: target)
    if let place = conversionPlaces[flow] {
      if !isInTest { conversions[place].isInTest = false }
      return place
    }
    conversionPlaces[flow] = conversions.count
    conversions.append(InterfaceConversion(source: source, target: target, isInTest: isInTest))
    return conversions.count - 1
  }

  /// Notes the conversions and assertions of a body, as far as it is reached.
  func addConversions(in function: FunctionIR, isInTest: Bool) {
    for block in function.blocks.elements where !block.isUnreachable {
      for index in block.instructions {
        let value = ValueID(rawValue: index)
        let instruction = function.instructions[value]
        guard instruction.opcode == .convert || instruction.opcode == .assert else { continue }
        let operand = function.operand(of: value)
        if operand.isNone { continue }
        let source = function.instructions[operand].type
        addConversion(from: source, to: instruction.type, isInTest: isInTest)
      }
    }
  }
}
