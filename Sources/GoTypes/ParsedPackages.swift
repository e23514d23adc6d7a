import Basics
import GoPackages
import Synchronization

/// The files of packages that were parsed, for all who need them: what others see of a package is
/// made of the same trees as its bodies.
///
/// What is not here, or not any more, is read and parsed by who needs it, with the same result.
public final class ParsedPackages: Sendable {
  private let files: Mutex<[PackageID: [FileSyntax]]>

  /// The files of each package in its order, without those that cannot be read.
  public init(_ files: [PackageID: [FileSyntax]] = [:]) { self.files = Mutex(files) }

  /// The files of a package; nil where they are not here.
  public func files(of package: PackageID) -> [FileSyntax]? { files.withLock { $0[package] } }

  /// Lets the files of a package go: nobody needs them any more.
  public func drop(_ package: PackageID) {
    // What is freed is freed after the lock is given back.
    _ = files.withLock { $0.removeValue(forKey: package) }
  }
}
