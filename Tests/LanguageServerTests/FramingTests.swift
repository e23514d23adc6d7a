import LanguageServer
import Testing

@Suite struct FramingTests {
  private func framed(_ text: String) -> String {
    "Content-Length: \(text.utf8.count)\r\n\r\n\(text)"
  }

  private func pieces(_ chunks: [[UInt8]]) -> [String] {
    var framing = MessageFraming()
    var result: [String] = []
    for chunk in chunks {
      framing.add(chunk)
      while let piece = framing.next() {
        switch piece {
        case .message(let bytes): result.append(String(decoding: bytes, as: UTF8.self))
        case .garbage: result.append("garbage")
        }
      }
    }
    return result
  }

  @Test func messagesMayComeInAnyChunks() {
    let input = Array((framed("{\"a\": 1}") + framed("") + framed("grüße")).utf8)
    for size in [1, 2, 7, input.count] {
      let chunks = stride(from: 0, to: input.count, by: size).map {
        Array(input[$0..<min($0 + size, input.count)])
      }
      #expect(pieces(chunks) == ["{\"a\": 1}", "", "grüße"])
    }
  }

  @Test(arguments: [
    ("content-length:2\r\n\r\n{}", ["{}"]),
    ("Content-Type: x\r\nContent-Length:  2 \r\n\r\n{}", ["{}"]),
    ("Content-Length: 2\n\n{}", ["{}"]),
    ("noise\r\nContent-Length: 2\r\n\r\n{}", ["{}"]),
    ("noiseContent-Length: 2\r\n\r\n{}", ["{}"]),
    ("\r\n\r\nContent-Length: 2\r\n\r\n{}", ["garbage", "garbage", "{}"]),
    ("Content-Length: -2\r\n\r\nContent-Length: 2\r\n\r\n{}", ["garbage", "{}"]),
    ("Content-Length: 99999999999\r\n\r\nContent-Length: 2\r\n\r\n{}", ["garbage", "{}"]),
    ("Content-Length: 2, 3\r\n\r\n", ["garbage"]),
    ("Content-Length: 2\r\n\r\n{", []),
  ])
  func headersAreFoundInWhatSurroundsThem(input: String, expected: [String]) {
    #expect(pieces([Array(input.utf8)]) == expected)
  }

  @Test func anEndlessHeaderIsPassedOver() {
    let noise = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
    let found = pieces([noise, Array(framed("{}").utf8)])
    #expect(found.last == "{}" && found.dropLast().allSatisfy { $0 == "garbage" })
  }

  @Test func noBytesEndTheReading() {
    // A generator of its own, so that the bytes are the same in every run.
    var state: UInt64 = 42
    let bytes = (0..<200_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let letters = Array("Content-Length: 3\r\n\r\n{}\u{0}".utf8)
      return state >> 63 == 0
        ? letters[Int(state >> 33) % letters.count] : UInt8(state >> 40 & 0xFF)
    }
    let found = pieces([bytes, Array(("\r\n\r\n" + framed("{}")).utf8)])
    #expect(!found.isEmpty)
  }
}
