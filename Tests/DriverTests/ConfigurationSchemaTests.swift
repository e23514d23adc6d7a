import TestKit
import Testing

@testable import Driver

@Suite struct ConfigurationSchemaTests {
  /// The paths of the objects of a JSON text that describe something, with what they allow.
  private static let lister = """
    import json, sys
    def walk(name, schema):
        words = schema.get("enum")
        print(name, schema.get("type", ""), " ".join(map(str, words)) if words else "")
        for key, inner in schema.get("properties", {}).items():
            assert inner["description"]
            walk(name + "." + key, inner)
        if "items" in schema:
            walk(name + "[]", schema["items"])
        assert ("properties" in schema) == (schema.get("additionalProperties") is False)
    schema = json.load(open(sys.argv[1]))
    assert schema["properties"]["overrides"]["items"]["required"] == ["paths"]
    walk("", schema)
    """

  @Test func describesEveryKeyAndRule() throws {
    let schema = Run(["config", "--schema"]).output
    try TemporaryDirectory.with(["schema.json": schema]) { root in
      let run = try Subprocess.run(["python3", "-c", Self.lister, "schema.json"], in: root)
      #expect(run.errors == "")
      let states = "on off error warning note True False"
      #expect(
        run.output.split(separator: "\n") == [
          " object ", ".min-confidence  possible likely confirmed", ".exclude  ", ".tags  ",
          ".models  ", ".rules object ", ".rules.bad-word  \(states)",
          ".rules.late-word  \(states)", ".overrides array ", ".overrides[] object ",
          ".overrides[].paths  ", ".overrides[].min-confidence  possible likely confirmed",
          ".overrides[].rules object ", ".overrides[].rules.bad-word  \(states)",
          ".overrides[].rules.late-word  \(states)",
        ])
    }
  }
}
