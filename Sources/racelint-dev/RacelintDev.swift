import Basics
import Findings
import Glibc
import GoPackages
import GoSyntax
import GoTypes
import RuleKit
import Rules

@main
struct RacelintDev {
  static func main() {
    let args = Array(CommandLine.arguments.dropFirst())
    func dirs(_ d: String) -> [[String]] {
      let es = (try? FileSystem.entries(d)) ?? []
      var out: [[String]] = []
      let own = es.filter { $0.kind == .file && $0.name.hasSuffix(".go") }.map { d + "/" + $0.name }
      if !own.isEmpty { out.append(own) }
      for e in es where e.kind == .directory && e.name != "testdata" { out += dirs(d + "/" + e.name) }
      return out
    }
    if args[0] == "dump-syntax" {
      guard var p = GoParser(), let b = try? FileSystem.read(args[1]) else { return }
      print(p.parse(SourceText(path: args[1], bytes: b)).dump())
      return
    }
    let groups = dirs(args[1])
    let clock = ContinuousClock()
    let start = clock.now
    let r: [[Finding]] = Parallel.map(count: groups.count, jobs: 2) { _, i in
      guard var p = GoParser() else { fatalError("no parser") }
      var files: [FileSyntax] = []
      for f in groups[i] {
        guard let b = try? FileSystem.read(f) else { continue }
        files.append(FileSyntax(file: SourceFile(displayPath: f), tree: p.parse(SourceText(path: f, bytes: b))))
      }
      let ctx = PackageContext(PackageSyntax(package: Package(importPath: "x"), files: files))
      var sink = FindingSink(ctx)
      sink.begin(EarlyDone.descriptor)
      EarlyDone().check(ctx, &sink)
      sink.begin(LateAdd.descriptor)
      LateAdd().check(ctx, &sink)
      return sink.findings
    }
    var c: [String: LineIndex] = [:]
    func pos(_ l: SourceLocation) -> String {
      if c[l.file] == nil { c[l.file] = LineIndex(SourceText(path: l.file, bytes: (try? FileSystem.read(l.file)) ?? [])) }
      return "\(l.file):\(c[l.file]?.line(at: l.range.start) ?? 0)"
    }
    for f in r.flatMap({ $0 }) {
      print("\(pos(f.location)): \(f.rule) [\(f.confidence)] \(f.message)")
      for t in f.trace { print("    \(t.role.rawValue) \(pos(t.location)) \(t.message)") }
      for x in f.fixes { print("    fix \(x.safety) \(x.title) \(x.edits.map { ($0.location.range.start, $0.location.range.end, $0.replacement) })") }
    }
    print(groups.count, clock.now - start)
  }
}
