/// What is asked of a host.
struct HTTPRequest {
  /// What is wanted, after "to": "list the comments".
  var action: String
  var method = "GET"
  var url: String
  /// Lines such as "Accept: application/json"; they may hold secrets.
  var headers: [String]
  /// JSON, where something is sent.
  var body: [UInt8]?
}
