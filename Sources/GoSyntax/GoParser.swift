import Basics
import CTreeSitter
import TreeSitterGo

/// Parses Go files, one after the other. Used by one thread at a time; making one is cheap.
///
/// The only user of tree-sitter: its tree is flattened in one walk and freed at once.
/// Invariant of the unsafe parts: every C object is made and deleted within one function
/// or owned by this value, which cannot be copied.
public struct GoParser: ~Copyable {
  private let parser: OpaquePointer
  private let symbols: SymbolTable
  /// The pinned grammar's symbols, read once for all parsers.
  private static let grammarSymbols = tree_sitter_go().map { SymbolTable($0) }
  private var flattener = TreeFlattener()

  /// A parser for the pinned grammar. Nil where the library refuses it: the grammar and
  /// libtree-sitter do not fit each other.
  public init?() {
    guard let parser = ts_parser_new() else { return nil }
    guard let language = tree_sitter_go(), ts_parser_set_language(parser, language),
      let symbols = Self.grammarSymbols
    else {
      ts_parser_delete(parser)
      return nil
    }
    self.parser = parser
    self.symbols = symbols
  }

  deinit { ts_parser_delete(parser) }

  /// The tree of a file. Never fails: what is no Go becomes error nodes and `errors`.
  ///
  /// Where the grammar overlooked the end of a line that ends a statement, a semicolon takes
  /// its place in a copy. Where the text has errors, what the grammar does not know of Go is
  /// respelled in a copy of the same length, which is parsed instead if that leaves less of the
  /// text in errors (see `GrammarGaps`). Ranges are true of the original text in either case.
  public mutating func parse(_ source: SourceText) -> SyntaxTree {
    var bytes = source.bytes
    var first = flatten(bytes)
    let lineEnds = first.swallowedLineEnds(bytes)
    if !lineEnds.isEmpty {
      for offset in lineEnds { bytes[offset] = UInt8(ascii: ";") }
      first = flatten(bytes)
    }
    guard first.hasErrors else { return tree(source, first) }
    var gaps = GrammarGaps(bytes)
    guard let respelled = gaps.respell() else { return tree(source, first) }
    let second = flatten(respelled)
    if second.damage < first.damage { return tree(source, second, gaps) }
    return tree(source, first)
  }

  /// The tree of what the types of a file's declarations hang on: without comments, bodies of
  /// functions and elements of literals (see `Outline`). The tree's text is shorter than the
  /// file's, and its ranges are true of that. Takes a fraction of what `parse` takes.
  public mutating func parseOutline(_ source: SourceText) -> SyntaxTree {
    parse(SourceText(path: source.path, bytes: Outline.of(source.bytes)))
  }

  /// Parses and throws the tree away: what any analysis pays at least. For measuring.
  /// Returns whether the text has an error.
  public mutating func parseOnly(_ source: SourceText) -> Bool {
    withParsed(source.bytes) { ts_node_has_error(ts_tree_root_node($0)) }
  }

  private func tree(
    _ source: SourceText, _ flat: FlatTree, _ gaps: GrammarGaps? = nil
  ) -> SyntaxTree {
    SyntaxTree(
      source: source, nodes: flat.nodes, errors: flat.errors,
      methodTypeParameters: gaps?.methodTypeParameters ?? [], aliasSigns: gaps?.aliasSigns ?? [])
  }

  private mutating func flatten(_ bytes: [UInt8]) -> FlatTree {
    let tree = parseTree(bytes)
    defer { ts_tree_delete(tree) }
    return flattener.flatten(tree, symbols: symbols, size: bytes.count)
  }

  private func withParsed<Result>(
    _ bytes: [UInt8], _ body: (OpaquePointer) -> Result
  ) -> Result {
    let tree = parseTree(bytes)
    defer { ts_tree_delete(tree) }
    return body(tree)
  }

  private func parseTree(_ bytes: [UInt8]) -> OpaquePointer {
    let tree = bytes.withUnsafeBytes { buffer in
      ts_parser_parse_string(
        parser, nil, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(buffer.count))
    }
    // Null only without a language, with a timeout or when cancelled: none is ever set.
    guard let tree else { preconditionFailure("tree-sitter gave no tree") }
    return tree
  }
}

/// What each symbol and field of the grammar is to us, found by name.
struct SymbolTable: Sendable {
  /// What the flattener does with a symbol.
  enum Role: UInt8, Sendable {
    /// Punctuation and keywords: left out.
    case dropped
    /// A named node: kept.
    case node
    /// A token that is kept where it stands in a field or under one of a few parents.
    case operatorToken
  }

  struct Entry: Sendable {
    var role: Role
    var kind: NodeKind
  }

  private let entries: [Entry]
  private let fields: [Field]
  /// Grammar symbols that are named and have no kind of ours; empty with the pinned grammar.
  let unknownNames: [String]

  init(_ language: OpaquePointer) {
    let byName = Dictionary(
      NodeKind.allCases.map { ($0.grammarName, $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [Entry] = []
    var unknown: [String] = []
    for symbol in 0..<ts_language_symbol_count(language) {
      let name = ts_language_symbol_name(language, TSSymbol(symbol)).map { String(cString: $0) }
      let type = ts_language_symbol_type(language, TSSymbol(symbol))
      let kind = name.flatMap { byName[$0] }
      switch (type, kind) {
      case (TSSymbolTypeRegular, let kind?) where !kind.isOperator:
        entries.append(Entry(role: .node, kind: kind))
      case (TSSymbolTypeAnonymous, let kind?) where kind.isOperator:
        entries.append(Entry(role: .operatorToken, kind: kind))
      default:
        if type == TSSymbolTypeRegular, symbol != 0, let name { unknown.append(name) }
        entries.append(Entry(role: .dropped, kind: .error))
      }
    }
    self.entries = entries
    unknownNames = unknown

    let fieldByName = Dictionary(
      Field.allCases.map { ($0.grammarName, $0) }, uniquingKeysWith: { first, _ in first })
    var fields: [Field] = [.none]
    for field in 1...max(1, ts_language_field_count(language)) {
      let name = ts_language_field_name_for_id(language, TSFieldId(field))
      fields.append(name.flatMap { fieldByName[String(cString: $0)] } ?? .none)
    }
    self.fields = fields
  }

  /// The entry of a symbol; the parser's own error symbol lies past the table.
  subscript(symbol: TSSymbol) -> Entry {
    Int(symbol) < entries.count ? entries[Int(symbol)] : Entry(role: .node, kind: .error)
  }

  /// The field of the grammar's field number.
  func field(_ id: TSFieldId) -> Field { fields[Int(id)] }
}
