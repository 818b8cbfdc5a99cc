import Files
import Foundation
import Imaging
import ParallelWork
import Plotting

/// Makes the design of a declared study: pictures, schedules, texts and their balance, in a folder.
public struct StudyDesigner: Sendable {
  /// The study as declared.
  public let declaration: StudyDeclaration
  private let truth: String
  private let texts: StudyTexts

  /// What was made, and what a person should know of it.
  public struct Report: Sendable {
    /// The design.
    public let design: StudyDesign
    /// Its balance.
    public let balance: DesignBalance
    /// Images and files that are not in it, with the reasons.
    public let leftOut: [ImageMatch.LeftOut]
    /// Images with a fake of another shape than the true picture, which was stretched to it.
    public let stretched: Int
    /// Pairs of image and method that nobody judges, for lack of judges.
    public let unjudged: Int
    /// Whether the folder held the very same design already, and was left as it was.
    public let wasThere: Bool
    /// Why no picture of the balance was drawn; nil where it was.
    public let drawingComplaint: String?
  }

  /// Checks that a study says all that is needed.
  ///
  /// - Throws: ``PerceptualStudyError/incomplete(what:option:)``,
  ///   ``PerceptualStudyError/invalidOption(name:explanation:)``, and for the texts what reading
  ///   throws.
  public init(_ declaration: StudyDeclaration) throws(PerceptualStudyError) {
    self.declaration = declaration
    guard let truth = declaration.truth else {
      throw .incomplete(what: "folder of true pictures", option: "--truth DIR")
    }
    guard !declaration.methods.isEmpty else {
      throw .incomplete(what: "method", option: "--method NAME=DIR")
    }
    if let problem = declaration.optionProblem {
      throw .invalidOption(name: problem.name, explanation: problem.explanation)
    }
    self.truth = truth
    texts = try StudyTexts(declaration)
  }

  /// Names that a design gives to its files and folders.
  static let ownNames = [
    DesignFolder.designFile, DesignFolder.trialsFile, DesignFolder.consentFile,
    DesignFolder.debriefingFile, PicturePreparation.folder, MTurkBatch.fileName,
    Codebook.fileName, Codebook.dictionaryName, DesignBalance.name + ".csv",
    DesignBalance.name + ".gp", DesignBalance.name + ".svg", DesignBalance.name + ".png",
    DesignBalance.judgesFile, LeftOutTable.fileName,
  ]

  /// Makes the design in a folder, whole or not at all.
  ///
  /// - Throws: ``PerceptualStudyError`` for pictures, wishes and folders that cannot be used.
  public func write(into folder: String) throws(PerceptualStudyError) -> Report {
    let staged = try StagedFolder(folder)
    let holdsDesign = staged.existing([DesignFolder.designFile]) != nil
    if !holdsDesign, let name = staged.existing(Self.ownNames) {
      throw .occupied(folder: folder, holds: "\(name), but no design")
    }
    let match = try ImageMatch(truth: truth, methods: declaration.methods)
    let images = match.files.map(\.image)
    let names = declaration.methods.map(\.name)
    let schedules = try scheduled(images, names, leftOut: match.leftOut.count)
    let balance = DesignBalance(schedules, images: images, methods: names)
    guard balance.broken.isEmpty else { throw .unbalanced(balance.broken) }
    let (pictures, stretched) = try writePictures(match, schedules, into: staged)
    var design = StudyDesign(
      study: declaration.study, title: declaration.title ?? declaration.study,
      seed: declaration.seed,
      methods: declaration.methods.map {
        StudyMethod(name: $0.name, publishedRate: $0.publishedRate)
      },
      exposure: declaration.exposure, imageSize: declaration.imageSize,
      breakEvery: declaration.breakEvery, exclusion: declaration.exclusion,
      consent: texts.consent.reference, pictures: pictures, schedules: schedules, hash: "",
      debriefing: texts.debriefing.reference,
      source: declaration.source.isEmpty ? nil : declaration.source)
    design.hash = try DesignHash.hash(of: design, in: staged.stage)
    func report(_ wasThere: Bool, _ complaint: String?) -> Report {
      Report(
        design: design, balance: balance, leftOut: match.leftOut, stretched: stretched,
        unjudged: balance.cells.count { $0.judgements == 0 }, wasThere: wasThere,
        drawingComplaint: complaint)
    }
    if holdsDesign {
      guard try DesignFolder.verify(folder) == design else {
        throw .occupied(folder: folder, holds: "another design")
      }
      return report(true, nil)
    }
    try staged.write(
      LeftOutTable.data(match.leftOut.map { ($0.image, $0.reason) }), to: LeftOutTable.fileName)
    let complaint = try writeFiles(design, balance, into: staged)
    try staged.finish(last: DesignFolder.designFile)
    return report(false, complaint)
  }

