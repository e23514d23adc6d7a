import Basics
import Glibc

/// Another program that runs beside a test, and is ended with it.
///
/// It should close what it inherits beside its first three descriptors: what other tests open at the
/// same time may be among that.
public final class BackgroundProcess {
  /// The first line that it wrote to standard output, without the line feed.
  public let firstLine: String
  private let process: pid_t
  private let input: Int32
  private let output: Int32

  /// Starts a program found on PATH and waits for its first line; its errors are those of the test.
  public init(_ arguments: [String]) throws {
    var (entry, exit): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard pipe(&entry) == 0, pipe(&exit) == 0 else {
      throw FileError(path: arguments[0], code: errno)
    }
    for end in entry + exit { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, entry[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, exit[1], STDOUT_FILENO)
    var argv = arguments.map { strdup($0) } + [nil]
    defer { for text in argv { free(text) } }
    var child = pid_t()
    let failure = posix_spawnp(&child, arguments[0], &actions, nil, &argv, environ)
    close(entry[0])
    close(exit[1])
    (process, input, output) = (child, entry[1], exit[0])
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while failure == 0, read(exit[0], &byte, 1) == 1, byte != UInt8(ascii: "\n") {
      line.append(byte)
    }
    firstLine = String(decoding: line, as: UTF8.self)
    if failure != 0 { throw FileError(path: arguments[0], code: failure) }
  }

  /// Ends the program and waits for it.
  public func stop() {
    close(input)
    close(output)
    kill(process, SIGTERM)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
