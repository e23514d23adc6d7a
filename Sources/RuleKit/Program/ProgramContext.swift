import Basics
import Findings
import GoFlow
import GoPackages
import GoSyntax
import GoTypes

/// A file of the program, as rules that judge the program need it.
public struct ProgramFile: Sendable {
  /// What the package graph knows of it.
  public let file: SourceFile
  /// Its text, as it was analysed.
  public let text: SourceText
  /// The import path of its package.
  public let package: String

  public init(_ syntax: FileSyntax, package: String) {
    file = syntax.file
    text = syntax.tree.source
    self.package = package
  }

  /// Whether findings may be anchored in it.
  public var isAnchor: Bool { file.isReported && !file.isGenerated }
}

/// What a rule is handed that judges the whole program: the finished analysis of its flow, and what
/// is needed to speak of it.
///
/// One for each run, used by one thread with a large stack. Files are parsed again only where a
/// question leads to them.
public final class ProgramContext {
  public let analysis: FlowAnalysis
  /// Spells what the analysis found.
  public let printer: FlowPrinter
  let files: [String: ProgramFile]
  private var trees: [String: SyntaxTree] = [:]
  private var lines: [String: LineIndex] = [:]
  /// The functions of the files that the patterns named, by where they begin.
  private(set) lazy var functionsByPlace = FunctionsByPlace(program)
  /// Answers of the analysis that rules share.
  private(set) lazy var question = FlowQuestion(analysis)
  private(set) lazy var ways = WayFinder(analysis)
  /// What may go wrong with the elements of slices and maps, worked out once for all rules.
  public private(set) lazy var memoryHazards = findMemoryHazards()
  /// What may go wrong with variables and fields, likewise.
  public private(set) lazy var variableHazards = findVariableHazards()

  /// What goroutines use at the same time, without what is only possible.
  private lazy var toldUses: [SharedUse] = {
    let uses =
      memoryHazards.filter { !$0.isHandedOver && !$0.isOfTests }.map { $0.sharedUse(self) }
      + variableHazards.filter { !$0.isMixed && !$0.isOfTests }.map(\.sharedUse)
    return uses.toBeMended
  }()

  /// The names of that, as the statements say them.
  private(set) lazy var toldNames = Set(toldUses.compactMap(\.lastName))

  /// Where it is used, by its name.
  private(set) lazy var toldPlaces: [String: [SourceLocation]] = {
    var places: [String: [SourceLocation]] = [:]
    for use in toldUses {
      guard let name = use.lastName else { continue }
      for site in [use.first, use.second].compactMap(\.trace.last) {
        if let place = location(site) { places[name, default: []].append(place) }
      }
    }
    return places
  }()

  private let finds: BodyFinds
  /// Results of `append` that share an array, in files that findings may be anchored in.
  public var appendOverlaps: [OverlappingAppend] { finds.sequences.appendOverlaps }
  /// Views of reused memory that outlive their turn, likewise.
  public var reusedViews: [ReusedView] { finds.sequences.reusedViews }
  /// Changes of borrowed memory, likewise.
  public var borrowedWrites: [WriteToBorrowed] { finds.sequences.borrowedWrites }
  /// What exported functions keep of what their callers have, likewise; what is known to go wrong
  /// with it is told elsewhere.
  public private(set) lazy var retainedArguments = ways.retainedArguments().filter { argument in
    !memoryHazards.contains { $0.way.handOff?.site == argument.site }
  }
  /// Which locks may be taken where: for fixes.
  var lockOrder: LockOrder { finds.lockOrder }
  /// What leaves the lock that guards it, likewise.
  public var lockEscapes: [LockEscape] { finds.lockEscapes }

  /// Where it is read then.
  private(set) lazy var escapedReads = Set(
    lockEscapes.flatMap(\.readers).compactMap(\.last))

