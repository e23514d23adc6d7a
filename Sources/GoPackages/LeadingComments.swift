/// The comments before the package clause, as they go by: constraints and the mark of
/// generated files.
///
/// A `//go:build` line may stand anywhere up to the package clause, at the start of a line.
/// `// +build` lines count only in the run of line comments at the top of the file, and only
/// where a blank line follows them; a `//go:build` line overrides them.
struct LeadingComments {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var goBuild: Range<Int>?
  private var hasSeveral = false
  private var isGenerated = false
  /// Old constraint lines that a blank line follows, and those that wait for one.
  private var plusBuild: [Range<Int>] = []
  private var waiting: [Range<Int>] = []
  /// Whether nothing but space has stood on the current line.
  private var isLineBlank = true
  private var sawBlockComment = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// A line ended.
  mutating func endLine() {
    if isLineBlank, !sawBlockComment, !waiting.isEmpty {
      plusBuild += waiting
      waiting = []
    }
    isLineBlank = true
  }

  /// A `//` comment, without its line feed.
  mutating func add(line range: Range<Int>) {
    let wasBlank = isLineBlank
    isLineBlank = false
    markGenerated(range)
    let text = trimmed(range)
    guard wasBlank else { return }
    if argument(of: "//go:build", in: text) != nil {
      hasSeveral = hasSeveral || goBuild != nil
      goBuild = text
    } else if !sawBlockComment, plusArgument(text) != nil {
      waiting.append(text)
    }
  }

  /// A `/* */` comment.
  mutating func add(block range: Range<Int>) {
    isLineBlank = false
    sawBlockComment = true
    var start = range.lowerBound
    for index in range where bytes[index] == UInt8(ascii: "\n") {
      markGenerated(start..<index)
      start = index + 1
    }
  }

  /// Writes what was found into the header.
  mutating func finish(_ header: inout FileHeader) {
    header.isGenerated = isGenerated
    guard let goBuild, let argument = argument(of: "//go:build", in: goBuild) else {
      let constraints = plusBuild.compactMap { line in
        plusArgument(line).flatMap { BuildConstraintParser.plusBuild(bytes[$0]) }
      }
      header.constraint = Self.conjunction(constraints[...])
      return
    }
    if hasSeveral {
      header.problem = .severalConstraints
      return
    }
    do throws(BuildConstraintParser.Failure) {
      let constraint = try BuildConstraintParser.goBuild(bytes[argument])
      header.constraint = constraint
      header.constraintVersion = constraint.impliedVersion
    } catch {
      header.problem = .badConstraint(error.message)
    }
  }

  /// All of the conditions in one, as a shallow tree: there may be thousands of lines.
  private static func conjunction(_ parts: ArraySlice<BuildConstraint>) -> BuildConstraint? {
    guard parts.count > 1 else { return parts.first }
    let middle = parts.startIndex + parts.count / 2
    guard let left = conjunction(parts[..<middle]), let right = conjunction(parts[middle...])
    else { return nil }
    return .and(left, right)
  }

  private mutating func markGenerated(_ line: Range<Int>) {
    guard !isGenerated, starts(line, with: "// Code generated ") else { return }
    let isCarriageReturn = bytes[line.upperBound - 1] == UInt8(ascii: "\r")
    let rest = line.lowerBound + 18..<line.upperBound - (isCarriageReturn ? 1 : 0)
    isGenerated =
      rest.count >= 13 && starts(rest.upperBound - 13..<rest.upperBound, with: " DO NOT EDIT.")
  }

  /// What follows the word, trimmed; nil if the line begins otherwise.
  private func argument(of word: StaticString, in line: Range<Int>) -> Range<Int>? {
    guard starts(line, with: word) else { return nil }
    let rest = line.lowerBound + word.utf8CodeUnitCount..<line.upperBound
    let trimmedRest = trimmed(rest)
    return rest.isEmpty || trimmedRest.count < rest.count ? trimmedRest : nil
  }

  private func plusArgument(_ line: Range<Int>) -> Range<Int>? {
    argument(of: "+build", in: trimmed(line.lowerBound + 2..<line.upperBound))
  }

  private func starts(_ range: Range<Int>, with word: StaticString) -> Bool {
    guard range.count >= word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[range.lowerBound + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
