import Basics

/// Reads the effects of one function, key by key.
struct EffectReader {
  private let document: YAMLDocument
  private let places: PlaceReader
  private var effects = CallEffects()
  /// `mode:` and the value's place in the text.
  private var mode: (mode: LockEffect.Mode, position: SourcePosition)?
  /// `tag:` and the value's place in the text.
  private var tag: (key: String, position: SourcePosition)?

  init(_ document: YAMLDocument, in package: String) {
    self.document = document
    places = PlaceReader(document, in: package)
  }

  /// What `read` knows.
  static let keys =
    accesses.keys.sorted() + [
      "keeps", "gives", "runs", "returns", "acquires", "releases", "tries", "claims", "counts",
      "mode", "tag",
      "announces",
      "signals",
      "waits",
    ]

  private static let accesses: [String: (kind: CallAccess.Kind, reach: Reach)] = [
    "reads": (.read, .direct), "reads-all": (.read, .all), "reads-inner": (.read, .inner),
    "writes": (.write, .direct), "writes-all": (.write, .all), "writes-inner": (.write, .inner),
    "reads-exported": (.read, .exported), "writes-exported": (.write, .exported),
    "appends": (.append, .direct),
    "appends-all": (.append, .all), "atomic-reads": (.atomicRead, .direct),
    "atomic-writes": (.atomicWrite, .direct),
  ]
  private static let locks: [String: LockEffect.Action] = [
    "acquires": .acquire, "releases": .release, "tries": .tryAcquire,
    "claims": .claim, "counts": .count,
  ]
  private static let signals: [String: SignalEffect.Action] = [
    "announces": .announce, "signals": .signal, "waits": .wait,
  ]

  /// Takes what an entry says; false where the key is not known.
  mutating func read(_ key: YAMLKey, _ value: YAMLNodeID) throws(YAMLError) -> Bool {
    if let (kind, reach) = Self.accesses[key.text] {
      for place in try places.read(value) {
        effects.accesses.append(CallAccess(kind: kind, place: place, reach: reach))
      }
    } else if let action = Self.locks[key.text] {
      for place in try places.read(value) {
        effects.locks.append(LockEffect(action: action, lock: place))
      }
    } else if let action = Self.signals[key.text] {
      for place in try places.read(value) {
        effects.signals.append(SignalEffect(action: action, subject: place))
      }
    } else {
      switch key.text {
      case "keeps": try keeps(value, isGiven: false)
      case "gives": try keeps(value, isGiven: true)
      case "runs":
        for item in try document.items(value) { effects.runs.append(try run(item)) }
      case "returns": try returns(value)
      case "mode": mode = (try choice(value, of: key), document[value].position)
      case "tag": tag = (document.scalar(value) ?? "", document[value].position)
      default: return false
      }
    }
    return true
  }

  /// The effects, after all entries were read.
  func finish() throws(YAMLError) -> CallEffects {
    var effects = effects
    if let mode {
      guard !effects.locks.isEmpty else {
        throw YAMLError(
          message: "`mode` goes with `acquires`, `releases` or `tries`", position: mode.position)
      }
      for index in effects.locks.indices { effects.locks[index].mode = mode.mode }
    }
    if let tag {
      guard !tag.key.isEmpty, effects.accesses.contains(where: { $0.reach == .exported }) else {
        throw YAMLError(
          message: "`tag` is a key of tags, and goes with `reads-exported` or `writes-exported`",
          position: tag.position)
      }
      for index in effects.accesses.indices where effects.accesses[index].reach == .exported {
        effects.accesses[index].tag = tag.key
      }
    }
    return effects
  }

  // MARK: keeps

  /// `{receiver: [0, 1], library: 2}`: who keeps, and what.
  private mutating func keeps(_ node: YAMLNodeID, isGiven: Bool) throws(YAMLError) {
    for (key, value) in try document.entries(node, "values by who keeps them") {
      let keeper: Retention.Keeper
      if key.text == "library" {
        keeper = .library
      } else if let place = places.place(key.text) {
        keeper = .place(place)
      } else {
        throw YAMLError(
          message: "`\(key.text)` is neither `library` nor \(PlaceReader.wanted)",
          position: key.position)
      }
      for place in try places.read(value) {
        effects.retentions.append(Retention(value: place, keeper: keeper, isGiven: isGiven))
      }
    }
  }

  // MARK: runs

