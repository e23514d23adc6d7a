import Basics
import GoTypes

/// A field that bodies use.
public struct FieldSymbol: Hashable, Sendable {
  /// The declared type, without type arguments, or the struct type that has it; unknown where
  /// nothing is known of the struct.
  public var owner: TypeID
  /// Its position among the owner's fields, from 0; `UInt32.max` where the owner is not known.
  public var position: UInt32
  public var name: String
}

/// A variable at package level that bodies use.
public struct GlobalSymbol: Hashable, Sendable {
  /// The package that declares it.
  public var unit: UnitID
  public var name: String
}

/// What calls in bodies run.
public struct CalleeSymbol: Hashable, Sendable {
  public var callee: Callee
  /// The last name of what is called, `Done` of `s.wg.Done()`; "" where it has none.
  public var name: String
}

/// Values of one interface type become values of another where the program does not say so.
public struct InterfaceWidening: Hashable, Sendable {
  public var source: TypeID
  public var target: TypeID
}

/// The names that the bodies of one package mention, each with one number. Used by one thread;
/// stays when bodies are dropped.
public final class PackageSymbols {
  public private(set) var fields = Table<FieldID, FieldSymbol>()
  public private(set) var globals = Table<GlobalID, GlobalSymbol>()
  public private(set) var callees = Table<CalleeID, CalleeSymbol>()
  /// The widenings that were lowered since they were taken, each once: they change no value, so
  /// no instruction stands for them.
  private var widenings: [InterfaceWidening] = []
  private var knownWidenings: Set<InterfaceWidening> = []
  private var fieldIDs: [FieldKey: FieldID] = [:]
  private var globalIDs: [GlobalSymbol: GlobalID] = [:]
  private var calleeIDs: [CalleeSymbol: CalleeID] = [:]

  private struct FieldKey: Hashable {
    var owner: TypeID
    var position: UInt32
    /// Only where the position is not known.
    var name: String
  }

  init() {}

  func id(of field: FieldSymbol) -> FieldID {
    let key = FieldKey(
      owner: field.owner, position: field.position,
      name: field.position == .max ? field.name : "")
    if let known = fieldIDs[key] { return known }
    let id = fields.append(field)
    fieldIDs[key] = id
    return id
  }

  func id(of global: GlobalSymbol) -> GlobalID {
    if let known = globalIDs[global] { return known }
    let id = globals.append(global)
    globalIDs[global] = id
    return id
  }

  func id(of callee: CalleeSymbol) -> CalleeID {
    if let known = calleeIDs[callee] { return known }
    let id = callees.append(callee)
    calleeIDs[callee] = id
    return id
  }

  func add(_ widening: InterfaceWidening) {
    if knownWidenings.insert(widening).inserted { widenings.append(widening) }
  }

  /// The widenings that were lowered since this was asked last.
  public func takeWidenings() -> [InterfaceWidening] {
    knownWidenings.removeAll(keepingCapacity: true)
    defer { widenings.removeAll(keepingCapacity: true) }
    return widenings
  }
}
