import GoPackages
import Testing

struct BuildConfigurationTests {
  static let linux = BuildConfiguration(goos: "linux", goarch: "amd64", tags: ["mine"])

  @Test(arguments: [
    ("a.go", true), ("linux.go", true), ("windows.go", true), ("windows_test.go", true),
    ("a_linux.go", true), ("a_windows.go", false), ("a_amd64.go", true), ("a_arm64.go", false),
    ("a_linux_amd64.go", true), ("a_linux_arm64.go", false), ("a_windows_amd64.go", false),
    ("a_linux_test.go", true), ("a_windows_test.go", false), ("a_windows_arm64_test.go", false),
    ("a_unix.go", true), ("a_solaris.go", false), ("a_linux_x.go", true), ("_windows.go", false),
    ("a_linux.x_windows.go", true), ("a_windows.x.go", false), ("a_test_windows.go", false),
    ("a_amd64_linux.go", true), ("a_windows_.go", true), ("a_riscv.go", false),
  ])
  func fileNamesAdmitAsGoDoes(name: String, expected: Bool) {
    #expect(Self.linux.admits(fileName: name) == expected)
  }

  @Test(arguments: [
    ("android", "a_linux.go"), ("illumos", "a_solaris.go"), ("ios", "a_darwin.go"),
  ])
  func someSystemsImplyOthers(system: String, name: String) {
    #expect(BuildConfiguration(goos: system, goarch: "arm64").admits(fileName: name))
    #expect(!BuildConfiguration(goos: "plan9", goarch: "arm64").admits(fileName: name))
  }

  @Test(arguments: [
    ("linux", true), ("amd64", true), ("unix", true), ("gc", true), ("mine", true), ("cgo", false),
    ("gccgo", false), ("go1.1", true), ("go1.27", true), ("go1.28", false), ("go1.0", false),
    ("go1.07", false), ("ignore", false), ("race", false), ("boringcrypto", false),
    ("amd64.v1", true), ("amd64.v2", false), ("goexperiment.jsonv2", true), ("go1", false),
  ])
  func tags(tag: String, expected: Bool) { #expect(Self.linux.isSet(tag) == expected) }

  @Test func unixIsForUnixSystemsOnly() {
    #expect(!BuildConfiguration(goos: "windows", goarch: "amd64").isSet("unix"))
    #expect(BuildConfiguration(goos: "darwin", goarch: "arm64").isSet("unix"))
  }
}
