import Basics
import Testing

@testable import LibraryModels

/// The words for what a call does with its arguments.
struct EffectReaderTests {
  /// What is read of the effects of a function `F` of a package `p`.
  private func effects(_ text: String) throws -> CallEffects? {
    var models = LibraryModels()
    try models.add(Array("p:\n  F: \(text)\n".utf8))
    return models.model(of: ModelledFunction(package: "p", name: "F"))?.effects
  }

  private func error(_ text: String) -> YAMLError? {
    do {
      _ = try effects(text)
      return nil
    } catch {
      return error as? YAMLError
    }
  }

  @Test func whoOnlySaysHowCallsEndSaysNothingOfEffects() throws {
    #expect(try effects("{ends: panic}") == nil)
    #expect(try effects("{}")?.isEmpty == true)
    #expect(try effects("{ends: panic, reads: 0}")?.accesses.count == 1)
  }

  @Test func parallelIsAMarkAndAnEffectOfItsOwn() throws {
    var models = LibraryModels()
    try models.add(Array("p:\n  T.P: {parallel: true}\n  T.Q: {parallel: false}\n".utf8))
    let marked = models.model(of: ModelledFunction(package: "p", type: "T", name: "P"))
    #expect(marked?.marksParallel == true)
    #expect(marked?.effects?.isEmpty == true)
    let other = models.model(of: ModelledFunction(package: "p", type: "T", name: "Q"))
    #expect(other?.marksParallel == false)
  }

  @Test(arguments: [
    ("receiver", CallPlace.receiver), ("0", .argument(0)), ("12", .argument(12)),
    ("2...", .variadic(2)), ("result", .result(0)), ("result 1", .result(1)),
    ("receiver...", .kept),
    ("0.T.f", .field(.argument(0), ModelledField(package: "p", type: "T", name: "f"))),
    ("[3]", .argument(3)),
  ])
  func placesHaveNames(text: String, place: CallPlace) throws {
    #expect(try effects("{reads: \(text)}")?.accesses == [CallAccess(kind: .read, place: place)])
  }

  @Test(arguments: [
    ("reads", CallAccess.Kind.read, Reach.direct), ("reads-all", .read, .all),
    ("reads-inner", .read, .inner), ("writes-inner", .write, .inner),
    ("reads-exported", .read, .exported), ("writes-exported", .write, .exported),
    ("writes", .write, .direct), ("writes-all", .write, .all), ("appends", .append, .direct),
    ("appends-all", .append, .all), ("atomic-reads", .atomicRead, .direct),
    ("atomic-writes", .atomicWrite, .direct),
  ])
  func accessesHaveAKindAndAReach(key: String, kind: CallAccess.Kind, reach: Reach) throws {
    let wanted = [
      CallAccess(kind: kind, place: .argument(1), reach: reach),
      CallAccess(kind: kind, place: .receiver, reach: reach),
    ]
    #expect(try effects("{\(key): [1, receiver]}")?.accesses == wanted)
  }

