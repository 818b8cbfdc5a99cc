import NeuralEngine
import Testing

/// The oracle itself, against numbers worked out by hand.
@Suite struct NaiveNetworkTests {
  /// 0 1 2 / 3 4 5 / 6 7 8.
  private let image = Images(batch: 1, channels: 1, height: 3, width: 3) { _, _, row, column in
    Double(3 * row + column)
  }

  @Test func convolutionMultipliesWithoutTurningTheKernel() {
    let weights = Parameters.Tensor(
      shape: [1, 1, 3, 3], values: [1, 0, 0, 0, 0, 0, 0, 0, 10])
    let bias = Parameters.Tensor(shape: [1], values: [100])
    let result = image.convolved(weights, bias: bias, window: NaiveWindow(kernel: 3, padding: 1))
    #expect(result.values == [140, 150, 100, 170, 180, 101, 100, 103, 104])
  }

  @Test func strideAndDilationSkipPixels() {
    let weights = Parameters.Tensor(shape: [1, 1, 2, 2], values: [1, 10, 100, 1000])
    let dilated = image.convolved(weights, bias: nil, window: NaiveWindow(kernel: 2, dilation: 2))
    #expect(dilated.values == [8620])
    let stepped = image.convolved(
      weights, bias: nil, window: NaiveWindow(kernel: 2, stride: 2, padding: 1))
    #expect(stepped.values == [0, 2100, 6030, 8754])
  }

  @Test func transposedConvolutionSpreads() {
    let small = Images(batch: 1, channels: 1, height: 1, width: 2) { _, _, _, column in
      Double(1 + column)
    }
    let weights = Parameters.Tensor(shape: [1, 1, 4, 4], values: (0..<16).map { Float($0) })
    let bias = Parameters.Tensor(shape: [1], values: [0.5])
    let result = small.transposedConvolved(weights, bias: bias, stride: 2, padding: 1)
    #expect(result.shape == [1, 1, 2, 4])
    #expect(result.values == [5.5, 14.5, 17.5, 12.5, 9.5, 26.5, 29.5, 20.5])
  }

  @Test func enlargementHasHalfPixelCentres() {
    let row = Images(batch: 1, channels: 1, height: 1, width: 2) { _, _, _, column in
      Double(column)
    }
    #expect(
      row.resized(height: 2, width: 4, .bilinear).values == [0, 0.25, 0.75, 1, 0, 0.25, 0.75, 1])
    #expect(image.resized(height: 3, width: 3, .bilinear) == image)
  }

  @Test func poolsAndSubsamplesFromTheFirstPixel() {
    #expect(image.pooled(.maximum, NaiveWindow(kernel: 2, stride: 2)).values == [4])
    #expect(image.subsampled(by: 2).values == [0, 2, 6, 8])
  }

  @Test func functionsOfNumbers() {
    let pair = Images(batch: 1, channels: 2, height: 1, width: 1) { _, channel, _, _ in
      Double(channel)
    }
    #expect(abs(pair.softmax().values[1] - 0.731_058_578_630_004_9) < 1e-15)
    #expect(abs(pair.activated(.sigmoid).values[1] - 0.731_058_578_630_004_9) < 1e-15)
    let normalized = pair.normalized(
      weight: [3, 3], bias: [1, 1], mean: [0.5, 0.5], variance: [3, 3], epsilon: 1)
    #expect(normalized.values == [0.25, 1.75])
    #expect(Images.sum([image, image.subsampled(by: 3)]) == image)
  }
}
