/// Reads variables of the environment for a host.
struct HostVariables {
  let environment: [String: String]

  /// A variable that has to be set; `purpose` says what it is for.
  func value(_ name: String, _ purpose: String) throws(ReviewError) -> String {
    guard let value = environment[name], !value.isEmpty else { throw .noVariable(name, purpose) }
    return value
  }

  /// A token, which goes into a header.
  func token(_ name: String, _ purpose: String) throws(ReviewError) -> String {
    let token = try value(name, purpose)
    guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .badVariable(name, expected: "a token: it holds spaces or control characters")
    }
    return token
  }

  /// The address of an interface, without a slash at its end.
  func address(_ name: String, _ value: String) throws(ReviewError) -> String {
    guard value.hasPrefix("https://") || value.hasPrefix("http://"),
      value.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw .badVariable(name, expected: "the address of an interface") }
    return value.last == "/" ? String(value.dropLast()) : value
  }

  /// A number that stands in an address.
  func number(_ name: String, _ purpose: String) throws(ReviewError) -> String {
    let text = try value(name, purpose)
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      throw .badVariable(name, expected: "a number")
    }
    return text
  }
}