  @Test func tagsGoWithWhatExportedFieldsLeadTo() throws {
    let read = try effects("{tag: json, reads-exported: 0, reads: 1}")
    #expect(
      read?.accesses == [
        CallAccess(kind: .read, place: .argument(0), reach: .exported, tag: "json"),
        CallAccess(kind: .read, place: .argument(1)),
      ])
  }

  @Test func keepersHaveWhatTheyKeep() throws {
    let read = try effects("{keeps: {receiver: [0, 1], library: 2..., result: 3, 4: 5}}")
    #expect(
      read?.retentions == [
        Retention(value: .argument(0), keeper: .place(.receiver)),
        Retention(value: .argument(1), keeper: .place(.receiver)),
        Retention(value: .variadic(2), keeper: .library),
        Retention(value: .argument(3), keeper: .place(.result(0))),
        Retention(value: .argument(5), keeper: .place(.argument(4))),
      ])
  }

  @Test func whoGivesSomethingHasItNoLonger() throws {
    #expect(
      try effects("{gives: {receiver: 0}}")?.retentions
        == [Retention(value: .argument(0), keeper: .place(.receiver), isGiven: true)])
  }

  @Test func goroutinesOfOtherCallsAreStopped() throws {
    var models = LibraryModels()
    try models.add(Array("p:\n  Stop: {stops: [Start, T.Run]}\n".utf8))
    #expect(
      models.model(of: ModelledFunction(package: "p", name: "Stop"))?.stops == [
        ModelledFunction(package: "p", name: "Start"),
        ModelledFunction(package: "p", type: "T", name: "Run"),
      ])
    #expect(error("{stops: {Start: 0}}")?.message == "wanted is the name of a function")
  }

  @Test(arguments: FunctionRun.Strand.allCases)
  func functionsRunOnStrands(strand: FunctionRun.Strand) throws {
    let wanted = FunctionRun(function: .argument(0), strand: strand)
    #expect(try effects("{runs: {\(strand.rawValue): 0}}")?.runs == [wanted])
  }

  @Test func runsAreNowWhereNothingElseIsSaid() throws {
    let wanted = [1, 2].map { FunctionRun(function: .argument($0), strand: .now) }
    #expect(try effects("{runs: [1, 2]}")?.runs == wanted)
    #expect(try effects("{runs: [1, {now: 2}]}")?.runs == wanted)
  }

  @Test func runsSignalAndHandOn() throws {
    let wanted = FunctionRun(
      function: .argument(0), strand: .goroutine, signals: .receiver,
      arguments: [.argument(2), .receiver])
    let text = "{runs: {goroutine: 0, signals: receiver, with: [2, receiver]}}"
    #expect(try effects(text)?.runs == [wanted])
    let two = try effects("{runs: {pool: 0, with: [1, 1]}}")?.runs.first?.arguments
    #expect(two == [.argument(1), .argument(1)])
  }

  @Test(arguments: [
    ("fresh", [ResultOrigin(origin: .fresh)]),
    ("{copy: 0}", [ResultOrigin(origin: .copy(of: .argument(0), levels: 1))]),
    ("{copy: 0, levels: 2}", [ResultOrigin(origin: .copy(of: .argument(0), levels: 2))]),
    ("{levels: all, copy: 0}", [ResultOrigin(origin: .copy(of: .argument(0), levels: .max))]),
    (
      "{view: receiver, reused: true}",
      [
        ResultOrigin(origin: .view(of: .receiver), isReused: true)
      ]
    ),
    ("{element: receiver}", [ResultOrigin(origin: .element(of: .receiver, levels: 1))]),
    (
      "{element: receiver, levels: all}",
      [ResultOrigin(origin: .element(of: .receiver, levels: .max))]
    ),
    ("{taken: receiver}", [ResultOrigin(origin: .taken(of: .receiver))]),
    (
      "[fresh, {view: 0}]",
      [
        ResultOrigin(origin: .fresh), ResultOrigin(origin: .view(of: .argument(0))),
      ]
    ),
    (
      "{0: fresh, 2: [{view: 0}, fresh]}",
      [
        ResultOrigin(origin: .fresh), ResultOrigin(result: 2, origin: .view(of: .argument(0))),
        ResultOrigin(result: 2, origin: .fresh),
      ]
    ),
  ])
  func resultsHaveOrigins(text: String, wanted: [ResultOrigin]) throws {
    #expect(try effects("{returns: \(text)}")?.results == wanted)
  }

  @Test func locksHaveAnActionAndAMode() throws {
    let text = "{mode: read, acquires: 0, releases: [1], tries: receiver}"
    #expect(
      try effects(text)?.locks == [
        LockEffect(action: .acquire, mode: .read, lock: .argument(0)),
        LockEffect(action: .release, mode: .read, lock: .argument(1)),
        LockEffect(action: .tryAcquire, mode: .read, lock: .receiver),
      ])
    #expect(try effects("{acquires: receiver}")?.locks.first?.mode == .write)
    #expect(try effects("{acquires: receiver, mode: write}")?.locks.first?.mode == .write)
  }

  @Test func signalsHaveAnAction() throws {
    #expect(
      try effects("{announces: 0, signals: 1, waits: receiver}")?.signals == [
        SignalEffect(action: .announce, subject: .argument(0)),
        SignalEffect(action: .signal, subject: .argument(1)),
        SignalEffect(action: .wait, subject: .receiver),
      ])
  }

  @Test func aKeyNamesSeveralFunctions() throws {
    var models = LibraryModels()
    try models.add(Array("p:\n  F, T.M,G: {reads: 0}\n".utf8))
    for (type, name) in [("", "F"), ("T", "M"), ("", "G")] {
      let function = ModelledFunction(package: "p", type: type, name: name)
      #expect(models.model(of: function)?.effects?.accesses.count == 1)
    }
  }

  /// Columns count from the beginning of the line; the text begins at column 6.
  @Test(arguments: [
    ("{reads: x}", 14), ("{reads: -1}", 14), ("{reads: []}", 14), ("{reads: [0, 0]}", 18),
    ("{reads: [[0]]}", 15), ("{reads: 1.}", 14), ("{reads: result x}", 14), ("{reads: 1000}", 14),
    ("{reads: ...}", 14), ("{reads: {0: 1}}", 14), ("{writing: 0}", 7),
    ("{atomic-reads-all: 0}", 7),
    ("{keeps: 0}", 14), ("{keeps: {nobody: 0}}", 15), ("{keeps: {library: x}}", 24),
    ("{runs: {goroutine: 0, pool: 1}}", 28), ("{runs: {signals: 0}}", 13),
    ("{runs: {thread: 0}}", 14), ("{runs: {now: [0, 1]}}", 19), ("{runs: {now: 0, with: x}}", 28),
    ("{runs: {now: 0, signals: [0]}}", 31), ("{runs: []}", 13), ("{runs: x}", 13),
    ("{returns: old}", 16), ("{returns: {copy: 0, view: 0}}", 16),
    ("{returns: {reused: true}}", 16),
    ("{returns: {view: 0, levels: 1}}", 34), ("{returns: {copy: 0, levels: 0}}", 34),
    ("{returns: {copy: 0, levels: some}}", 34), ("{returns: {view: 0, reused: maybe}}", 34),
    ("{returns: {0: fresh, x: fresh}}", 27), ("{returns: {of: 0}}", 17), ("{returns: []}", 16),
    ("{mode: read}", 13), ("{mode: both, acquires: 0}", 13),
    ("{reads-all: 0, tag: json}", 26), ("{reads-exported: 0, tag: []}", 31), ("{parallel: 1}", 17),
    ("{parallel: []}", 17), ("[]", 6), ("x", 6), ("{ends: [panic]}", 13),
    ("{reads: 0, reads: 1}", 17), ("{waits: }", 14), ("{acquires: no}", 17),
  ])
  func whatIsWrongHasItsPlace(text: String, column: Int) {
    #expect(error(text)?.position == SourcePosition(line: 2, column: column), "\(text)")
  }

  @Test(arguments: [
    ("F, F", 3), ("F,", 3), (", F", 3), ("F G", 3), ("A.B.C, F", 3), ("F, T. G", 3), ("\"\"", 3),
  ])
  func namesHaveToBeNames(names: String, column: Int) {
    var models = LibraryModels()
    #expect(throws: YAMLError.self) { try models.add(Array("p:\n  \(names): {}\n".utf8)) }
  }

  @Test func theSameFunctionInTwoKeysIsAnError() {
    var models = LibraryModels()
    #expect(throws: YAMLError.self) {
      try models.add(Array("p:\n  F, G: {}\n  G: {reads: 0}\n".utf8))
    }
  }

  @Test func messagesSayWhatIsKnown() {
    #expect(
      error("{wites: 0}")?.message
        == "unknown key `wites`; known are ends, parallel, waits-for-all, stops, appends, "
        + "appends-all, atomic-reads, atomic-writes, reads, reads-all, reads-exported, reads-inner, writes, writes-all, "
        + "writes-exported, writes-inner, keeps, gives, runs, returns, acquires, releases, tries, claims, "
        + "counts, mode, tag, announces, signals, waits")
    #expect(
      error("{reads: it}")?.message
        == "wanted is a place: receiver, an argument's number, `2...`, result or `result 1`")
  }
}
