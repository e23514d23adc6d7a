import Basics
import LanguageServer
import Reporting
import RuleKit

/// A conversation with an editor: what it sends, what that leads to, and what is to be sent.
///
/// A value without threads and clocks: whoever has it tells it what comes in and how late it is, runs
/// what `nextRun` gives, one at a time, and sends what `takeOutgoing` gives.
struct LanguageSession {
  /// So long after a change that nothing follows the program is analysed.
  static let pause = Duration.milliseconds(300)

  private enum Phase { case fresh, serving, shutDown }

  /// A document that is open, with the program that it is part of.
  private struct OpenDocument {
    var text: TextDocument
    var path: String
    var root: ProgramRoot
  }

  /// A request that waits for the program to be analysed.
  private struct Question {
    enum Kind { case actions, hover }

    var id: RequestID
    var kind: Kind
    var uri: String
    var parameters: JSONValue
  }

  /// What the session ends with; nil while it goes on.
  private(set) var exitCode: Application.ExitCode?
  private let rules: [RuleDescriptor]
  private var phase = Phase.fresh
  private var abilities = ClientAbilities(.null)
  private var documents: [String: OpenDocument] = [:]
  private var programs: [ProgramRoot: ServedProgram] = [:]
  private var questions: [Question] = []
  private var running: ProgramRun?
  private var outgoing: [ServerMessage] = []

  /// A session that nothing was said in yet.
  init(rules: [RuleDescriptor]) { self.rules = rules }

  // MARK: What is to be done

  /// What is to be sent, in order, and is given once.
  mutating func takeOutgoing() -> [ServerMessage] {
    defer { outgoing = [] }
    return outgoing
  }

  /// When `nextRun` will give a run if nothing happens before; nil where it will not.
  var nextDeadline: ContinuousClock.Instant? {
    running == nil ? programs.values.compactMap(\.due).min() : nil
  }

  /// The run that is to be made now; nil where there is none, or one goes on.
  mutating func nextRun(at now: ContinuousClock.Instant) -> ProgramRun? {
    guard running == nil else { return nil }
    let ready = programs.compactMap { root, program in program.due.map { (due: $0, root: root) } }
      .filter { $0.due <= now }
    guard let first = ready.min(by: { ($0.due, $0.root) < ($1.due, $1.root) }) else { return nil }
    let open = documents.values.filter { $0.root == first.root }.map { document in
      let text = document.text
      return (
        document.path, DocumentSnapshot(uri: text.uri, version: text.version, bytes: text.bytes)
      )
    }
    programs[first.root]?.begin()
    let run = ProgramRun(
      root: first.root,
      documents: Dictionary(open) { first, other in first.uri < other.uri ? first : other })
    running = run
    return run
  }

  // MARK: What happens

  /// Takes the text of a message.
  mutating func receive(_ bytes: [UInt8], at now: ContinuousClock.Instant) {
    switch ClientMessage(reading: bytes) {
    case .request(let id, let method, let parameters): answer(id, method, parameters)
    case .notification(let method, let parameters): take(method, parameters, now)
    case .response: break
    case .fault(let id, let error): outgoing.append(.error(id, error))
    }
  }

  /// Takes bytes that are no message.
  mutating func receiveGarbage() { outgoing.append(.error(nil, .notJSON)) }

  /// Takes that the client has gone.
  mutating func end() {
    running?.abandonment.set()
    exitCode = exitCode ?? (phase == .shutDown ? .clean : .findings)
  }

  /// Takes what came of the run that goes on.
  mutating func finish(_ outcome: ProgramRun.Outcome) {
    guard let run = running else { return }
    running = nil
    // A run that was abandoned may have come to its end all the same.
    guard var program = programs[run.root], !run.abandonment.isSet else { return }
    switch outcome {
    case .report(let report):
      outgoing += program.finish(ServedReport(report, run, abilities))
    case .failure(let reason, let isMistake):
      outgoing += program.fail(reason, isMistake: isMistake)
    }
    programs[run.root] = program
    let ready = questions.filter { documents[$0.uri]?.root == run.root }
    questions.removeAll { documents[$0.uri]?.root == run.root }
    for question in ready { outgoing.append(.result(question.id, result(of: question))) }
  }
}

// MARK: Requests

extension LanguageSession {
  private mutating func answer(_ id: RequestID, _ method: String, _ parameters: JSONValue) {
    switch (phase, method) {
    case (.fresh, "initialize"):
      guard case .object = parameters else { return fail(id, .parameters(of: method)) }
      abilities = ClientAbilities(parameters)
      phase = .serving
      outgoing.append(.result(id, capabilities))
    case (.fresh, _): fail(id, .notInitialized)
    case (.shutDown, _): fail(id, .notNow("the server is shut down"))
    case (.serving, "initialize"): fail(id, .notNow("the server is initialized already"))
    case (.serving, "shutdown"):
      phase = .shutDown
      running?.abandonment.set()
      for question in questions { fail(question.id, .cancelled) }
      // Nothing is looked at or published from here on.
      (questions, programs) = ([], [:])
      outgoing.append(.result(id, .null))
    case (.serving, "textDocument/codeAction"): ask(.actions, id, method, parameters)
    case (.serving, "textDocument/hover"): ask(.hover, id, method, parameters)
    case (.serving, _): fail(id, .unknownMethod(method))
    }
  }

  private mutating func fail(_ id: RequestID, _ error: ResponseError) {
    outgoing.append(.error(id, error))
  }

