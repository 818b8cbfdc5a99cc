import Files
import PerceptualStudy

/// A study's answers with everything that is told of them: with the judges whom the preregistered
/// rule leaves out, and without.
public struct JudgedStudy: Sendable {
  /// The file of answers.
  public let file: String
  /// The design and its folder; nil where none is given.
  public let design: (folder: String, design: StudyDesign)?
  /// The rule that is applied.
  public let rule: ExclusionRule
  /// All judges.
  public let records: [JudgeRecord]
  /// Without those whom the rule leaves out: the headline.
  public let kept: StudyAnalysis
  /// With everybody.
  public let all: StudyAnalysis
  /// Of the bootstrap draws.
  public let seed: UInt64
  /// Draws of each bootstrap.
  public let draws: Int
  /// That some names are the same letters in different bytes, in a sentence; nil where none are.
  public let remarkOnNames: String?

  /// Reads and analyses answers.
  ///
  /// - Parameters:
  ///   - file: in the layout of ``PerceptualStudy/AnswersFile``.
  ///   - designFolder: the design's, whose hash is checked and to which all answers must belong.
  ///   - seed: of the bootstrap draws.
  ///   - draws: of each bootstrap, at least 2.
  public init(
    file: String, designFolder: String? = nil, seed: UInt64 = 0, draws: Int = StudyAnalysis.draws
  ) throws(PerceptualAnalysisError) {
    let judgements: [Judgement]
    do {
      judgements = try AnswersFile.read(file)
      design = try designFolder.map { folder throws(PerceptualStudyError) in
        (folder, try DesignFolder.verify(folder))
      }
    } catch {
      throw .study(error)
    }
    guard judgements.contains(where: { $0.trial.kind == .main && $0.answer != nil }) else {
      throw .noAnswers(file: file)
    }
    if let design { try DesignMatch(design.design).check(judgements, file: file) }
    let rule = design?.design.exclusion ?? ExclusionRule()
    let expected = design?.design.schedules.first.map { schedule in
      schedule.trials.count(where: { $0.kind == .main })
    }
    let records = JudgeRecord.records(judgements, rule: rule, expected: expected)
    let excluded = Set(records.filter(\.isExcluded).map { ExactName($0.judge) })
    let methods = design?.design.methods ?? []
    let all = StudyAnalysis(judgements, methods: methods, seed: seed, draws: draws)
    kept =
      excluded.isEmpty
      ? all
      : StudyAnalysis(
        judgements.filter { !excluded.contains(ExactName($0.judge)) }, methods: methods, seed: seed,
        draws: draws)
    (self.file, self.rule, self.records, self.all) = (file, rule, records, all)
    (self.seed, self.draws) = (seed, draws)
    remarkOnNames = Self.remark(onNamesOf: all)
  }

  private static func remark(onNamesOf analysis: StudyAnalysis) -> String? {
    let methods = analysis.methods.map(\.method)
    let images = Set(analysis.images.map { ExactName($0.image) }).sorted().map(\.text)
    let names = methods.sameLettersInOtherBytes() + images.sameLettersInOtherBytes()
    guard !names.isEmpty else { return nil }
    return
      "These names stand in the answers in two Unicode normal forms, as the same letters in other "
      + "bytes, and each form counts as another: \(names.joined(separator: ", "))."
  }

  /// Judges that are programs.
  public var simulated: Int { records.count(where: \.isSimulated) }

  /// That programs judged, in a sentence; nil where only people did.
  public var remarkOnSimulation: String? {
    switch simulated {
    case 0: nil
    case records.count:
      "No person judged: all judges are simulated. This is no result about people."
    default: "\(simulated) of \(records.count) judges are simulated, and count like people here."
    }
  }

  /// Methods of the design that no counted answer is about.
  public var unjudged: [String] {
    let judged = Set(kept.methods.map(\.method))
    return design?.design.methods.map(\.name).filter { !judged.contains($0) } ?? []
  }
}