  /// `0`, or `{goroutine: 0, signals: receiver, with: [1]}`.
  private func run(_ node: YAMLNodeID) throws(YAMLError) -> FunctionRun {
    if document.scalar(node) != nil {
      return FunctionRun(function: try places.one(node), strand: .now)
    }
    var run: FunctionRun?
    var signals: CallPlace?
    var arguments: [CallPlace] = []
    for (key, value) in try document.entries(node, "a function by where it runs") {
      switch key.text {
      case "signals": signals = try places.one(value)
      case "with": arguments = try places.list(value)
      default:
        let strands = FunctionRun.Strand.allCases.map(\.rawValue)
        guard let strand = FunctionRun.Strand(rawValue: key.text) else {
          throw YAMLError(
            message: "unknown key `\(key.text)`; known are "
              + (strands + ["signals", "with"]).joined(separator: ", "),
            position: key.position)
        }
        guard run == nil else {
          throw YAMLError(
            message: "one function runs in one way; several stand in a list",
            position: key.position)
        }
        run = FunctionRun(function: try places.one(value), strand: strand)
      }
    }
    guard var run else {
      throw YAMLError(
        message: "where the function runs is not said", position: document[node].position)
    }
    run.signals = signals
    run.arguments = arguments
    return run
  }

  // MARK: returns

  /// Origins of the first result, or `{0: …, 1: …}`: origins by result.
  private mutating func returns(_ node: YAMLNodeID) throws(YAMLError) {
    guard case .mapping(let pairs) = document[node].content,
      let first = pairs.first.flatMap({ document.scalar($0.key) }), Int(first) != nil
    else {
      return try origins(node, ofResult: 0)
    }
    for (key, value) in try document.entries(node, "origins by result") {
      guard let result = PlaceReader.position(key.text) else {
        throw YAMLError(
          message: "`\(key.text)` is no result; they are numbered from 0", position: key.position)
      }
      try origins(value, ofResult: result)
    }
  }

  private mutating func origins(_ node: YAMLNodeID, ofResult result: Int) throws(YAMLError) {
    for item in try document.items(node) {
      effects.results.append(try origin(item, ofResult: result))
    }
  }

  /// `fresh`, or `{copy: 0, levels: 2}`, `{view: receiver, reused: true}`, `{element: 0}`.
  private func origin(
    _ node: YAMLNodeID, ofResult result: Int
  ) throws(YAMLError) -> ResultOrigin {
    let position = document[node].position
    if let text = document.scalar(node) {
      guard text == "fresh" else {
        throw YAMLError(
          message: "`\(text)` is no origin; wanted is fresh, {copy: …}, {view: …} or {element: …}",
          position: position)
      }
      return ResultOrigin(result: result, origin: .fresh)
    }
    var origins: [ResultOrigin.Origin] = []
    var levels: (count: Int, position: SourcePosition)?
    var isReused = false
    var isClipped = false
    var isInParts = false
    for (key, value) in try document.entries(node, "where a result comes from") {
      switch key.text {
      case "copy": origins.append(.copy(of: try places.one(value), levels: 1))
      case "view": origins.append(.view(of: try places.one(value)))
      case "element": origins.append(.element(of: try places.one(value), levels: 1))
      case "taken": origins.append(.taken(of: try places.one(value)))
      case "levels": levels = (try self.levels(value), document[value].position)
      case "reused": isReused = try document.bool(value, of: key)
      case "clipped": isClipped = try document.bool(value, of: key)
      case "parts": isInParts = try document.bool(value, of: key)
      default:
        throw YAMLError(
          message:
            "unknown key `\(key.text)`; known are copy, view, element, taken, levels, reused, "
            + "clipped, parts",
          position: key.position)
      }
    }
    guard origins.count == 1, var origin = origins.first else {
      throw YAMLError(
        message: "wanted is one of copy, view, element, taken; several origins stand in a list",
        position: position)
    }
    if let levels {
      switch origin {
      case .copy(let place, _): origin = .copy(of: place, levels: levels.count)
      case .element(let place, _): origin = .element(of: place, levels: levels.count)
      default:
        throw YAMLError(
          message: "`levels` goes with `copy` and `element`", position: levels.position)
      }
    }
    return ResultOrigin(
      result: result, origin: origin, isReused: isReused, isClipped: isClipped,
      isInParts: isInParts)
  }

  private func levels(_ node: YAMLNodeID) throws(YAMLError) -> Int {
    let text = document.scalar(node) ?? ""
    if text == "all" { return .max }
    guard let count = PlaceReader.position(text), count > 0 else {
      throw YAMLError(
        message: "`levels` is a number from 1, or `all`", position: document[node].position)
    }
    return count
  }

  // MARK: Choices

  private func choice<Choice>(
    _ node: YAMLNodeID, of key: YAMLKey
  ) throws(YAMLError) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    if let choice = document.scalar(node).flatMap(Choice.init(rawValue:)) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw YAMLError(
      message: "`\(key.text)` is one of \(known)", position: document[node].position)
  }
}
