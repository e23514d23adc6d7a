/// A function or method of a library.
public struct ModelledFunction: Hashable, Sendable {
  /// The import path of the package that declares it.
  public var package: String
  /// The receiver's type without star and type arguments, or an interface; "" for a function.
  public var type: String
  public var name: String

  /// A function or method by its names.
  public init(package: String, type: String = "", name: String) {
    self.package = package
    self.type = type
    self.name = name
  }
}

/// What the calls of a function do.
public struct FunctionModel: Hashable, Sendable {
  public var end = CallEnd.returns
  /// What calls do to memory, functions and locks; nil where only `end` is known.
  public var effects: CallEffects?
  /// Whether the caller runs beside others from then on: `t.Parallel`.
  public var marksParallel = false
  /// Whether all goroutines that the caller has started have ended or do nothing when it returns:
  /// `synctest.Wait`.
  public var waitsForAll = false
  /// Functions that leave a goroutine behind, which has ended when a call of this one returns:
  /// `pprof.StartCPUProfile`.
  public var stops: [ModelledFunction] = []

  /// A function of which nothing is known.
  public init() {}
}
