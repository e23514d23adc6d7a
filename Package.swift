// swift-tools-version: 6.1
import PackageDescription

// One folder per rule below Rules/: adding a rule adds its folder's name here, and
// `racelint-dev generate` writes the list that the driver runs.
let rules = [
  "AppendOverlap",
  "AsyncAlias",
  "BorrowedWrite",
  "EarlyDone",
  "GuardedEscape",
  "LateAdd",
  "MixedAtomic",
  "ParallelSubtest",
  "RetainedArgument",
  "ReusedBuffer",
  "SkippedDone",
  "UnguardedField",
  "UnguardedMap",
  "UnguardedSlice",
  "UnguardedVariable",
]

// Small accessors across modules run several times slower without the first. The second leaves out
// checks that no two uses of a class's property overlap; debug builds, and so the tests, make them.
let optimized: [SwiftSetting] = [
  .unsafeFlags(
    ["-cross-module-optimization", "-enforce-exclusivity=unchecked"],
    .when(configuration: .release))
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
  products: [
    .executable(name: "racelint", targets: ["racelint"]),
    .executable(name: "racelint-dev", targets: ["racelint-dev"]),
  ],
  targets: [
    .systemLibrary(
      name: "CTreeSitter", path: "Sources/CTreeSitter", providers: [.apt(["libtree-sitter-dev"])]),
    .target(
      name: "TreeSitterGo", path: "Grammars/go",
      exclude: ["grammar.lock", "fetch.sh", "source"], sources: ["TreeSitterGo.c"],
      publicHeadersPath: "include"),
    // What is embedded; the compiler reads it by way of `stubs.inc` and `models.inc`.
    .target(
      name: "CResources", path: "Sources/CResources",
      exclude: ["stubs", "stubs.inc", "models", "models.inc"]),
    .systemLibrary(name: "CYAML", path: "Sources/CYAML", providers: [.apt(["libyaml-dev"])]),

    library("Basics", []),
    library("GoSyntax", ["Basics", "CTreeSitter", "TreeSitterGo"]),
    library("GoPackages", ["Basics", "GoSyntax", "CResources"]),
    library("GoTypes", ["Basics", "GoSyntax", "GoPackages"]),
    library(
      "LibraryModels", ["Basics", "GoSyntax", "GoPackages", "GoTypes", "CYAML", "CResources"]),
    library("GoIR", ["Basics", "GoSyntax", "GoPackages", "GoTypes", "LibraryModels"]),
    library(
      "GoFlow",
      ["Basics", "GoSyntax", "GoPackages", "GoTypes", "LibraryModels", "GoIR"]),
    library("Findings", ["Basics"]),
    library(
      "RuleKit",
      [
        "Basics", "GoSyntax", "GoPackages", "GoTypes", "LibraryModels", "GoIR", "GoFlow",
        "Findings",
      ]),
    .target(
      name: "Rules",
      dependencies: [
        "Basics", "GoSyntax", "GoPackages", "GoTypes", "GoIR", "GoFlow", "Findings", "RuleKit",
      ],
      path: "Rules",
      exclude: rules.map { "\($0)/cases" },
      resources: rules.map { .embedInCode("\($0)/\($0).md") },
      swiftSettings: optimized),
    library("Reporting", ["Basics", "Findings"]),
    library("LanguageServer", ["Basics", "Reporting"]),
    library(
      "Driver",
      [
        "Basics", "GoSyntax", "GoPackages", "GoTypes", "LibraryModels", "GoFlow", "Findings",
        "RuleKit", "Rules", "Reporting", "LanguageServer",
      ]),
    .executableTarget(name: "racelint", dependencies: ["Driver"], swiftSettings: optimized),
    .executableTarget(
      name: "racelint-dev",
      dependencies: [
        "Basics", "GoSyntax", "GoPackages", "GoTypes", "LibraryModels", "GoIR", "GoFlow", "Driver",
        "CaseKit", "CorpusKit", "FlowKit", "OracleKit", "RaceKit",
      ],
      swiftSettings: optimized),

    .target(
      name: "TestKit", dependencies: ["Basics", "GoPackages", "GoTypes"], path: "Tests/TestKit"),
    .target(
      name: "CaseKit", dependencies: ["Basics", "Findings", "RuleKit", "Driver"],
      path: "Tests/CaseKit"),
    .target(
      name: "CorpusKit", dependencies: ["Basics", "Findings", "Reporting", "Driver", "TestKit"],
      path: "Tests/CorpusKit"),
    .target(
      name: "FlowKit",
      dependencies: ["Basics", "GoPackages", "GoTypes", "GoIR", "GoFlow", "TestKit"],
      path: "Tests/FlowKit"),
    .target(
      name: "OracleKit", dependencies: ["Basics"], path: "Tests/OracleKit",
      swiftSettings: optimized),
    .target(
      name: "RaceKit", dependencies: ["Basics", "Findings", "Driver", "CaseKit", "TestKit"],
      path: "Tests/RaceKit"),
    tests("BasicsTests", ["Basics"]),
    tests("GoSyntaxTests", ["Basics", "GoSyntax", "CTreeSitter", "TreeSitterGo"]),
    tests("GoPackagesTests", ["Basics", "GoPackages"]),
    tests("StubTests", ["Basics", "GoSyntax", "GoPackages"]),
    tests("GoTypesTests", ["Basics", "GoSyntax", "GoPackages", "GoTypes"]),
    tests("LibraryModelsTests", ["Basics", "GoPackages", "GoTypes", "LibraryModels"]),
    tests(
      "GoIRTests", ["Basics", "GoSyntax", "GoPackages", "GoTypes", "LibraryModels", "GoIR"],
      exclude: ["Programs"]),
    tests(
      "GoFlowTests",
      [
        "Basics", "GoSyntax", "GoPackages", "GoTypes", "LibraryModels", "GoIR", "GoFlow", "FlowKit",
      ],
      exclude: ["Programs"]),
    tests("FindingsTests", ["Basics", "Findings"]),
    tests("ReportingTests", ["Basics", "Findings", "Reporting"]),
    tests("LanguageServerTests", ["Basics", "Reporting", "LanguageServer"]),
    tests("RuleTests", ["Basics", "CaseKit", "Driver"]),
    tests(
      "DriverTests",
      [
        "Basics", "GoSyntax", "GoPackages", "Findings", "RuleKit", "Reporting", "LanguageServer",
        "Driver",
      ]),
    tests("CorpusTests", ["Basics", "CorpusKit"]),
    tests("OracleTests", ["Basics", "OracleKit", "RaceKit"]),
    tests("HouseTests", ["Basics"]),
    tests("EndToEndTests", ["Basics", "racelint", "racelint-dev"]),
  ],
  swiftLanguageModes: [.v6]
)
