import Basics

/// What a file is judged with where nobody says: its module, or its directory where it is in none.
struct ProgramRoot: Hashable, Comparable {
  /// The absolute path of the directory.
  let directory: String
  /// Whether that is a module's.
  let isModule: Bool

  /// The root above a file of an absolute path, which need not exist.
  init(of file: String) {
    let own = FilePath.directory(file)
    var directory = own
    while !FileSystem.isFile(FilePath.join(directory, "go.mod")) {
      if directory == "/" {
        self.directory = own
        isModule = false
        return
      }
      directory = FilePath.directory(directory)
    }
    self.directory = directory
    isModule = true
  }

  /// The pattern that stands for all of it.
  var pattern: String { isModule ? FilePath.join(directory, "...") : directory }

  static func < (left: ProgramRoot, right: ProgramRoot) -> Bool {
    left.directory.utf8.lexicographicallyPrecedes(right.directory.utf8)
  }
}
