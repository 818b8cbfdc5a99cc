import Experiments
import Files
import Foundation
import Imaging
import PaintServer
import Painting
import SeededChance

/// Writes what was painted as folders that `hintbench judge design` takes, and as tables.
///
/// Results are rendered anew, at the pictures' own size, from the points and the exact lightness of the
/// true picture: as the automatic ones beside them. (Subjects saw results on an 8-bit grey picture,
/// which differ from these by rounding.)
public struct PaintStudyExport: Sendable {
  /// The folder of results without points.
  public static let automaticFolder = "automatic"
  /// The folder of true pictures.
  public static let truthFolder = "truth"
  /// The folder of all results, where several subjects painted an image in one arm.
  public static let allFolder = "all"
  /// The table of what is not handed to judges.
  public static let leftOutFile = "left_out.csv"

  private let records: StudyRecords
  private let kit: MethodKit

  /// What was written.
  public struct Report: Sendable, Equatable {
    /// Images that have a result in every arm: what judges can be shown.
    public let images: Int
    /// Results to be judged: files of each arm's folder, one an image.
    public let pictures: [String: Int]
    /// Results in the folder of all.
    public let paintings: Int
    /// What judges do not get, with the reasons; by image and arm.
    public let leftOut: [LeftOutPainting]

    /// Results to be judged, of all arms.
    public var judged: Int { pictures.values.reduce(0, +) }
  }

  /// Prepares an export.
  public init(_ records: StudyRecords, kit: MethodKit) {
    self.records = records
    self.kit = kit
  }

  /// Writes everything into a folder, whole or not at all.
  ///
  /// - Parameter progress: called after every image with the number done and of all.
  public func write(
    into folder: String, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(PaintStudyError) -> Report {
    let output = try WholeFolder(folder)
    let arms = PaintingArm.allCases
    for name in arms.map(\.rawValue) + [Self.automaticFolder, Self.truthFolder] {
      try output.make(name)
    }
    for arm in arms { try output.make("\(Self.allFolder)/\(arm.rawValue)") }
    let counted = records.counted
    guard !counted.isEmpty else { throw .noPaintings(file: records.database) }
    let byImage = Dictionary(grouping: counted) { ExactName($0.task.image) }
    var chosen: Set<String> = []
    var pictures: [String: Int] = [:]
    var complete = 0
    let images = records.design.pictures.filter { byImage[ExactName($0.image)] != nil }
    for (index, picture) in images.enumerated() {
      let painted = byImage[ExactName(picture.image)] ?? []
      let best = chosenOnes(painted)
      chosen.formUnion(best.map(\.identity))
      for record in best { pictures[record.task.arm.rawValue, default: 0] += 1 }
      if best.count == arms.count { complete += 1 }
      try write(picture, painted, chosen: Set(best.map(\.identity)), into: output)
      progress(index + 1, images.count)
    }
    try output.write(ExportTables.sessions(records.pictures, chosen: chosen), to: "sessions.csv")
    try output.write(ExportTables.events(records.pictures), to: "events.csv")
    let leftOut = leftOut(chosen: chosen)
    try output.write(ExportTables.leftOut(leftOut), to: Self.leftOutFile)
    if let caution = records.caution {
      try output.write(Array((caution + "\n").utf8), to: "SIMULATED.txt")
    }
    try output.finish()
    return Report(
      images: complete, pictures: pictures, paintings: counted.count, leftOut: leftOut)
  }

  /// Every picture that was begun and is not to be judged, and every image that the design has painted
  /// in an arm, but nobody has yet.
  private func leftOut(chosen: Set<String>) -> [LeftOutPainting] {
    let begun = records.pictures.compactMap { record -> LeftOutPainting? in
      if record.task.kind == .training { return LeftOutPainting(record, .training) }
      if !record.isFinished { return LeftOutPainting(record, .unfinished) }
      return chosen.contains(record.identity) ? nil : LeftOutPainting(record, .anotherDrawn)
    }
    func pair(_ image: String, _ arm: PaintingArm) -> ExactName {
      ExactName("\(arm.rawValue)/\(image)")
    }
    let done = Set(records.counted.map { pair($0.task.image, $0.task.arm) })
    let unpainted = PaintBalance(records.design.subjects).cells.filter {
      $0.paintings > 0 && !done.contains(pair($0.image, $0.arm))
    }
    let all = begun + unpainted.map { LeftOutPainting(unpainted: $0.image, $0.arm) }
    return all.enumerated().sorted {
      (ExactName($0.element.image), $0.element.arm.rawValue, $0.offset)
        < (ExactName($1.element.image), $1.element.arm.rawValue, $1.offset)
    }.map(\.element)
  }

  /// One record of each arm, drawn from the seed where there are several.
  private func chosenOnes(_ records: [PaintedPicture]) -> [PaintedPicture] {
    PaintingArm.allCases.compactMap { arm in
      records.filter { $0.task.arm == arm }
        .map { (place: place($0), record: $0) }
        .min { ($0.place, $0.record.identity) < ($1.place, $1.record.identity) }?.record
    }
  }

  private func place(_ record: PaintedPicture) -> UInt64 {
    let names = [
      String(records.design.seed), records.design.study, "chosen", record.task.image,
      record.task.arm.rawValue, record.subject.description,
    ]
    return SplitMix64.seed(hashing: names.joined(separator: "\u{0}"))
  }

  private func write(
    _ picture: PaintStudyPicture, _ painted: [PaintedPicture], chosen: Set<String>,
    into output: WholeFolder
  ) throws(PaintStudyError) {
    let truth = try PaintStudyFolder.truth(picture, in: records.folder)
    let easel = try PictureEasel(truth, name: picture.image, kit: kit)
    let file = picture.image + ".png"
    try output.write(truth, to: "\(Self.truthFolder)/\(file)")
    let untouched = PaintingState(method: records.design.method)
    try output.write(
      PNGFile.encode(easel.fullSize(untouched)), to: "\(Self.automaticFolder)/\(file)")
    for record in painted {
      let bytes = PNGFile.encode(try easel.fullSize(record.result))
      let arm = record.task.arm.rawValue
      try output.write(
        bytes, to: "\(Self.allFolder)/\(arm)/\(picture.image)--\(record.subject).png")
      if chosen.contains(record.identity) { try output.write(bytes, to: "\(arm)/\(file)") }
    }
  }
}

extension PaintedPicture {
  /// The subject and the position, which no other picture of a study has.
  var identity: String { "\(subject)/\(task.position)" }
}
