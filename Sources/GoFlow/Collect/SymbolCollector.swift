import Basics
import GoIR
import GoTypes

/// The names that the facts of one package mention, each with one number, in the order in which
/// they are met. Used by one thread.
final class SymbolCollector {
  let checker: TypeChecker
  /// The names as the bodies know them.
  let symbols: PackageSymbols
  /// The package's path, as keys have it.
  let path: String
  private(set) var texts = TextTable()
  private(set) var fields: [FieldKey] = []
  /// What the fields lead to that are pointers.
  private(set) var pointees: [PointedType] = []
  /// What encoders make of the fields.
  private(set) var encodings: [FieldEncoding] = []
  private(set) var globals: [GlobalKey] = []
  private var printer: TypePrinter
  private var typeTexts: [TypeID: TextID] = [:]
  private var fieldsBySymbol: [FieldNumber?] = []
  private var fieldsByPosition: [FieldPosition: FieldNumber] = [:]
  private var fieldNumbers: [FieldKey: FieldNumber] = [:]
  private var globalsBySymbol: [GlobalNumber?] = []
  private var globalNumbers: [GlobalKey: GlobalNumber] = [:]
  private var owners: [TypeID: Owner] = [:]
  /// The types of each name that functions declare, in the order in which they are met.
  private var localTypes: [String: [NamedType]] = [:]

  private struct FieldPosition: Hashable {
    var owner: TypeID
    var position: UInt32
  }

  /// What the fields of a type have in common.
  private struct Owner {
    var package: TextID
    var name: TextID
  }

  init(_ bodies: PackageBodies) {
    checker = bodies.checker
    symbols = bodies.symbols
    path = Self.path(of: bodies.checker)
    printer = TypePrinter(bodies.checker)
  }

  /// An external test has the path that its types have, and a mark that no import path has.
  private static func path(of checker: TypeChecker) -> String {
    let package = checker.syntax.package
    return package.kind == .externalTest ? package.importPath + " [test]" : package.importPath
  }

  // MARK: Texts

  func text(_ text: String) -> TextID { texts.id(of: text) }

  func string(_ text: TextID) -> String { texts.texts[text.index] }

  /// A type as Go writes it.
  func text(of type: TypeID) -> TextID {
    if let known = typeTexts[type] { return known }
    let text = texts.id(of: printer.string(type))
    typeTexts[type] = text
    return text
  }

  /// The path of a package; the empty text for the predeclared names and what is not known.
  func path(of unit: UnitID) -> String {
    unit == checker.unit ? path : checker.importPath(of: unit) ?? ""
  }

  // MARK: Functions and types

  func key(of function: FunctionName) -> FunctionKey {
    FunctionKey(
      package: text(path(of: function.unit)), receiver: text(function.receiver),
      name: text(function.name))
  }

  /// A method of an interface, by the interface that declares it.
  func key(of method: String, in interface: TypeID) -> FunctionKey {
    guard case .named = checker.node(interface) else {
      return FunctionKey(package: .empty, receiver: .empty, name: text(method))
    }
    let home = name(of: interface)
    return FunctionKey(package: home.package, receiver: home.name, name: text(method))
  }

  /// The package and the name of a declared type; of a struct type without a name the text that Go
  /// writes for it, and the package that uses it where it has a field that is not exported.
  func name(of type: TypeID) -> (package: TextID, name: TextID) {
    let owner = owner(type)
    return (owner.package, owner.name)
  }

  // MARK: Fields and variables

  func field(_ id: FieldID) -> FieldNumber {
    if id.index < fieldsBySymbol.count, let known = fieldsBySymbol[id.index] { return known }
    let symbol = symbols.fields[id]
    let number = field(symbol.owner, symbol.position, symbol.name)
    Self.note(number, at: id.index, in: &fieldsBySymbol)
    return number
  }

  /// A field of an owner by its position; where that is not known, by its name alone.
  func field(_ owner: TypeID, _ position: UInt32, _ name: String) -> FieldNumber {
    guard position != .max else {
      return number(of: FieldKey(package: .empty, owner: .empty, name: text(name)))
    }
    let place = FieldPosition(owner: owner, position: position)
    if let known = fieldsByPosition[place] { return known }
    let home = self.owner(owner)
    let number = number(of: FieldKey(package: home.package, owner: home.name, name: text(name)))
    fieldsByPosition[place] = number
    if pointees[number.index] == .none { pointees[number.index] = pointee(of: owner, position) }
    if encodings[number.index] == .plain { encodings[number.index] = encoding(of: owner, position) }
    return number
  }

