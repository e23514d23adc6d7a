import Basics
import GoIR

/// The types of the structs that pointers lead to, as far as a body tells: where it makes an
/// interface of a pointer.
struct DynamicTypes {
  /// Of each object that has one the place of its type.
  private var places = NumberMap()
  private var types: [TypeName?] = []

  var isEmpty: Bool { types.isEmpty }

  /// The type of an object; nil where it is not known.
  func type(of object: ObjectID) -> TypeName? {
    places[UInt64(object.rawValue)].flatMap { types[Int($0)] }
  }

  /// An object is of a type. One that is said to be of two types stands for several things. Says
  /// whether that is new.
  mutating func note(_ object: ObjectID, _ type: TypeName) -> Bool {
    guard let place = places[UInt64(object.rawValue)] else {
      places.set(UInt64(object.rawValue), UInt32(types.count))
      types.append(type)
      return true
    }
    guard let known = types[Int(place)], known != type else { return false }
    types[Int(place)] = nil
    return true
  }

  /// An object is used as one of several types.
  mutating func forget(_ object: ObjectID) {
    if let place = places[UInt64(object.rawValue)] {
      types[Int(place)] = nil
    } else {
      places.set(UInt64(object.rawValue), UInt32(types.count))
      types.append(nil)
    }
  }
}

extension BodyInterpreter {
  /// Notes of which type it is what a pointer leads to that becomes an interface value.
  func noteType(_ value: ValueID) {
    guard let conversion = body.conversion(value), let type = program.pointedType(conversion)
    else { return }
    let source = operand(value, 0)
    for id in tables.sets[leafSet(source)] {
      let cell = tables.references[id].cell
      guard cell.path == .whole, isOfStaticType(cell.object, source) else { continue }
      if types.note(cell.object, type) { rounds.changeTables() }
    }
  }

  /// Notes that what a pointer leads to is of another type too: that of a pointer to which it is
  /// converted.
  func forgetTypes(_ set: SetID) {
    for id in tables.sets[set] { types.forget(tables.references[id].cell.object) }
  }

  /// Whether an object is of the type that the program text gives what a value leads to: not where
  /// it was found in an interface, which may hold other things for which the object stands too.
  private func isOfStaticType(_ object: ObjectID, _ value: ValueID) -> Bool {
    let instruction = body.instructions[value.index]
    switch tables.objects[object].origin {
    case .site, .opaque, .variable:
      switch instruction.opcode {
      case .new, .address, .load, .call, .extract: return true
      default: return false
      }
    case .parameter: return instruction.opcode == .parameter
    case .captured, .global: return instruction.opcode == .address
    case .initial(let cell):
      guard instruction.opcode == .load else { return false }
      return cells(of: AddressID(rawValue: instruction.payload)).contains(cell)
    case .unknown, .slot: return false
    }
  }

  /// Whether an object may have what lies on a way from it: no struct has the fields of another
  /// type. A method of an interface, done for all types that have it, uses the fields of each.
  func mayHave(_ object: ObjectID, _ path: PathID) -> Bool {
    guard path != .whole, let type = types.type(of: object),
      let field = tables.paths.firstField(of: path)
    else { return true }
    return program.owner(of: field) == type
  }

  /// What of a set can lie in a cell: a field that is a pointer leads to nothing of another type.
  /// What a call gave that returns what it was given, if it is of some type, leads to less than the
  /// summary says.
  func fitting(_ set: SetID, _ cell: Cell) -> SetID {
    guard cell.path != .whole, let field = tables.paths.nodes[cell.path.index].step.field,
      let wanted = program.pointedType(of: field)
    else { return set }
    func isOther(_ id: ReferenceID) -> Bool {
      let target = tables.references[id].cell
      guard target.path == .whole, let type = types.type(of: target.object) else { return false }
      return type != wanted
    }
    let references = tables.sets[set]
    guard references.contains(where: isOther) else { return set }
    return tables.sets.set(references.filter { !isOther($0) })
  }

  /// The methods that a call through an interface runs where the types are known of all that the
  /// receiver leads to.
  func narrowed(
    _ targets: [CallTarget.Function], _ operands: CallOperands
  ) -> [CallTarget.Function] {
    guard targets.count > 1, !types.isEmpty, let receiver = operands.values.first else {
      return targets
    }
    var known: Set<TypeName> = []
    for id in tables.sets[leafSet(receiver)] {
      let cell = tables.references[id].cell
      guard cell.path == .whole, let type = types.type(of: cell.object) else { return targets }
      known.insert(type)
    }
    let narrowed = targets.filter { target in
      let key = program.function(target.function).key
      let own = TypeName(package: key.package, name: key.receiver)
      return known.contains(target.way.first.map { program.owner(of: $0.field) } ?? own)
    }
    return narrowed.isEmpty ? targets : narrowed
  }
}
