import Basics
import LibraryModels

/// Why a configuration, or what it leads to, cannot be used.
enum ConfigurationError: Error {
  /// The file could not be read.
  case file(FileError)
  /// Models that the configuration names could not be read.
  case models(FileError)
  /// A file, as it is shown, does not say what it should.
  case text(String, YAMLError)
}

/// Finds and reads configurations.
struct ConfigurationFile {
  /// The absolute path that shown paths and the search start from.
  var workingDirectory: String
  /// The ids of the rules there are.
  var rules: [String]

  /// The configuration in a file that was named.
  func read(_ path: String) throws(ConfigurationError) -> Configuration {
    let absolute = FilePath.join(workingDirectory, path)
    let bytes = try Self.bytes(absolute, shown: path) { .file($0) }
    do throws(YAMLError) {
      let (top, overrides) = try ConfigurationReader(bytes, rules: rules).read()
      return Configuration(
        file: path, directory: FilePath.directory(absolute), top: top, overrides: overrides)
    } catch {
      throw .text(path, error)
    }
  }

  /// The nearest configuration from the working directory upward, up to the top of its repository or
  /// of the file system; nil where there is none.
  func find() throws(ConfigurationError) -> Configuration? {
    let top = RepositoryTop.above(workingDirectory)
    var directory = workingDirectory
    while true {
      let path = FilePath.join(directory, Configuration.fileName)
      if Self.exists(path) { return try read(FilePath.relative(path, to: workingDirectory)) }
      if directory == top || directory == "/" { return nil }
      directory = FilePath.directory(directory)
    }
  }

  /// What is known of libraries, with what the configuration's own files say.
  func models(_ configuration: Configuration?) throws(ConfigurationError) -> LibraryModels {
    var models = LibraryModels.builtin
    for path in configuration?.top.models?.value ?? [] {
      let absolute = FilePath.join(configuration?.directory ?? workingDirectory, path)
      let shown =
        FilePath.isInside(absolute, workingDirectory)
        ? FilePath.relative(absolute, to: workingDirectory) : absolute
      let bytes = try Self.bytes(absolute, shown: shown) { .models($0) }
      do throws(YAMLError) { try models.add(bytes) } catch { throw .text(shown, error) }
    }
    return models
  }

  /// Whether there is something of that name; what cannot be looked at counts, and is told of when
  /// it is read.
  private static func exists(_ path: String) -> Bool {
    do throws(FileError) {
      _ = try FileSystem.stamp(path)
      return true
    } catch {
      return !error.isMissing
    }
  }

  private static func bytes(
    _ path: String, shown: String, _ failure: (FileError) -> ConfigurationError
  ) throws(ConfigurationError) -> [UInt8] {
    do throws(FileError) { return try FileSystem.read(path) } catch {
      throw failure(FileError(path: shown, code: error.code, reason: error.reason))
    }
  }
}