  private func number(of key: FieldKey) -> FieldNumber {
    if let known = fieldNumbers[key] { return known }
    let number = FieldNumber(fields.count)
    fields.append(key)
    pointees.append(.none)
    encodings.append(.plain)
    fieldNumbers[key] = number
    return number
  }

  private func pointee(of owner: TypeID, _ position: UInt32) -> PointedType {
    guard case .structure(let fields) = checker.coreNode(owner), Int(position) < fields.count,
      case .pointer(let target) = checker.node(fields[Int(position)].type),
      case .named = checker.node(target)
    else { return .none }
    let name = name(of: target)
    return PointedType(package: name.package, name: name.name)
  }

  /// What encoders make of a field; of the fields of a type without a name, which differ by no more
  /// than their tags, nothing is known.
  private func encoding(of owner: TypeID, _ position: UInt32) -> FieldEncoding {
    guard case .named = checker.node(owner),
      case .structure(let fields) = checker.coreNode(owner), Int(position) < fields.count
    else { return .plain }
    let field = fields[Int(position)]
    var encoding = FieldEncoding(omittedBy: field.omittedBy.map { text($0) })
    switch checker.coreNode(field.type) {
    case .function, .channel: encoding.leadsNowhere = true
    default: break
    }
    return encoding
  }

  private func owner(_ type: TypeID) -> Owner {
    if let known = owners[type] { return known }
    let owner: Owner
    switch checker.node(type) {
    case .named(let named):
      owner = Owner(package: text(path(of: named.unit)), name: text(name(of: named, type)))
    case .structure(let fields):
      let isForAll = fields.allSatisfy { $0.name.isExportedName }
      owner = Owner(package: isForAll ? .empty : text(path), name: text(of: type))
    default:
      owner = Owner(package: text(path), name: text(of: type))
    }
    owners[type] = owner
    return owner
  }

  /// The name of a declared type. Functions may declare several types of one name: from the first
  /// one on they have a number behind it.
  private func name(of named: NamedType, _ type: TypeID) -> String {
    let name = checker.declaredName(of: type)?.name ?? ""
    if checker.isPackageLevel(named) { return name }
    var origin = named
    origin.arguments = []
    let known = localTypes[name] ?? []
    if let position = known.firstIndex(of: origin) { return "\(name)·\(position + 1)" }
    localTypes[name] = known + [origin]
    return "\(name)·\(known.count + 1)"
  }

  func global(_ id: GlobalID) -> GlobalNumber {
    if id.index < globalsBySymbol.count, let known = globalsBySymbol[id.index] { return known }
    let symbol = symbols.globals[id]
    let key = GlobalKey(package: text(path(of: symbol.unit)), name: text(symbol.name))
    let number = globalNumbers[key] ?? GlobalNumber(globals.count)
    if number.index == globals.count {
      globals.append(key)
      globalNumbers[key] = number
    }
    Self.note(number, at: id.index, in: &globalsBySymbol)
    return number
  }

  private static func note<Number>(_ number: Number, at index: Int, in list: inout [Number?]) {
    while index >= list.count { list.append(nil) }
    list[index] = number
  }
}

/// Texts, each with one number; the empty text is the first.
struct TextTable {
  private(set) var texts = [""]
  private var ids: [String: TextID] = ["": .empty]

  /// The number of a text; nil where the table does not have it.
  subscript(text: String) -> TextID? { ids[text] }

  mutating func id(of text: String) -> TextID {
    if let known = ids[text] { return known }
    let id = TextID(texts.count)
    texts.append(text)
    ids[text] = id
    return id
  }
}

extension TextID {
  /// The empty text, in every table.
  public static let empty = TextID(rawValue: 0)
}

extension String {
  /// Whether other packages may use the name (see "Exported identifiers").
  var isExportedName: Bool {
    guard let first = utf8.first else { return false }
    if first < 0x80 { return (0x41...0x5A).contains(first) }
    return self.first?.isUppercase ?? false
  }
}
