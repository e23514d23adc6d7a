import Reporting

/// What names a request, so that its answer can be told.
public enum RequestID: Hashable, Sendable {
  case number(Int)
  case text(String)

  /// The id in a message; nil where it is none.
  public init?(_ json: JSONValue) {
    if let number = json.integer {
      self = .number(number)
    } else if let text = json.text {
      self = .text(text)
    } else {
      return nil
    }
  }

  /// The id as it stands in a message.
  public var json: JSONValue {
    switch self {
    case .number(let number): .number(Double(number))
    case .text(let text): .string(text)
    }
  }
}

/// What a client sent: a message of JSON-RPC 2.0.
public enum ClientMessage: Hashable, Sendable {
  /// What has to be answered.
  case request(RequestID, method: String, JSONValue)
  /// What must not be answered.
  case notification(method: String, JSONValue)
  /// An answer to what the server asked.
  case response
  /// What is no message, with the answer that it gets.
  case fault(RequestID?, ResponseError)

  /// Reads the text of a message. Parameters that are left out are `null`.
  public init(reading bytes: [UInt8]) {
    guard let json = JSONValue(reading: bytes) else {
      self = .fault(nil, .notJSON)
      return
    }
    let id = json["id"].flatMap { RequestID($0) }
    guard let method = json["method"]?.text else {
      let isResponse = json["result"] != nil || json["error"] != nil
      self = isResponse ? .response : .fault(id, .noMessage)
      return
    }
    let parameters = json["params"] ?? .null
    if let id {
      self = .request(id, method: method, parameters)
    } else if json["id"] == nil {
      self = .notification(method: method, parameters)
    } else {
      self = .fault(nil, .noMessage)
    }
  }
}

/// Why a request has no result.
public struct ResponseError: Error, Hashable, Sendable {
  public var code: Int
  /// One sentence for those who write clients.
  public var message: String

  /// What was sent is no JSON.
  public static let notJSON = ResponseError(code: -32700, message: "the message is no JSON")
  /// What was sent is JSON, and no message.
  public static let noMessage = ResponseError(
    code: -32600, message: "the JSON is no message of JSON-RPC 2.0")
  /// The request may not be made now.
  public static func notNow(_ message: String) -> ResponseError {
    ResponseError(code: -32600, message: message)
  }
  /// There is no such request.
  public static func unknownMethod(_ method: String) -> ResponseError {
    ResponseError(code: -32601, message: "unknown method \(method)")
  }
  /// The parameters are not those of the request.
  public static func parameters(of method: String) -> ResponseError {
    ResponseError(code: -32602, message: "the parameters are not those of \(method)")
  }
  /// `initialize` comes first.
  public static let notInitialized = ResponseError(
    code: -32002, message: "initialize has to come first")
  /// The client does not want the answer any more.
  public static let cancelled = ResponseError(code: -32800, message: "cancelled")
  /// The text that the request was about has changed.
  public static let changed = ResponseError(code: -32801, message: "the document has changed")
}

/// What a server sends.
public enum ServerMessage: Hashable, Sendable {
  case request(RequestID, method: String, JSONValue)
  case notification(method: String, JSONValue)
  case result(RequestID, JSONValue)
  case error(RequestID?, ResponseError)

  /// The bytes, with their headers.
  public var bytes: [UInt8] {
    let text = json.bytes
    return Array("Content-Length: \(text.count)\r\n\r\n".utf8) + text
  }

  private var json: JSONValue {
    switch self {
    case .request(let id, let method, let parameters):
      ["jsonrpc": "2.0", "id": id.json, "method": .string(method), "params": parameters]
    case .notification(let method, let parameters):
      ["jsonrpc": "2.0", "method": .string(method), "params": parameters]
    case .result(let id, let value): ["jsonrpc": "2.0", "id": id.json, "result": value]
    case .error(let id, let error):
      [
        "jsonrpc": "2.0", "id": id?.json ?? .null,
        "error": ["code": .number(Double(error.code)), "message": .string(error.message)],
      ]
    }
  }
}
