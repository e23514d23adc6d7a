import Basics

extension SourceText {
  /// Whether its first line ends in a carriage return and a line feed.
  var endsLinesWithCarriageReturn: Bool {
    guard let feed = bytes.firstIndex(of: UInt8(ascii: "\n")), feed > 0 else { return false }
    return bytes[feed - 1] == UInt8(ascii: "\r")
  }
}

extension AnalysisReport {
  /// Gives the lines that fixes bring into a file the line ending which that file has.
  ///
  /// Rules write line feeds; reports, patches and fixed files then agree with the file.
  public mutating func matchLineEndings() {
    let paths = Set(sources.filter { $0.value.endsLinesWithCarriageReturn }.keys)
    guard !paths.isEmpty else { return }
    for finding in findings.indices {
      for fix in findings[finding].fixes.indices {
        for edit in findings[finding].fixes[fix].edits.indices {
          let original = findings[finding].fixes[fix].edits[edit]
          guard paths.contains(original.location.file) else { continue }
          findings[finding].fixes[fix].edits[edit].replacement =
            Self.withCarriageReturns(original.replacement)
        }
      }
    }
  }

  private static func withCarriageReturns(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n"), result.last != UInt8(ascii: "\r") {
        result.append(UInt8(ascii: "\r"))
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
