extension RGBImage {
  /// The picture scaled by the triangle filter, bit for bit as Pillow 13's
  /// `Image.resize((width, height), Image.BILINEAR)` does it: one axis after the other, each rounded
  /// to 8 bits; an axis whose size stays is left alone.
  ///
  /// Rows are scaled first, but columns where the height loses more than twice what the width does;
  /// Pillow up to 12 always takes rows first, which differs by 1 in some samples of tall pictures.
  ///
  /// - Parameters:
  ///   - height: rows of the result, positive.
  ///   - width: columns of the result, positive.
  public func resized(height: Int, width: Int) -> RGBImage {
    precondition(height > 0 && width > 0, "a picture has at least one pixel")
    let heightLoss = self.height - height
    let columnsFirst = heightLoss > 0 && heightLoss > 2 * (self.width - width)
    var result = self
    if columnsFirst { result = result.resizedColumns(to: height) }
    if width != result.width { result = result.resizedRows(to: width) }
    if height != result.height { result = result.resizedColumns(to: height) }
    return result
  }

  /// Binary places of the fixed-point weights: 32 bits less 8 of the sample and 2 of headroom.
  private static let fractionBits = 22

  private func resizedRows(to target: Int) -> RGBImage {
    let filter = ResizeWeights(from: width, to: target)
    let weights = filter.fixedPoint(fractionBits: Self.fractionBits)
    let count = height * target * 3
    let result = [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
      pixels.withUnsafeBufferPointer { input in
        weights.withUnsafeBufferPointer { weights in
          for row in 0..<height {
            let source = row * width * 3
            for column in 0..<target {
              var (red, green, blue) = (Self.half, Self.half, Self.half)
              var sample = source + filter.starts[column] * 3
              let first = column * filter.stride
              for index in first..<(first + filter.counts[column]) {
                let weight = weights[index]
                red &+= Int32(input[sample]) &* weight
                green &+= Int32(input[sample + 1]) &* weight
                blue &+= Int32(input[sample + 2]) &* weight
                sample += 3
              }
              let position = (row * target + column) * 3
              output[position] = Self.rounded(red)
              output[position + 1] = Self.rounded(green)
              output[position + 2] = Self.rounded(blue)
            }
          }
        }
      }
      initialized = count
    }
    return RGBImage(height: height, width: target, pixels: result)
  }

  private func resizedColumns(to target: Int) -> RGBImage {
    let filter = ResizeWeights(from: height, to: target)
    let weights = filter.fixedPoint(fractionBits: Self.fractionBits)
    let stride = width * 3
    let count = target * stride
    var sums = [Int32](repeating: 0, count: stride)
    let result = [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
      pixels.withUnsafeBufferPointer { input in
        sums.withUnsafeMutableBufferPointer { sums in
          for row in 0..<target {
            sums.update(repeating: Self.half)
            for index in 0..<filter.counts[row] {
              let weight = weights[row * filter.stride + index]
              let source = (filter.starts[row] + index) * stride
              for column in 0..<stride {
                sums[column] &+= Int32(input[source + column]) &* weight
              }
            }
            for column in 0..<stride {
              output[row * stride + column] = Self.rounded(sums[column])
            }
          }
        }
      }
      initialized = count
    }
    return RGBImage(height: target, width: width, pixels: result)
  }

  /// One half in fixed point, so that the final shift rounds.
  private static var half: Int32 { 1 << (fractionBits - 1) }

  /// A fixed-point sum as a sample in 0…255.
  private static func rounded(_ sum: Int32) -> UInt8 {
    UInt8(clamping: sum >> Int32(fractionBits))
  }
}
