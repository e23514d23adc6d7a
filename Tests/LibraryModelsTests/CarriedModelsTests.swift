import Basics
import Testing

@testable import LibraryModels

/// What the models that the program carries say.
struct CarriedModelsTests {
  private static let resources =
    FilePath.clean(FilePath.directory(#filePath) + "/../..") + "/Sources/CResources"

  private func effects(_ package: String, _ name: String) throws -> CallEffects {
    let parts = name.split(separator: ".").map(String.init)
    let function = ModelledFunction(
      package: package, type: parts.count == 2 ? parts[0] : "", name: parts.last ?? "")
    return try #require(LibraryModels.builtin.model(of: function)?.effects, "\(function)")
  }

  @Test func eachTextIsListedOnce() throws {
    let list = try String(
      decoding: FileSystem.read(Self.resources + "/models.inc"), as: UTF8.self)
    for folder in ["go", "libraries"] {
      for entry in try FileSystem.entries(Self.resources + "/models/" + folder) {
        let name = "\(folder)/\(entry.name)"
        #expect(list.split(separator: "\n").contains("#embed \"models/\(name)\""), "\(name)")
        #expect(list.contains("{\"\(name)\", model"), "\(name)")
      }
    }
  }

  /// Each text alone: which functions a package has must not depend on the order of the texts.
  @Test func noFunctionStandsInTwoTexts() throws {
    var texts: [ModelledFunction: String] = [:]
    for folder in ["go", "libraries"] {
      for entry in try FileSystem.entries(Self.resources + "/models/" + folder) {
        var models = LibraryModels()
        try models.add(try FileSystem.read("\(Self.resources)/models/\(folder)/\(entry.name)"))
        for function in models.all.keys {
          #expect(texts[function] == nil, "\(function)")
          texts[function] = entry.name
        }
      }
    }
    #expect(Set(texts.keys) == Set(LibraryModels.builtin.all.keys))
  }

  @Test(arguments: [
    ("sync", "WaitGroup.Go"), ("golang.org/x/sync/errgroup", "Group.Go"),
    ("github.com/sourcegraph/conc", "WaitGroup.Go"), ("gopkg.in/tomb.v2", "Tomb.Go"),
  ])
  func groupsRunGoroutinesThatTheirWaitJoins(package: String, name: String) throws {
    let run = FunctionRun(function: .argument(0), strand: .goroutine, signals: .receiver)
    #expect(try effects(package, name).runs == [run])
    let wait = String(name.prefix { $0 != "." }) + ".Wait"
    #expect(
      try effects(package, wait).signals == [SignalEffect(action: .wait, subject: .receiver)])
  }

  @Test(arguments: [
    ("Mutex.Lock", LockEffect(action: .acquire, lock: .receiver)),
    ("RWMutex.RUnlock", LockEffect(action: .release, mode: .read, lock: .receiver)),
    ("RWMutex.TryRLock", LockEffect(action: .tryAcquire, mode: .read, lock: .receiver)),
    ("Locker.Unlock", LockEffect(action: .release, lock: .receiver)),
  ])
  func locksAreTakenAndGivenBack(name: String, effect: LockEffect) throws {
    #expect(try effects("sync", name).locks == [effect])
  }

  @Test(arguments: [
    ("bytes", "Buffer.Bytes"), ("bufio", "Scanner.Bytes"), ("bufio", "Reader.ReadSlice"),
    ("encoding/xml", "Decoder.Token"),
  ])
  func buffersThatAreUsedAgainAreMarked(package: String, name: String) throws {
    let origin = ResultOrigin(origin: .view(of: .receiver), isReused: true)
    #expect(try effects(package, name).results.contains(origin))
  }

  @Test(arguments: [
    ("slices", "Clone", 1), ("net/http", "Header.Clone", 2),
    ("google.golang.org/protobuf/proto", "Clone", Int.max),
  ])
  func copiesHaveTheirDepth(package: String, name: String, levels: Int) throws {
    guard case .copy(_, levels)? = try effects(package, name).results.first?.origin else {
      Issue.record("\(name) is no copy \(levels) levels deep")
      return
    }
  }

  @Test(arguments: [
    ("github.com/IBM/sarama", "AsyncProducer.Input", CallPlace.result(0)),
    ("github.com/segmentio/analytics-go/v3", "Client.Enqueue", .argument(0)),
    ("github.com/panjf2000/ants/v2", "PoolWithFunc.Invoke", .argument(0)),
    ("github.com/ThreeDotsLabs/watermill/message", "Publisher.Publish", .variadic(1)),
  ])
  func asynchronousLibrariesKeep(package: String, name: String, value: CallPlace) throws {
    #expect(
      try effects(package, name).retentions == [Retention(value: value, keeper: .library)])
  }

  @Test func onlyParallelMarksTheCaller() {
    let marking = LibraryModels.builtin.all.filter(\.value.marksParallel).map(\.key)
    #expect(marking == [ModelledFunction(package: "testing", type: "T", name: "Parallel")])
  }
}
