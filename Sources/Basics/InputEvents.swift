import Glibc

/// Waits for bytes of a descriptor, for another thread, or for a time, whichever comes first.
public final class InputEvents: Sendable {
  /// What was waited for.
  public enum Event: Hashable, Sendable {
    /// Some bytes have come.
    case bytes([UInt8])
    /// No more bytes will come.
    case end
    /// Another thread has called `wake`, once or several times.
    case woken
    /// The time has come.
    case late
  }

  private let input: Int32
  /// A pipe that `wake` writes to.
  private let bell: (read: Int32, write: Int32)

  /// Waits for the bytes of an open descriptor, which is not closed.
  public init(_ input: Int32) throws(FileError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw FileError(path: "pipe", code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    self.input = input
    bell = (ends[0], ends[1])
  }

  deinit {
    close(bell.read)
    close(bell.write)
  }

  /// Ends the wait of the thread that waits, or its next one. May be called on any thread.
  public func wake() {
    var byte: UInt8 = 0
    // A full pipe rings already.
    _ = write(bell.write, &byte, 1)
  }

  /// Waits for what comes first, for ever where there is no deadline. Bytes go before all else.
  public func next(before deadline: ContinuousClock.Instant?) -> Event {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var descriptors = [input, bell.read].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&descriptors, 2, Self.milliseconds(to: deadline)) >= 0 else {
        if errno == EINTR { continue }
        return .end
      }
      if descriptors[0].revents != 0 {
        let count = read(input, &buffer, buffer.count)
        if count > 0 { return .bytes(Array(buffer[..<count])) }
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        return .end
      }
      if descriptors[1].revents != 0 {
        while read(bell.read, &buffer, buffer.count) > 0 {}
        return .woken
      }
      if let deadline, deadline <= .now { return .late }
    }
  }

  /// The time that is left, rounded up; -1 stands for ever.
  private static func milliseconds(to deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left: Double = ContinuousClock.now.duration(to: deadline) / Duration.milliseconds(1)
    return Int32(min(max(left.rounded(.up), 0), 1_000_000_000))
  }
}
