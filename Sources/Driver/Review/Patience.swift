/// How often a host is asked again that fails for now, and how long is waited for it.
struct Patience {
  /// Tries of everything that is asked, the first ones not counted; seconds of waiting in all.
  static let mostTries = 6
  static let longestWait = 300

  private let pause: (Duration) -> Void
  private var tries = 0
  private var waited = 0

  init(pause: @escaping (Duration) -> Void) { self.pause = pause }

  /// Does the work, again after each failure that may pass: when the host wants it, or after 1, 2,
  /// 4, … seconds.
  mutating func repeating<Result>(
    _ work: () throws(ReviewError) -> Result
  ) throws(ReviewError) -> Result {
    while true {
      do throws(ReviewError) {
        return try work()
      } catch {
        guard case .transient(let reason, let after) = error else { throw error }
        guard tries < Self.mostTries else { throw .gaveUp(reason, tries: tries, wait: nil) }
        let wait = after ?? 1 << tries
        guard waited + wait <= Self.longestWait else {
          throw .gaveUp(reason, tries: tries, wait: wait)
        }
        pause(.seconds(wait))
        tries += 1
        waited += wait
      }
    }
  }
}
