/// The names that Go takes for an operating system or an architecture in a file's name.
///
/// Past and future ones too, as in Go's `internal/syslist`; nothing is ever taken out.
enum KnownPlatforms {
  static let systems: Set<String> = [
    "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux",
    "nacl", "netbsd", "openbsd", "plan9", "solaris", "wasip1", "windows", "zos",
  ]

  /// The systems on which the tag `unix` is set.
  static let unixSystems: Set<String> = [
    "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "linux",
    "netbsd", "openbsd", "solaris",
  ]

  static let architectures: Set<String> = [
    "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "loong64", "mips", "mipsle",
    "mips64", "mips64le", "mips64p32", "mips64p32le", "ppc", "ppc64", "ppc64le", "riscv",
    "riscv64", "s390", "s390x", "sparc", "sparc64", "wasm",
  ]

  /// The feature tags that an architecture has at its lowest level.
  static func features(of architecture: String) -> Set<String> {
    switch architecture {
    case "386": ["386.sse2"]
    case "amd64": ["amd64.v1"]
    case "arm": ["arm.5", "arm.6", "arm.7"]
    case "arm64": ["arm64.v8.0"]
    case "mips", "mipsle", "mips64", "mips64le": [architecture + ".hardfloat"]
    case "ppc64", "ppc64le": [architecture + ".power8"]
    case "riscv64": ["riscv64.rva20u64"]
    case "wasm": ["wasm.satconv", "wasm.signext"]
    default: []
    }
  }

  /// The experiments that the newest Go has switched on by default.
  static func experiments(system: String, architecture: String) -> Set<String> {
    var names: Set<String> = [
      "greenteagc", "jsonv2", "randomizedheapbase64", "sizespecializedmalloc",
    ]
    if !["darwin", "ios", "aix"].contains(system) { names.insert("dwarf5") }
    if ["amd64", "arm64", "loong64", "ppc64", "ppc64le", "riscv64", "s390x"]
      .contains(architecture)
    {
      names.formUnion(["regabiwrappers", "regabiargs"])
    }
    return Set(names.map { "goexperiment." + $0 })
  }
}
