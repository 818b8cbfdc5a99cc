import CNeuralKernels
import Foundation
import Testing
import Training

/// The losses, held against PyTorch (make_reference.py) and against finite differences in double.
@Suite struct LossTests {
  /// Two pictures of 8×8 pixels, and five bins of which two are true at each place.
  private static func batch() -> TrainingBatch {
    var bins: [Int32] = []
    var weights: [Float] = []
    for place in 0..<8 {
      bins += [Int32(place % 5), Int32((place + 2) % 5)]
      weights += [0.75, 0.25]
    }
    return TrainingBatch(
      count: 2, height: 8, width: 8, picture: [Float](repeating: 0, count: 128),
      chrominance: (0..<256).map { Float(2 * cos(0.11 * Double($0))) }, bins: bins,
      binWeights: weights)
  }

  private static func evaluate(
    _ term: some LossTerm, _ output: [Float], _ batch: TrainingBatch
  ) -> (value: Double, gradient: [Float]) {
    var gradient = [Float](repeating: .nan, count: output.count)
    let value = output.withUnsafeBufferPointer { output in
      gradient.withUnsafeMutableBufferPointer { gradient in
        term.evaluate(output, for: batch, gradient: gradient)
      }
    }
    return (value, gradient)
  }

  private static let prediction = (0..<256).map { Float(3 * sin(0.37 * Double($0))) }
  private static let logits = (0..<40).map { Float(4 * sin(0.9 * Double($0))) }

  @Test func huberAsPyTorchHasIt() {
    let (value, gradient) = Self.evaluate(HuberLoss(of: "ab"), Self.prediction, Self.batch())
    #expect(abs(value - 3.236502542356821) < 1e-6)
    let expected = [
      -0.0078125, -0.00705520234, 0.000555225283, 0.00621102633, 0.0078125, 0.0078125,
    ]
    for (found, expected) in zip(gradient, expected) {
      #expect(abs(Double(found) - expected) < 1e-9)
    }
  }

  @Test func crossEntropyAsPyTorchHasIt() {
    let term = ColorCrossEntropy(of: "logits")
    let (value, gradient) = Self.evaluate(term, Self.logits, Self.batch())
    #expect(abs(value - 3.8455442967905706) < 1e-6)
    let expected = [
      -0.0920305922, 0.110328033, 0.000292847925, 0.00010197879, 0.00987644712, -0.0820856001,
      3.39874147e-05, 0.00256654263, 0.0818273097, -0.0309109543,
    ]
    for (index, expected) in expected.enumerated() {
      #expect(abs(Double(gradient[2 * index]) - expected) < 1e-7)
    }
  }

