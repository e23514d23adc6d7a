import Basics
import GoSyntax
import GoTypes

/// Where expressions lie, and reading and writing there.
extension FunctionLowering {
  // MARK: Reading and writing

  /// What lies at an operand.
  mutating func read(_ operand: Operand, _ node: NodeID) -> ValueID {
    switch operand.place {
    case .value(let value): return value
    case .memory(let address):
      return graph.emit(.load, node, payload: address.rawValue, type: operand.type)
    case .variable(let variable, let parts):
      var value = graph.read(variable)
      for part in parts { value = read(part, of: value, node) }
      return value
    }
  }

  private mutating func read(_ part: Operand.Part, of whole: ValueID, _ node: NodeID) -> ValueID {
    switch part {
    case .field(let field, let type):
      return graph.emit(.field, node, [whole], payload: field.rawValue, type: type)
    case .element(let index, let type):
      return graph.emit(.element, node, [whole, index], type: type)
    }
  }

  /// Puts a value at an operand. What is no place takes it and keeps nothing.
  mutating func write(_ value: ValueID, to operand: Operand, _ node: NodeID) {
    switch operand.place {
    case .value:
      graph.emit(.unknown, node, [value])
    case .memory(let address):
      graph.emit(.store, node, [value], payload: address.rawValue)
    case .variable(let variable, let parts):
      guard !parts.isEmpty else {
        graph.write(variable, value)
        return
      }
      // The wholes from the outside in, then the new ones from the inside out.
      var wholes = [graph.read(variable)]
      for part in parts.dropLast() { wholes.append(read(part, of: wholes[wholes.count - 1], node)) }
      var new = value
      for (part, whole) in zip(parts, wholes).reversed() {
        let type = graph.instructions[whole.index].type
        switch part {
        case .field(let field, _):
          new = graph.emit(
            .updateField, node, [whole, new], payload: field.rawValue, type: type)
        case .element(let index, _):
          new = graph.emit(.updateElement, node, [whole, index, new], type: type)
        }
      }
      graph.write(variable, new)
    }
  }

  /// The address of an operand as a value. A value that lies nowhere gets a new variable.
  mutating func address(of operand: Operand, _ node: NodeID) -> ValueID {
    let type = operand.type == .unknown ? .unknown : checker.id(of: .pointer(operand.type))
    if case .memory(let address) = operand.place {
      return graph.emit(.address, node, payload: address.rawValue, type: type)
    }
    let held = read(operand, node)
    return graph.emit(.new, node, [held], type: type, flags: .implicit)
  }

  // MARK: Places

  /// A variable of the declaration: of this function or of one around it.
  mutating func variable(_ id: VariableID) -> Operand {
    let type = typer.type(of: id)
    guard facts.inMemory.contains(id) else {
      return Operand(place: .variable(id, []), type: type)
    }
    return Operand(place: .memory(graph.addAddress(.variable, id.rawValue)), type: type)
  }

  /// A variable at package level.
  mutating func global(_ unit: UnitID, _ name: String, _ type: TypeID) -> Operand {
    let id = symbols.id(of: GlobalSymbol(unit: unit, name: name))
    return Operand(place: .memory(graph.addAddress(.global, id.rawValue)), type: type)
  }

  /// Where an expression lies; what lies nowhere is a value. Evaluates what the expression
  /// depends on, but does not read the place.
  mutating func operand(_ expression: NodeID) -> Operand {
    let type = typer.type(of: expression)
    switch tree.kind(expression) {
    case let kind where kind.mayBeName:
      switch typer.meaning(of: expression) {
      case .local(let id): return variable(id)
      case .packageVariable(let unit, let name): return global(unit, name, type)
      case .unknown:
        return Operand(place: .memory(graph.addAddress(.nowhere, .max)), type: type)
      case let meaning:
        return Operand(place: .value(packageMember(meaning, expression)), type: type)
      }
    case .parenthesizedExpression, .parenthesizedType, .literalElement, .expressionStatement:
      return operand(tree.firstChild(expression))
    case .selectorExpression:
      return member(
        tree.child(expression, .field), of: tree.child(expression, .operand), expression)
    case .qualifiedType:
      return member(tree.child(expression, .name), of: tree.child(expression, .package), expression)
    case .indexExpression:
      return element(
        tree.child(expression, .operand), tree.child(expression, .index), type: type, expression)
    case .typeInstantiationExpression, .genericType:
      if let (base, index) = indexed(expression) {
        return element(base, index, type: type, expression)
      }
    case .unaryExpression where tree.kind(tree.child(expression, .operator)) == .star:
      return pointee(of: tree.child(expression, .operand), type)
    case .pointerType where typer.typeMeant(by: expression) == nil:
      return pointee(of: tree.firstChild(expression), type)
    default: break
    }
    return Operand(place: .value(value(expression)), type: type)
  }

  private mutating func pointee(of pointer: NodeID, _ type: TypeID) -> Operand {
    let target = value(pointer)
    return Operand(place: .memory(graph.pointee(of: target)), type: type)
  }

