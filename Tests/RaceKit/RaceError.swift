import Basics

/// Why the race detector could not be asked; one line.
public struct RaceError: Error, Hashable {
  public let message: String

  public init(_ message: String) { self.message = message }
}
