// swift-tools-version: 6.1
import PackageDescription

// One folder per rule below Rules/: adding a rule adds its folder's name here, and
// `racelint-dev generate` writes the list that the driver runs.
let rules = [
  "EarlyDone",
  "LateAdd",
]

// Small accessors across modules run several times slower without this.
let optimized: [SwiftSetting] = [
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))
]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: optimized)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestKit"], path: "Tests/\(name)", exclude: exclude)
}

let package = Package(
  name: "racelint",
  targets: [
    .systemLibrary(
      name: "CTreeSitter", path: "Sources/CTreeSitter", providers: [.apt(["libtree-sitter-dev"])]),
    .target(
      name: "TreeSitterGo", path: "Grammars/go",
      exclude: ["grammar.lock", "fetch.sh", "source"], sources: ["TreeSitterGo.c"],
      publicHeadersPath: "include"),
    library("Basics", []),
    library("Findings", ["Basics"]),
    library("GoPackages", ["Basics"]),
    .target(name: "TestKit", dependencies: ["Basics"], path: "Tests/TestKit"),
    tests("GoPackagesTests", ["GoPackages", "Basics"]),
  ],
  swiftLanguageModes: [.v6]
)
