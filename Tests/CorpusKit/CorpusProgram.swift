import Basics

/// One program of the corpus: real code of other people, as it is installed, of one version.
public struct CorpusProgram: Hashable, Sendable {
  public static let file = "Tests/Corpus/programs.tsv"
  /// Where Debian installs the sources of Go packages.
  private static let debianSources = debianPath + "/src"
  static let debianPath = "/usr/share/gocode"
  /// Where the pinned toolchain lies, below the project's root.
  static let toolchain = ".toolchain"

  /// What findings call it.
  public var name: String
  /// The Debian package, or `-` for the standard library of the pinned toolchain.
  public var package: String
  public var version: String
  /// The directory below that of Debian's Go sources, or below the root of this project.
  public var path: String
  /// The hash of the paths and texts of its Go files.
  public var hash: String

  /// All programs, in the order of the file below the project's root.
  public static func all(root: String) throws(CorpusError) -> [CorpusProgram] {
    try TabTable(FilePath.join(root, file), columns: 5).rows.map { row in
      CorpusProgram(
        name: row.cells[0], package: row.cells[1], version: row.cells[2], path: row.cells[3],
        hash: row.cells[4])
    }
  }

  /// Whether it is the standard library of the pinned toolchain.
  var isToolchain: Bool { package == "-" }

  /// Where it lies.
  public func directory(root: String) -> String {
    isToolchain
      ? FilePath.join(root, path) : FilePath.join(Self.debianSources, path)
  }

  /// Sees that it is installed, and that its sources are those that findings were recorded for.
  public func check(root: String) throws(CorpusError) {
    let directory = directory(root: root)
    guard FileSystem.isDirectory(directory) else {
      let remedy = isToolchain ? "run make toolchain" : "install \(package) \(version)"
      throw CorpusError("\(name) is not there: \(remedy)")
    }
    let found = try Self.hash(of: directory)
    guard found == hash else {
      throw CorpusError(
        "\(name) is not \(isToolchain ? "that" : package) of version \(version): "
          + "its sources have the hash \(found)")
    }
  }

  /// The hash of the Go files below a directory.
  static func hash(of directory: String) throws(CorpusError) -> String {
    var hash = StableHash()
    do throws(FileError) {
      try add(directory, "", &hash)
    } catch {
      throw CorpusError(error)
    }
    return hash.hexadecimal
  }

  private static func add(
    _ directory: String, _ prefix: String, _ hash: inout StableHash
  ) throws(FileError) {
    for entry in try FileSystem.entries(directory).sorted(by: { $0.name < $1.name }) {
      let path = directory + "/" + entry.name
      switch entry.kind {
      case .directory: try add(path, prefix + entry.name + "/", &hash)
      case .file where entry.name.hasSuffix(".go"):
        hash.combine(prefix + entry.name)
        hash.combine(String(decoding: try FileSystem.read(path), as: UTF8.self))
      default: break
      }
    }
  }
}
