import Basics

/// A directory with Go files that some pattern reached, before any file was opened.
struct FoundDirectory: Sendable {
  /// The absolute path.
  let path: String
  /// The module that it belongs to, with or without a `go.mod`.
  let module: ModuleID
  /// The names of its Go files, in byte order.
  private(set) var fileNames: [String]
  /// Whether all of its files are reported on.
  var reportsAll: Bool
  /// Files that patterns named, by their names.
  private(set) var namedFiles: Set<String> = []
  /// Whether a pattern named just this directory.
  var isNamed: Bool

  init(
    path: String, module: ModuleID, fileNames: [String], reportsAll: Bool, isNamed: Bool = false
  ) {
    self.path = path
    self.module = module
    self.fileNames = fileNames
    self.reportsAll = reportsAll
    self.isNamed = isNamed
  }

  /// Remembers that a pattern named a file of it.
  mutating func addNamed(_ name: String) {
    namedFiles.insert(name)
    guard !fileNames.contains(name) else { return }
    let place = fileNames.firstIndex { name.utf8.lexicographicallyPrecedes($0.utf8) }
    fileNames.insert(name, at: place ?? fileNames.count)
  }

  /// The Go files among a directory's entries and what stands in for files there: names that begin
  /// with "_" or "." are none. In byte order, as both are.
  static func goFiles(_ entries: [DirectoryEntry], _ standIns: [String]) -> [String] {
    let names = entries.filter { $0.kind != .directory && isGoFile($0.name) }.map(\.name)
    let added = standIns.filter { isGoFile($0) && !names.contains($0) }
    if added.isEmpty { return names }
    return (names + added).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isGoFile(_ name: String) -> Bool { name.hasSuffix(".go") && !isHidden(name) }

  /// Whether Go overlooks a file or directory of this name.
  static func isHidden(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: "_") || name.utf8.first == UInt8(ascii: ".")
  }

  /// Whether `...` leaves a directory of this name out.
  static func isLeftOut(_ name: String) -> Bool {
    isHidden(name) || name == "testdata" || name == "vendor"
  }
}
