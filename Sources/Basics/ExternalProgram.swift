import Glibc

/// Another program that was run to its end.
public struct ExternalProgram: Sendable {
  /// The exit status, or 128 and the number of the signal that ended it.
  public var status: Int32
  /// What it wrote to standard output and standard error.
  public var output: [UInt8]
  public var errors: [UInt8]

  /// Runs a program that is found on PATH, with `input` as its standard input, and waits for its
  /// end.
  ///
  /// It has the working directory and the environment of this process, with `environment` in place
  /// of what has the same names. Throws where the program cannot be started. This process has to
  /// ignore SIGPIPE where the program may end before it has read its input.
  public static func run(
    _ name: String, _ arguments: [String], environment: [String: String] = [:],
    input: [UInt8] = []
  ) throws(FileError) -> ExternalProgram {
    var pipes: [(read: Int32, write: Int32)] = []
    for _ in 0..<3 {
      do throws(FileError) { pipes.append(try pipe(name)) } catch {
        for ends in pipes { [ends.read, ends.write].forEach { close($0) } }
        throw error
      }
    }
    let (entry, output, errors) = (pipes[0], pipes[1], pipes[2])
    defer { [output.read, errors.read].forEach { close($0) } }
    let started = start(
      [name] + arguments, variables(environment), input: entry.read, output: output.write,
      errors: errors.write)
    [entry.read, output.write, errors.write].forEach { close($0) }
    guard started.failure == 0 else {
      close(entry.write)
      throw FileError(path: name, code: started.failure)
    }
    let written = exchange(input, entry.write, output.read, errors.read)
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
    _ words: [String], _ variables: [String], input: Int32, output: Int32, errors: Int32
  ) -> (failure: Int32, process: pid_t) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
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

  /// Writes all of the input to a descriptor and closes it, and reads all that comes out of two
  /// others, whichever is ready first.
  private static func exchange(
    _ input: [UInt8], _ entry: Int32, _ first: Int32, _ second: Int32
  ) -> ([UInt8], [UInt8]) {
    var descriptors = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    descriptors.append(pollfd(fd: entry, events: Int16(POLLOUT), revents: 0))
    var texts: [[UInt8]] = [[], []]
    var rest = input[...]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    // A negative descriptor is passed over.
    func end(_ index: Int) {
      if index == 2 { close(entry) }
      descriptors[index].fd = -1
    }
    if rest.isEmpty { end(2) }
    while descriptors.contains(where: { $0.fd >= 0 }) {
      if poll(&descriptors, nfds_t(descriptors.count), -1) < 0 {
        if errno == EINTR { continue }
        break
      }
      for index in descriptors.indices
      where descriptors[index].fd >= 0 && descriptors[index].revents != 0 {
        if index == 2 {
          // So much goes into a pipe that is ready without waiting.
          let count = rest.prefix(4096).withUnsafeBytes { write(entry, $0.baseAddress, $0.count) }
          if count > 0 { rest = rest.dropFirst(count) }
          if rest.isEmpty || (count < 0 && errno != EINTR) { end(index) }
          continue
        }
        let count = read(descriptors[index].fd, &buffer, buffer.count)
        if count > 0 {
          texts[index] += buffer[..<count]
        } else if count == 0 || errno != EINTR {
          end(index)
        }
      }
    }
    if descriptors[2].fd >= 0 { end(2) }
    return (texts[0], texts[1])
  }
}