  private var capabilities: JSONValue {
    [
      "capabilities": [
        "positionEncoding": .string(abilities.encoding.rawValue),
        "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
        "codeActionProvider": [
          "codeActionKinds": [.string(CodeActions.quickFix), .string(CodeActions.fixAll)]
        ],
        "hoverProvider": true,
      ],
      "serverInfo": ["name": "racelint", "version": .string(Version.current)],
    ]
  }

  /// Answers a question about a document, now or once its program is analysed.
  private mutating func ask(
    _ kind: Question.Kind, _ id: RequestID, _ method: String, _ parameters: JSONValue
  ) {
    guard let uri = parameters["textDocument"]?["uri"]?.text else {
      return fail(id, .parameters(of: method))
    }
    let hasPlace =
      switch kind {
      case .actions: TextRange(parameters["range"]) != nil
      case .hover: TextPosition(parameters["position"]) != nil
      }
    guard hasPlace else { return fail(id, .parameters(of: method)) }
    let question = Question(id: id, kind: kind, uri: uri, parameters: parameters)
    if let document = documents[uri], programs[document.root]?.isCurrent == false {
      questions.append(question)
    } else {
      outgoing.append(.result(id, result(of: question)))
    }
  }

  private func result(of question: Question) -> JSONValue {
    let report = documents[question.uri].flatMap { programs[$0.root]?.report }
    switch question.kind {
    case .actions:
      guard let report, let range = TextRange(question.parameters["range"]) else { return [] }
      let actions = CodeActions(report, context: question.parameters["context"])
      return .array(actions.actions(in: question.uri, at: range))
    case .hover:
      guard let report, let position = TextPosition(question.parameters["position"]) else {
        return .null
      }
      return Hover(report, rules: rules).hover(in: question.uri, at: position)
    }
  }
}

// MARK: Notifications

extension LanguageSession {
  private mutating func take(
    _ method: String, _ parameters: JSONValue, _ now: ContinuousClock.Instant
  ) {
    if method == "exit" { return end() }
    guard phase == .serving else { return }
    let uri = parameters["textDocument"]?["uri"]?.text
    switch method {
    case "initialized": watchFiles()
    case "$/cancelRequest": cancel(parameters["id"])
    case "textDocument/didOpen": open(parameters, now)
    case "textDocument/didChange":
      guard let uri, documents[uri]?.text.change(parameters, abilities.encoding) == true else {
        return
      }
      refuseQuestions(about: uri)
      change(documents[uri]?.root, due: now + Self.pause)
    case "textDocument/didSave":
      guard let uri else { return }
      change(documents[uri]?.root, due: now)
    case "textDocument/didClose":
      guard let uri, let document = documents[uri] else { return }
      refuseQuestions(about: uri)
      documents[uri] = nil
      leave(document.root, now)
    case "workspace/didChangeWatchedFiles": takeFiles(parameters, now)
    default: break
    }
  }

  private mutating func open(_ parameters: JSONValue, _ now: ContinuousClock.Instant) {
    guard let text = TextDocument(opened: parameters["textDocument"]),
      let path = DocumentURI.path(text.uri), path.hasSuffix(".go")
    else { return }
    let root = ProgramRoot(of: path)
    documents[text.uri] = OpenDocument(text: text, path: path, root: root)
    change(root, due: now)
  }

  /// Says that a program has changed; a run that goes on about it is of no use any more.
  private mutating func change(_ root: ProgramRoot?, due: ContinuousClock.Instant) {
    guard let root else { return }
    programs[root, default: ServedProgram()].change(due: due)
    if running?.root == root { running?.abandonment.set() }
  }

  /// Says that a document is no part of a program any more.
  private mutating func leave(_ root: ProgramRoot, _ now: ContinuousClock.Instant) {
    if documents.values.contains(where: { $0.root == root }) { return change(root, due: now) }
    if running?.root == root { running?.abandonment.set() }
    if var program = programs.removeValue(forKey: root) { outgoing += program.clear() }
  }

  /// Asks to be told of files that change and are not open.
  private mutating func watchFiles() {
    guard abilities.watchesFiles else { return }
    let patterns = ["**/*.go", "**/go.mod", "**/go.work", "**/" + Configuration.fileName]
    outgoing.append(
      .request(
        .text("watch"), method: "client/registerCapability",
        [
          "registrations": [
            [
              "id": "watch", "method": "workspace/didChangeWatchedFiles",
              "registerOptions": [
                "watchers": .array(patterns.map { ["globPattern": .string($0)] })
              ],
            ]
          ]
        ]))
  }

  /// Takes changes of files. What an editor saves it tells of itself.
  private mutating func takeFiles(_ parameters: JSONValue, _ now: ContinuousClock.Instant) {
    let changes = parameters["changes"]?.elements?.compactMap { $0["uri"]?.text } ?? []
    guard changes.contains(where: { documents[$0] == nil }) else { return }
    for (uri, document) in documents.sorted(by: { $0.key < $1.key }) {
      let root = ProgramRoot(of: document.path)
      guard root != document.root else { continue }
      documents[uri]?.root = root
      leave(document.root, now)
      change(root, due: now)
    }
    for root in programs.keys.sorted() { change(root, due: now) }
  }

  private mutating func cancel(_ id: JSONValue?) {
    guard let id = id.flatMap({ RequestID($0) }),
      let index = questions.firstIndex(where: { $0.id == id })
    else { return }
    questions.remove(at: index)
    fail(id, .cancelled)
  }

  /// Says of requests that wait that what they ask about is not there any more.
  private mutating func refuseQuestions(about uri: String) {
    for question in questions where question.uri == uri { fail(question.id, .changed) }
    questions.removeAll { $0.uri == uri }
  }
}
