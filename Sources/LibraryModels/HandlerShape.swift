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

  /// net/http's handlers, and the methods that servers of gRPC and its like call.
  public static let builtin: [HandlerShape] = [
    HandlerShape(
      isMethod: false,
      parameters: [.type("net/http.ResponseWriter"), .type("*net/http.Request")], results: []),
    HandlerShape(
      isMethod: true, parameters: [.type("context.Context"), .pointerToDeclared],
      results: [.pointerToDeclared, .type("error")]),
  ]
}
