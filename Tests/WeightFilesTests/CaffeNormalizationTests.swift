import Foundation
import Testing
import WeightFiles

@Suite struct CaffeNormalizationTests {
  @Test func sumsAreDividedByTheFactor() {
    let statistics = CaffeNormalization(mean: [2, -4], variance: [8, 16], factor: 4)
    #expect(statistics.mean == [0.5, -1] && statistics.variance == [2, 4])
  }

  /// Caffe multiplies by the reciprocal in 32 bits.
  @Test func roundsAsCaffeDoes() {
    let statistics = CaffeNormalization(mean: [5], variance: [7], factor: 999.982)
    #expect(statistics.mean == [(1 / 999.982 as Float) * 5])
    #expect(statistics.variance == [(1 / 999.982 as Float) * 7])
  }

  @Test(arguments: [0, -0.0] as [Float]) func aFactorOfZeroGivesZeros(_ factor: Float) {
    let statistics = CaffeNormalization(mean: [2, 3], variance: [4, 5], factor: factor)
    #expect(statistics.mean == [0, 0] && statistics.variance == [0, 0])
  }

  private func file(_ blobs: [[Float]]) throws -> WeightFile {
    let tensors = blobs.enumerated().map { index, values in
      (name: "norm.\(index)", tensor: WeightTensor(shape: [values.count], values: values))
    }
    let bytes = try SafeTensorsWriter.encode(
      tensors, as: { _ in .float32 }, metadata: [:], path: "model")
    return try WeightFile.decode(bytes, path: "model")
  }

  @Test func aLayerIsRead() throws {
    let statistics = try CaffeNormalization(layer: "norm", of: file([[2, 4], [6, 8], [2]]))
    #expect(statistics == CaffeNormalization(mean: [2, 4], variance: [6, 8], factor: 2))
  }

  @Test(
    arguments: [
      ([[1], [1]], .missingTensor(path: "model", tensor: "norm.2")),
      (
        [[1, 2], [1], [1]],
        .badTensor(path: "model", tensor: "norm.1", fault: .count(expected: 2, found: 1))
      ),
      (
        [[1], [1], [1, 1]],
        .badTensor(path: "model", tensor: "norm.2", fault: .count(expected: 1, found: 2))
      ),
      (
        [[1], [1], []],
        .badTensor(path: "model", tensor: "norm.2", fault: .count(expected: 1, found: 0))
      ),
      ([[1], [0], [0x1p-149]], .notFinite(path: "model", tensor: "norm.0", index: 0)),
      ([[0.1, 0], [1, 1e38], [0.1]], .notFinite(path: "model", tensor: "norm.1", index: 1)),
    ] as [([[Float]], WeightFileError)])
  func otherLayersAreRefused(_ blobs: [[Float]], _ expected: WeightFileError) throws {
    let file = try file(blobs)
    #expect(throws: expected) { try CaffeNormalization(layer: "norm", of: file) }
  }
}
