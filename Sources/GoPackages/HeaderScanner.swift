import Basics

/// Reads the top of a Go file from its bytes, or from a first part of them.
///
/// It follows `go/build`'s reading of headers. Bytes of any kind are survived. Nothing is
/// allocated but what the header holds.
public struct HeaderScanner {
  private var comments: LeadingComments
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// Set when a token reached the end of the bytes, so that more of them could change it.
  private var ranOut = false

  /// The header of `bytes`; nil if they are only a first part and more of them are needed.
  ///
  /// Linear in the length of the header.
  public static func scan(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> FileHeader? {
    var scanner = HeaderScanner(bytes)
    let header = scanner.scanHeader()
    return scanner.ranOut && !isWhole ? nil : header
  }

  /// The header of a whole text.
  public static func scan(_ source: SourceText) -> FileHeader {
    source.bytes.withUnsafeBufferPointer { scan($0, isWhole: true) ?? FileHeader() }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    comments = LeadingComments(bytes)
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
  }

  private mutating func scanHeader() -> FileHeader {
    var header = FileHeader()
    skipSpace(leading: true)
    comments.finish(&header)
    if header.problem != nil { return header }
    if index == bytes.count {
      header.problem = .noText
      return header
    }
    guard takeKeyword("package") else {
      header.problem = .noPackageClause
      return header
    }
    skipSpace()
    header.packageRange = takeName()
    guard !header.packageRange.isEmpty else {
      header.problem = .noPackageClause
      return header
    }
    header.packageName = string(header.packageRange)
    skipSeparators()
    while takeKeyword("import") {
      skipSpace()
      if take(UInt8(ascii: "(")) {
        takeGroup(&header)
      } else if let item = takeImport() {
        header.imports.append(item)
      } else {
        return header
      }
      skipSeparators()
    }
    return header
  }

  private mutating func takeGroup(_ header: inout FileHeader) {
    while true {
      skipSeparators()
      if take(UInt8(ascii: ")")) { return }
      guard let item = takeImport() else { return }
      header.imports.append(item)
    }
  }

  private mutating func takeImport() -> FileImport? {
    let start = index
    var name = FileImport.Name.its
    if take(UInt8(ascii: ".")) {
      name = .dot
    } else {
      let range = takeName()
      if !range.isEmpty {
        let text = string(range)
        name = text == "_" ? .blank : .renamed(text)
      }
    }
    skipSpace()
    let quote = index
    guard let path = takeString() else { return nil }
    return FileImport(
      path: string(path), name: name, range: range(from: start), pathRange: range(from: quote))
  }

  // MARK: Tokens

  private func range(from start: Int) -> ByteRange {
    ByteRange(start: UInt32(start), end: UInt32(index))
  }

  private func string(_ range: ByteRange) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range.indices]), as: UTF8.self)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count else {
      ranOut = true
      return false
    }
    guard bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Takes the word if it stands here and ends here.
  private mutating func takeKeyword(_ word: StaticString) -> Bool {
    let start = index
    let range = takeName()
    let matches =
      range.count == word.utf8CodeUnitCount
      && (0..<range.count).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
    if !matches { index = start }
    return matches
  }

  private mutating func takeName() -> ByteRange {
    let start = index
    while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
    if index == bytes.count { ranOut = true }
    return range(from: start)
  }

  /// Takes a string of either kind; gives what stands between its quotes.
  private mutating func takeString() -> ByteRange? {
    guard index < bytes.count else {
      ranOut = true
      return nil
    }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "`") else { return nil }
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote {
      if quote == UInt8(ascii: "\"") {
        if bytes[index] == UInt8(ascii: "\n") { return nil }
        if bytes[index] == UInt8(ascii: "\\") { index += 1 }
      }
      index += 1
    }
    guard index < bytes.count else {
      index = bytes.count
      ranOut = true
      return nil
    }
    let inner = range(from: start)
    index += 1
    return inner
  }

  /// Skips space, comments and semicolons.
  private mutating func skipSeparators() {
    repeat { skipSpace() } while take(UInt8(ascii: ";"))
  }

  /// Skips space and comments; `leading` where they stand before the package clause.
  private mutating func skipSpace(leading: Bool = false) {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\n"):
        if leading { comments.endLine() }
        index += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        index += 1
      case UInt8(ascii: "/") where index + 1 == bytes.count:
        ranOut = true
        return
      case UInt8(ascii: "/") where bytes[index + 1] == UInt8(ascii: "/"):
        let start = index
        skip(through: UInt8(ascii: "\n"))
        if leading { comments.add(line: start..<index) }
      case UInt8(ascii: "/") where bytes[index + 1] == UInt8(ascii: "*"):
        let start = index
        skipBlockComment()
        if leading { comments.add(block: start..<index) }
      default:
        return
      }
    }
    ranOut = true
  }

  /// Goes to the next `byte`, or to the end.
  private mutating func skip(through byte: UInt8) {
    while index < bytes.count, bytes[index] != byte { index += 1 }
  }

  private mutating func skipBlockComment() {
    index += 2
    while index < bytes.count {
      skip(through: UInt8(ascii: "*"))
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "/") {
        index += 1
        return
      }
    }
    index = bytes.count
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default:
      false
    }
  }
}
