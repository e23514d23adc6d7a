import Basics
import Glibc

/// Where text goes: standard output, standard error, or what a test reads afterwards.
public protocol OutputSink: Sendable {
  /// Whether somebody is looking at it as it is written.
  var isTerminal: Bool { get }
  /// How many columns a terminal has, where that is known.
  var columns: Int? { get }
  /// Writes all of the bytes. May be called from several threads.
  func write(_ bytes: [UInt8]) throws(FileError)
}

extension OutputSink {
  /// Writes a text; what cannot be written is lost. For standard error.
  func report(_ text: String) {
    do throws(FileError) { try write(Array(text.utf8)) } catch {}
  }
}

/// An open file descriptor as a sink. It is not closed.
public struct DescriptorSink: OutputSink {
  private let descriptor: Int32
  private let name: String

  /// Standard output.
  public static var standardOutput: DescriptorSink {
    DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
  }
  /// Standard error.
  public static var standardError: DescriptorSink {
    DescriptorSink(descriptor: STDERR_FILENO, name: "standard error")
  }

  public var isTerminal: Bool { isatty(descriptor) == 1 }

  public var columns: Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  public func write(_ bytes: [UInt8]) throws(FileError) {
    try FileSystem.write(bytes[...], to: descriptor, path: name)
  }
}
