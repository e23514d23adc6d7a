import Basics
import GoPackages
import GoSyntax

/// One file of a package, parsed.
public struct FileSyntax: Sendable {
  /// What the package graph knows of it.
  public let file: SourceFile
  /// Its syntax; the source is reported under the file's display path.
  public let tree: SyntaxTree
  /// The packages that it imports, by the name that the file knows them under.
  public let imports: ImportTable

  /// Joins a file with its syntax.
  public init(file: SourceFile, tree: SyntaxTree) {
    self.file = file
    self.tree = tree
    imports = ImportTable(file.imports)
  }

  private init(_ other: FileSyntax, tree: SyntaxTree) {
    file = other.file
    imports = other.imports
    self.tree = tree
  }

  /// The file as far as others see it.
  func outline() -> FileSyntax {
    if tree.errors.isEmpty { return FileSyntax(self, tree: tree.outline()) }
    // More of the file parses where the bodies do not stand in the way.
    guard var parser = GoParser() else { return self }
    return FileSyntax(self, tree: parser.parseOutline(tree.source))
  }
}

/// The position of a file in its package.
public struct FileID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A node of one of the files of a package.
public struct PackageNode: Hashable, Sendable {
  /// The file.
  public var file: FileID
  /// The node of the file's tree; `none` names nothing.
  public var node: NodeID

  /// A node of a file.
  public init(file: FileID, node: NodeID) {
    self.file = file
    self.node = node
  }

  /// The node that is none.
  public static let none = PackageNode(file: .none, node: .none)

  /// Whether this names no node.
  public var isNone: Bool { node.isNone }
}

/// A package with the syntax of all its files.
public struct PackageSyntax: Sendable {
  /// What the package graph knows of it.
  public let package: Package
  /// Its files, tests among them, in the order of the package.
  public let files: Table<FileID, FileSyntax>
  /// What is declared at package level.
  public let declarations: PackageDeclarations

  /// Collects the declarations of the files: one look at each top-level node.
  public init(package: Package, files: [FileSyntax]) {
    self.package = package
    self.files = Table(files)
    declarations = PackageDeclarations(self.files)
  }

  /// The tree of a file.
  public func tree(_ file: FileID) -> SyntaxTree { files[file].tree }
}

/// The imports of one file by the name that they have in it.
public struct ImportTable: Sendable {
  private var paths: [String: String] = [:]
  /// Paths imported with a dot: their exported names stand in the file as if declared here.
  public private(set) var dotImports: [String] = []

  init(_ imports: [FileImport]) {
    for entry in imports {
      switch entry.name {
      case .dot: dotImports.append(entry.path)
      case .blank: break
      case .renamed(let name): paths[name] = entry.path
      case .its: paths[Self.defaultName(entry.path)] = entry.path
      }
    }
  }

  /// The import path behind a name, or nil.
  public func path(_ name: String) -> String? { paths[name] }

  /// The name that a package most likely has, from its path alone: the last component without
  /// a major version, which is 2 at least, up to what no name can hold: "nats" for "nats.go",
  /// "yaml" for gopkg.in's "yaml.v2". Without the package's sources that is the best to be had.
  public static func defaultName(_ path: String) -> String {
    var parts = path.split(separator: "/")
    if parts.count > 1, let last = parts.last, last.first == "v",
      last.dropFirst().allSatisfy(\.isNumber), let version = Int(last.dropFirst()), version > 1
    {
      parts.removeLast()
    }
    var name = parts.last ?? ""
    if name.hasPrefix("go-") { name = name.dropFirst(3) }
    return String(name.prefix { $0 == "_" || $0.isLetter || $0.isNumber })
  }
}
