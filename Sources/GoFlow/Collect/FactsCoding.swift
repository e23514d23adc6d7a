import Basics

extension PackageFacts {
  /// What encoded facts begin with.
  private static let mark: [UInt8] = Array("racelint".utf8)
  /// Goes up with every change of what is encoded, or of what it means.
  private static let version: UInt32 = 9

  /// The facts as bytes; equal facts are equal bytes.
  public func encoded() -> [UInt8] {
    var writer = FactsWriter()
    for byte in Self.mark { writer.byte(byte) }
    writer.number(Self.version)
    writer.text(path)
    writer.list(texts) { $0.text($1) }
    writer.list(files) { $0.text($1) }
    writer.list(fields) { writer, field in
      writer.id(field.package)
      writer.id(field.owner)
      writer.id(field.name)
    }
    for pointee in pointees {
      writer.id(pointee.package)
      writer.id(pointee.name)
    }
    for encoding in encodings {
      writer.byte(encoding.leadsNowhere ? 1 : 0)
      writer.list(encoding.omittedBy) { $0.id($1) }
    }
    writer.list(globals) { writer, global in
      writer.id(global.package)
      writer.id(global.name)
    }
    writer.list(interfaces) { writer, interface in
      writer.byte(interface.isConstraint ? 1 : 0)
      writer.list(interface.methods) { $0.method($1) }
    }
    writer.list(callees) { $0.callee($1) }
    writer.list(layouts) { $0.layout($1) }
    writer.list(concretes) { $0.concrete($1) }
    writer.list(conversions) { $0.conversion($1) }
    writer.list(functions) { $0.function($1) }
    return writer.bytes
  }

  /// Reads what `encoded` wrote. Of other bytes it throws, or gives facts whose numbers all lie in
  /// their tables and whose graphs are whole; memory stays in proportion to the bytes.
  public init(decoding bytes: [UInt8]) throws(FactsError) {
    self.init()
    var reader = FactsReader(bytes)
    for byte in Self.mark where try reader.byte() != byte { throw .notFacts }
    let version = try reader.number()
    guard version == Self.version else { throw .otherVersion(version) }
    path = try reader.text()
    texts = try reader.list { reader throws(FactsError) in try reader.text() }
    guard texts.first == "" else { throw .malformed }
    files = try reader.list { reader throws(FactsError) in try reader.text() }
    var bounds = FactsBounds(texts: texts.count, files: files.count)
    fields = try reader.list { reader throws(FactsError) in
      FieldKey(
        package: try reader.id(below: bounds.texts), owner: try reader.id(below: bounds.texts),
        name: try reader.id(below: bounds.texts))
    }
    bounds.fields = fields.count
    for _ in fields {
      pointees.append(
        PointedType(
          package: try reader.id(below: bounds.texts), name: try reader.id(below: bounds.texts)))
    }
    for _ in fields {
      let leadsNowhere = try reader.number(below: 2) == 1
      let omittedBy: [TextID] = try reader.list { reader throws(FactsError) in
        try reader.id(below: bounds.texts)
      }
      encodings.append(FieldEncoding(omittedBy: omittedBy, leadsNowhere: leadsNowhere))
    }
    globals = try reader.list { reader throws(FactsError) in
      GlobalKey(
        package: try reader.id(below: bounds.texts), name: try reader.id(below: bounds.texts))
    }
    bounds.globals = globals.count
    interfaces = try reader.list { reader throws(FactsError) in
      let isConstraint = try reader.number(below: 2) == 1
      let methods = try reader.list { reader throws(FactsError) in try reader.method(bounds) }
      return InterfaceShape(methods: methods, isConstraint: isConstraint)
    }
    bounds.interfaces = interfaces.count
    callees = try reader.list { reader throws(FactsError) in try reader.callee(bounds) }
    bounds.callees = callees.count
    layouts = try reader.list { reader throws(FactsError) in try reader.layout(bounds) }
    guard Array(layouts.prefix(Layout.named.count)) == Layout.named,
      layouts.count <= Int(UInt16.max) + 1
    else { throw .malformed }
    bounds.layouts = layouts.count
    concretes = try reader.list { reader throws(FactsError) in try reader.concrete(bounds) }
    bounds.concretes = concretes.count
    conversions = try reader.list { reader throws(FactsError) in try reader.conversion(bounds) }
    bounds.conversions = conversions.count
    functions = try reader.functions(bounds)
    guard reader.isAtEnd else { throw .malformed }
  }
}

/// How long the tables of facts are that were read already.
struct FactsBounds {
  var texts: Int
  var files: Int
  var fields = 0
  var globals = 0
  var interfaces = 0
  var callees = 0
  var layouts = 0
  var concretes = 0
  var conversions = 0
  var functions = 0
}

extension FactsWriter {
  mutating func key(_ key: FunctionKey) {
    id(key.package)
    id(key.receiver)
    id(key.name)
  }

  fileprivate mutating func method(_ method: MethodShape) {
    id(method.name)
    id(method.signature)
  }

