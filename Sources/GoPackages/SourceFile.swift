import Basics

/// One Go file of a package.
public struct SourceFile: Sendable {
  /// The absolute path; of a stub that the program carries `stub:` and the import path.
  public let path: String
  /// The path as the user sees it: relative to the working directory if it lies below it.
  public let displayPath: String
  /// What the file was when its header was read; its size in bytes is there.
  public let stamp: FileStamp
  /// What the top of the file says.
  public let header: FileHeader
  /// The version of the language that it is written in.
  public let languageVersion: GoVersion
  /// Whether its name ends in `_test.go`.
  public let isTest: Bool
  /// Whether findings in it are reported: false if patterns named other files of its package.
  public let isReported: Bool
  /// Whether it is carried by the program and lies on no disk: declarations without bodies.
  public let isStub: Bool
  /// What stands in place of the file on disk, if anything does.
  let standIn: [UInt8]?

  /// Whether it says that a program wrote it.
  public var isGenerated: Bool { header.isGenerated }
  /// Its imports in the order of the file.
  public var imports: [FileImport] { header.imports }
  /// Its size in bytes.
  public var size: Int { Int(stamp.size) }

  /// Reads the text, which is reported under the display path.
  public func read() throws(FileError) -> SourceText {
    if isStub {
      if let text = StandardStubs.source(ofFile: path) { return text }
      throw FileError(path: path, reason: "no such stub is carried")
    }
    if let standIn { return SourceText(path: displayPath, bytes: standIn) }
    return SourceText(path: displayPath, bytes: try FileSystem.read(path))
  }
}
