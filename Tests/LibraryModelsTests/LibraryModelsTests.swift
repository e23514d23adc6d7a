import Basics
import Testing

@testable import LibraryModels

/// What is known of libraries, and the text that says it.
struct LibraryModelsTests {
  private func error(_ text: String) -> YAMLError? {
    var models = LibraryModels()
    do throws(YAMLError) {
      try models.add(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("os", "", "Exit", CallEnd.process), ("testing", "common", "Fatalf", .goroutine),
    ("testing", "TB", "Skip", .goroutine), ("log", "Logger", "Panicln", .panic),
    ("k8s.io/klog/v2", "", "Fatalf", .process),
  ])
  func builtinModelsKnowWhatNeverReturns(
    package: String, type: String, name: String, end: CallEnd
  ) {
    let function = ModelledFunction(package: package, type: type, name: name)
    #expect(LibraryModels.builtin.model(of: function)?.end == end)
  }

  @Test func othersAreNotKnown() {
    let function = ModelledFunction(package: "os", type: "File", name: "Exit")
    #expect(LibraryModels.builtin.model(of: function) == nil)
  }

  @Test func packagesMaySynchronizeWithMeansOfTheirOwn() throws {
    var models = LibraryModels()
    try models.add(Array("p/...: {own-synchronization: true}\nq: {F: {}}\n".utf8))
    #expect(["p", "p/r"].allSatisfy { models.synchronizes($0) })
    #expect(["q", "pr"].allSatisfy { !models.synchronizes($0) })
    #expect(LibraryModels.builtin.synchronizes("sync"))
  }

  @Test func packagesMayImplementGoroutines() throws {
    var models = LibraryModels()
    try models.add(Array("p/...: {implements-goroutines: true}\nq: {F: {}}\n".utf8))
    #expect(["p", "p/r"].allSatisfy { models.implementsGoroutines($0) })
    #expect(models.synchronizes("p/r"))
    #expect(["q", "pr"].allSatisfy { !models.implementsGoroutines($0) })
    #expect(!LibraryModels.builtin.implementsGoroutines("internal/poll"))
  }

  @Test func handlersHaveShapes() throws {
    var models = LibraryModels()
    let text = "p:\n  handler-shapes: [{method: true, parameters: [pointer], results: [error]}]\n"
    try models.add(Array(text.utf8))
    #expect(
      models.handlerShapes == [
        HandlerShape(isMethod: true, parameters: [.pointerToDeclared], results: [.type("error")])
      ])
    #expect(LibraryModels.builtin.handlerShapes.count == 2)
    #expect(error("p:\n  handler-shapes: [{name: F}]\n")?.position.line == 2)
  }

  @Test func interfacesAreCalledOneAtATime() throws {
    var models = LibraryModels()
    try models.add(Array("p:\n  one-at-a-time: {Driver: [Open, Close]}\n".utf8))
    #expect(
      models.serialTypes == [
        SerialType(package: "p", name: "Driver", methods: ["Open", "Close"])
      ])
    #expect(
      LibraryModels.builtin.serialTypes.contains { $0.package == "database/sql/driver" })
    #expect(error("p:\n  one-at-a-time: {Driver: [[Open]]}\n")?.position.line == 2)
  }

  @Test func typesOfTests() throws {
    var models = LibraryModels()
    try models.add(Array("p/q:\n  test-types: [T, B]\n".utf8))
    #expect(models.testTypes == ["p/q.T", "p/q.B"])
    #expect(error("p:\n  test-types: [[T]]\n")?.position.line == 2)
  }

  @Test func theLastTextCounts() throws {
    var models = LibraryModels()
    try models.add(Array("p:\n  T.F: {ends: panic}\n  G: {ends: panic}\n".utf8))
    try models.add(Array("p:\n  T.F: {ends: returns}\n".utf8))
    try models.add([])
    let function = ModelledFunction(package: "p", type: "T", name: "F")
    #expect(models.model(of: function)?.end == .returns)
    #expect(models.model(of: ModelledFunction(package: "p", name: "G"))?.end == .panic)
  }

  @Test(arguments: [
    ("[", 2, 1), ("p:\n  F: {ends: never}\n", 2, 13), ("p:\n  F: {end: panic}\n", 2, 7),
    ("p:\n  F: {}\n  F: {}\n", 3, 3), ("p: x\n", 1, 4), ("- p\n", 1, 1),
    ("p:\n  A.B.C: {}\n", 2, 3), ("p:\n  .F: {}\n", 2, 3), ("p: {}\n---\nq: {}\n", 3, 1),
    ("{[a]: {}}\n", 1, 2), ("p:\n\t- x\n", 2, 1),
  ])
  func errorsHaveTheirPlace(text: String, line: Int, column: Int) {
    #expect(error(text)?.position == SourcePosition(line: line, column: column), "\(text)")
  }

  @Test func anAliasIsWhatItStandsFor() throws {
    var models = LibraryModels()
    try models.add(Array("p: &p\n  F: {ends: panic}\nq: *p\n".utf8))
    #expect(models.model(of: ModelledFunction(package: "q", name: "F"))?.end == .panic)
  }

  @Test func anAliasOfItselfIsNoTrap() {
    #expect(error("p: &p\n  F: *p\n") != nil)
  }

  @Test func textThatIsNotUTF8IsAnError() {
    var models = LibraryModels()
    #expect(throws: YAMLError.self) { try models.add([0x70, 0x3A, 0x20, 0xFF, 0xFE]) }
  }
}
