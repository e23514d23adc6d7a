import Testing

/// Imports point one way. The compiler does not see to it: it accepts what comes in by way of
/// another import.
struct ImportTests {
  /// Each stands on those before it.
  private static let layers = [
    "Basics", "GoSyntax", "GoPackages", "GoTypes", "GoIR", "GoFlow", "RuleKit", "Rules", "Driver",
    "racelint",
  ]

  /// What a module may import of this project's modules; nil for a module that is not known.
  private static func allowed(_ module: String) -> Set<String>? {
    switch module {
    case "LibraryModels": return ["Basics", "GoSyntax", "GoPackages", "GoTypes"]
    case "Findings": return ["Basics"]
    case "Reporting": return ["Basics", "Findings"]
    case "LanguageServer": return ["Basics", "Reporting"]
    case "racelint-dev":
      return Set(layers.dropLast() + ["LibraryModels", "Findings", "Reporting", "LanguageServer"])
    default:
      guard let layer = layers.firstIndex(of: module) else { return nil }
      var names = Set(layers[..<layer])
      if layer > 3 { names.insert("LibraryModels") }
      if layer >= 6 { names.insert("Findings") }
      if layer >= 8 { names.formUnion(["Reporting", "LanguageServer"]) }
      return names
    }
  }

  private static let modules =
    Set(layers).union([
      "LibraryModels", "Findings", "Reporting", "LanguageServer", "racelint-dev", "racelint_dev",
    ])

  @Test func importsPointOneWay() throws {
    for file in try House.sources() {
      let allowed = try #require(
        Self.allowed(file.module), "\(file.module) is missing from the table of this test")
      for module in Self.imports(file) where Self.modules.contains(module) {
        #expect(
          allowed.contains(module), "\(file) imports \(module), which \(file.module) may not see")
      }
    }
  }

  @Test func treeSitterIsSeenByTheParserAlone() throws {
    for file in try House.sources() where file.module != "GoSyntax" {
      #expect(Self.imports(file).isDisjoint(with: ["CTreeSitter", "TreeSitterGo"]), "\(file)")
    }
  }

  /// What is embedded has one reader for each kind; the others see Swift.
  @Test func resourcesAreSeenByTheirReadersAlone() throws {
    for file in try House.sources() where !["GoPackages", "LibraryModels"].contains(file.module) {
      #expect(!Self.imports(file).contains("CResources"), "\(file)")
    }
  }

  @Test func yamlIsSeenByModelsAlone() throws {
    for file in try House.sources() where file.module != "LibraryModels" {
      #expect(!Self.imports(file).contains("CYAML"), "\(file)")
    }
  }

  @Test func foundationIsNotNeededBelowPackages() throws {
    for file in try House.sources() where ["Basics", "GoSyntax", "Findings"].contains(file.module) {
      #expect(!Self.imports(file).contains { $0.hasPrefix("Foundation") }, "\(file)")
    }
  }

  @Test(arguments: [
    ("import Basics", "Basics"), ("@testable import GoSyntax", "GoSyntax"),
    ("public import struct Basics.ByteRange", "Basics"), ("@preconcurrency import Glibc", "Glibc"),
    ("  import Basics", ""), ("// import Basics", ""), ("imports", ""), ("let x = import", ""),
  ])
  func importLinesAreRead(line: String, module: String) {
    let file = House.File(path: "Sources/X/a.swift", lines: [Substring(line)])
    #expect(Self.imports(file) == (module.isEmpty ? [] : [module]))
  }

  /// The modules that a file imports. Indented lines are text that a program writes.
  private static func imports(_ file: House.File) -> Set<String> {
    let levels = ["public", "package", "internal", "private", "fileprivate"]
    let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    var modules: Set<String> = []
    for line in file.lines where line.first != " " {
      let words = line.split(separator: " ").map(String.init)
      guard let position = words.firstIndex(of: "import"),
        words[..<position].allSatisfy({ $0.hasPrefix("@") || levels.contains($0) })
      else { continue }
      let rest = words[(position + 1)...].drop { kinds.contains($0) }
      if let module = rest.first?.split(separator: ".").first { modules.insert(String(module)) }
    }
    return modules
  }
}
