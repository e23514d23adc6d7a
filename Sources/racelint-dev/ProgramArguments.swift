import Basics

/// The arguments of a command that goes over packages: flags of its own, `--jobs N`, patterns.
struct ProgramArguments {
  private(set) var flags: Set<String> = []
  private(set) var jobs = Parallel.processorCount
  private(set) var patterns: [String] = []

  /// Reads arguments; a flag that is not among the known ones is an error, and so are no patterns.
  init(_ arguments: [String], flags known: Set<String>, usage: String) throws(DeveloperError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--jobs" {
        guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else {
          throw DeveloperError("--jobs needs a number")
        }
        jobs = number
      } else if known.contains(argument) {
        flags.insert(argument)
      } else if argument.hasPrefix("-") {
        throw DeveloperError("unknown option \(argument)")
      } else {
        patterns.append(argument)
      }
    }
    if patterns.isEmpty { throw DeveloperError("usage: racelint-dev \(usage)") }
  }
}
