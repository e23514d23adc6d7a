import Basics
import GoPackages
import Testing

struct BuildConstraintTests {
  private static func header(_ lines: String) -> FileHeader {
    HeaderScanner.scan(SourceText(path: "x.go", text: lines + "\npackage x\n"))
  }

  @Test(arguments: [
    ("//go:build linux", true),
    ("//go:build !linux", false),
    ("//go:build linux && amd64", true),
    ("//go:build windows || (linux && !arm64)", true),
    ("//go:build windows || linux && arm64", false),
    ("//go:build !(windows || darwin)", true),
    ("//go:build ignore", false),
    ("//go:build\tlinux", true),
    ("//go:buildlinux", true),
    (" \t//go:build windows", false),
    ("// a comment\n\n//go:build windows", false),
    ("/* a comment */\n//go:build windows", false),
    ("/* a comment */ //go:build windows", true),
    ("/*\n//go:build windows\n*/", true),
    ("// go:build windows", true),
    ("// +build windows\n", false),
    ("//+build windows\n", false),
    ("// +build windows", true),
    ("// +build windows linux\n", true),
    ("// +build linux,arm64\n", false),
    ("// +build !windows\n// +build amd64\n", true),
    ("// +build linux\n// +build arm64\n", false),
    ("// +build !!linux\n", false),
    ("/* a comment */\n// +build windows\n", true),
    ("//go:build linux\n// +build windows\n", true),
  ])
  func constraintsDecideAsGoBuildDoes(lines: String, expected: Bool) {
    let header = Self.header(lines)
    #expect(header.problem == nil)
    #expect(BuildConfigurationTests.linux.satisfies(header.constraint) == expected)
  }

  @Test(arguments: [
    "//go:build", "//go:build &&", "//go:build linux &", "//go:build (linux", "//go:build linux)",
    "//go:build !!linux", "//go:build linux amd64", "//go:build linux,amd64", "//go:build $",
  ])
  func badConstraintsAreProblems(line: String) {
    guard case .badConstraint = Self.header(line).problem else {
      Issue.record("no problem in \(line)")
      return
    }
  }

  @Test func severalConstraintLinesAreAProblem() {
    #expect(Self.header("//go:build linux\n//go:build amd64").problem == .severalConstraints)
  }

  @Test func hugeConstraintsAreRefused() {
    let deep = "//go:build " + String(repeating: "(", count: 50_000)
    #expect(Self.header(deep).problem != nil)
    let wide = "//go:build a" + String(repeating: " || a", count: 50_000)
    #expect(Self.header(wide).problem != nil)
    let old = "// +build linux" + String(repeating: " arm64", count: 50_000) + "\n"
    #expect(Self.header(old).constraint == nil)
    let many = String(repeating: "// +build linux\n", count: 50_000)
    #expect(BuildConfigurationTests.linux.satisfies(Self.header(many).constraint))
  }

  @Test(arguments: [
    ("go1.22", "1.22"), ("linux && go1.22", "1.22"),
    ("(linux && go1.22) || (windows && go1.20)", "1.20"), ("linux", nil),
    ("linux || (windows && go1.22)", nil), ("!go1.22", nil), ("!!go1.22", nil), ("go1", "1.0"),
    ("!(!go1.21 || !linux)", "1.21"), ("go1.20 && go1.23", "1.23"), ("go1.20 || go1.23", "1.20"),
    ("!(linux || !(go1.21))", "1.21"), ("go1.x", nil),
  ])
  func impliedVersions(expression: String, expected: String?) {
    let header = Self.header("//go:build \(expression)")
    #expect(header.constraintVersion?.description == expected)
  }

  @Test(arguments: [
    ("go1.22", "1.18", "1.22"), ("go1.21", "1.24", "1.21"), ("go1.17", "1.24", "1.21"),
    ("linux", "1.18", "1.18"), ("!go1.22", "1.20", "1.20"),
  ])
  func constraintsChooseTheLanguageBothWays(expression: String, module: String, expected: String) {
    let header = Self.header("//go:build \(expression)")
    let version = header.languageVersion(inModule: GoVersion(module) ?? .newest)
    #expect(version.description == expected)
  }

  @Test func oldConstraintLinesChooseNoLanguage() {
    #expect(Self.header("// +build go1.22\n").constraintVersion == nil)
  }
}
