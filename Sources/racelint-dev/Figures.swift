/// Numbers as people read them.
enum Figures {
  /// Seconds with two decimals.
  static func seconds(_ duration: Duration) -> String { decimal(duration / .seconds(1), 2) }

  /// Millions of bytes with one decimal.
  static func megabytes(_ bytes: Int) -> String { decimal(Double(bytes) / 1e6, 1) }

  /// A number that is not negative with a fixed number of decimals.
  static func decimal(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value * scale).rounded())
    guard decimals > 0 else { return String(scaled) }
    let fraction = String(scaled % Int(scale))
    let padding = String(repeating: "0", count: decimals - fraction.count)
    return "\(scaled / Int(scale)).\(padding)\(fraction)"
  }
}
