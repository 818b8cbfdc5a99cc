import PaintServer
import Painting

/// A finished picture in numbers.
public struct MeasuredPicture: Sendable {
  /// What was done.
  public let record: PaintedPicture
  /// The measures; those that have no value are left out.
  public let measures: [PaintMeasure: Double]
  /// PSNR in dB at the seconds of ``PaintAnalysis/seconds``.
  public let curve: [Double]
  /// Points at the same seconds.
  public let pointCounts: [Int]
  /// PSNR in dB of the result without points.
  public let untouched: Double

  /// Measures.
  ///
  /// - Parameter psnr: of a state's result, in dB.
  init(
    _ record: PaintedPicture, seconds: [Int],
    psnr: (PaintingState) throws(PaintStudyError) -> Double
  ) throws(PaintStudyError) {
    self.record = record
    var measures: [PaintMeasure: Double] = [:]
    measures[.pointsPerMinute] =
      record.seconds > 0 ? Double(record.pointsAdded) / (record.seconds / 60) : nil
    measures[.pointsAtEnd] = Double(record.result.points.count)
    measures[.firstPoint] = record.firstPoint
    let sources = record.sources
    let offered: PaintingEvent.ColorSource =
      record.task.arm.showsSuggestions ? .palette : .common
    if !sources.isEmpty {
      measures[.offeredShare] = Double(sources.count { $0 == offered }) / Double(sources.count)
    }
    untouched = try psnr(PaintingState(method: record.events[0].state.method))
    let final = try psnr(record.result)
    measures[.psnr] = final
    measures[.psnrGain] = final - untouched
    self.measures = measures
    var curve: [Double] = []
    for second in seconds { curve.append(try psnr(record.state(at: 1000 * Double(second)))) }
    self.curve = curve
    pointCounts = seconds.map { record.state(at: 1000 * Double($0)).points.count }
  }
}
