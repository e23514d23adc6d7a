import Basics

/// A piece of Go that the race detector watches while a test drives it: one file of code, and the
/// test where the code is none itself.
struct RaceForm: Sendable {
  /// By the name of the file.
  var files: [String: [UInt8]]

  /// What a driver is called where it is read as Go.
  private static let driverName = "race_test.go"

  /// The code of a case, and a driver unless the case is a test.
  init(name: String, code: [UInt8], driver: [UInt8]?) {
    files = [name: code]
    if let driver { files[Self.driverName] = driver }
  }

  /// Reads the code of a case, with the driver beside it or, where there is none, that of another
  /// case.
  init(path: String, sharing other: String? = nil) throws {
    let name = FilePath.lastComponent(path)
    guard FileSystem.isFile(path) else { throw RaceError("\(path) is not there") }
    var driver: [UInt8]?
    if !name.hasSuffix("_test.go") {
      let own = [path, other].compactMap { $0 }.map { $0 + RaceCase.driverSuffix }
      guard let file = own.first(where: FileSystem.isFile) else {
        throw RaceError("\(path) has no driver: a test in \(path)\(RaceCase.driverSuffix)")
      }
      driver = try FileSystem.read(file)
    }
    self.init(name: name, code: try FileSystem.read(path), driver: driver)
  }

  /// The same with other code.
  func replacing(code: [UInt8], of name: String) -> RaceForm {
    var form = self
    form.files[name] = code
    return form
  }
}
