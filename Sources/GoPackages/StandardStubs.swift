import Basics
import CResources

/// Declarations of Go's own library that the program carries, for where Go is not installed.
///
/// They are those of the Go version in `Tests/Toolchain/toolchain.lock`, for linux/amd64.
/// A package is there whole, or as far as others mention it: an object that is missing does
/// not mean that there is none. A blank field stands for a struct's unexported fields, as
/// comparable as they are, and holding references if they do. Unexported methods and types are
/// there where exported ones need them. Constants have values and no `iota`.
public enum StandardStubs {
  /// The import paths of the packages that are carried, in byte order.
  public static let paths: [String] = (0..<racelint_stub_count()).map {
    String(cString: racelint_stub_path($0))
  }

  /// What the paths of stub files begin with; what follows is the import path.
  private static let scheme = "stub:"

  private static let positions = Dictionary(
    uniqueKeysWithValues: paths.enumerated().map { ($1, $0) })

  /// The one file of a package, shown as `stub:net/http`; nil of a package that is not carried.
  ///
  /// Each call copies the bytes.
  public static func source(_ importPath: String) -> SourceText? {
    guard let position = positions[importPath] else { return nil }
    let bytes = UnsafeBufferPointer(
      start: racelint_stub_bytes(position), count: racelint_stub_length(position))
    return SourceText(path: scheme + importPath, bytes: Array(bytes))
  }

  /// The text of a file by its own path, such as `stub:net/http`; nil of any other file.
  static func source(ofFile path: String) -> SourceText? {
    path.hasPrefix(scheme) ? source(String(path.dropFirst(scheme.count))) : nil
  }

  /// Whether a package is carried.
  static func contains(_ importPath: String) -> Bool { positions[importPath] != nil }

  /// A carried package as others import it, with no id, no module and its stub file as its
  /// directory; nil where it is not carried. Its imports lead to other stubs. Reads the stub.
  public static func package(_ importPath: String) -> Package? {
    guard let source = source(importPath) else { return nil }
    let header = HeaderScanner.scan(source)
    let file = SourceFile(
      path: source.path, displayPath: source.path,
      stamp: FileStamp(sizeInMemory: source.bytes.count), header: header,
      languageVersion: .newest, isTest: false, isReported: false, isStub: true,
      standIn: nil)
    let imports = ImportResolver.imports(of: [file]).map { path, isTestOnly in
      Package.Import(
        path: path, target: contains(path) ? .stub(path) : .unknown, isTestOnly: isTestOnly)
    }
    return Package(
      id: .none, importPath: importPath, name: header.packageName, directory: source.path,
      module: .none, kind: .main, files: [file], imports: imports)
  }
}
