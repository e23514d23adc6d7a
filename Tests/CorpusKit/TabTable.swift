import Basics

/// A text file of rows whose cells tabs separate; lines that begin with `#` are comments.
struct TabTable {
  /// Each with the number of its line, from 1.
  private(set) var rows: [(line: Int, cells: [String])] = []

  /// Reads a file in which each row has so many cells.
  init(_ path: String, columns: Int) throws(CorpusError) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path)
    } catch {
      throw CorpusError(error)
    }
    try self.init(text: String(decoding: bytes, as: UTF8.self), name: path, columns: columns)
  }

  init(text: String, name: String, columns: Int) throws(CorpusError) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == columns else {
        throw CorpusError("\(name):\(index + 1): \(cells.count) columns instead of \(columns)")
      }
      rows.append((index + 1, cells))
    }
  }
}
