import Basics

/// Patches in the form that `git apply` and `patch -p1` take.
public enum UnifiedDiff {
  /// How many unchanged lines surround a change.
  public static let context = 3

  /// The patch of one file, or nothing where no line differs.
  ///
  /// There is no `diff --git` line, on purpose: without it `git apply` takes the paths as seen
  /// from the working directory, which is what reported paths are relative to.
  public static func patch(path: String, _ diff: LineDiff) -> [UInt8] {
    guard !diff.isEmpty else { return [] }
    var patch: [UInt8] = []
    patch += "--- \(name("a", path))\n".utf8
    patch += "+++ \(name("b", path))\n".utf8
    for hunk in diff.hunks(context: context) {
      let old = range(hunk.oldStart, hunk.oldCount)
      let new = range(hunk.newStart, hunk.newCount)
      patch += "@@ -\(old) +\(new) @@\n".utf8
      for line in hunk.lines {
        patch.append(sign(line.kind))
        patch += line.bytes
        if line.bytes.last != UInt8(ascii: "\n") {
          patch += "\n\\ No newline at end of file\n".utf8
        }
      }
    }
    return patch
  }

  private static func sign(_ kind: LineDiff.Line.Kind) -> UInt8 {
    switch kind {
    case .context: UInt8(ascii: " ")
    case .removed: UInt8(ascii: "-")
    case .added: UInt8(ascii: "+")
    }
  }

  private static func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start)" : "\(start),\(count)"
  }

  /// The path under `a/` or `b/`, quoted as git does it where it holds a quote, a backslash
  /// or a control character; a tab ends a name with a space.
  private static func name(_ prefix: String, _ path: String) -> String {
    let slash = path.utf8.first == UInt8(ascii: "/") ? "" : "/"
    let name = prefix + slash + path
    let needsQuotes = name.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C }
    guard needsQuotes else { return name.utf8.contains(0x20) ? name + "\t" : name }
    var quoted = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let octal = String(scalar.value, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