  /// A context of an analysis, what was found in its bodies, and the files that it was made from, in
  /// any order.
  public init(_ analysis: FlowAnalysis, _ finds: BodyFinds, files: [ProgramFile]) {
    self.analysis = analysis
    self.finds = finds
    printer = FlowPrinter(analysis)
    self.files = Dictionary(files.map { ($0.text.path, $0) }) { first, _ in first }
  }

  /// The linked program.
  public var program: FlowProgram { analysis.program }

  // MARK: Places

  /// The place of an instruction; nil where the program writes nothing there.
  public func location(_ site: FlowSite) -> SourceLocation? {
    guard let place = analysis.position(of: site), place.end > place.start else { return nil }
    return SourceLocation(
      file: place.file, range: ByteRange(start: place.start, end: place.end))
  }

  /// The place of an instruction, cut off at the end of its first line.
  public func firstLine(_ site: FlowSite) -> SourceLocation? {
    guard var location = location(site), let file = files[location.file],
      location.range.end <= file.text.range.end
    else { return nil }
    if let end = file.text.bytes[location.range.indices].firstIndex(of: UInt8(ascii: "\n")) {
      location.range.end = UInt32(end)
    }
    return location
  }

  /// The text of a place; nil where its file is not at hand.
  public func text(_ location: SourceLocation) -> String? {
    guard let file = files[location.file], location.range.end <= file.text.range.end else {
      return nil
    }
    return file.text.string(location.range)
  }

  /// The line, from 1, of a place; 0 where its file is not at hand.
  public func line(_ location: SourceLocation) -> Int {
    if let known = lines[location.file] { return known.line(at: location.range.start) }
    guard let file = files[location.file] else { return 0 }
    let index = LineIndex(file.text)
    lines[location.file] = index
    return index.line(at: location.range.start)
  }

  /// Whether a finding may be anchored in a file: it is one that the patterns named, and nobody
  /// generated it.
  public func isAnchor(_ file: String) -> Bool { files[file]?.isAnchor ?? false }

  /// A place of a function as the anchor of a finding; nil where none may be.
  public func anchor(_ location: SourceLocation, in function: FunctionNumber) -> FindingAnchor? {
    guard let file = files[location.file], file.isAnchor, let text = text(location) else {
      return nil
    }
    return FindingAnchor(
      location: location, package: file.package, symbol: symbol(of: function), text: text)
  }

  /// Whether findings may be anchored in a function.
  func mayReport(_ function: FunctionNumber) -> Bool {
    program.functions[function].mayBeReported
  }

  // MARK: Files

  /// The syntax of a file, parsed when it is first asked for; nil where it is not at hand.
  public func tree(_ file: String) -> SyntaxTree? {
    if let known = trees[file] { return known }
    guard let source = files[file]?.text, var parser = GoParser() else { return nil }
    let tree = parser.parse(source)
    trees[file] = tree
    return tree
  }

  /// What the package graph knows of a file.
  public func file(_ path: String) -> SourceFile? { files[path]?.file }

  /// The texts of some files.
  public func sources(_ paths: Set<String>) -> [SourceText] {
    paths.sorted().compactMap { files[$0]?.text }
  }

  // MARK: Names

  /// The declaration around a function as Go writes it: "Run", "(*Pool).Submit", "" at package
  /// level.
  public func symbol(of function: FunctionNumber) -> String {
    let declaration = program.functions[program.declaration(of: function)]
    let name = program.texts[declaration.key.name]
    let receiver = program.texts[declaration.key.receiver]
    guard !receiver.isEmpty else { return name == "var" ? "" : name }
    let isPointer =
      declaration.parameters.first.map { program.texts[$0.type].hasPrefix("*") } ?? false
    return isPointer ? "(*\(receiver)).\(name)" : "\(receiver).\(name)"
  }

  /// Whether a function stands in a file of tests.
  public func isInTest(_ function: FunctionNumber) -> Bool {
    program.functions[function].traits.contains(.isInTest)
  }
}
