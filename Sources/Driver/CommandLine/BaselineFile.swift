import Basics
import Findings

extension Baseline {
  /// The baseline that options name; nil where they name none.
  init?(_ options: CommandLineOptions, _ context: ApplicationContext) throws(RunError) {
    guard let path = options.baseline else { return nil }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(FilePath.join(context.workingDirectory, path))
    } catch {
      throw .baselineFile(FileError(path: path, code: error.code, reason: error.reason))
    }
    try self.init(parsing: bytes, path)
  }

  /// The baseline in the bytes of a file.
  init(parsing bytes: [UInt8], _ path: String) throws(RunError) {
    do throws(Fault) { try self.init(reading: bytes) } catch { throw .baseline(path, error) }
  }
}
