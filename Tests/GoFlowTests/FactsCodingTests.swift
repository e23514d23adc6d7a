import Basics
import GoIR
import GoPackages
import GoTypes
import TestKit
import Testing

@testable import GoFlow

struct FactsCodingTests {
  private static let root = (0..<3).reduce(#filePath) { path, _ in FilePath.directory(path) }

  /// The facts of the sample programs of GoIR's tests, a package each.
  private static func programs() throws -> [PackageFacts] {
    let directory = root + "/Tests/GoIRTests/Programs"
    var files = ["go.mod": "module m\n\ngo 1.27\n"]
    for entry in try FileSystem.entries(directory) where entry.name.hasSuffix(".go") {
      let text = try FileSystem.read(directory + "/" + entry.name)
      files["\(entry.name.dropLast(3))/a.go"] = String(decoding: text, as: UTF8.self)
    }
    let program = try SampleProgram.load(files)
    return program.map(program.graph.importOrder, jobs: 2) { checker in
      PackageFacts(collecting: PackageBodies(checker))
    }
  }

  @Test func instructionsAreSmall() {
    #expect(Opcode.allCases.allSatisfy { $0.rawValue < 0x40 })
    #expect(MemoryLayout<FlowInstruction>.stride == 16)
  }

  /// Broken Go gives facts too, and they are as whole as others.
  @Test func brokenProgramsComeBackEqual() throws {
    var random = Random(state: 7)
    let directory = Self.root + "/Tests/GoIRTests/Programs"
    var files = ["go.mod": "module m\n\ngo 1.27\n"]
    for entry in try FileSystem.entries(directory) where entry.name.hasSuffix(".go") {
      let text = try FileSystem.read(directory + "/" + entry.name)
      for copy in 0..<2 {
        var changed = text
        for _ in 0..<8 {
          let start = random.next(changed.count - 20)
          changed.removeSubrange(start..<start + 1 + random.next(12))
        }
        files["\(entry.name.dropLast(3))\(copy)/a.go"] = String(decoding: changed, as: UTF8.self)
      }
    }
    let program = try SampleProgram.load(files)
    let all = program.map(program.graph.importOrder, jobs: 2) { checker in
      PackageFacts(collecting: PackageBodies(checker))
    }
    #expect(all.count > 100)
    for facts in all {
      #expect(try PackageFacts(decoding: facts.encoded()) == facts, "\(facts.path)")
    }
    let linked = FlowProgram(linking: all, jobs: 2)
    #expect(CallGraph(linked, jobs: 2).components.count > 0)
  }

  @Test func sampleProgramsComeBackEqual() throws {
    let all = try Self.programs()
    #expect(all.count > 40)
    var size = 0
    for facts in all {
      let bytes = facts.encoded()
      size += bytes.count
      #expect(try PackageFacts(decoding: bytes) == facts, "\(facts.path)")
    }
    print("sample programs: \(all.count) packages, \(size) bytes")
  }

  @Test(
    .enabled(if: FileSystem.isDirectory(root + "/.toolchain/src/net/http")),
    arguments: ["encoding/json", "sync"])
  func standardPackagesComeBackEqual(path: String) throws {
    let options = PackageLoader.Options(
      workingDirectory: Self.root + "/.toolchain/src", patterns: ["./" + path])
    let program = ProgramTypes(try PackageLoader(options).load(), options)
    let all = program.map(program.graph.importOrder, jobs: 2) { checker in
      PackageFacts(collecting: PackageBodies(checker))
    }
    for facts in all { #expect(try PackageFacts(decoding: facts.encoded()) == facts) }
    let source = program.graph.packages.elements.flatMap(\.files).reduce(0) { $0 + $1.size }
    let encoded = all.reduce(0) { $0 + $1.encoded().count }
    print("\(path): \(encoded) bytes of facts for \(source) bytes of source")
  }

  @Test func otherBytesAreNoFacts() throws {
    let bytes = try CollectedSample("func f() {}").facts.encoded()
    #expect(throws: FactsError.truncated) { try PackageFacts(decoding: []) }
    #expect(throws: FactsError.notFacts) { try PackageFacts(decoding: Array("package m".utf8)) }
    #expect(throws: FactsError.malformed) { try PackageFacts(decoding: bytes + [0]) }
    var other = bytes
    other[8] += 1
    #expect(throws: FactsError.otherVersion(UInt32(other[8]))) { try PackageFacts(decoding: other) }
    for count in bytes.indices {
      #expect(throws: FactsError.self) { try PackageFacts(decoding: Array(bytes[..<count])) }
    }
  }

  /// What comes of changed bytes can be linked and printed.
  @Test func changedBytesNeverCrash() throws {
    var random = Random(state: 1)
    var valid = 0
    var total = 0
    let chosen = try Self.programs().filter {
      ["m/defers", "m/generics", "m/channels", "m/embedding", "m/interfaces"].contains($0.path)
    }
    #expect(chosen.count == 5)
    for facts in chosen {
      let bytes = facts.encoded()
      for _ in 0..<200 {
        var changed = bytes
        for _ in 0...random.next(3) {
          let place = random.next(changed.count)
          switch random.next(4) {
          case 0: changed.remove(at: place)
          case 1: changed.insert(UInt8(random.next(256)), at: place)
          case 2: changed[place] = UInt8(random.next(256))
          default: changed[place] ^= 1 << UInt8(random.next(8))
          }
        }
        total += 1
        guard let decoded = try? PackageFacts(decoding: changed) else { continue }
        valid += 1
        #expect(try PackageFacts(decoding: decoded.encoded()) == decoded)
        let program = FlowProgram(linking: [decoded, facts], jobs: 1)
        let graph = CallGraph(program, jobs: 1)
        let printer = FlowBodyPrinter(program)
        for component in graph.components.elements {
          for function in component.functions { #expect(!printer.string(function).isEmpty) }
        }
      }
    }
    print("changed bytes: \(valid) of \(total) were facts")
    #expect(valid > 0 && valid < total)
  }

  /// Numbers that are the same in every run: splitmix64.
  private struct Random {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = state
      bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((bits ^ (bits >> 31)) % UInt64(bound))
    }
  }
}
