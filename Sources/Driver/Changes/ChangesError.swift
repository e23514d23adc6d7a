import Basics
import Findings

/// Why it cannot be told what is new.
public enum ChangesError: Error, Hashable, Sendable {
  /// There is no git, which the option needs.
  case noGit(String)
  /// The directory lies in no repository, which the option needs.
  case noRepository(String, String)
  /// The repository has no such revision, or not in its shallow clone.
  case unknownRevision(String, isShallow: Bool)
  /// The revision and HEAD have no commit in common.
  case noMergeBase(String, isShallow: Bool)
  /// Something else that git said.
  case git(String)
  /// The patch could not be read.
  case patchFile(FileError)
  /// What was read, as it is called, is no patch.
  case patch(String, Patch.Fault)
}
