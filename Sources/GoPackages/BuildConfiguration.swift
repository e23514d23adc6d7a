/// What a build is for: it decides which files belong to a package, as `go build` would.
///
/// C code is never built: the tag `cgo` is off and files that import "C" are left out.
public struct BuildConfiguration: Hashable, Sendable {
  /// The operating system, by Go's name.
  public let goos: String
  /// The architecture, by Go's name.
  public let goarch: String
  /// The tags that the user set.
  public let tags: Set<String>
  /// The newest release whose tag is set; those before it are too.
  public let release: GoVersion

  /// User tags and all that follow from the rest, but for the system's and release tags.
  private let allTags: Set<String>

  /// A build for a system and an architecture; this machine's by default.
  public init(
    goos: String = BuildConfiguration.hostSystem,
    goarch: String = BuildConfiguration.hostArchitecture,
    tags: Set<String> = [],
    release: GoVersion = .newest
  ) {
    self.goos = goos
    self.goarch = goarch
    self.tags = tags
    self.release = release
    allTags = tags.union(KnownPlatforms.features(of: goarch))
      .union(KnownPlatforms.experiments(system: goos, architecture: goarch))
      .union([goos, goarch, "gc"])
  }

  /// The system that this program runs on.
  public static var hostSystem: String {
    #if os(macOS)
      "darwin"
    #elseif os(Windows)
      "windows"
    #elseif os(FreeBSD)
      "freebsd"
    #else
      "linux"
    #endif
  }

  /// The architecture that this program runs on.
  public static var hostArchitecture: String {
    #if arch(arm64)
      "arm64"
    #elseif arch(arm)
      "arm"
    #elseif arch(i386)
      "386"
    #elseif arch(powerpc64le)
      "ppc64le"
    #elseif arch(s390x)
      "s390x"
    #elseif arch(riscv64)
      "riscv64"
    #else
      "amd64"
    #endif
  }

  /// Whether a tag is set.
  public func isSet(_ tag: String) -> Bool {
    if allTags.contains(tag) { return true }
    switch tag {
    case "linux": return goos == "android"
    case "solaris": return goos == "illumos"
    case "darwin": return goos == "ios"
    case "unix": return KnownPlatforms.unixSystems.contains(goos)
    case "boringcrypto": return allTags.contains("goexperiment.boringcrypto")
    default: break
    }
    guard tag.hasPrefix("go1."), let minor = UInt16(tag.dropFirst(4)) else { return false }
    return minor > 0 && GoVersion(1, minor) <= release && tag == "go1.\(minor)"
  }

  /// Whether a condition holds; no condition always does.
  public func satisfies(_ constraint: BuildConstraint?) -> Bool {
    constraint?.evaluate(isSet) ?? true
  }

  /// Whether a file's name alone lets it in: `x_linux.go`, `x_linux_arm64_test.go`.
  ///
  /// What stands before the first `_` is no condition, so `linux.go` is for all systems.
  public func admits(fileName: String) -> Bool {
    let stem = fileName.utf8.prefix { $0 != UInt8(ascii: ".") }
    guard stem.contains(UInt8(ascii: "_")) else { return true }
    var parts = Substring(stem).split(separator: "_", omittingEmptySubsequences: false)
    parts.removeFirst()
    if parts.last == "test" { parts.removeLast() }
    guard let last = parts.popLast().map(String.init) else { return true }
    let isArchitecture = KnownPlatforms.architectures.contains(last)
    if isArchitecture, let system = parts.last.map(String.init),
      KnownPlatforms.systems.contains(system)
    {
      return isSet(last) && isSet(system)
    }
    return isArchitecture || KnownPlatforms.systems.contains(last) ? isSet(last) : true
  }
}
