import Basics
import TestKit

/// A copy of a program of the corpus, to be changed, with what both racelint and the go command need
/// to take it for the program itself.
struct CorpusCopy {
  /// Where the copy of the program's directory lies.
  let directory: String
  /// What the go command is told, so that it builds what lies there.
  let variables: [String: String]

  /// Copies a program into an empty directory.
  init(_ program: CorpusProgram, root: String, into scratch: String) throws {
    let original = program.directory(root: root)
    let toolchain = FilePath.join(root, CorpusProgram.toolchain)
    guard !program.isToolchain else {
      // A toolchain whose programs are those of the pinned one.
      for entry in try FileSystem.entries(toolchain) where entry.name != "src" {
        try Self.run(["ln", "-s", toolchain + "/" + entry.name, scratch], in: "/")
      }
      directory = scratch + "/src"
      try Self.run(["cp", "-RL", original, directory], in: "/")
      variables = ["GOROOT": scratch, "GOPATH": scratch + "/none"]
      return
    }
    directory = scratch + "/src/" + program.path
    TemporaryDirectory.makeDirectories(FilePath.directory(directory))
    try Self.run(["cp", "-RL", original, directory], in: "/")
    variables = Self.variables(goPaths: [scratch, CorpusProgram.debianPath], toolchain)
  }

  /// What the go command is told to build a program where it is installed.
  static func variables(ofInstalled program: CorpusProgram, root: String) -> [String: String] {
    let toolchain = FilePath.join(root, CorpusProgram.toolchain)
    return program.isToolchain
      ? ["GOROOT": toolchain, "GOPATH": "/none"]
      : variables(goPaths: [CorpusProgram.debianPath], toolchain)
  }

  private static func variables(goPaths: [String], _ toolchain: String) -> [String: String] {
    [
      "GOROOT": toolchain, "GOPATH": goPaths.joined(separator: ":"), "GO111MODULE": "off",
      "GOFLAGS": "",
    ]
  }

  private static func run(_ command: [String], in directory: String) throws {
    let run = try Subprocess.run(command, in: directory)
    guard run.status == 0 else {
      throw CorpusError("\(command[0]) fails: \(run.errors.split(separator: "\n").first ?? "")")
    }
  }
}
