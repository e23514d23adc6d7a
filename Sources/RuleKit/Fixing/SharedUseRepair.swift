import Findings

/// What mends something that goroutines use at the same time: the lock that others hold there, else a
/// mutex of its own, else that lock around calls of functions which others call while they hold it.
public struct SharedUseRepair {
  private let program: ProgramContext
  private let uses: [SharedUse]

  public init(_ program: ProgramContext, _ uses: [SharedUse]) {
    self.program = program
    self.uses = uses
  }

  /// The fix, or what stands in the way of the one that comes first.
  public func fix() -> Result<Fix, Refusal> {
    let lock = CommonLock(program, uses)
    var refusal: Refusal?
    do throws(Refusal) {
      if let fix = try lock.fix(.statements) { return .success(fix) }
    } catch {
      refusal = error
    }
    do throws(Refusal) {
      return .success(try OwnMutex(program, uses).fix())
    } catch {
      guard refusal != nil else { return .failure(error) }
    }
    do throws(Refusal) {
      if let fix = try lock.fix(.calls) { return .success(fix) }
    } catch {
      refusal = error
    }
    return .failure(refusal ?? Refusal(.unknownForm))
  }
}

extension [SharedUse] {
  /// Those that are told by default: what is only possible asks for no edit.
  var toBeMended: [SharedUse] { filter { $0.confidence > .possible } }
}