  fileprivate mutating func callee(_ callee: FlowCallee) {
    switch callee {
    case .function(let key):
      byte(0)
      self.key(key)
    case .method(let interface, let key):
      byte(1)
      id(interface)
      self.key(key)
    case .value: byte(2)
    case .unknown(let name):
      byte(3)
      id(name)
    }
  }

  fileprivate mutating func layout(_ layout: Layout) {
    list(layout.leaves) { writer, leaf in
      writer.byte(leaf.kind.rawValue)
      writer.list(leaf.steps) { $0.step($1) }
    }
  }

  /// Fields are odd numbers.
  private mutating func step(_ step: PathStep) {
    if let field = step.field {
      number(field.rawValue << 1 | 1)
    } else if let part = step.part {
      number(UInt32(part) << 1 + 4)
    } else {
      number(step == .element ? 2 : 0)
    }
  }

  fileprivate mutating func concrete(_ concrete: ConcreteType) {
    id(concrete.package)
    id(concrete.name)
    byte(concrete.isPointer ? 1 : 0)
    list(concrete.methods) { writer, method in
      writer.method(method.shape)
      writer.key(method.function)
      writer.optional(method.embedded.rawValue)
      writer.list(method.way) { writer, step in
        writer.byte((step.isPointer ? 1 : 0) | (step.isInterface ? 2 : 0))
        writer.id(step.field)
      }
    }
  }

  fileprivate mutating func conversion(_ conversion: InterfaceConversion) {
    let test: UInt8 = conversion.isInTest ? 2 : 0
    switch conversion.source {
    case .concrete(let number):
      byte(test)
      id(number)
    case .interface(let number):
      byte(test | 1)
      id(number)
    }
    id(conversion.target)
  }
}

extension FactsReader {
  mutating func key(_ bounds: FactsBounds) throws(FactsError) -> FunctionKey {
    FunctionKey(
      package: try id(below: bounds.texts), receiver: try id(below: bounds.texts),
      name: try id(below: bounds.texts))
  }

  fileprivate mutating func method(_ bounds: FactsBounds) throws(FactsError) -> MethodShape {
    MethodShape(name: try id(below: bounds.texts), signature: try id(below: bounds.texts))
  }

  fileprivate mutating func callee(_ bounds: FactsBounds) throws(FactsError) -> FlowCallee {
    switch try byte() {
    case 0: return .function(try key(bounds))
    case 1:
      let interface: InterfaceNumber = try id(below: bounds.interfaces)
      return .method(interface, try key(bounds))
    case 2: return .value
    case 3: return .unknown(try id(below: bounds.texts))
    default: throw .malformed
    }
  }

  mutating func kind() throws(FactsError) -> ReferenceKind {
    guard let kind = ReferenceKind(rawValue: try byte()) else { throw .malformed }
    return kind
  }

  fileprivate mutating func layout(_ bounds: FactsBounds) throws(FactsError) -> Layout {
    let leaves = try list { reader throws(FactsError) in
      let kind = try reader.kind()
      let steps = try reader.list { reader throws(FactsError) in try reader.step(bounds) }
      return Layout.Leaf(steps: steps, kind: kind)
    }
    return Layout(leaves: leaves)
  }

  private mutating func step(_ bounds: FactsBounds) throws(FactsError) -> PathStep {
    let coded = Int(try number())
    let step: PathStep
    switch coded {
    case 0: step = .rest
    case 2: step = .element
    case _ where coded & 1 == 1 && coded >> 1 < bounds.fields:
      step = .field(FieldNumber(coded >> 1))
    case 4..<0x1_0000: step = .part((coded - 4) >> 1)
    default: throw .malformed
    }
    // A field's number may be one of those that have another meaning.
    guard coded & 1 == 1 ? step.field != nil : step.field == nil else { throw .malformed }
    return step
  }

  fileprivate mutating func concrete(_ bounds: FactsBounds) throws(FactsError) -> ConcreteType {
    let package: TextID = try id(below: bounds.texts)
    let name: TextID = try id(below: bounds.texts)
    let isPointer = try number(below: 2) == 1
    let methods = try list { reader throws(FactsError) in
      var method = ConcreteType.Method(
        shape: try reader.method(bounds), function: try reader.key(bounds), way: [])
      method.embedded = try reader.optional(below: bounds.interfaces)
      method.way = try reader.list { reader throws(FactsError) in
        let bits = try reader.number(below: 4)
        return ConcreteType.EmbeddedStep(
          field: try reader.id(below: bounds.fields), isPointer: bits & 1 != 0,
          isInterface: bits & 2 != 0)
      }
      return method
    }
    return ConcreteType(package: package, name: name, isPointer: isPointer, methods: methods)
  }

  fileprivate mutating func conversion(
    _ bounds: FactsBounds
  ) throws(FactsError) -> InterfaceConversion {
    let bits = try number(below: 4)
    let source: InterfaceConversion.Source
    if bits & 1 == 0 {
      source = .concrete(try id(below: bounds.concretes))
    } else {
      source = .interface(try id(below: bounds.interfaces))
    }
    return InterfaceConversion(
      source: source, target: try id(below: bounds.interfaces), isInTest: bits & 2 != 0)
  }
}
