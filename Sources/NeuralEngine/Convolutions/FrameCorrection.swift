/// What a convolution with a folded normalization adds too much where its kernel meets padding.
///
/// With x' = scale·x + shift folded into weights W and bias, every tap brings W·shift; but padding is
/// zero after normalization, so a tap outside the picture must bring nothing. Pixels are classed by
/// the kernel rows and columns that miss the picture.
struct FrameCorrection: Sendable {
  /// The classes of the pixels along one axis.
  struct Axis: Sendable {
    /// The class of each pixel; 0 is the interior.
    var classes: [UInt8] = []
    /// For each class the taps that fall outside.
    var missing: [[Int]] = [[]]

    init(size: Int, outputs: Int, kernel: Int, stride: Int, dilation: Int, padding: Int) {
      for pixel in 0..<outputs {
        let outside = (0..<kernel).filter {
          !(0..<size).contains(pixel * stride - padding + $0 * dilation)
        }
        if let index = missing.firstIndex(of: outside) {
          classes.append(UInt8(index))
        } else {
          missing.append(outside)
          classes.append(UInt8(missing.count - 1))
        }
      }
    }
  }

  let rows: Axis
  let columns: Axis
  /// [row class][column class][padded output channel].
  let table: [Float]

  /// - Parameters:
  ///   - shift: by padded input channel.
  ///   - weights: [outputs][inputs][kernel height][kernel width], padded, before scaling.
  init(shape: ConvolutionShape, weights: [Float], shift: [Float]) {
    rows = Axis(
      size: shape.from.height, outputs: shape.to.height, kernel: shape.kernelHeight,
      stride: shape.stride, dilation: shape.dilation, padding: shape.padding.top)
    columns = Axis(
      size: shape.from.width, outputs: shape.to.width, kernel: shape.kernelWidth,
      stride: shape.stride, dilation: shape.dilation, padding: shape.padding.left)
    let (inputs, outputs) = (shape.from.paddedChannels, shape.to.paddedChannels)
    let taps = shape.kernelHeight * shape.kernelWidth
    // What each tap brings to each output: [tap][output].
    var brought = [Double](repeating: 0, count: taps * outputs)
    for output in 0..<outputs {
      for input in 0..<inputs where shift[input] != 0 {
        let start = (output * inputs + input) * taps
        for tap in 0..<taps {
          brought[tap * outputs + output] += Double(weights[start + tap]) * Double(shift[input])
        }
      }
    }
    var table: [Float] = []
    for missingRows in rows.missing {
      for missingColumns in columns.missing {
        let outside = (0..<taps).filter {
          missingRows.contains($0 / shape.kernelWidth)
            || missingColumns.contains($0 % shape.kernelWidth)
        }
        table += (0..<outputs).map { output in
          -Float(outside.reduce(0.0) { $0 + brought[$1 * outputs + output] })
        }
      }
    }
    self.table = table
  }

  /// True where some pixel is corrected.
  var isNeeded: Bool { table.contains { $0 != 0 } }
}
