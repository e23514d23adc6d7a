import Glibc
import Synchronization

/// Work on many items by a few threads of our own.
///
/// Threads are made for each call, with large stacks: what descends a syntax tree may go
/// ten thousand levels deep. This is the one file of Basics with unchecked sharing.
public enum Parallel {
  /// The stack of each worker, in bytes. Only what is touched takes memory.
  public static let stackSize = 256 << 20

  /// The number of processors that are online, at least one.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// `work(worker, index)` for each index below `count`, on `jobs` threads; results in order.
  ///
  /// Items are taken in ascending order, so put the largest first. `worker` is below `jobs`
  /// and names the thread. The calling thread waits.
  public static func map<Result: Sendable>(
    count: Int, jobs: Int, _ work: @escaping @Sendable (_ worker: Int, _ index: Int) -> Result
  ) -> [Result] {
    guard count > 0 else { return [] }
    let slots = Slots<Result>(count: count)
    let next = Atomic<Int>(0)
    let threads = max(1, min(jobs, count))
    withoutActuallyEscaping(work) { work in
      runThreads(threads) { worker in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          if index >= count { return }
          slots.set(index, work(worker, index))
        }
      }
    }
    return slots.take()
  }

  /// `work(index, finished)` for each index, on `jobs` threads, each after those that it
  /// depends on, which must be smaller ones; results in order.
  ///
  /// `finished` gives the result of an index that this one depends on, directly or not. Of any
  /// other it gives nil or not, by chance: do not ask. Those with the longest chain of others
  /// behind them are begun first, each as long as `costs` says, or 1. A lock is taken twice for
  /// each item.
  public static func map<Result: Sendable>(
    dependencies: [[Int]], costs: [Int]? = nil, jobs: Int,
    _ work:
      @escaping @Sendable (_ index: Int, _ finished: @escaping (Int) -> Result?) -> Result
  ) -> [Result] {
    map(dependencies: dependencies, costs: costs, jobs: jobs, scratch: {}) { index, _, finished in
      work(index, finished)
    }
  }

  /// The same with something for each thread that it uses for one item after the other.
  public static func map<Result: Sendable, Scratch>(
    dependencies: [[Int]], costs: [Int]? = nil, jobs: Int,
    scratch: @escaping @Sendable () -> Scratch,
    _ work:
      @escaping @Sendable (
        _ index: Int, _ scratch: Scratch, _ finished: @escaping (Int) -> Result?
      ) -> Result
  ) -> [Result] {
    let count = dependencies.count
    guard count > 0 else { return [] }
    let slots = Slots<Result>(count: count)
    let queue = DependencyQueue(dependencies, costs ?? dependencies.map { _ in 1 })
    withoutActuallyEscaping(work) { work in
      runThreads(max(1, min(jobs, count))) { _ in
        let own = scratch()
        while let index = queue.next() {
          slots.set(index, work(index, own) { slots.finished($0) })
          queue.finish(index)
        }
      }
    }
    return slots.take()
  }

  /// Runs the work on so many threads, or as many as can be had, and waits for all.
  private static func runThreads(_ count: Int, _ run: @escaping @Sendable (Int) -> Void) {
    withoutActuallyEscaping(run) { run in
      var handles: [pthread_t] = []
      for worker in 0..<count {
        guard let handle = start({ run(worker) }) else { break }
        handles.append(handle)
      }
      // No thread could be had: the work is done here, on a smaller stack.
      if handles.isEmpty { run(0) }
      for handle in handles { pthread_join(handle, nil) }
    }
  }

  /// The results of two pieces of work, which are done at the same time where there are two jobs.
  public static func both<First: Sendable, Second: Sendable>(
    jobs: Int, _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let slots = (Slots<First>(count: 1), Slots<Second>(count: 1))
    _ = map(count: 2, jobs: jobs) { _, index in
      if index == 0 { slots.0.set(0, first()) } else { slots.1.set(0, second()) }
    }
    return (slots.0.take()[0], slots.1.take()[0])
  }

  /// Runs the work on one thread with a large stack and waits for it.
  public static func withLargeStack<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
  ) -> Result {
    map(count: 1, jobs: 1) { _, _ in work() }[0]
  }

  /// Begins work on a thread of its own with a large stack, and does not wait for it. Where no thread
  /// can be had it is done before this returns.
  public static func begin(_ work: @escaping @Sendable () -> Void) {
    if let handle = start(work) { pthread_detach(handle) } else { work() }
  }

  /// Lets go of an object on a thread of its own, so that nobody waits while all that it holds is
  /// freed. Nobody else uses the object any more.
  public static func release<Object: AnyObject>(_ object: consuming Object) {
    let last = Last(object: object)
    if let handle = start({ _ = last }) { pthread_detach(handle) }
  }

  /// The last reference to an object. Invariant: no thread uses the object, so that it does not
  /// matter which one lets it go.
  private struct Last<Object: AnyObject>: @unchecked Sendable {
    let object: Object
  }

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private static func start(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let body = Unmanaged.passRetained(Body(run))
    var handle = pthread_t()
    let failed = pthread_create(
      &handle, &attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard failed == 0 else {
      body.release()
      return nil
    }
    return handle
  }

  /// A place for each result. Invariant: each slot is set once, by the one thread that took
  /// its index; others read it only after they saw its flag, which is set behind it; and `take`
  /// is called after all threads were joined.
  private final class Slots<Result: Sendable>: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Result?>
    private let isSet: UnsafeMutablePointer<Atomic<Bool>>
    private let count: Int

    init(count: Int) {
      base = .allocate(capacity: count)
      base.initialize(repeating: nil, count: count)
      isSet = .allocate(capacity: count)
      for index in 0..<count { (isSet + index).initialize(to: Atomic(false)) }
      self.count = count
    }

    deinit {
      base.deinitialize(count: count)
      base.deallocate()
      isSet.deinitialize(count: count)
      isSet.deallocate()
    }

    func set(_ index: Int, _ result: Result) {
      base[index] = result
      isSet[index].store(true, ordering: .releasing)
    }

    func finished(_ index: Int) -> Result? {
      isSet[index].load(ordering: .acquiring) ? base[index] : nil
    }

    func take() -> [Result] {
      (0..<count).map { index in
        guard let result = base[index] else {
          preconditionFailure("an item of the parallel work was left out")
        }
        base[index] = nil
        return result
      }
    }
  }

  /// Which items may be begun. Invariant: `state` is touched, and the condition is waited for,
  /// with the mutex held; what a thread did before `finish` is seen by who gets an item later.
  private final class DependencyQueue: @unchecked Sendable {
    // At an address of their own: several threads use them at the same time.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// An item that may be begun, with the cost of the costliest chain from it on.
    private struct Ready {
      var item: Int
      var height: Int

      func precedes(_ other: Ready) -> Bool {
        (other.height, item) < (height, other.item)
      }
    }
    /// The items that may be begun, as a heap: those with the longest chain behind them first.
    private var ready: [Ready] = []
    /// How many of the items that each depends on are not finished.
    private var missing: [Int]
    private let dependents: [[Int]]
    /// The cost of the costliest chain of items from each on.
    private let heights: [Int]
    private var unfinished: Int

    init(_ dependencies: [[Int]], _ costs: [Int]) {
      var dependents = Array(repeating: [Int](), count: dependencies.count)
      for (index, list) in dependencies.enumerated() {
        for dependency in list {
          precondition(dependency < index, "an item depends on a later one")
          dependents[dependency].append(index)
        }
      }
      var heights = costs
      for index in dependencies.indices.reversed() {
        for dependency in dependencies[index] {
          heights[dependency] = max(heights[dependency], heights[index] + costs[dependency])
        }
      }
      self.dependents = dependents
      self.heights = heights
      missing = dependencies.map(\.count)
      unfinished = dependencies.count
      for index in missing.indices where missing[index] == 0 { add(index) }
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(condition, nil)
    }

    deinit {
      pthread_cond_destroy(condition)
      pthread_mutex_destroy(mutex)
      condition.deallocate()
      mutex.deallocate()
    }

    /// An item whose dependencies are finished; waits for one. Nil once all are finished.
    func next() -> Int? {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      while ready.isEmpty, unfinished > 0 { pthread_cond_wait(condition, mutex) }
      return takeFirst()
    }

    func finish(_ index: Int) {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      unfinished -= 1
      var wakes = unfinished == 0
      for dependent in dependents[index] {
        missing[dependent] -= 1
        if missing[dependent] == 0 {
          add(dependent)
          wakes = true
        }
      }
      if wakes { pthread_cond_broadcast(condition) }
    }

    // MARK: The heap

    private func add(_ item: Int) {
      let new = Ready(item: item, height: heights[item])
      var place = ready.count
      ready.append(new)
      while place > 0, new.precedes(ready[(place - 1) / 2]) {
        ready.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    }

    private func takeFirst() -> Int? {
      guard let last = ready.popLast() else { return nil }
      guard let first = ready.first else { return last.item }
      ready[0] = last
      var place = 0
      while true {
        var best = place
        for child in [2 * place + 1, 2 * place + 2]
        where child < ready.count && ready[child].precedes(ready[best]) {
          best = child
        }
        if best == place { return first.item }
        ready.swapAt(place, best)
        place = best
      }
    }
  }
}
