import Basics
import TestKit
import Testing

/// `racelint server`, spoken to by a real client.
@Suite struct LanguageServerTests {
  @Test(
    .enabled(if: Programs.languageClient != nil, "make test has not fetched the client"),
    arguments: [
      "diagnostics", "fixes", "ignores", "hover", "cancellation", "positions", "configuration",
      "baseline", "order",
    ])
  func servesAnEditor(session: String) throws {
    try TemporaryDirectory.with { root in
      let scenario = Programs.root + "/Tests/Scenarios/firehose"
      let copy = try Subprocess.run(["cp", "-R", scenario, root + "/program"], in: "/")
      #expect(copy.status == 0)
      let run = try Subprocess.run(
        [
          "python3", "\(Programs.root)/Tests/LanguageClient/sessions.py", session,
          Programs.racelint,
          FilePath.resolvingLinks(root) ?? root,
        ], in: root,
        environment: [
          "PYTHONPATH": Programs.languageClient ?? "", "PYTHONDONTWRITEBYTECODE": "1",
        ])
      #expect(run.status == 0 && run.output == "done\n", "\(run.output)\(run.errors)")
    }
  }

  private func serve(_ input: String) throws -> Subprocess {
    try TemporaryDirectory.with(["input": input]) { root in
      try Programs.shell("\"$racelint\" server < input", in: root)
    }
  }

  private func framed(_ text: String) -> String {
    "Content-Length: \(text.utf8.count)\r\n\r\n\(text)"
  }

  private static let initialize =
    "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"initialize\", \"params\": {}}"

  @Test func survivesWhatIsNoMessage() throws {
    let shutdown = "{\"jsonrpc\": \"2.0\", \"id\": 2, \"method\": \"shutdown\"}"
    let exit = "{\"jsonrpc\": \"2.0\", \"method\": \"exit\"}"
    let run = try serve(
      "\u{0}noise\r\n\r\n" + framed(Self.initialize) + framed("{\"id\": ")
        + "Content-Length: x\r\n\r\n"
        + framed("[]") + framed(shutdown) + framed(exit) + framed("{"))
    #expect(run.status == 0 && run.errors == "")
    let codes = run.output.matches(of: /"code": (-\d+)/).map { String($0.1) }
    #expect(codes == ["-32700", "-32700", "-32700", "-32600"])
    #expect(
      run.output.contains("\"id\": 1")
        && run.output.hasSuffix("\"id\": 2, \"jsonrpc\": \"2.0\", \"result\": null}"))
  }

  @Test func aClientThatGoesWithoutAWordIsAFailure() throws {
    #expect(try serve("").status == 1)
    #expect(try serve(framed(Self.initialize)).status == 1)
    #expect(try serve(framed(Self.initialize) + framed("{\"method\": \"exit\"}")).status == 1)
  }
}
