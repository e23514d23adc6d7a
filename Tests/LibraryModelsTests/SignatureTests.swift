import Basics
import GoPackages
import GoTypes
import TestKit
import Testing

@testable import LibraryModels

/// Models of Go's own library name what is there, and places that its signatures have. The stubs
/// are what they are compared with; other tests hold those to the real sources.
struct SignatureTests {
  /// What the stubs do not have: syscall is there for its types, and before Go 1.27 encoding/json
  /// declares itself what it now takes from other packages.
  private static let elsewhere: Set<ModelledFunction> = [
    ModelledFunction(package: "syscall", name: "Exit"),
    ModelledFunction(package: "encoding/json", type: "RawMessage", name: "MarshalJSON"),
    ModelledFunction(package: "encoding/json", type: "RawMessage", name: "UnmarshalJSON"),
    ModelledFunction(package: "encoding/json", type: "Marshaler", name: "MarshalJSON"),
    ModelledFunction(package: "encoding/json", type: "Unmarshaler", name: "UnmarshalJSON"),
  ]

  /// A package of Go's own library has no dot in the first part of its path.
  private static func isStandard(_ package: String) -> Bool {
    !(package.split(separator: "/").first ?? "").contains(".")
  }

  /// The packages of a program that mentions each of those that have models.
  private static func interfaces(_ names: [String: String]) throws -> [String: PackageInterface] {
    var imports = ""
    var uses = ""
    var files = ["go.mod": "module m\n\ngo 1.26\n"]
    var standIns: [String: String] = [:]
    for (number, (path, name)) in names.sorted(by: { $0.key < $1.key }).enumerated() {
      var imported = path
      // No module may import these: their stubs stand in it.
      if path.hasPrefix("internal/") {
        imported = "m/p\(number)"
        standIns[imported] = path
        files["p\(number)/stub.go"] = try stub(of: path)
      }
      imports += "import p\(number) \"\(imported)\"\n"
      uses += "type t\(number) p\(number).\(name)\n"
    }
    files["a.go"] = "package a\n\n" + imports + uses
    let program = try SampleProgram.load(files)
    var found: [String: PackageInterface] = [:]
    var unit = 1
    while program.package(of: UnitID(unit)) != nil {
      if let interface = program.interface(of: UnitID(unit)) {
        found[standIns[interface.path] ?? interface.path] = interface
      }
      unit += 1
    }
    return found
  }

  /// The text of a package's stub.
  private static func stub(of path: String) throws -> String {
    let root = FilePath.clean(FilePath.directory(#filePath) + "/../..")
    return String(
      decoding: try FileSystem.read(root + "/Sources/CResources/stubs/\(path)/stub.go"),
      as: UTF8.self)
  }

  @Test func modelsOfTheStandardLibraryFitItsSignatures() throws {
    let models = LibraryModels.builtin.all.filter {
      Self.isStandard($0.key.package) && !Self.elsewhere.contains($0.key)
    }
    var names: [String: String] = [:]
    for function in models.keys {
      names[function.package] = function.type.isEmpty ? function.name : function.type
    }
    let interfaces = try Self.interfaces(names)
    for (function, model) in models.sorted(by: { $0.key.description < $1.key.description }) {
      guard let signature = Signature(of: function, in: interfaces) else {
        Issue.record("\(function) is not there")
        continue
      }
      for fault in signature.faults(model) { Issue.record("\(function): \(fault)") }
    }
    print("models: functions of the standard library \(models.count)")
  }

  @Test func faultsAreSeen() throws {
    let interfaces = try Self.interfaces(["sync": "Mutex", "io": "ReadWriter", "fmt": "Stringer"])
    func faults(_ package: String, _ type: String, _ name: String, _ text: String) throws -> Int? {
      let function = ModelledFunction(package: package, type: type, name: name)
      guard let signature = Signature(of: function, in: interfaces) else { return nil }
      var models = LibraryModels()
      try models.add(Array("p:\n  F: \(text)\n".utf8))
      let model = models.model(of: ModelledFunction(package: "p", name: "F"))
      return signature.faults(try #require(model)).count
    }
    #expect(try faults("sync", "", "NewCond", "{keeps: {result: 0}}") == 0)
    #expect(try faults("sync", "", "NewCond", "{keeps: {receiver: 1}}") == 2)
    #expect(try faults("sync", "", "NewCond", "{reads: 0..., returns: {1: fresh}}") == 2)
    #expect(try faults("sync", "", "NewCon", "{}") == nil)
    #expect(try faults("sync", "Mutex", "Lock", "{acquires: receiver}") == 0)
    #expect(try faults("sync", "Mutex", "Lock", "{tries: receiver}") == 1)
    #expect(try faults("sync", "Mutex", "lock", "{}") == nil)
    #expect(try faults("sync", "Once", "Do", "{runs: {once: 0, signals: 1}}") == 1)
    #expect(try faults("sync", "Pool", "Get", "{runs: result}") == 0)
    #expect(try faults("sync", "WaitGroup", "Add", "{runs: 0, reads: result}") == 2)
    #expect(try faults("io", "ReadWriter", "Read", "{writes: 0}") == 0)
    #expect(try faults("fmt", "", "Printf", "{reads: [0, 1...]}") == 1)
    #expect(try faults("fmt", "", "Printf", "{reads-all: 0...}") == 1)
  }
}

extension ModelledFunction: CustomStringConvertible {
  public var description: String { package + "." + (type.isEmpty ? name : type + "." + name) }
}
