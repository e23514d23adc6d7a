import Basics
import Testing

/// A rule is its folder and one line of Package.swift; nothing else knows of it.
struct RuleFolderTests {
  @Test func packageAndListNameEveryRule() throws {
    let folders = try House.folders("Rules")
    #expect(!folders.isEmpty)
    let package = try House.file("Package.swift").lines
    let start = try #require(package.firstIndex(of: "let rules = ["))
    let named = package[(start + 1)...].prefix { $0 != "]" }.map { Self.quoted($0) }
    #expect(named == folders, "the rules of Package.swift are not the folders of Rules/")
    let list = try House.file("Rules/RuleList.swift").lines
    let listed = list.filter { $0.hasSuffix(".self,") }.map { $0.dropLast(6).drop { $0 == " " } }
    #expect(
      listed == folders.map { $0[...] },
      "Rules/RuleList.swift is stale: run `racelint-dev generate`")
  }

  @Test func everyRuleHasItsFilesAndCases() throws {
    for folder in try House.folders("Rules") {
      let path = House.root + "/Rules/" + folder
      for name in [folder + ".swift", folder + ".md"] {
        let size = (try? FileSystem.stamp(path + "/" + name).size) ?? 0
        #expect(size > 0, "Rules/\(folder)/\(name) is missing or empty")
      }
      let cases = try FileSystem.entries(path + "/cases").map(\.name).filter { $0.hasSuffix(".go") }
      for prefix in ["bad_", "ok_"] {
        let count = cases.count { $0.hasPrefix(prefix) }
        #expect(count >= 5, "Rules/\(folder)/cases has \(count) files \(prefix)*.go, not five")
      }
    }
  }

  @Test func everyRuleIsCalledLikeItsFolder() throws {
    for folder in try House.folders("Rules") {
      let pass = try House.file("Rules/\(folder)/\(folder).swift")
      #expect(
        pass.code.contains { $0.contains("id: \"\(House.ruleID(folder))\"") },
        "the rule of Rules/\(folder) is not called \(House.ruleID(folder))")
      #expect(pass.code.contains { $0.hasPrefix("public struct \(folder): Rule") }, "\(pass)")
    }
  }

  @Test func rulesDoNotNameEachOther() throws {
    let files = try House.files(below: "Rules").filter { $0.ruleFolder != nil }
    var owners: [Substring: Set<String>] = [:]
    for file in files {
      for name in Self.declaredTypes(file) {
        owners[name, default: []].insert(file.ruleFolder ?? "")
      }
    }
    for file in files {
      for word in file.words {
        guard let folders = owners[word], let own = file.ruleFolder else { continue }
        #expect(folders.contains(own), "\(file) names \(word) of \(folders.sorted())")
      }
    }
  }

  @Test func nothingButTheListNamesARule() throws {
    let folders = try House.folders("Rules")
    var names = Set(folders.map { $0[...] })
    for file in try House.files(below: "Rules") where file.ruleFolder != nil {
      names.formUnion(Self.declaredTypes(file))
    }
    for file in try House.files(below: "Sources") {
      let named = file.words.intersection(names)
      #expect(named.isEmpty, "\(file) names \(named.sorted()) of a rule")
      for id in folders.map(House.ruleID) {
        #expect(!file.code.contains { $0.contains(id) }, "\(file) names the rule \(id)")
      }
    }
  }

  /// The types that a file declares at its top level for others to see.
  private static func declaredTypes(_ file: House.File) -> Set<Substring> {
    let modifiers = ["public", "internal", "package", "final", "indirect"]
    let kinds = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    var names: Set<Substring> = []
    for line in file.code where line.first != " " {
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      let rest = words.drop { modifiers.contains(String($0)) }
      guard let kind = rest.first, kinds.contains(String(kind)), let name = rest.dropFirst().first
      else { continue }
      names.insert(name)
    }
    return names
  }

  private static func quoted(_ line: Substring) -> String {
    line.split(separator: "\"").dropFirst().first.map(String.init) ?? String(line)
  }
}
