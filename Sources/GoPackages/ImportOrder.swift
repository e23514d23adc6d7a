import Basics

/// Puts packages behind those that they import.
///
/// A depth-first walk in the order of ids, so that the result depends on nothing else. Where
/// imports run in a circle, the one that closes it is reported and not followed.
struct ImportOrder {
  private enum State { case new, open, done }

  private(set) var packages: [PackageID] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ table: Table<PackageID, Package>) {
    var states = [State](repeating: .new, count: table.count)
    let imports = table.elements.map { package in
      package.imports.compactMap { item -> PackageID? in
        guard !item.isTestOnly, case .package(let id) = item.target else { return nil }
        return id
      }
    }
    for root in table.ids where table[root].kind != .externalTest {
      // A stack of its own: a chain of imports may be longer than the thread's.
      var path: [(id: PackageID, next: Int)] = []
      if states[root.index] == .new { path.append((root, 0)) }
      while let top = path.last {
        states[top.id.index] = .open
        guard top.next < imports[top.id.index].count else {
          states[top.id.index] = .done
          packages.append(top.id)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = imports[top.id.index][top.next]
        switch states[target.index] {
        case .new: path.append((target, 0))
        case .open: report(path.map(\.id), back: target, table)
        case .done: break
        }
      }
    }
    packages += table.ids.filter { table[$0].kind == .externalTest }
  }

  private mutating func report(
    _ path: [PackageID], back target: PackageID, _ table: Table<PackageID, Package>
  ) {
    guard let start = path.firstIndex(of: target) else { return }
    let circle = (path[start...] + [target]).map { table[$0].importPath }
    let file = table[target].files.first?.displayPath ?? table[target].directory
    diagnostics.append(
      Diagnostic(
        .package, "packages import each other: \(circle.joined(separator: " → "))",
        path: FilePath.directory(file)))
  }
}
