import Experiments
import Files
import ImageMetrics
import Imaging
import PaintServer
import Painting

/// What subjects did and reached, by arm.
public struct PaintAnalysis: Sendable {
  /// The records that were analysed.
  public let records: StudyRecords
  /// Finished pictures of the study proper.
  public let pictures: [MeasuredPicture]
  /// The seconds at which PSNR is taken, from 0 to the time of a picture.
  public let seconds: [Int]
  /// Makes the methods again, for the report's pictures.
  let kit: MethodKit

  /// The difference of the arms: full less no recommendation.
  public struct Difference: Sendable, Equatable {
    /// What is compared.
    public let measure: PaintMeasure
    /// Over subjects, each with the own difference.
    public let estimate: SubjectEstimate
  }

  /// Renders and measures everything.
  ///
  /// Results are compared with the true pictures at the working size, and rendered from their exact
  /// lightness.
  ///
  /// - Parameters:
  ///   - kit: makes the methods.
  ///   - progress: called after every image with the number done and of all.
  public init(
    _ records: StudyRecords, kit: MethodKit, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(PaintStudyError) {
    self.records = records
    self.kit = kit
    let counted = records.counted
    guard !counted.isEmpty else { throw .noPaintings(file: records.database) }
    let longest = counted.map(\.task.seconds).max() ?? 0
    let seconds = Self.times(upTo: longest)
    self.seconds = seconds
    let byImage = Dictionary(grouping: counted) { ExactName($0.task.image) }
    let images = records.design.pictures.filter { byImage[ExactName($0.image)] != nil }
    var measured: [String: MeasuredPicture] = [:]
    for (index, image) in images.enumerated() {
      let bytes = try PaintStudyFolder.truth(image, in: records.folder)
      let easel = try PictureEasel(bytes, name: image.image, kit: kit)
      let judge = ResultJudge(easel)
      for record in byImage[ExactName(image.image)] ?? [] {
        measured[record.identity] = try MeasuredPicture(record, seconds: seconds) {
          state throws(PaintStudyError) in try judge.psnr(state)
        }
      }
      progress(index + 1, images.count)
    }
    pictures = counted.compactMap { measured[$0.identity] }
  }

  /// Twelve steps, of whole seconds, and the end.
  private static func times(upTo longest: Int) -> [Int] {
    let step = max(1, longest / 12)
    return Array(stride(from: 0, to: longest, by: step)) + [longest]
  }

  /// A measure of an arm; nil where no subject has it.
  public func estimate(_ measure: PaintMeasure, _ arm: PaintingArm) -> SubjectEstimate? {
    SubjectEstimate(Array(means(arm) { $0.measures[measure] }.values), in: measure.range)
  }

  /// PSNR of an arm at each of ``seconds``, in dB.
  public func curve(_ arm: PaintingArm) -> [SubjectEstimate?] {
    seconds.indices.map { index in
      SubjectEstimate(Array(means(arm) { $0.curve[index] }.values))
    }
  }

  /// What the points of an arm have brought at each of ``seconds``: PSNR less that without points, in
  /// dB. Images differ in the latter more than subjects do in anything.
  public func gains(_ arm: PaintingArm) -> [SubjectEstimate?] {
    seconds.indices.map { index in
      SubjectEstimate(Array(means(arm) { $0.curve[index] - $0.untouched }.values))
    }
  }

  /// How many points an arm had at each of ``seconds``.
  public func pointCounts(_ arm: PaintingArm) -> [SubjectEstimate?] {
    seconds.indices.map { index in
      SubjectEstimate(Array(means(arm) { Double($0.pointCounts[index]) }.values))
    }
  }

  /// What the arms differ in, over subjects who painted in both.
  public var differences: [Difference] {
    PaintMeasure.allCases.compactMap { measure in
      let full = means(.full) { $0.measures[measure] }
      let other = means(.noRecommendation) { $0.measures[measure] }
      let pairs = full.keys.sorted().compactMap { subject in
        other[subject].map { (full[subject] ?? 0) - $0 }
      }
      return SubjectEstimate(pairs, in: measure.rangeOfDifferences).map {
        Difference(measure: measure, estimate: $0)
      }
    }
  }

  /// How often the suggestion of each rank was taken, from rank 1; in all colours chosen in the full
  /// arm.
  public var ranks: [(rank: Int, taken: Int)] {
    let taken = pictures.filter { $0.record.task.arm == .full }
      .flatMap { $0.record.events.filter { $0.source == .palette }.compactMap(\.rank) }
    let counts = Dictionary(grouping: taken) { $0 }.mapValues(\.count)
    guard let last = counts.keys.max(), last >= 1 else { return [] }
    return (1...last).map { ($0, counts[$0] ?? 0) }
  }

  /// The mean of a number over each subject's pictures of an arm.
  private func means(
    _ arm: PaintingArm, _ number: (MeasuredPicture) -> Double?
  ) -> [String: Double] {
    let chosen = pictures.filter { $0.record.task.arm == arm }
    return Dictionary(grouping: chosen) { $0.record.subject.description }
      .compactMapValues { pictures in
        let values = pictures.compactMap(number)
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
      }
  }
}
