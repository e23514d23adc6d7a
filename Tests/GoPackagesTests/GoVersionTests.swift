import GoPackages
import Testing

struct GoVersionTests {
  @Test(arguments: [
    ("1.21", "1.21"), ("1.21.3", "1.21"), ("go1.22", "1.22"), ("1.27rc1", "1.27"), ("1", "1.0"),
    ("go1.23.0-custom", "1.23"), ("1.18beta2", "1.18"),
  ])
  func readsVersions(text: String, expected: String) {
    #expect(GoVersion(text)?.description == expected)
  }

  @Test(arguments: [
    "", "go", "1.", "1.x", "x.1", "1.21.", "1.21.3.4", "1.21foo", "-1.2", "v1.21", "+1.2",
  ])
  func refusesOtherText(text: String) { #expect(GoVersion(text) == nil) }

  @Test func ordersByNumber() {
    #expect(GoVersion(1, 9) < GoVersion(1, 10))
    #expect(GoVersion(1, 27) < GoVersion(2, 0))
  }
}
