import Basics

/// Where a repository begins, as far as directories tell.
enum RepositoryTop {
  /// The nearest directory, from a cleaned absolute one upward, that holds `.git`: a directory, or
  /// the file that stands for one in a linked working tree or a submodule. nil where there is none.
  static func above(_ directory: String) -> String? {
    var current = directory
    while true {
      if (try? FileSystem.stamp(FilePath.join(current, ".git"))) != nil { return current }
      if current == "/" { return nil }
      let parent = FilePath.directory(current)
      if parent == current { return nil }
      current = parent
    }
  }
}
