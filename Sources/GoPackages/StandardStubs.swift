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

  private static let positions = Dictionary(
    uniqueKeysWithValues: paths.enumerated().map { ($1, $0) })

  /// The one file of a package, shown as `stub:net/http`; nil of a package that is not carried.
  ///
  /// Each call copies the bytes.
  public static func source(_ importPath: String) -> SourceText? {
    guard let position = positions[importPath] else { return nil }
    let bytes = UnsafeBufferPointer(
      start: racelint_stub_bytes(position), count: racelint_stub_length(position))
    return SourceText(path: "stub:" + importPath, bytes: Array(bytes))
  }
}
