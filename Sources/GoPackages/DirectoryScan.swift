import Basics

/// Reads the headers of a directory's files and tells which of them a build takes in.
///
/// One directory is one item of parallel work. A file's first bytes are read into a buffer
/// that the directory's files share; more is read only where a header is longer.
struct DirectoryScan: Sendable {
  /// A file whose header was read.
  struct File: Sendable {
    let name: String
    let stamp: FileStamp
    let header: FileHeader
    /// Whether the build configuration takes it in.
    let isIncluded: Bool
    /// What stands in place of the file on disk, if anything does.
    let standIn: [UInt8]?
    var isTest: Bool { name.hasSuffix("_test.go") }
  }

  /// How many bytes are read of a file at first.
  static let prefixSize = 16 << 10

  /// The files that could be read and have a package clause, in the order of names. Files
  /// that the build leaves out are here only if patterns named them.
  private(set) var files: [File] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// How many files the build configuration leaves out, test files that are not wanted
  /// included.
  private(set) var leftOutCount = 0

  private let directory: FoundDirectory
  private let options: PackageLoader.Options

  init(_ directory: FoundDirectory, _ options: PackageLoader.Options) {
    self.directory = directory
    self.options = options
    files.reserveCapacity(directory.fileNames.count)
    withUnsafeTemporaryAllocation(byteCount: Self.prefixSize, alignment: 16) { buffer in
      for name in directory.fileNames { scan(name, buffer) }
    }
  }

  private mutating func scan(_ name: String, _ buffer: UnsafeMutableRawBufferPointer) {
    let isNamed = directory.namedFiles.contains(name)
    let isWanted = options.includeTests || !name.hasSuffix("_test.go")
    let isAdmitted = options.build.admits(fileName: name)
    guard isNamed || (isWanted && isAdmitted) else {
      leftOutCount += 1
      return
    }
    let path = directory.path == "/" ? "/" + name : directory.path + "/" + name
    do throws(FileError) {
      let standIn = options.overlay.text(of: path)
      let (stamp, header) =
        if let standIn { try Self.head(of: standIn, path) } else { try Self.head(path, buffer) }
      if let problem = header.problem {
        report(.package, Self.message(problem), path)
        return
      }
      let isBuilt =
        options.build.satisfies(header.constraint) && !header.importsC
        && header.packageName != "documentation"
      guard isNamed || isBuilt else {
        leftOutCount += 1
        return
      }
      files.append(
        File(
          name: name, stamp: stamp, header: header, isIncluded: isAdmitted && isBuilt,
          standIn: standIn))
    } catch {
      // A symbolic link to a directory is no file of the package, whatever its name.
      if !FileSystem.isDirectory(path) {
        report(.io, "cannot read the file: \(error.reason)", path)
      }
    }
  }

  private mutating func report(_ kind: Diagnostic.Kind, _ message: String, _ path: String) {
    let shown = DisplayPath.of(path, workingDirectory: options.workingDirectory)
    diagnostics.append(Diagnostic(kind, message, path: shown))
  }

  /// The stamp and the header of a file.
  private static func head(
    _ path: String, _ buffer: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> (FileStamp, FileHeader) {
    let file = try OpenFile(path)
    try checkSize(file.stamp, path)
    return (file.stamp, try header(of: file, buffer))
  }

  /// The same of a text that stands in place of a file.
  private static func head(
    of text: [UInt8], _ path: String
  ) throws(FileError) -> (FileStamp, FileHeader) {
    let stamp = FileStamp(sizeInMemory: text.count)
    try checkSize(stamp, path)
    return (stamp, HeaderScanner.scan(SourceText(path: path, bytes: text)))
  }

  private static func checkSize(_ stamp: FileStamp, _ path: String) throws(FileError) {
    guard stamp.size > Int64(SourceText.largestSize) else { return }
    throw FileError(path: path, reason: "larger than \(SourceText.largestSize >> 20) MiB")
  }

  /// Reads a header with the buffer if it is long enough, else with larger ones.
  private static func header(
    of file: borrowing OpenFile, _ buffer: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> FileHeader {
    let count = try file.read(into: buffer, at: 0)
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    let isWhole = count < buffer.count
    if let header = HeaderScanner.scan(bytes.assumingMemoryBound(to: UInt8.self), isWhole: isWhole)
    {
      return header
    }
    // One byte more than the file has shows its end; it may have grown since it was opened.
    let size = max(min(buffer.count * 8, Int(file.stamp.size) + 1), buffer.count * 2)
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { larger.deallocate() }
    return try header(of: file, larger)
  }

  private static func message(_ problem: FileHeader.Problem) -> String {
    switch problem {
    case .noText: "the file is empty"
    case .noPackageClause: "the file has no package clause"
    case .severalConstraints: "the file has more than one //go:build line"
    case .badConstraint(let reason): "the //go:build line cannot be read: \(reason)"
    }
  }
}
