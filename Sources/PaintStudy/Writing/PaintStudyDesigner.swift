import Crypto
import Files
import Foundation
import PerceptualStudy
import Prose

/// Makes the design of a declared painting study: plans, pictures, texts and their balance.
public struct PaintStudyDesigner: Sendable {
  private let declaration: PaintStudyDeclaration
  private let texts: PaintTexts

  /// What was made, and what a person should know of it.
  public struct Report: Sendable {
    /// The design.
    public let design: PaintStudyDesign
    /// Its balance.
    public let balance: PaintBalance
    /// Pictures that are not in it, with the reasons.
    public let leftOut: [LeftOutPicture]
    /// Whether the folder held the very same design already, and was left as it was.
    public let wasThere: Bool
  }

  /// Checks a study's numbers and reads its texts.
  ///
  /// - Throws: ``PaintStudyError/invalidOption(name:explanation:)``, and for the texts what reading
  ///   throws.
  public init(_ declaration: PaintStudyDeclaration) throws(PaintStudyError) {
    self.declaration = declaration
    if let problem = declaration.problem {
      throw .invalidOption(name: problem.name, explanation: problem.explanation)
    }
    texts = try PaintTexts(declaration)
  }

  /// Makes the design in a folder, whole or not at all.
  ///
  /// Of more images than can be painted once in each arm, as many as can are drawn.
  ///
  /// - Parameter isDry: whether everything is done but nothing is left on the disk.
  public func write(into folder: String, isDry: Bool = false) throws(PaintStudyError) -> Report {
    let holdsDesign = FileManager.default.fileExists(
      atPath: folder + "/" + PaintStudyFolder.designFile)
    let output = holdsDesign ? nil : try WholeFolder(folder)
    var images = try StudyImages(declaration)
    let most = declaration.subjects * declaration.pictures + declaration.trainingPictures
    let least = 2 * declaration.pictures + declaration.trainingPictures
    let prepared = images.take(max(most, least))
    let plans = try PaintSchedule.plans(declaration, images: prepared.map(\.image))
    let balance = PaintBalance(plans)
    guard balance.broken.isEmpty else { throw .unbalanced(balance.broken) }
    let used = Set(plans.flatMap(\.tasks).map { ExactName($0.image) })
    let shown = prepared.filter { used.contains(ExactName($0.image)) }
    var design = PaintStudyDesign(
      study: declaration.study, title: declaration.title ?? declaration.study,
      source: declaration.source, seed: declaration.seed, method: declaration.method,
      goal: declaration.goal, consent: texts.consent.reference, thanks: texts.thanks.reference,
      pictures: shown.map(picture), subjects: plans)
    design.hash = try design.computedHash()
    if let output, !isDry {
      try output.write(
        LeftOutTable.data(images.leftOut.map { ($0.name, $0.reason) }),
        to: LeftOutTable.fileName)
      try write(design, shown, balance, into: output)
    } else if holdsDesign, try PaintStudyFolder.read(folder) != design {
      throw .occupied(folder: folder)
    }
    return Report(
      design: design, balance: balance, leftOut: images.leftOut, wasThere: output == nil)
  }

  private func picture(_ image: StudyImages.Prepared) -> PaintStudyPicture {
    let secret = [String(declaration.seed), declaration.study, "gray", image.image]
    let name = SHA256.hash(data: Data(secret.joined(separator: "\u{0}").utf8)).hexadecimal
    return PaintStudyPicture(
      image: image.image, gray: "\(PaintStudyFolder.grayFolder)/\(name.prefix(32)).png",
      graySHA256: SHA256.hash(data: image.gray).hexadecimal,
      truth: "\(PaintStudyFolder.truthFolder)/\(image.image).png",
      truthSHA256: SHA256.hash(data: image.truth).hexadecimal)
  }

  private func write(
    _ design: PaintStudyDesign, _ images: [StudyImages.Prepared], _ balance: PaintBalance,
    into output: WholeFolder
  ) throws(PaintStudyError) {
    try output.make(PaintStudyFolder.grayFolder)
    try output.make(PaintStudyFolder.truthFolder)
    for (image, picture) in zip(images, design.pictures) {
      try output.write(image.gray, to: picture.gray)
      try output.write(image.truth, to: picture.truth)
    }
    try output.write(AssignmentsTable.data(design.subjects), to: PaintStudyFolder.assignmentsFile)
    try output.write(balance.table, to: PaintStudyFolder.balanceFile)
    try output.write(texts.consent.bytes, to: PaintStudyFolder.consentFile)
    try output.write(texts.thanks.bytes, to: PaintStudyFolder.thanksFile)
    try output.write(design.canonical(), to: PaintStudyFolder.designFile)
    try output.finish()
  }
}
