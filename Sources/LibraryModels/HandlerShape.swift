/// The shape of functions that a server of a library calls for each request, several at once.
public struct HandlerShape: Hashable, Sendable {
  /// A parameter's or result's type.
  public enum Part: Hashable, Sendable {
    /// The type as Go writes it, with import paths for packages.
    case type(String)
    /// A pointer to a declared type: a request or response.
    case pointerToDeclared
  }

  /// Whether only methods count.
  public var isMethod: Bool
  /// Without the receiver.
  public var parameters: [Part]
  public var results: [Part]

  /// The shape of functions, or of methods alone.
  public init(isMethod: Bool, parameters: [Part], results: [Part]) {
    self.isMethod = isMethod
    self.parameters = parameters
    self.results = results
  }
}