  /// The schedules; where images are too few, says how many were left out.
  private func scheduled(
    _ images: [String], _ methods: [String], leftOut: Int
  ) throws(PerceptualStudyError) -> [JudgeSchedule] {
    do throws(PerceptualStudyError) {
      return try Scheduler(
        study: declaration.study, seed: declaration.seed, images: images, methods: methods,
        judges: declaration.judges, trials: declaration.trials, practice: declaration.practice,
        vigilance: declaration.vigilance
      ).schedules()
    } catch {
      guard case .infeasible(let reason, let nearest) = error, leftOut > 0 else { throw error }
      throw .infeasible(
        reason: reason + " that have a picture of every method (\(leftOut) were left out)",
        nearest: nearest)
    }
  }

  private func writePictures(
    _ match: ImageMatch, _ schedules: [JudgeSchedule], into staged: StagedFolder
  ) throws(PerceptualStudyError) -> (pictures: [StudyPicture], stretched: Int) {
    try staged.make(PicturePreparation.folder)
    var shown: [ExactName: Set<String>] = [:]
    for trial in schedules.lazy.flatMap(\.trials) {
      shown[ExactName(trial.image), default: []].insert(trial.method)
    }
    let needs = match.files.compactMap { files in
      shown[ExactName(files.image)].map { PicturePreparation.Need(files: files, shown: $0) }
    }
    let preparation = PicturePreparation(
      study: declaration.study, seed: declaration.seed, imageSize: declaration.imageSize,
      methods: declaration.methods.map(\.name))
    let stage = staged.stage
    typealias Written = (picture: StudyPicture, isStretched: Bool)
    let results = parallelMap(needs.count) { index in
      Result<Written, PerceptualStudyError> { () throws(PerceptualStudyError) in
        try preparation.write(needs[index], into: stage)
      }
    }
    var written: [Written] = []
    for result in results { written.append(try result.get()) }
    return (written.map(\.picture), written.count { $0.isStretched })
  }

  private func writeFiles(
    _ design: StudyDesign, _ balance: DesignBalance, into staged: StagedFolder
  ) throws(PerceptualStudyError) -> String? {
    try staged.write(TrialsFile.data(design.schedules), to: DesignFolder.trialsFile)
    try staged.write(MTurkBatch.data(design.schedules), to: MTurkBatch.fileName)
    try staged.write(texts.consent.bytes, to: DesignFolder.consentFile)
    try staged.write(texts.debriefing.bytes, to: DesignFolder.debriefingFile)
    let entries = Codebook.trials + Codebook.balance + Codebook.answers + Codebook.leftOut
    try staged.write(Codebook.table(entries), to: Codebook.fileName)
    try staged.write(
      Codebook.dictionary(entries, title: "The tables of \(design.study)"),
      to: Codebook.dictionaryName)
    try staged.write(balance.table, to: DesignBalance.name + ".csv")
    try staged.write(balance.judgesTable, to: DesignBalance.judgesFile)
    let figure = balance.figure(title: design.title)
    try staged.write(Data(figure.script.utf8), to: DesignBalance.name + ".gp")
    let complaint = Gnuplot.draw(DesignBalance.name, in: staged.stage)
    try staged.write(DesignHash.canonical(design), to: DesignFolder.designFile)
    return complaint
  }
}
