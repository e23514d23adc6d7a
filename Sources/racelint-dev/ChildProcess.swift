import Basics
import Glibc

/// A program that is run, waited for and measured.
struct ChildProcess {
  /// From start to end.
  var elapsed: Duration
  /// Processor time in seconds, user and system together.
  var processorSeconds: Double
  /// The most memory that it had at once, in bytes.
  var peakBytes: Int
  /// What it printed to standard output.
  var output: String
  /// Its exit status; -1 where a signal ended it.
  var status: Int32

  /// Runs a program with arguments; its standard error is this process's.
  static func run(
    _ program: String, _ arguments: [String]
  ) throws(DeveloperError) -> ChildProcess {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw DeveloperError(FileError(path: "pipe", code: errno)) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])

    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let clock = ContinuousClock()
    let start = clock.now
    var process = pid_t()
    let failure = posix_spawn(&process, program, &actions, nil, &words, environ)
    close(ends[1])
    guard failure == 0 else {
      close(ends[0])
      throw DeveloperError(FileError(path: program, code: failure))
    }
    let output = readAll(ends[0])
    close(ends[0])
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let exited = status & 0x7F == 0
    return ChildProcess(
      elapsed: clock.now - start,
      processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakBytes: Int(usage.ru_maxrss) * 1024, output: output,
      status: exited ? (status >> 8) & 0xFF : -1)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  private static func readAll(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
