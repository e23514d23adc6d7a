import Basics

/// Reads a unified diff line by line.
struct PatchReader {
  /// The file that is being read of.
  private struct Current {
    var path: String?
    var oldPath: String?
    var isBare = false
    var isWhole = false
    var isDeleted = false
    var lines: [ClosedRange<Int>] = []
    var hunks: [Patch.Hunk] = []
  }

  /// Where a hunk is, and how many lines it has on either side.
  private struct Head {
    var oldStart: Int
    var oldCount: Int
    var newStart: Int
    var newCount: Int
  }

  private let lines: [ArraySlice<UInt8>]
  private var index = 0
  private var current = Current()
  private var files: [Patch.File] = []
  private var hasHeader = false

  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// The files that the text changes.
  mutating func read() throws(Patch.Fault) -> [Patch.File] {
    while index < lines.count {
      let line = lines[index]
      if line.starts(with: "diff --git ".utf8) {
        begin()
      } else if line.starts(with: "diff --cc ".utf8) || line.starts(with: "diff --combined ".utf8)
        || line.starts(with: "@@@ ".utf8)
      {
        throw .combined(index + 1)
      } else if line.starts(with: "rename to ".utf8), hasHeader {
        name(path(line.dropFirst(10)), isBare: true)
      } else if line.starts(with: "rename from ".utf8), hasHeader {
        current.oldPath = path(line.dropFirst(12))
      } else if line.starts(with: "copy from ".utf8), hasHeader {
        current.oldPath = path(line.dropFirst(10))
      } else if line.starts(with: "copy to ".utf8), hasHeader {
        name(path(line.dropFirst(8)), isBare: true)
        current.isWhole = true
      } else if line.starts(with: "--- ".utf8), index + 1 < lines.count,
        lines[index + 1].starts(with: "+++ ".utf8)
      {
        header()
      } else if line.starts(with: "@@ ".utf8) {
        try hunk()
        continue
      }
      index += 1
    }
    end()
    if !hasHeader, lines.contains(where: { !$0.allSatisfy(Self.isSpace) }) { throw .noChanges }
    return files
  }

  private mutating func begin() {
    end()
    hasHeader = true
  }

  /// Takes what was read of the current file.
  private mutating func end() {
    defer { current = Current() }
    guard let path = current.path, !current.isDeleted else { return }
    files.append(
      Patch.File(
        path: path, isBare: current.isBare, isWhole: current.isWhole, lines: current.lines,
        oldPath: current.oldPath ?? path, hunks: current.hunks))
  }

  private mutating func name(_ path: String, isBare: Bool) {
    current.path = path
    current.isBare = isBare
  }

  /// The two lines that name the file before and after.
  private mutating func header() {
    // Other programs than git have nothing before it.
    if !current.lines.isEmpty || current.isDeleted || (current.path != nil && !current.isBare) {
      end()
    }
    hasHeader = true
    if current.oldPath == nil { current.oldPath = path(lines[index].dropFirst(4)) }
    index += 1
    let new = path(lines[index].dropFirst(4))
    if new == "/dev/null" {
      current.isDeleted = true
      name(new, isBare: false)
    } else if !current.isBare {
      name(new, isBare: false)
    }
  }

  /// A hunk, from its head to behind its last line.
  private mutating func hunk() throws(Patch.Fault) {
    let start = index
    guard current.path != nil, let head = Self.head(lines[index]) else { throw .badHunk(start + 1) }
    index += 1
    var (old, new) = (head.oldCount, head.newCount)
    // Of an empty range the line before it is told.
    var line = head.newCount == 0 ? head.newStart + 1 : head.newStart
    var oldLine = head.oldStart
    var shown = Patch.Hunk(start: line, oldLines: [])
    var (added, removed) = (0, 0)
    func touched() -> ClosedRange<Int>? {
      if added > 0 { return line - added...line - 1 }
      return removed > 0 ? max(1, line - 1)...max(1, line) : nil
    }
    while old > 0 || new > 0 {
      guard index < lines.count else { throw .brokenHunk(start + 1) }
      switch lines[index].first {
      case UInt8(ascii: "+"):
        new -= 1
        line += 1
        added += 1
        shown.oldLines.append(nil)
      case UInt8(ascii: "-"):
        old -= 1
        oldLine += 1
        removed += 1
      // Some programs take the space from empty lines.
      case UInt8(ascii: " "), UInt8(ascii: "\r"), nil:
        if let range = touched() { current.lines.append(range) }
        (added, removed) = (0, 0)
        shown.oldLines.append(oldLine)
        old -= 1
        oldLine += 1
        new -= 1
        line += 1
      // "No newline at end of file".
      case UInt8(ascii: "\\"): break
      default: throw .brokenHunk(start + 1)
      }
      guard old >= 0, new >= 0 else { throw .brokenHunk(start + 1) }
      index += 1
    }
    if let range = touched() { current.lines.append(range) }
    if !shown.oldLines.isEmpty { current.hunks.append(shown) }
  }

  /// The head of a hunk, `@@ -10,2 +9 @@ func f()`, or nil where it is none.
  private static func head(_ line: ArraySlice<UInt8>) -> Head? {
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
    guard words.count >= 4, words[3].starts(with: "@@".utf8),
      let old = range(words[1], UInt8(ascii: "-")), let new = range(words[2], UInt8(ascii: "+"))
    else { return nil }
    return Head(
      oldStart: old.start, oldCount: old.count, newStart: new.start, newCount: new.count)
  }

  private static func range(_ word: ArraySlice<UInt8>, _ sign: UInt8) -> (start: Int, count: Int)? {
    guard word.first == sign else { return nil }
    let parts = word.dropFirst().split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false
    ).map { part in
      // A sign would be taken for part of the number.
      part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        ? Int32(String(decoding: part, as: UTF8.self)).map { Int($0) } : nil
    }
    guard parts.count <= 2, let start = parts[0], let count = parts.count == 2 ? parts[1] : 1
    else { return nil }
    return (start, count)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// A path: quoted as in C, or up to a tab, behind which programs write a time.
  private func path(_ text: ArraySlice<UInt8>) -> String {
    guard text.first == UInt8(ascii: "\"") else {
      let end = text.firstIndex { $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
      return String(decoding: text[..<(end ?? text.endIndex)], as: UTF8.self)
    }
    var bytes: [UInt8] = []
    var rest = text.dropFirst()
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\"), let letter = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      if (UInt8(ascii: "0")...UInt8(ascii: "3")).contains(letter), digits.count == 2,
        let value = UInt8(String(decoding: [letter] + digits, as: UTF8.self), radix: 8)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(Self.escapes[letter] ?? letter)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "r"): 0x0D,
  ]
}
