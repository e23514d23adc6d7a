/// Texts that stand in place of files: what an editor has not saved, or what came on standard input.
///
/// A file need not exist for a text to stand in its place; the directory that it would lie in has to,
/// where it is to be found by a pattern.
public struct SourceOverlay: Hashable, Sendable {
  private let texts: [String: [UInt8]]
  private let namesByDirectory: [String: [String]]

  /// Texts by the absolute, cleaned paths of their files.
  public init(_ texts: [String: [UInt8]] = [:]) {
    self.texts = texts
    namesByDirectory = Dictionary(grouping: texts.keys.sorted(), by: FilePath.directory)
      .mapValues { $0.map(FilePath.lastComponent) }
  }

  /// The same with other texts in place of its own, or beside them.
  public func covered(by others: [String: [UInt8]]) -> SourceOverlay {
    SourceOverlay(texts.merging(others) { $1 })
  }

  /// What stands in place of a file of a cleaned absolute path; nil where the file itself counts.
  public func text(of path: String) -> [UInt8]? { texts[path] }

  /// The names of the files of a directory that something stands in for, in byte order.
  public func names(in directory: String) -> [String] { namesByDirectory[directory] ?? [] }
}
