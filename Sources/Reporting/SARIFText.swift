import Basics

/// Texts and paths as SARIF spells them.
enum SARIFText {
  /// A plain message. What would be read as a link, `[a](b)` as in Go's `handlers[i](x)`, has its
  /// brackets escaped; all else stands as it is.
  static func plain(_ text: String) -> String {
    guard text.contains("](") else { return text }
    return text.replacing("\\", with: "\\\\").replacing("[", with: "\\[")
      .replacing("]", with: "\\]")
  }

  /// A path as a URI reference: percent signs for all but what is never reserved.
  static func uri(_ path: String) -> String {
    var result = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/":
        result.unicodeScalars.append(scalar)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}

extension JSONWriter {
  /// The member that names a file.
  mutating func artifact(_ path: String) {
    key("artifactLocation")
    object(inline: true) { json in
      json.member("uri", SARIFText.uri(path))
      if !path.hasPrefix("/") { json.member("uriBaseId", "%SRCROOT%") }
    }
  }

  /// A region with all of its four members, on one line.
  mutating func region(_ positions: (start: SourcePosition, end: SourcePosition)) {
    object(inline: true) { json in
      json.member("startLine", positions.start.line)
      json.member("startColumn", positions.start.column)
      json.member("endLine", positions.end.line)
      json.member("endColumn", positions.end.column)
    }
  }
}
