import Colorimetry
import Imaging
import SeededChance
import SimulatedUsers

/// Makes the batches of a plan: pure functions of their numbers.
struct BatchBuilder: Sendable {
  let data: TrainingData
  let plan: BatchPlan

  private var pixelCount: Int { plan.size * plan.size }

  /// Makes the batch whose first sample is `firstSample + number · count`.
  ///
  /// - Throws: `TrainingDataError.onlyGray`.
  func batch(_ number: Int) throws(TrainingDataError) -> TrainingBatch {
    var batch = TrainingBatch(
      count: plan.count, size: plan.size, kinds: plan.kinds, bins: plan.bins)
    for slot in 0..<plan.count {
      let sample = plan.firstSample + number * plan.count + slot
      var generator = SampleStream.picture.generator(seed: plan.seed, sample: sample)
      let picture = try data.draw(size: plan.size, plan.augmentation, using: &generator)
      let isMirrored = generator.nextChance(plan.augmentation.mirroredShare)
      measure(picture, isMirrored: isMirrored, into: &batch, slot)
      var hints = SampleStream.hints.generator(seed: plan.seed, sample: sample)
      if plan.kinds.contains(.points) { revealPoints(of: &batch, slot, using: &hints) }
      if plan.kinds.contains(.statistics) {
        revealStatistics(picture, of: &batch, slot, using: &hints)
      }
      encode(&batch, slot)
    }
    return batch
  }

  /// Fills in lightness and true chrominance.
  private func measure(
    _ picture: RGBImage, isMirrored: Bool, into batch: inout TrainingBatch, _ slot: Int
  ) {
    let channels = plan.kinds.contains(.points) ? 4 : 1
    batch.picture.withUnsafeMutableBufferPointer { inputs in
      batch.chrominance.withUnsafeMutableBufferPointer { truth in
        guard let inputs = inputs.baseAddress, let truth = truth.baseAddress else { return }
        let a = truth + 2 * slot * pixelCount
        FloatLab.shared.measure(
          picture, isMirrored: isMirrored, lightness: inputs + channels * slot * pixelCount,
          a: a, b: a + pixelCount)
      }
    }
  }

  /// Fills in hint points and their mask.
  private func revealPoints(
    of batch: inout TrainingBatch, _ slot: Int, using generator: inout SplitMix64
  ) {
    let first = (4 * slot + 1) * pixelCount
    let (end, truthStart) = (first + 2 * pixelCount, 2 * slot * pixelCount)
    (batch.points[slot], batch.isWhole[slot]) = batch.picture.withUnsafeMutableBufferPointer {
      inputs in
      batch.chrominance.withUnsafeBufferPointer { all in
        let truth = UnsafeBufferPointer(
          rebasing: all[truthStart..<(truthStart + 2 * pixelCount)])
        let reveal = plan.hints.draw(
          height: plan.size, width: plan.size, truth: truth, using: &generator)
        reveal.write(
          truth: truth, hint: UnsafeMutableBufferPointer(rebasing: inputs[first..<end]),
          mask: UnsafeMutableBufferPointer(rebasing: inputs[end..<(end + pixelCount)]),
          height: plan.size, width: plan.size, scale: 1 / 110)
        let points = reveal.points(
          truth: truth, height: plan.size, width: plan.size,
          ofEverything: TrainingBatch.pixelsOfWhole, using: &generator)
        return (points, reveal == .everything)
      }
    }
  }

  /// Fills in histogram and saturation, as ``GlobalHints/measured(from:statistics:)`` does
  /// for its 256×256 pixels; each is revealed or not.
  private func revealStatistics(
    _ picture: RGBImage, of batch: inout TrainingBatch, _ slot: Int,
    using generator: inout SplitMix64
  ) {
    let showsHistogram = generator.nextChance(plan.histogramShare)
    let showsSaturation = generator.nextChance(plan.saturationShare)
    if showsSaturation {
      batch.saturation[2 * slot] = Float(picture.meanSaturation)
      batch.saturation[2 * slot + 1] = 1
    }
    guard showsHistogram else { return }
    let first = slot * (ABBins.count + 1)
    let share = 16 / Float(pixelCount)
    let search = NearestBins.of(.inGamut313)
    batch.chrominance.withUnsafeBufferPointer { truth in
      for row in stride(from: 0, to: plan.size, by: 4) {
        for column in stride(from: 0, to: plan.size, by: 4) {
          let start = 2 * slot * pixelCount + row * plan.size + column
          let bin = search.nearest(
            a: blockMean(truth, from: start), b: blockMean(truth, from: start + pixelCount))
          batch.histogram[first + bin] += share
        }
      }
    }
    batch.histogram[first + ABBins.count] = 1
  }

  /// The mean of a block of 4×4.
  private func blockMean(_ values: UnsafeBufferPointer<Float>, from start: Int) -> Float {
    var sum: Float = 0
    for row in 0..<4 {
      for index in (start + row * plan.size)..<(start + row * plan.size + 4) {
        sum += values[index]
      }
    }
    return sum / 16
  }

  /// Fills in the ten nearest bins of every fourth pixel and their weights.
  private func encode(_ batch: inout TrainingBatch, _ slot: Int) {
    guard let set = plan.bins else { return }
    let search = NearestBins.of(set)
    var entry = slot * (pixelCount / 16) * NearestBins.neighbors
    batch.bins.withUnsafeMutableBufferPointer { bins in
      batch.binWeights.withUnsafeMutableBufferPointer { weights in
        batch.chrominance.withUnsafeBufferPointer { truth in
          guard let bins = bins.baseAddress, let weights = weights.baseAddress else { return }
          for row in stride(from: 2, to: plan.size, by: 4) {
            for column in stride(from: 2, to: plan.size, by: 4) {
              let pixel = 2 * slot * pixelCount + row * plan.size + column
              search.encode(
                a: truth[pixel], b: truth[pixel + pixelCount], bins: bins + entry,
                weights: weights + entry)
              entry += NearestBins.neighbors
            }
          }
        }
      }
    }
  }
}
