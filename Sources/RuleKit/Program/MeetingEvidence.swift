import Findings
import GoFlow

/// What speaks for and against two uses that the analysis found beside each other.
extension ProgramContext {
  /// Whether something may still order the sides.
  func isPossibleOnly(_ meeting: FlowMeeting, of field: FieldNumber? = nil) -> Bool {
    let isShown = [meeting.first, meeting.second].allSatisfy { side in
      side.trace.last.map { analysis.isShown($0, of: field) } ?? false
    }
    return !isShown || meeting.isPossibleOnly || mayShareLock(meeting)
      || isFarFetched(meeting.first) || isFarFetched(meeting.second)
  }

  // MARK: Witnesses

  /// Whether nothing says that the sides of a meeting at a place are expected beside each other. Somebody
  /// hands over what he uses on, a lock guards the place on one side or elsewhere, or both uses are
  /// plain to see: without any of that the fields of an object may as well be used by turns that the
  /// analysis does not see.
  func isUnwitnessed(_ meeting: FlowMeeting, at place: SlotKey.Base?) -> Bool {
    if meeting.isHandedOver || meeting.first.isParallelTest { return false }
    if isPeek(meeting.first, beside: meeting.second)
      || isPeek(meeting.second, beside: meeting.first)
    {
      return true
    }
    if isOfTestsCallback(meeting) { return true }
    guard case .field? = place else { return false }
    if areRequests(meeting) { return true }
    return meeting.first.locks.isEmpty && meeting.second.locks.isEmpty
      && !meeting.isGuardedElsewhere && !isOfOneDeclaration(meeting) && !isOfPool(meeting)
      && !isOfOneLoop(meeting)
      && !isPlain(meeting.first, beside: meeting.second, in: meeting.function)
      && !isPlain(meeting.second, beside: meeting.first, in: meeting.function)
  }

  /// Whether the first side is right where everybody sees it, and so is the goroutine of the other: the
  /// function that starts it goes on to use the memory itself, or an exported function does so and the
  /// same package starts the goroutine.
  private func isPlain(
    _ side: FlowMeetingSide, beside other: FlowMeetingSide, in function: FunctionNumber?
  ) -> Bool {
    guard side.goroutine == nil, side.trace.count == 1, other.trace.count <= 2,
      let own = side.trace.last?.function, let start = other.goroutine
    else { return false }
    if function != nil { return true }
    let (user, starter) = (program.functions[own], program.functions[start.function])
    return user.traits.contains(.isExported) && user.literal == 0
      && user.key.package == starter.key.package
  }

  /// Whether a test looks with no lock at what the code that it tests uses in the background. Mostly
  /// it knows when that has come to rest.
  private func isPeek(_ side: FlowMeetingSide, beside other: FlowMeetingSide) -> Bool {
    guard let own = side.trace.last?.function, let far = other.trace.last?.function,
      side.goroutine == nil, side.locks.isEmpty, other.goroutine != nil
    else { return false }
    return isInTest(own) && !isInTest(far)
  }

  /// Whether a test hands a function to what it tests, or to a library, and uses with no lock what that
  /// function uses in a goroutine: whoever runs it says when, and the test mostly waits for that.
  private func isOfTestsCallback(_ meeting: FlowMeeting) -> Bool {
    let sides = [meeting.first, meeting.second]
    let functions = sides.compactMap { $0.trace.last?.function }
    guard functions.count == 2, functions.allSatisfy({ isInTest($0) }),
      sides.allSatisfy(\.locks.isEmpty),
      program.declaration(of: functions[0]) == program.declaration(of: functions[1])
    else { return false }
    return sides.contains { side in
      guard let start = side.goroutine else { return false }
      return start.kind != .goroutine
        || program.declaration(of: start.function) != program.declaration(of: functions[0])
    }
  }

  /// Whether two different requests are the sides: whoever makes them has an order for them.
  private func areRequests(_ meeting: FlowMeeting) -> Bool {
    let sides = [meeting.first, meeting.second]
    return sides.allSatisfy { $0.goroutine?.value.isNone == true }
      && meeting.first.goroutine?.function != meeting.second.goroutine?.function
  }

  /// Whether the library that runs a function several times at once does both.
  private func isOfPool(_ meeting: FlowMeeting) -> Bool {
    guard let start = meeting.first.goroutine, start.kind == .pool else { return false }
    return meeting.second.goroutine.map {
      $0.kind == .pool && $0.function == start.function && $0.value == start.value
    } ?? false
  }

  /// Whether both uses stand in the function in which they meet, or in literals there.
  private func isOfOneDeclaration(_ meeting: FlowMeeting) -> Bool {
    guard let function = meeting.function else { return false }
    let own = program.declaration(of: function)
    return [meeting.first, meeting.second].allSatisfy { side in
      side.trace.last.map { program.declaration(of: $0.function) } == own
    }
  }

  /// Whether both sides are goroutines that one statement starts, in the function that has the object:
  /// they are there to run beside each other.
  private func isOfOneLoop(_ meeting: FlowMeeting) -> Bool {
    guard let function = meeting.function, let start = meeting.first.goroutine,
      start.kind == .goroutine || start.kind == .library, start == meeting.second.goroutine
    else { return false }
    return program.declaration(of: start.function) == program.declaration(of: function)
  }

  /// Whether nobody holds any lock, which would say that others are expected.
  private func isBare(_ meeting: FlowMeeting) -> Bool {
    [meeting.first, meeting.second].allSatisfy { $0.mayLocks.isEmpty && $0.locks.isEmpty }
  }

  // MARK: Ways

  /// Where nobody holds any lock the ways to both uses are no longer together.
  private static let longestBareTraces = 6

  func isFarFetched(_ meeting: FlowMeeting) -> Bool {
    isBare(meeting) && !meeting.isHandedOver
      && meeting.first.trace.count + meeting.second.trace.count > Self.longestBareTraces
  }

  /// Calls further down than this no memory is told apart for sure from other memory of its kind.
  private static let longestSureTrace = 7

  /// Whether the way to a use is long, or leads through one function several times, as it does where
  /// an interface's method calls that of another value.
  private func isFarFetched(_ side: FlowMeetingSide) -> Bool {
    let functions = side.trace.map(\.function)
    return functions.count > Self.longestSureTrace
      || Set(functions).count < functions.count
        && functions.indices.dropFirst().contains { functions[$0] == functions[$0 - 1] }
  }

  /// Whether both sides hold locks of one name, not both of them for reading: found by different
  /// ways they may still be one.
  private func mayShareLock(_ meeting: FlowMeeting) -> Bool {
    let mark = " (read)"
    return (meeting.first.locks + meeting.first.onces).contains { lock in
      let isRead = lock.hasSuffix(mark)
      let name = isRead ? lock.dropLast(mark.count) : lock[...]
      return (meeting.second.locks + meeting.second.onces).contains { other in
        other == name || !isRead && other.hasSuffix(mark) && other.dropLast(mark.count) == name
      }
    }
  }
}
