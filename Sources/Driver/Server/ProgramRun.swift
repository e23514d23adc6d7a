import Basics
import Findings
import LanguageServer
import Reporting
import Synchronization

/// Whether nobody waits for a run any more.
final class Abandonment: Sendable {
  private let flag = Atomic<Bool>(false)

  var isSet: Bool { flag.load(ordering: .relaxed) }

  /// Says that nobody waits any more.
  func set() { flag.store(true, ordering: .relaxed) }
}

/// A document as a run sees it.
struct DocumentSnapshot: Hashable, Sendable {
  var uri: String
  var version: Int
  var bytes: [UInt8]
}

/// One analysis of a program with the texts of the documents that are open in it.
struct ProgramRun: Sendable {
  /// What came of it.
  enum Outcome: Sendable {
    case report(AnalysisReport)
    /// What is to be told, and whether it is a mistake of the user's and not of the code.
    case failure(String, isMistake: Bool)
  }

  let root: ProgramRoot
  /// The open documents by their paths.
  let documents: [String: DocumentSnapshot]
  let abandonment = Abandonment()

  /// Does the work, as `racelint check` does it in the program's directory. May be called on any
  /// thread; takes as long as that.
  func outcome(_ options: CommandLineOptions, _ context: ApplicationContext) -> Outcome {
    var context = context
    context.workingDirectory = root.directory
    do throws(RunError) {
      let configuration = try EffectiveConfiguration(options, context)
      let overlay = SourceOverlay(documents.mapValues(\.bytes))
      var settings = configuration.settings(
        patterns: [root.pattern] + documents.keys.sorted(), overlay: overlay)
      settings.baseline = try Baseline(options, context)
      let observer = RunObserver(isAbandoned: { [abandonment] in abandonment.isSet })
      do throws(AnalysisError) {
        return .report(try context.engine.analyze(settings, observer))
      } catch {
        throw .analysis(error)
      }
    } catch {
      let isMistake = if case .analysis(.pattern) = error { false } else { true }
      return .failure(ErrorMessages.message(for: error), isMistake: isMistake)
    }
  }
}
