import Basics
import Glibc

/// Another program, run to its end.
public struct Subprocess {
  /// The exit status, or 128 and the number of the signal that ended it.
  public let status: Int32
  /// What it wrote to standard output and standard error.
  public let output: String
  public let errors: String

  /// Runs a program found on PATH in a directory, with its standard input empty.
  public static func run(
    _ arguments: [String], in directory: String, environment: [String: String] = [:]
  ) throws -> Subprocess {
    try TemporaryDirectory.with { scratch in
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      let flags = O_WRONLY | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, scratch + "/out", flags, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, scratch + "/err", flags, 0o600)
      var variables = environment
      for name in ["PATH", "HOME"] where variables[name] == nil {
        if let value = getenv(name) { variables[name] = String(cString: value) }
      }
      var child = pid_t()
      // The C library shows Swift no way to spawn in a directory; `env` does it.
      let command = ["env", "-C", directory] + arguments
      let failure = withPointers(command) { argv in
        withPointers(variables.map { "\($0)=\($1)" }.sorted()) { environment in
          posix_spawnp(&child, "env", &actions, nil, argv, environment)
        }
      }
      guard failure == 0 else { throw FileError(path: arguments[0], code: failure) }
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
      let signal = status & 0x7F
      return Subprocess(
        status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
        output: String(decoding: try FileSystem.read(scratch + "/out"), as: UTF8.self),
        errors: String(decoding: try FileSystem.read(scratch + "/err"), as: UTF8.self))
    }
  }

  private static func withPointers<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