  /// The slice, array or map and the index of what the grammar took for an instantiation.
  func indexed(_ expression: NodeID) -> (base: NodeID, index: NodeID)? {
    let base = tree.firstChild(expression)
    guard !typer.isGenericFunction(base), typer.typeMeant(by: base) == nil else { return nil }
    var index: NodeID
    if tree.kind(expression) == .genericType {
      index = tree.firstChild(tree.child(expression, .typeArguments))
      if tree.kind(index) == .typeElem { index = tree.firstChild(index) }
    } else {
      index = tree.children(expression).dropFirst().first { _ in true } ?? .none
    }
    return index.isNone ? nil : (base, index)
  }

  // MARK: Selectors

  private mutating func member(
    _ name: NodeID, of operand: NodeID, _ expression: NodeID
  ) -> Operand {
    let type = typer.type(of: expression)
    if let meaning = typer.meaning(of: name, inPackage: operand) {
      if case .packageVariable(let unit, let name) = meaning { return global(unit, name, type) }
      return Operand(place: .value(packageMember(meaning, expression)), type: type)
    }
    if typer.typeMeant(by: operand) != nil {
      return Operand(place: .value(methodExpression(name, of: operand, expression)), type: type)
    }
    let text = tree.text(name)
    guard let selection = typer.checker.selection(text, in: typer.type(of: operand)) else {
      return unknownField(text, of: operand, expression)
    }
    var place = self.operand(operand)
    for field in selection.fields { place = select(field, from: place, expression) }
    if case .field = selection.target { return Operand(place: place.place, type: type) }
    return Operand(
      place: .value(methodValue(text, selection, on: place, expression)), type: type)
  }

  /// One field of what lies at an operand.
  mutating func select(_ field: SelectedField, from operand: Operand, _ node: NodeID) -> Operand {
    let symbol = symbols.id(
      of: FieldSymbol(owner: field.owner, position: field.position, name: field.name))
    if field.isThroughPointer {
      let pointer = read(operand, node)
      let target = graph.pointee(of: pointer)
      return Operand(
        place: .memory(graph.addAddress(.field, symbol.rawValue, on: target)), type: field.type)
    }
    switch operand.place {
    case .memory(let address):
      return Operand(
        place: .memory(graph.addAddress(.field, symbol.rawValue, on: address)), type: field.type)
    case .variable(let variable, let parts):
      return Operand(
        place: .variable(variable, parts + [.field(symbol, field.type)]), type: field.type)
    case .value(let value):
      let part = graph.emit(.field, node, [value], payload: symbol.rawValue, type: field.type)
      return Operand(place: .value(part), type: field.type)
    }
  }

  /// A field of something whose type is not known: behind a pointer, unless its uses say that it
  /// is a struct.
  private mutating func unknownField(
    _ name: String, of operand: NodeID, _ expression: NodeID
  ) -> Operand {
    let field = SelectedField(
      owner: .unknown, position: .max, name: name, type: typer.type(of: expression),
      isThroughPointer: typer.shape(of: operand) != .structure)
    return select(field, from: self.operand(operand), expression)
  }

  // MARK: Elements

  /// `base[index]`, of that type.
  mutating func element(
    _ base: NodeID, _ index: NodeID, type: TypeID, _ expression: NodeID
  ) -> Operand {
    let baseType = typer.type(of: base)
    switch checker.coreNode(baseType) {
    case .map(let key, _):
      return mapElement(base, index, key: key, type: type)
    case .unknown where typer.shape(of: base) == .map:
      return mapElement(base, index, key: .unknown, type: type)
    case .pointer:
      let pointer = value(base)
      let index = value(index)
      let target = graph.pointee(of: pointer)
      return Operand(
        place: .memory(graph.addAddress(.element, index.rawValue, on: target)), type: type)
    case .array:
      let array = operand(base)
      let index = value(index)
      switch array.place {
      case .memory(let address):
        return Operand(
          place: .memory(graph.addAddress(.element, index.rawValue, on: address)), type: type)
      case .variable(let variable, let parts):
        return Operand(
          place: .variable(variable, parts + [.element(index: index, type)]), type: type)
      case .value(let whole):
        return Operand(
          place: .value(graph.emit(.element, expression, [whole, index], type: type)), type: type)
      }
    case .basic:
      let text = value(base)
      let index = value(index)
      return Operand(
        place: .value(graph.emit(.element, expression, [text, index], type: type)), type: type)
    default:
      let slice = value(base)
      let index = value(index)
      let root = graph.target(of: slice)
      return Operand(
        place: .memory(graph.addAddress(.element, index.rawValue, on: root)), type: type)
    }
  }

  private mutating func mapElement(
    _ base: NodeID, _ index: NodeID, key: TypeID, type: TypeID
  ) -> Operand {
    let map = value(base)
    let key = value(index, as: key)
    let root = graph.target(of: map)
    return Operand(
      place: .memory(graph.addAddress(.mapElement, key.rawValue, on: root)), type: type)
  }
}
