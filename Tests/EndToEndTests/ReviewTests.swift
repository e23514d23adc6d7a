import Basics
import Glibc
import TestKit
import Testing

/// `racelint review` as a runner starts it.
@Suite struct ReviewTests {
  private static let goldens = Programs.root + "/Tests/ReviewHosts/"

  /// The scenario `firehose`, whose change takes the copies away at one hand-off, and at another one
  /// lets the caller use its memory again.
  private func withFirehose(_ body: (ReviewHostFixture) throws -> Void) throws {
    let directory = Programs.root + "/Tests/Scenarios/firehose"
    var files: [String: String] = [:]
    func add(_ folder: String) throws {
      for entry in try FileSystem.entries(directory + folder) {
        let name = folder + "/" + entry.name
        if entry.kind == .directory {
          try add(name)
        } else {
          files[String(name.dropFirst())] = String(
            decoding: try FileSystem.read(directory + name), as: UTF8.self)
        }
      }
    }
    try add("")
    let edits = [
      ("threading/server.go", "    in.AddTags,", "    slices.Clone(in.AddTags),"),
      ("threading/server.go", ": in.RemoveTags,", ": slices.Clone(in.RemoveTags),"),
      ("contacts/import.go", "append(tags[:0], ", "append([]string(nil), "),
    ]
    var old = files
    for (file, new, safe) in edits {
      let text = try #require(old[file])
      try #require(text.contains(new))
      old[file] = text.replacing(new, with: safe)
    }
    try ReviewHostFixture.with(old, files, body)
  }

  /// The payloads that are sent, with the commits named.
  @Test(arguments: ReviewHostFixture.Kind.allCases)
  func thePayloadIsTheGoldenOne(kind: ReviewHostFixture.Kind) throws {
    try withFirehose { host in
      let run = try Subprocess.run(
        [Programs.racelint, "review", "--base", "main", "--format", kind.rawValue, "./..."],
        in: host.root)
      #expect(run.status == 1 && run.errors == "")
      let head = try ReviewHostFixture.git("rev-parse", "work", in: host.root)
      let base = try ReviewHostFixture.git("rev-parse", "main", in: host.root)
      let golden = try FileSystem.read("\(Self.goldens)firehose.\(kind.rawValue).json")
      #expect(
        run.output.replacing(head, with: "HEAD").replacing(base, with: "BASE")
          == String(decoding: golden, as: UTF8.self))
    }
  }

  /// The program that speaks HTTP is watched by a script in its place.
  @Test(arguments: ReviewHostFixture.Kind.allCases)
  func theTokenIsOnNoCommandLineAndInNoFile(kind: ReviewHostFixture.Kind) throws {
    try withFirehose { host in
      let path = try #require(getenv("PATH").map { String(cString: $0) })
      let tools = host.state + "/tools"
      try ReviewHostFixture.write(
        [
          "curl": """
          #!/bin/sh
          printf '%s\\n' "$@" >> '\(host.state)/arguments'
          ls -l "$TMPDIR" >> '\(host.state)/modes'
          cat "$TMPDIR"/* >> '\(host.state)/files' 2> /dev/null
          PATH='\(path)' exec curl "$@"
          """
        ], tools)
      chmod(tools + "/curl", 0o755)
      TemporaryDirectory.makeDirectories(host.state + "/tmp")
      let environment = host.environment(kind).merging([
        "PATH": tools + ":" + path, "TMPDIR": host.state + "/tmp",
      ]) { $1 }
      let run = try Subprocess.run(
        [Programs.racelint, "review", "--base", "main", "--post", "./..."], in: host.root,
        environment: environment)
      #expect(run.output == "posted 1 comment, 1 remark\n" && run.errors == "" && run.status == 1)
      for file in ["arguments", "files"] {
        let text = String(decoding: try FileSystem.read(host.state + "/" + file), as: UTF8.self)
        #expect(!text.isEmpty && !text.contains("secret-token"), "\(file)")
      }
      let modes = String(decoding: try FileSystem.read(host.state + "/modes"), as: UTF8.self)
      let files = modes.split(separator: "\n").filter { !$0.hasPrefix("total") }
      #expect(!files.isEmpty && files.allSatisfy { $0.hasPrefix("-rw------- ") })
      #expect(try FileSystem.entries(host.state + "/tmp").isEmpty, "what was sent is left behind")
      let accepted = String(decoding: try FileSystem.read(host.state + "/accepted"), as: UTF8.self)
      #expect(accepted.contains("AddTags:    slices.Clone(in.AddTags)"))
    }
  }

  @Test func withoutCurlNothingIsPosted() throws {
    try ReviewHostFixture.with(Samples.tally, [:]) { host in
      let tools = host.state + "/tools"
      TemporaryDirectory.makeDirectories(tools)
      let path = try Subprocess.run(["sh", "-c", "command -v git"], in: "/").output
      symlink(path.replacing("\n", with: ""), tools + "/git")
      let run = try Subprocess.run(
        ["env", "PATH=" + tools, Programs.racelint, "review", "--base", "main", "--post"],
        in: host.root, environment: host.environment(.github))
      #expect(run.status == 2 && run.output == "")
      #expect(
        run.errors
          == "racelint: --post needs curl, which cannot be run: No such file or directory\n")
    }
  }
}
