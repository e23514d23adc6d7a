import Basics

/// Groups the files of directories into packages; imports are resolved later.
struct PackageAssembly {
  private(set) var packages = Table<PackageID, Package>()
  private(set) var diagnostics: [Diagnostic] = []
  private let options: PackageLoader.Options
  private let modules: Table<ModuleID, Module>

  init(_ options: PackageLoader.Options, _ modules: Table<ModuleID, Module>) {
    self.options = options
    self.modules = modules
  }

  /// Adds the packages of one directory: its own, its external tests, and strays.
  mutating func add(_ directory: FoundDirectory, _ scan: DirectoryScan) {
    let module = modules[directory.module]
    let isBare =
      module.kind == .none && !directory.reportsAll && !directory.namedFiles.isEmpty
    var strays: [DirectoryScan.File] = []
    var byName: [String: [DirectoryScan.File]] = [:]
    var main: [DirectoryScan.File] = []
    var tests: [DirectoryScan.File] = []
    let name = isBare ? "" : Self.mainName(scan.files.filter(\.isIncluded))
    for file in scan.files {
      let packageName = file.header.packageName
      if isBare || !file.isIncluded {
        if directory.namedFiles.contains(file.name) { strays.append(file) }
      } else if packageName == name {
        main.append(file)
      } else if file.isTest, packageName == name + "_test" {
        tests.append(file)
      } else {
        byName[packageName, default: []].append(file)
      }
    }
    let path = module.importPath(of: directory.path)
    append(directory, .main, path, main)
    append(directory, .externalTest, path + "_test", tests)
    for (other, files) in byName.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    {
      report(directory, main: main, name, stray: files, other)
      append(directory, .stray, "\(path) [\(other)]", files)
    }
    for file in strays {
      let prefix = module.kind == .none && directory.path == module.directory ? "" : path + "/"
      append(directory, .stray, prefix + file.name, [file])
    }
  }

  /// The name that most files have, tests left aside if there are others; of equals the one
  /// that comes first by file name.
  private static func mainName(_ files: [DirectoryScan.File]) -> String {
    let production = files.filter { !$0.isTest }
    var counts: [String: Int] = [:]
    var order: [String] = []
    for file in production.isEmpty ? files : production {
      var name = file.header.packageName
      if production.isEmpty, name.hasSuffix("_test") { name = String(name.dropLast(5)) }
      counts[name, default: 0] += 1
      if counts[name] == 1 { order.append(name) }
    }
    let most = counts.values.max() ?? 0
    return order.first { counts[$0] == most } ?? ""
  }

  private mutating func append(
    _ directory: FoundDirectory, _ kind: Package.Kind, _ importPath: String,
    _ files: [DirectoryScan.File]
  ) {
    guard let first = files.first else { return }
    let module = modules[directory.module]
    let prefix = directory.path == "/" ? "/" : directory.path + "/"
    let sources = files.map { file in
      let path = prefix + file.name
      return SourceFile(
        path: path, displayPath: show(path), stamp: file.stamp, header: file.header,
        languageVersion: file.header.languageVersion(inModule: module.goVersion),
        isTest: file.isTest,
        isReported: directory.reportsAll || directory.namedFiles.contains(file.name),
        isStub: false, standIn: file.standIn)
    }
    let id = PackageID(packages.count)
    _ = packages.append(
      Package(
        id: id, importPath: importPath, name: first.header.packageName, directory: directory.path,
        module: directory.module, kind: kind, files: sources))
  }

  private mutating func report(
    _ directory: FoundDirectory, main: [DirectoryScan.File], _ name: String,
    stray: [DirectoryScan.File], _ other: String
  ) {
    guard let mainFile = main.first, let file = stray.first else { return }
    diagnostics.append(
      Diagnostic(
        .package,
        "one directory holds package \(name) (\(mainFile.name)) and package \(other) (\(file.name))",
        path: show(directory.path)))
  }

  private func show(_ path: String) -> String {
    DisplayPath.of(path, workingDirectory: options.workingDirectory)
  }
}
