import Basics

/// One Go file of a package.
public struct SourceFile: Sendable {
  /// The absolute path.
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

  /// Whether it says that a program wrote it.
  public var isGenerated: Bool { header.isGenerated }
  /// Its imports in the order of the file.
  public var imports: [FileImport] { header.imports }
  /// Its size in bytes.
  public var size: Int { Int(stamp.size) }
}
