import Basics
import TestKit
import Testing

@testable import RaceKit

/// The race detector is asked only where the pinned toolchain was fetched.
@Suite(.enabled(if: TypeOracleProgram.isThere)) struct RaceOracleTests {
  private static let directory = "Rules/UnguardedMap/cases"
  private static let driver = """
    package example

    import "testing"

    func TestRace(t *testing.T) { Fill() }

    """

  /// A function that fills a map in a goroutine and in its own, one after the other or not.
  private static func code(waits: Bool, mark: String = "") -> String {
    """
    package example
    \(mark)
    func Fill() {
    	filled := map[string]int{}
    	done := make(chan bool)
    	go func() {
    		filled["a"]++
    		done <- true
    	}()
    	\(waits ? "<-done" : "filled[\"b\"]++")
    	\(waits ? "filled[\"b\"]++" : "<-done")
    }

    """
  }

  private static func verdicts(_ files: [String: String]) throws -> [String: RaceVerdict] {
    let files = Dictionary(
      uniqueKeysWithValues: files.map { (directory + "/" + $0.key, $0.value) })
    return try TemporaryDirectory.with(files) { root in
      let oracle = RaceOracle(RaceDetector(go: TypeOracleProgram.toolchain + "/go"))
      let verdicts = try oracle.judge(try RaceCase.all(root: root))
      return Dictionary(uniqueKeysWithValues: verdicts.map { ($0.name, $0) })
    }
  }

  @Test func refusesWhatIsNotAsItSays() throws {
    let (hazard, none) = (Self.code(waits: false), Self.code(waits: true))
    func marked(_ mark: String, waits: Bool) -> String {
      Self.code(waits: waits, mark: "\n// race: \(mark)\n")
    }
    let reason = "both sides are atomic"
    let verdicts = try Self.verdicts([
      "bad_right.go": marked("ok_none.go", waits: false), "bad_right.go.race": Self.driver,
      "bad_never.go": marked("ok_none.go", waits: true), "bad_never.go.race": Self.driver,
      "bad_near.go": marked("ok_hazard.go", waits: false), "bad_near.go.race": Self.driver,
      "bad_seen.go": marked("ok_none.go; not provoked: \(reason)", waits: false),
      "bad_seen.go.race": Self.driver,
      "bad_unseen.go": marked("ok_none.go; not provoked: \(reason)", waits: true),
      "bad_unseen.go.race": Self.driver,
      "bad_idle.go": marked("ok_none.go", waits: false), "bad_idle.go.race": "package example\n",
      "bad_broken.go": marked("ok_none.go", waits: false),
      "bad_broken.go.race": "package example\n\nfunc init() { missing() }\n",
      "bad_unmarked.go": hazard, "ok_hazard.go": hazard, "ok_none.go": none,
    ])
    #expect(verdicts.count == 7)
    func complaints(_ name: String) -> [String]? { verdicts["unguarded-map/" + name]?.complaints }
    #expect(complaints("right") == [])
    #expect(complaints("never") == ["no race in the bad form"])
    #expect(complaints("near") == ["the near miss is not silent: a race is reported"])
    #expect(complaints("seen") == ["is provoked, although it says: \(reason)"])
    #expect(complaints("unseen") == [])
    #expect(
      complaints("idle") == [
        "no race in the bad form: no test ran", "the near miss is not silent: no test ran",
        "the fixed form is not silent: no test ran",
      ])
    #expect(verdicts["unguarded-map/right"]?.isFixed == true)
    #expect(complaints("broken")?.first?.contains("undefined: missing") == true)
  }

  @Test func refusesACaseWithoutADriverOrANearMiss() {
    let lone = ["bad_lone.go": Self.code(waits: false, mark: "\n// race: ok_none.go\n")]
    #expect(throws: RaceError.self) { try Self.verdicts(lone) }
    let nameless = ["bad_lone.go": Self.code(waits: false, mark: "\n// race\n")]
    #expect(throws: RaceError.self) { try Self.verdicts(nameless) }
  }

  @Test func readsMarks() throws {
    #expect(RaceMark(line: "// race")?.nearMiss == nil)
    #expect(RaceMark(line: "// race: ok_a.go")?.nearMiss == "ok_a.go")
    let unprovoked = try #require(RaceMark(line: "// race: ok_a.go; not provoked: a; b"))
    #expect(unprovoked.nearMiss == "ok_a.go" && unprovoked.unprovokedReason == "a; b")
    #expect(RaceMark(line: "// race: not provoked: why")?.unprovokedReason == "why")
    for line in ["// races", "// race ok_a.go", "// race: ok_a.go; ok_b.go", "race: ok_a.go"] {
      #expect(RaceMark(line: line) == nil, "\(line)")
    }
  }

  @Test func readsWhatGoTestPrints() {
    let output = """
      FAIL\tm/a [build failed]
      ==================
      WARNING: DATA RACE
      exit status 66
      FAIL\tm/b\t0.01s
      ok  \tm/c\t0.01s
      ok  \tm/d\t0.01s [no tests to run]
      ?   \tm/e\t[no test files]
      --- FAIL: TestF (0.00s)
      FAIL\tm/f\t0.01s
      FAIL

      """
    let outcomes = RaceDetector.outcomes(
      output, errors: "# m/a [m/a.test]\na/a.go:1:1: no\n# m/x\nother\n")
    #expect(
      outcomes == [
        "m/a": .failed("a/a.go:1:1: no\n"), "m/b": .race, "m/c": .silent,
        "m/f": .failed("--- FAIL: TestF (0.00s)\n"),
      ])
  }

  @Test func asksForEnoughCases() {
    func verdict(_ rule: String, provoked: Bool = true) -> RaceVerdict {
      RaceVerdict(
        name: "case", rule: rule, unprovokedReason: provoked ? nil : "why",
        bad: provoked ? .race : .silent, near: .silent, fixed: nil)
    }
    var bounds = RaceTally.Bounds()
    bounds.ofEachDataRule = 0
    bounds.cases = 10
    let nine = Array(repeating: verdict("async-alias"), count: 9)
    #expect(RaceTally(nine).shortfalls(bounds) == ["9 cases, not 10"])
    let unprovoked = verdict("async-alias", provoked: false)
    #expect(RaceTally(nine + [unprovoked]).shortfalls(bounds) == [])
    #expect(
      RaceTally(nine + [unprovoked, unprovoked]).shortfalls(bounds)
        == ["2 of 11 not provoked, more than 10 %"])
    bounds.ofEachDataRule = 1
    #expect(RaceTally(nine).shortfalls(bounds).contains("0 cases of mixed-atomic, not 1"))
    #expect(!RaceTally(nine).shortfalls(bounds).contains { $0.contains("skipped-done") })
    #expect(RaceTally(nine).line == "oracle: cases 9, provoked 9, silent 9, fixed 0")
  }
}
