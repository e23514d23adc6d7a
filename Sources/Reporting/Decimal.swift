/// Numbers with a fixed count of digits after the point, the same in every locale.
enum Decimal {
  /// The rounded number: "0.31" of 0.308 with two digits. What is no number becomes zero.
  static func string(_ value: Double, digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard scaled.isFinite, scaled.magnitude < 1e15 else { return string(0, digits: digits) }
    let text = String(Int(scaled.magnitude))
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let sign = scaled < 0 ? "-" : ""
    return digits == 0
      ? sign + padded : "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
  }

  /// A duration of two or three significant digits with its unit: "0.31 s", "12.4 s".
  static func seconds(_ value: Double) -> String {
    string(value, digits: value < 10 ? 2 : value < 100 ? 1 : 0) + " s"
  }
}
