import Basics
import GoSyntax
import GoTypes
import Testing

/// Text that is cut off, and text that is nested ten thousand deep.
struct HardInputTests {
  private static let text = """
    package a

    import (
    \t"sync"
    \t. "strings"
    )

    type T[E any] struct {
    \tsync.Mutex
    \t*U
    \titems map[string][]*U
    }
    type U = struct{ next chan *T[int] }

    var shared, other = &T[int]{items: map[string][]*U{"a": {{}, nil}}}, func() { shared.m(1) }

    func (t *T[E]) m(n int, rest ...E) (x *U, err error) {
    \tfor key, items := range t.items {
    \t\tswitch v := any(items).(type) {
    \t\tcase []*U:
    \t\t\tx, err := (<-v[0].next).m(len(key)), 1
    \t\t\tgo func() { _, _ = x, err }()
    \t\tdefault:
    \t\t\tselect {
    \t\t\tcase y, ok := <-t.next:
    \t\t\t\t_ = append(rest, new(E))
    \t\t\t}
    \t\t}
    \t}
    \treturn (*T[int])(nil).m(n)
    }
    """

  @Test func everyNodeOfACutOffFileCanBeAskedFor() throws {
    guard var parser = GoParser() else { throw Sample.MissingGrammar() }
    let whole = try Sample(files: ["a.go": Self.text]).syntax
    let bytes = Array(Self.text.utf8)
    for size in stride(from: 0, through: bytes.count, by: 5) {
      for part in [Array(bytes[..<size]), Array(bytes[size...])] {
        let tree = parser.parse(SourceText(path: "a.go", bytes: part))
        let file = FileSyntax(file: whole.files[FileID(0)].file, tree: tree)
        Self.askForEverything(PackageSyntax(package: whole.package, files: [file]))
      }
    }
  }

  private static func askForEverything(_ package: PackageSyntax) {
    let reader = TypeReader(package)
    let file = FileID(0)
    let tree = package.tree(file)
    for declaration in tree.children(.root) {
      let scopes = Scopes(of: declaration, in: tree)
      let place = TypeReader.Place(file: file, scopes: scopes)
      for variable in scopes.variables.elements {
        _ = reader.type(of: variable, at: place)
        #expect(tree.isInside(variable.name, declaration))
      }
      for node in tree.subtree(declaration) {
        _ = reader.callee(of: node, at: place)
        _ = reader.declared(node, at: place)
        guard let type = reader.type(of: node, at: place) else { continue }
        _ = reader.importedName(of: type)
        _ = reader.field("next", of: type)
        _ = reader.kind(of: type)
      }
    }
  }

  // The walk of scopes goes down with the tree, so it runs where stacks are large.
  @Test(arguments: [
    ("{", "", "}"), ("if x {", "x := x", "}"), ("f(", "x", ")"), ("func() { f(", "x", ") }()"),
    ("x + ", "x", ""), ("if x {} else ", "{}", ""), ("[]T{", "", "}"),
  ])
  func deepNestingIsWalkedOnALargeStack(open: String, middle: String, close: String) throws {
    let depth = 10_000
    let body =
      String(repeating: open, count: depth) + middle + String(repeating: close, count: depth)
    let sample = try Sample("func f(x int) {\n\(body)\n}\n")
    let tree = sample.tree
    let declaration = sample.lastDeclaration
    let reader = sample.reader
    let variables = Parallel.withLargeStack {
      let scopes = Scopes(of: declaration, in: tree)
      let place = TypeReader.Place(file: FileID(0), scopes: scopes)
      for node in tree.subtree(declaration) { _ = reader.callee(of: node, at: place) }
      return scopes.variables.count
    }
    #expect(variables >= 1)
  }

  @Test func aNameBehindManyParenthesesIsRead() throws {
    let depth = 10_000
    let parentheses =
      String(repeating: "(", count: depth) + "g" + String(repeating: ")", count: depth)
    let sample = try Sample("func g() {}\n\nfunc f() { \(parentheses)() }\n")
    let tree = sample.tree
    let declaration = sample.lastDeclaration
    let reader = sample.reader
    let callee = Parallel.withLargeStack {
      let place = TypeReader.Place(file: FileID(0), scopes: Scopes(of: declaration, in: tree))
      return tree.subtree(declaration).first { tree.kind($0) == .callExpression }
        .flatMap { reader.callee(of: $0, at: place) }
    }
    #expect(callee?.name == "g")
  }
}
