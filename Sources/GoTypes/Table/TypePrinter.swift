import Basics

extension TypeChecker {
  /// A type as Go writes it, with the import paths of declared types in full, aliases resolved:
  /// `map[string]*net/http.Request`. The empty interface is `any`.
  public func string(_ type: TypeID) -> String {
    switch table[type] {
    case .unknown: return "?"
    case .basic(let kind): return kind.name
    case .pointer(let element): return "*" + string(element)
    case .slice(let element): return "[]" + string(element)
    case .array(let element, let length):
      return "[\(length < 0 ? "?" : String(length))]" + string(element)
    case .map(let key, let value): return "map[\(string(key))]\(string(value))"
    case .channel(let element, let direction):
      switch direction {
      case .sendOnly: return "chan<- " + string(element)
      case .receiveOnly: return "<-chan " + string(element)
      case .both:
        if case .channel(_, .receiveOnly) = table[element] { return "chan (\(string(element)))" }
        return "chan " + string(element)
      }
    case .structure(let fields):
      let parts = fields.map { $0.isEmbedded ? string($0.type) : "\($0.name) \(string($0.type))" }
      return "struct{\(parts.joined(separator: "; "))}"
    case .function(let function): return "func" + signature(function)
    case .interface(let interface): return string(interface)
    case .named(let named): return name(of: named)
    case .typeParameter(let unit, let index): return parameterInfo(unit, index)?.name ?? "?"
    case .tuple(let types): return "(\(types.map { string($0) }.joined(separator: ", ")))"
    }
  }

  private func signature(_ function: FunctionType) -> String {
    var parameters = function.parameters.map { string($0) }
    if function.isVariadic, let last = parameters.popLast() {
      parameters.append("..." + last.dropFirst(2))
    }
    let list = "(\(parameters.joined(separator: ", ")))"
    switch function.results.count {
    case 0: return list
    case 1: return list + " " + string(function.results[0])
    default: return list + " (\(function.results.map { string($0) }.joined(separator: ", ")))"
    }
  }

  private func string(_ interface: InterfaceType) -> String {
    var parts = interface.methods.map { method -> String in
      guard case .function(let function) = table[method.type] else { return method.name + "()" }
      return method.name + signature(function)
    }
    parts += interface.embedded.map { string($0) }
    parts += interface.unions.map { terms in
      terms.map { ($0.isApproximate ? "~" : "") + string($0.type) }.joined(separator: " | ")
    }
    return parts.isEmpty ? "any" : "interface{\(parts.joined(separator: "; "))}"
  }

  private func name(of named: NamedType) -> String {
    guard let (info, other) = info(of: named) else { return "?" }
    let path = other?.path ?? syntax.package.importPath
    let arguments = named.arguments.map { string($0) }.joined(separator: ",")
    let name = path.isEmpty ? info.name : "\(path).\(info.name)"
    return arguments.isEmpty ? name : "\(name)[\(arguments)]"
  }

  /// The full name of a declared function: `net/http.(*Client).Do`, `fmt.Println`.
  public func string(_ function: FunctionName) -> String {
    let path =
      function.unit == unit
      ? syntax.package.importPath : imports.interface(of: function.unit)?.path ?? "?"
    if function.receiver.isEmpty { return "\(path).\(function.name)" }
    let receiver = function.hasPointerReceiver ? "(*\(function.receiver))" : function.receiver
    return "\(path).\(receiver).\(function.name)"
  }
}
