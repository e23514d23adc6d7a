import Basics
import GoSyntax
import GoTypes

extension FunctionLowering {
  /// A composite literal, or an element of one that leaves its type out.
  mutating func composite(_ expression: NodeID) -> ValueID {
    let type = typer.type(of: expression)
    let body =
      tree.kind(expression) == .literalValue ? expression : tree.child(expression, .body)
    // `{…}` for an element of type `*T` stands for `&T{…}`.
    if tree.kind(expression) == .literalValue, case .pointer(let target) = checker.coreNode(type) {
      let held = composite(body, target, expression)
      return graph.emit(.new, expression, [held], type: type)
    }
    return composite(body, type, expression)
  }

  private mutating func composite(
    _ body: NodeID, _ type: TypeID, _ expression: NodeID
  ) -> ValueID {
    switch checker.coreNode(type) {
    case .structure(let fields): return structure(body, type, fields, expression)
    case .map(let key, let element):
      return keyed(body, type, key: key, element: element, expression)
    case .slice(let element), .array(let element, _):
      let hasKeys = tree.children(body).contains { tree.kind($0) == .keyedElement }
      if hasKeys { return keyed(body, type, key: .unknown, element: element, expression) }
      return list(body, type, element, expression)
    default:
      return list(body, type, .unknown, expression)
    }
  }

  private mutating func structure(
    _ body: NodeID, _ type: TypeID, _ fields: [StructField], _ expression: NodeID
  ) -> ValueID {
    let owner = checker.origin(of: type)
    var values: [ValueID] = []
    var labels: [FieldID] = []
    for (index, element) in tree.children(body).enumerated() {
      var position = index
      var given = element
      if tree.kind(element) == .keyedElement {
        let name = tree.text(tree.child(element, .key))
        position = fields.firstIndex { $0.name == name } ?? fields.count
        given = tree.child(element, .value)
      }
      guard position < fields.count else {
        values.append(value(tree.firstChild(given)))
        labels.append(symbols.id(of: FieldSymbol(owner: .unknown, position: .max, name: "")))
        continue
      }
      let field = fields[position]
      values.append(value(tree.firstChild(given), as: field.type))
      labels.append(
        symbols.id(of: FieldSymbol(owner: owner, position: UInt32(position), name: field.name)))
    }
    // Literals in the values have labels of their own, so these are put in a row now.
    let start = UInt32(graph.labels.count)
    graph.labels += labels
    return graph.emit(
      .composite, expression, values, payload: start, type: type, flags: .labels)
  }

  private mutating func keyed(
    _ body: NodeID, _ type: TypeID, key: TypeID, element: TypeID, _ expression: NodeID
  ) -> ValueID {
    var operands: [ValueID] = []
    for child in tree.children(body) {
      if tree.kind(child) == .keyedElement {
        operands.append(value(tree.firstChild(tree.child(child, .key)), as: key))
        operands.append(value(tree.firstChild(tree.child(child, .value)), as: element))
      } else {
        operands.append(.none)
        operands.append(value(tree.firstChild(child), as: element))
      }
    }
    return graph.emit(.composite, expression, operands, type: type, flags: .keyed)
  }

  private mutating func list(
    _ body: NodeID, _ type: TypeID, _ element: TypeID, _ expression: NodeID
  ) -> ValueID {
    var values: [ValueID] = []
    for child in tree.children(body) {
      // Of a struct of which nothing is known, the keys are names of fields.
      let given = tree.kind(child) == .keyedElement ? tree.child(child, .value) : child
      values.append(value(tree.firstChild(given), as: element))
    }
    return graph.emit(.composite, expression, values, type: type)
  }
}
