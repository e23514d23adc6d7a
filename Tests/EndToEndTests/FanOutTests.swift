import TestKit
import Testing

/// The scenario `fan-out`: one map, one finding.
struct FanOutTests {
  private static let directory = Programs.root + "/Tests/Scenarios/fan-out"

  @Test func theMapIsFoundOnceAndNothingElse() throws {
    let run = try Programs.check("./...", in: Self.directory)
    #expect(run.status == 1)
    #expect(
      run.output.hasPrefix("dispatch/dispatch.go:85:3: unguarded-map: map `gathering.results`"))
    #expect(run.output.contains("\n1 finding (1 fixable) in "))
    #expect(run.output.contains("go g.aggregate()"))
    #expect(run.output.contains("g.results[a.backend] = result"))
    #expect(run.output.contains("go m.run(ctx, interval)"))
    #expect(run.output.contains("g.results[backend] = result"))
  }
}
