// Written by `racelint-dev generate` from the folders of Rules/. Do not edit.
import RuleKit

/// All rules, by the names of their folders.
public enum RuleList {
  /// The rules' types.
  public static let all: [any Rule.Type] = [
    AppendOverlap.self,
    AsyncAlias.self,
    BorrowedWrite.self,
    EarlyDone.self,
    GuardedEscape.self,
    LateAdd.self,
    MixedAtomic.self,
    ParallelSubtest.self,
    RetainedArgument.self,
    ReusedBuffer.self,
    SkippedDone.self,
    UnguardedField.self,
    UnguardedMap.self,
    UnguardedSlice.self,
    UnguardedVariable.self,
  ]
}
