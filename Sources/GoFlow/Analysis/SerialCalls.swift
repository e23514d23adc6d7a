import Basics
import GoIR
import LibraryModels

/// The methods that libraries call one at a time on one value, as models say of their interfaces.
///
/// A type implements such an interface if it has one of its methods with a type of the library's
/// package in the signature: who declares that means the interface.
struct SerialCalls {
  /// The interfaces that a type implements, of a method that belongs to them.
  private struct Implementation: Hashable {
    var type: TypeName
    var interface: Int
  }

  private let program: FlowProgram
  private let callers: FunctionCallers
  private var implementations: [FunctionNumber: Set<Implementation>] = [:]

  /// How far callers are followed.
  private static let highest = 4
  /// How many callers of one function are looked at.
  private static let maximumSites = 16

  init(
    _ program: FlowProgram, _ callers: FunctionCallers, _ types: [SerialType]
  ) {
    self.program = program
    self.callers = callers
    for (index, type) in types.enumerated() { note(type, index) }
  }

  private mutating func note(_ interface: SerialType, _ index: Int) {
    let names = Set(interface.methods.compactMap { program.text($0) })
    if names.isEmpty { return }
    var methods: [TypeName: [FunctionNumber]] = [:]
    var meaning: Set<TypeName> = []
    for number in program.functions.ids {
      let function = program.functions[number]
      guard names.contains(function.key.name), function.literal == 0,
        function.traits.contains(.hasReceiver)
      else { continue }
      let type = TypeName(package: function.key.package, name: function.key.receiver)
      methods[type, default: []].append(number)
      let signature = function.parameters.dropFirst() + function.results[...]
      if signature.contains(where: { mentions(interface.package, $0.type) }) {
        meaning.insert(type)
      }
    }
    for type in meaning {
      for method in methods[type] ?? [] {
        implementations[method, default: []].insert(Implementation(type: type, interface: index))
      }
    }
  }

  /// Whether a type, as Go writes it with import paths, is or holds one that a package declares.
  private func mentions(_ package: String, _ type: TextID) -> Bool {
    let name = Array((package + ".").utf8)
    let text = Array(program.texts[type].utf8)
    guard text.count >= name.count else { return false }
    return (0...text.count - name.count).contains { start in
      text[start..<start + name.count].elementsEqual(name)
        && (start == 0 || Self.endsType(text[start - 1]))
    }
  }

  /// Whether a byte may stand before a type's package.
  private static func endsType(_ byte: UInt8) -> Bool {
    Array("*]. (".utf8).contains(byte)
  }

  /// Whether both functions run only in methods that one library calls one at a time on the value
  /// of which they use a field.
  func contains(_ first: FunctionNumber, _ second: FunctionNumber, _ slot: SlotKey.Base) -> Bool {
    guard !implementations.isEmpty, case .field(let field) = slot else { return false }
    let owner = TypeName(
      package: program.fields[field].package, name: program.fields[field].owner)
    let left = entries(of: first, [], Self.highest).filter { $0.type == owner }
    return !left.isEmpty && !entries(of: second, [], Self.highest).isDisjoint(with: left)
  }

  /// The implementations from whose methods alone a function is reached, tests apart.
  private func entries(
    of number: FunctionNumber, _ seen: Set<FunctionNumber>, _ left: Int
  ) -> Set<Implementation> {
    let sites = callers.sites(of: number).filter {
      !program.functions[$0.function].traits.contains(.isInTest)
    }
    if let own = implementations[number] {
      return sites.allSatisfy { implementations[$0.function] != nil } ? own : []
    }
    guard left > 0, !seen.contains(number), let first = sites.first,
      sites.count <= Self.maximumSites,
      callers.calls(of: number).count == callers.sites(of: number).count
    else { return [] }
    let seen = seen.union([number])
    var common = entries(of: first.function, seen, left - 1)
    for site in sites.dropFirst() where !common.isEmpty {
      common.formIntersection(entries(of: site.function, seen, left - 1))
    }
    return common
  }
}
