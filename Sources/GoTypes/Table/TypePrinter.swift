import Basics
import GoSyntax

/// Spells the types of a package.
///
/// Aliases are resolved and declared types have their import paths in full:
/// `map[string]*net/http.Request`. The empty interface is `any`, a type that is not known `?`.
public struct TypePrinter {
  private let checker: TypeChecker
  /// Interface literals that are being spelled: one may contain itself.
  private var open: [TypeID] = []
  private var known: [TypeID: String] = [:]

  /// A printer for a checker's types; it keeps what it spelled.
  public init(_ checker: TypeChecker) { self.checker = checker }

  /// A type as Go writes it.
  public mutating func string(_ type: TypeID) -> String {
    if open.isEmpty, let text = known[type] { return text }
    let text = spell(type)
    if open.isEmpty { known[type] = text }
    return text
  }

  private mutating func spell(_ type: TypeID) -> String {
    switch checker.table[type] {
    case .unknown: return "?"
    case .basic(let kind): return kind.name
    case .pointer(let element): return "*" + string(element)
    case .slice(let element): return "[]" + string(element)
    case .array(let element, let length):
      return "[\(length < 0 ? "?" : String(length))]" + string(element)
    case .map(let key, let value): return "map[\(string(key))]\(string(value))"
    case .channel(let element, let direction): return channel(element, direction)
    case .structure(let fields):
      let parts = fields.map { field in "\(field.name) \(string(field.type))" }
      return "struct{\(parts.joined(separator: "; "))}"
    case .function(let function): return "func" + signature(function)
    case .interface(let interface): return string(interface, type)
    case .named(let named): return name(of: named)
    case .typeParameter(let unit, let index):
      return checker.parameterInfo(unit, index)?.name ?? "?"
    case .tuple(let types): return "(\(list(types)))"
    }
  }

  private mutating func list(_ types: [TypeID]) -> String {
    var parts: [String] = []
    for type in types { parts.append(string(type)) }
    return parts.joined(separator: ", ")
  }

  private mutating func channel(_ element: TypeID, _ direction: ChannelDirection) -> String {
    switch direction {
    case .sendOnly: return "chan<- " + string(element)
    case .receiveOnly: return "<-chan " + string(element)
    case .both:
      if case .channel(_, .receiveOnly) = checker.table[element] {
        return "chan (\(string(element)))"
      }
      return "chan " + string(element)
    }
  }

  private mutating func signature(_ function: FunctionType) -> String {
    var parameters = list(function.parameters)
    let generic = function.typeParameters.isEmpty ? "" : "[\(list(function.typeParameters))]"
    if function.isVariadic, let last = function.parameters.last {
      let rest = list(function.parameters.dropLast())
      parameters = rest + (rest.isEmpty ? "..." : ", ...") + string(last).dropFirst(2)
    }
    switch function.results.count {
    case 0: return "\(generic)(\(parameters))"
    case 1: return "\(generic)(\(parameters)) \(string(function.results[0]))"
    default: return "\(generic)(\(parameters)) (\(list(function.results)))"
    }
  }

  private mutating func string(_ interface: InterfaceType, _ type: TypeID) -> String {
    if open.contains(type) { return "interface{…}" }
    open.append(type)
    defer { open.removeLast() }
    var parts: [String] = []
    for method in checker.methodSet(of: type).sorted(by: { $0.name < $1.name }) {
      if case .function(let function) = checker.table[method.type] {
        parts.append(method.name + signature(function))
      }
    }
    for element in interface.embedded where !checker.isMethodSet(element) {
      parts.append(string(element))
    }
    for terms in interface.unions {
      var union: [String] = []
      for term in terms { union.append((term.isApproximate ? "~" : "") + string(term.type)) }
      parts.append(union.joined(separator: " | "))
    }
    return parts.isEmpty ? "any" : "interface{\(parts.joined(separator: "; "))}"
  }

  private mutating func name(of named: NamedType) -> String {
    guard let (info, other) = checker.info(of: named) else { return "?" }
    let path = other?.path ?? checker.syntax.package.importPath
    let name = path.isEmpty ? info.name : "\(path).\(info.name)"
    return named.arguments.isEmpty ? name : "\(name)[\(list(named.arguments))]"
  }

  /// The full name of a declared function: `net/http.(*Client).Do`, `fmt.Println`.
  public func string(_ function: FunctionName) -> String {
    let path =
      function.unit == checker.unit
      ? checker.syntax.package.importPath
      : checker.imports.interface(of: function.unit)?.path ?? "?"
    if function.receiver.isEmpty { return "\(path).\(function.name)" }
    let receiver = function.hasPointerReceiver ? "(*\(function.receiver))" : function.receiver
    return path.isEmpty
      ? "\(receiver).\(function.name)" : "\(path).\(receiver).\(function.name)"
  }

  /// What a call runs, where that has a name: a declared function or a method of an interface.
  public mutating func string(_ callee: Callee) -> String? {
    switch callee {
    case .function(let name): return string(name)
    case .interfaceMethod(let name, let interface):
      guard case .named(let named) = checker.table[interface],
        let (info, other) = checker.info(of: named)
      else { return "interface." + name }
      let path = other?.path ?? checker.syntax.package.importPath
      return path.isEmpty ? "\(info.name).\(name)" : "\(path).\(info.name).\(name)"
    default: return nil
    }
  }
}