  /// The formulas written out plainly, in double.
  private static func plainHuber(_ output: [Double], delta: Double) -> Double {
    let truth = batch().chrominance.map(Double.init)
    return zip(output, truth).reduce(0) { sum, pair in
      let size = abs(pair.0 - pair.1)
      return sum + (size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta))
    } / 128
  }

  private static func plainCrossEntropy(_ output: [Double]) -> Double {
    let batch = batch()
    var sum = 0.0
    for place in 0..<8 {
      let all = (0..<5).map { output[(place / 4 * 5 + $0) * 4 + place % 4] }
      let divisor = log(all.reduce(0) { $0 + exp($1) })
      for index in 2 * place..<2 * place + 2 {
        sum += Double(batch.binWeights[index]) * (divisor - all[Int(batch.bins[index])])
      }
    }
    return sum / 8
  }

  /// Checks every derivative against the central difference of a plain formula.
  private static func checkGradient(
    _ gradient: [Float], at output: [Float], _ formula: ([Double]) -> Double
  ) {
    let step = 1e-6
    for index in output.indices {
      var (more, less) = (output.map(Double.init), output.map(Double.init))
      more[index] += step
      less[index] -= step
      let slope = (formula(more) - formula(less)) / (2 * step)
      #expect(abs(Double(gradient[index]) - slope) < 2e-7, "[\(index)]")
    }
  }

  @Test(arguments: [0.5, 1, 3]) func huberFollowsItsFormula(_ delta: Double) {
    let term = HuberLoss(of: "ab", delta: delta, weight: 2)
    let (value, gradient) = Self.evaluate(term, Self.prediction, Self.batch())
    let output = Self.prediction.map(Double.init)
    #expect(abs(value - Self.plainHuber(output, delta: delta)) < 1e-6)
    Self.checkGradient(gradient, at: Self.prediction) { 2 * Self.plainHuber($0, delta: delta) }
  }

  private static func plainLogError(_ output: [Double], floor: Double) -> Double {
    let truth = batch().chrominance.map(Double.init)
    return [0, 128].reduce(0) { sum, start in
      let squares = (start..<start + 128).reduce(0) { $0 + pow(output[$1] - truth[$1], 2) }
      return sum + 10 * log10(squares / 64 + floor)
    } / 2
  }

  @Test(arguments: [0.01, 10]) func logErrorFollowsItsFormula(_ floor: Double) {
    let term = LogErrorLoss(of: "ab", floor: floor, weight: 2)
    let (value, gradient) = Self.evaluate(term, Self.prediction, Self.batch())
    let output = Self.prediction.map(Double.init)
    #expect(abs(value - Self.plainLogError(output, floor: floor)) < 1e-5)
    Self.checkGradient(gradient, at: Self.prediction) { 2 * Self.plainLogError($0, floor: floor) }
  }

  @Test func logErrorAsPyTorchHasIt() {
    let term = LogErrorLoss(of: "ab", floor: 10)
    let (value, gradient) = Self.evaluate(term, Self.prediction, Self.batch())
    #expect(abs(value - 13.503434833221686) < 1e-6)
    let expected = [
      -0.00606385571, -0.00273803066, 0.000215475584, 0.00241041712, 0.00357203308, 0.0035739655,
    ]
    for (found, expected) in zip(gradient, expected) {
      #expect(abs(Double(found) - expected) < 1e-8)
    }
  }

  @Test func crossEntropyFollowsItsFormula() {
    let term = ColorCrossEntropy(of: "logits", weight: 0.5)
    let (value, gradient) = Self.evaluate(term, Self.logits, Self.batch())
    #expect(abs(value - Self.plainCrossEntropy(Self.logits.map(Double.init))) < 1e-6)
    Self.checkGradient(gradient, at: Self.logits) { 0.5 * Self.plainCrossEntropy($0) }
  }

  /// Logits far apart lose nothing: the logarithm of a probability of nearly 0 is exact.
  @Test func crossEntropyOfWhatIsUnlikely() {
    let logits = (0..<40).map { Float($0 / 4 % 5 == 4 ? 500 : -500) }
    let (value, gradient) = Self.evaluate(ColorCrossEntropy(of: "l"), logits, Self.batch())
    #expect(abs(value - Self.plainShifted(logits)) < 1e-3)
    #expect(gradient.allSatisfy { $0.isFinite })
  }

  /// The plain formula with 500 taken off every logit.
  private static func plainShifted(_ logits: [Float]) -> Double {
    plainCrossEntropy(logits.map { Double($0) - 500 })
  }

  @Test func whatIsNotFiniteShows() {
    for bad in [Float.nan, .infinity] {
      var prediction = Self.prediction
      prediction[200] = bad
      #expect(!Self.evaluate(HuberLoss(of: "ab"), prediction, Self.batch()).value.isFinite)
      let log = LogErrorLoss(of: "ab", floor: 1)
      #expect(!Self.evaluate(log, prediction, Self.batch()).value.isFinite)
      var logits = Self.logits
      // Of a bin that is not true there.
      logits[12] = bad
      #expect(!Self.evaluate(ColorCrossEntropy(of: "l"), logits, Self.batch()).value.isFinite)
    }
  }

  @Test func threadsDoNotMatter() {
    let (size, count) = (64, 3)
    let pixels = count * size * size
    let places = pixels / 16
    let batch = TrainingBatch(
      count: count, height: size, width: size, picture: [Float](repeating: 0, count: pixels),
      chrominance: (0..<2 * pixels).map { Float(sin(0.01 * Double($0))) },
      bins: (0..<places).map { Int32($0 % 7) }, binWeights: [Float](repeating: 1, count: places))
    let prediction = (0..<2 * pixels).map { Float(3 * cos(0.02 * Double($0))) }
    let logits = (0..<7 * places).map { Float(sin(Double($0))) }
    func run(threads: Int32) -> ([Double], [Float]) {
      hb_set_threads(threads)
      defer { hb_set_threads(1) }
      let first = Self.evaluate(HuberLoss(of: "ab"), prediction, batch)
      let second = Self.evaluate(ColorCrossEntropy(of: "l"), logits, batch)
      let third = Self.evaluate(LogErrorLoss(of: "ab", floor: 1), prediction, batch)
      return (
        [first.value, second.value, third.value],
        first.gradient + second.gradient + third.gradient
      )
    }
    let one = run(threads: 1)
    #expect(run(threads: 2) == one && run(threads: 5) == one)
  }
}
