import Imaging

/// NTSC luma and chrominance of companded RGB, with the three-decimal matrix of Matlab's `rgb2ntsc`.
///
/// The space of the published program of Levin, Lischinski and Weiss 2004, "Colorization using
/// optimization", https://doi.org/10.1145/1015706.1015780. The way back is the inverse in double
/// precision.
public enum YIQ {
  private static let fromRGB = Matrix3(
    [0.299, 0.587, 0.114], [0.596, -0.274, -0.322], [0.211, -0.523, 0.312])
  private static let toRGB = fromRGB.inverse

  /// Luma and chrominance of a companded colour in 0…1.
  ///
  /// - Returns: Y in 0…1, I within ±0.596, Q within ±0.523.
  public static func components(
    red: Double, green: Double, blue: Double
  ) -> (y: Double, i: Double, q: Double) {
    let (y, i, q) = fromRGB.times(red, green, blue)
    return (y, i, q)
  }

  /// The companded colour of luma and chrominance, clipped to 0…1.
  public static func color(
    y: Double, i: Double, q: Double
  ) -> (red: Double, green: Double, blue: Double) {
    let (red, green, blue) = toRGB.times(y, i, q)
    return (clipped(red), clipped(green), clipped(blue))
  }

  /// The I and Q planes of a picture, H×W each.
  public static func chrominance(of picture: SRGBImage) -> (i: Plane, q: Plane) {
    let matrix = fromRGB
    var i = Plane(height: picture.height, width: picture.width)
    var q = i
    picture.samples.withUnsafeBufferPointer { samples in
      i.values.withUnsafeMutableBufferPointer { i in
        q.values.withUnsafeMutableBufferPointer { q in
          for index in i.indices {
            let components = matrix.times(
              samples[3 * index], samples[3 * index + 1], samples[3 * index + 2])
            i[index] = components.1
            q[index] = components.2
          }
        }
      }
    }
    return (i, q)
  }

  /// The picture of three planes of one size, H×W each, clipped to 0…1.
  public static func picture(y: Plane, i: Plane, q: Plane) -> SRGBImage {
    precondition(
      y.height == i.height && y.height == q.height && y.width == i.width && y.width == q.width,
      "Y, I and Q have one size")
    let matrix = toRGB
    var samples = [Double](repeating: 0, count: 3 * y.values.count)
    samples.withUnsafeMutableBufferPointer { samples in
      y.values.withUnsafeBufferPointer { y in
        i.values.withUnsafeBufferPointer { i in
          q.values.withUnsafeBufferPointer { q in
            for index in y.indices {
              let (red, green, blue) = matrix.times(y[index], i[index], q[index])
              samples[3 * index] = clipped(red)
              samples[3 * index + 1] = clipped(green)
              samples[3 * index + 2] = clipped(blue)
            }
          }
        }
      }
    }
    return SRGBImage(height: y.height, width: y.width, samples: samples)
  }

  @inline(__always)
  private static func clipped(_ sample: Double) -> Double {
    sample > 0 ? (sample < 1 ? sample : 1) : 0
  }
}
