import Basics

/// Why the corpus could not be read or judged; one line.
public struct CorpusError: Error, Hashable {
  public var message: String
  /// Whether all was read, and is not as it was recorded.
  public private(set) var isDifference = false

  public init(_ message: String) { self.message = message }

  /// What was found is not what was recorded.
  public init(difference message: String) {
    self.message = message
    isDifference = true
  }

  public init(_ error: FileError) { self.init("\(error.path): \(error.reason)") }
}
