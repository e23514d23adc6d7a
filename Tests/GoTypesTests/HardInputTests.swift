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
    let bytes = Array(Self.text.utf8)
    for size in stride(from: 0, through: bytes.count, by: 5) {
      for part in [Array(bytes[..<size]), Array(bytes[size...])] {
        let text = String(decoding: part, as: UTF8.self)
        // Without a package clause the file belongs to no package.
        let sample = try CheckedSample(files: ["a.go": "package a\n" + text])
        sample.checkAll()
        for file in sample.checker.syntax.files.ids {
          Self.expectScopesInside(sample.checker.syntax.tree(file))
        }
      }
    }
  }

  private static func expectScopesInside(_ tree: SyntaxTree) {
    for declaration in tree.children(.root) {
      for variable in Scopes(of: declaration, in: tree).variables.elements {
        #expect(tree.isInside(variable.name, declaration))
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
    let variables = Parallel.withLargeStack {
      Scopes(of: declaration, in: tree).variables.count
    }
    #expect(variables >= 1)
  }
}
