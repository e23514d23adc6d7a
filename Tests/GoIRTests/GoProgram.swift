import Basics
import TestKit

/// A small Go program below `Programs`: a package with a function `Main`, and what that prints.
struct GoProgram: Sendable, CustomStringConvertible {
  private static let root = FilePath.clean(FilePath.directory(#filePath) + "/../..")
  private static let directory = root + "/Tests/GoIRTests/Programs"

  let name: String
  let text: String
  /// What Go prints, recorded in the file of the same name that ends with `.out`.
  let output: String

  var description: String { name }

  /// All programs, by name.
  static func all() throws -> [GoProgram] {
    try FileSystem.entries(directory).map(\.name).filter { $0.hasSuffix(".go") }.sorted().map {
      let base = directory + "/" + $0.dropLast(3)
      return GoProgram(
        name: String($0.dropLast(3)), text: try read(base + ".go"),
        output: (try? read(base + ".out")) ?? "")
    }
  }

  private static func read(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(path), as: UTF8.self)
  }

  // MARK: The real Go

  /// Whether the pinned Go toolchain was fetched.
  static let hasToolchain = FileSystem.isFile(root + "/.toolchain/bin/go")

  /// What Go prints for each program. They are one program, built once: that takes seconds.
  static func outputsOfGo(_ programs: [GoProgram]) throws -> [String: String] {
    var files = ["go.mod": "module m\n\ngo 1.27\n"]
    var imports = ""
    var calls = ""
    for program in programs {
      files["\(program.name)/\(program.name).go"] = program.text
      imports += "import p_\(program.name) \"m/\(program.name)\"\n"
      calls += "\tprintln(\"=== \(program.name)\")\n\tp_\(program.name).Main()\n"
    }
    files["main.go"] = "package main\n\n\(imports)\nfunc main() {\n\(calls)}\n"
    let result = try TemporaryDirectory.with(files) { module in
      try Subprocess.run(
        [root + "/.toolchain/bin/go", "run", "-trimpath", "."], in: module,
        environment: [
          "GOENV": "off", "GOWORK": "off", "GOTOOLCHAIN": "local", "GOPROXY": "off",
          "GOFLAGS": "-mod=mod", "CGO_ENABLED": "0",
        ])
    }
    guard result.status == 0 else { throw GoFailure(errors: result.errors) }
    var outputs: [String: String] = [:]
    var name = ""
    for line in result.errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("=== ") {
        name = String(line.dropFirst(4))
      } else {
        outputs[name, default: ""] += line + "\n"
      }
    }
    return outputs
  }

  struct GoFailure: Error { var errors: String }
}
