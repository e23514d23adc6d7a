import Glibc

/// Another program that was run to its end.
public struct ExternalProgram: Sendable {
  /// The exit status, or 128 and the number of the signal that ended it.
  public var status: Int32
  /// What it wrote to standard output and standard error.
  public var output: [UInt8]
  public var errors: [UInt8]

  /// Runs a program that is found on PATH, its standard input empty, and waits for its end.
  ///
  /// It has the working directory and the environment of this process, with `environment` in place
  /// of what has the same names. Throws where the program cannot be started.
  public static func run(
    _ name: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws(FileError) -> ExternalProgram {
    let output = try pipe(name)
    let errors: (read: Int32, write: Int32)
    do throws(FileError) { errors = try pipe(name) } catch {
      close(output.read)
      close(output.write)
      throw error
    }
    defer {
      close(output.read)
      close(errors.read)
    }
    let started = start(
      [name] + arguments, variables(environment), output: output.write, errors: errors.write)
    close(output.write)
    close(errors.write)
    guard started.failure == 0 else { throw FileError(path: name, code: started.failure) }
    let written = readAll(output.read, errors.read)
    var status: Int32 = 0
    while waitpid(started.process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return ExternalProgram(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: written.0,
      errors: written.1)
  }

  /// A pipe that programs started by others do not inherit.
  private static func pipe(_ name: String) throws(FileError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw FileError(path: name, code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func start(
    _ words: [String], _ variables: [String], output: Int32, errors: Int32
  ) -> (failure: Int32, process: pid_t) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var argv = words.map { strdup($0) } + [nil]
    var environment = variables.map { strdup($0) } + [nil]
    defer { for text in argv + environment { free(text) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, words[0], &actions, nil, &argv, &environment)
    return (failure, process)
  }

  /// The environment of this process with some variables replaced, each as "NAME=value".
  private static func variables(_ replaced: [String: String]) -> [String] {
    var variables = replaced.map { "\($0)=\($1)" }.sorted()
    var entry = environ
    while let text = entry.pointee {
      let variable = String(cString: text)
      if replaced[String(variable.prefix { $0 != "=" })] == nil { variables.append(variable) }
      entry += 1
    }
    return variables
  }

  /// All that comes out of two descriptors, whichever has something first.
  private static func readAll(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
    var descriptors = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var texts: [[UInt8]] = [[], []]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var open = descriptors.count
    while open > 0 {
      if poll(&descriptors, nfds_t(descriptors.count), -1) < 0 {
        if errno == EINTR { continue }
        break
      }
      for index in descriptors.indices where descriptors[index].revents != 0 {
        let count = read(descriptors[index].fd, &buffer, buffer.count)
        if count > 0 {
          texts[index] += buffer[..<count]
        } else if count == 0 || errno != EINTR {
          // A negative descriptor is passed over.
          descriptors[index].fd = -1
          open -= 1
        }
      }
    }
    return (texts[0], texts[1])
  }
}
