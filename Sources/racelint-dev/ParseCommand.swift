import Basics
import Driver
import GoPackages
import GoSyntax

/// Parses files and counts; with `--only` it measures what any analysis pays at least.
struct ParseCommand: DeveloperCommand {
  static let name = "parse"
  static let usage = "parse [--all DIR | --only] [--jobs N] [PATTERN…]"
  static let summary = """
    parse every Go file below DIR, or what the patterns select; --only throws the trees of
          the C library away at once, which is what `bench` compares with
    """

  static func run(_ arguments: [String]) throws(DeveloperError) {
    var patterns: [String] = []
    var directory: String?
    var parsesOnly = false
    var jobs = Parallel.processorCount
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--all":
        guard let value = rest.popFirst() else { throw DeveloperError("--all needs a directory") }
        directory = value
      case "--only":
        parsesOnly = true
      case "--jobs":
        guard let value = rest.popFirst().flatMap({ Int($0) }), value > 0 else {
          throw DeveloperError("--jobs needs a number")
        }
        jobs = value
      case _ where argument.hasPrefix("-"):
        throw DeveloperError("unknown option \(argument)")
      default:
        patterns.append(argument)
      }
    }
    let clock = ContinuousClock()
    let start = clock.now
    let files = try files(below: directory, patterns, jobs: jobs)
    let selected = clock.now
    let counts = parse(files, only: parsesOnly, jobs: jobs)
    let elapsed = clock.now - (parsesOnly ? selected : start)
    print(
      "parse: files \(counts.files), with errors \(counts.withErrors), "
        + "\(Figures.megabytes(counts.bytes)) MB, \(Figures.seconds(elapsed)) s")
  }

  private static func files(
    below directory: String?, _ patterns: [String], jobs: Int
  ) throws(DeveloperError) -> [String] {
    if let directory {
      do throws(FileError) {
        let listing = try SourceListing.all(below: directory)
        for diagnostic in listing.diagnostics { print("\(diagnostic.path): \(diagnostic.message)") }
        return listing.files
      } catch {
        throw DeveloperError(error)
      }
    }
    do throws(AnalysisError) {
      let settings = AnalysisSettings(
        patterns: patterns, workingDirectory: FilePath.workingDirectory, jobs: jobs)
      return try Analysis.load(settings).packages.elements.flatMap { $0.files.map(\.path) }
    } catch {
      throw DeveloperError("\(error)")
    }
  }

  private struct Counts: Sendable {
    var files = 0
    var withErrors = 0
    var bytes = 0
  }

  private static func parse(_ files: [String], only: Bool, jobs: Int) -> Counts {
    // Slices of many files, so that a parser is made for each slice and not for each file.
    let size = 64
    let slices = stride(from: 0, to: files.count, by: size).map {
      files[$0..<min($0 + size, files.count)]
    }
    let counts = Parallel.map(count: slices.count, jobs: jobs) { _, index -> Counts in
      var counts = Counts()
      guard var parser = GoParser() else { return counts }
      for path in slices[index] {
        do throws(FileError) {
          let source = SourceText(path: path, bytes: try FileSystem.read(path))
          counts.files += 1
          counts.bytes += source.bytes.count
          let hasError =
            only ? parser.parseOnly(source) : report(parser.parse(source))
          if hasError { counts.withErrors += 1 }
        } catch {
          print("\(error.path): \(error.reason)")
        }
      }
      return counts
    }
    return counts.reduce(into: Counts()) { total, part in
      total.files += part.files
      total.withErrors += part.withErrors
      total.bytes += part.bytes
    }
  }

  /// Prints the first error of a file, and says whether there is one.
  private static func report(_ tree: SyntaxTree) -> Bool {
    guard let error = tree.errors.first else { return false }
    let position = LineIndex(tree.source).position(at: error.range.start)
    print("\(tree.source.path):\(position.line):\(position.column): \(error.message)")
    return true
  }
}
