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
      let run: @Sendable (Int) -> Void = { worker in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          if index >= count { return }
          slots.set(index, work(worker, index))
        }
      }
      var handles: [pthread_t] = []
      for worker in 0..<threads {
        guard let handle = start({ run(worker) }) else { break }
        handles.append(handle)
      }
      // No thread could be had: the work is done here, on a smaller stack.
      if handles.isEmpty { run(0) }
      for handle in handles { pthread_join(handle, nil) }
    }
    return slots.take()
  }

  /// Runs the work on one thread with a large stack and waits for it.
  public static func withLargeStack<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
  ) -> Result {
    map(count: 1, jobs: 1) { _, _ in work() }[0]
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
  /// its index, and `take` is called after all threads were joined.
  private final class Slots<Result: Sendable>: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Result?>
    private let count: Int

    init(count: Int) {
      base = .allocate(capacity: count)
      base.initialize(repeating: nil, count: count)
      self.count = count
    }

    deinit {
      base.deinitialize(count: count)
      base.deallocate()
    }

    func set(_ index: Int, _ result: Result) { base[index] = result }

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
}
