import Imaging

extension EfficientNetLite0 {
  /// The mean and the standard deviation of ImageNet's red, green and blue, in 0…1.
  private static let mean: [Float] = [0.485, 0.456, 0.406]
  private static let deviation: [Float] = [0.229, 0.224, 0.225]

  /// A picture as the network takes it: 3×height×width, normalized as `torchvision` does.
  public static func numbers(of picture: RGBImage) -> [Float] {
    let pixels = picture.height * picture.width
    return (0..<3).flatMap { channel in
      // Each of the 256 samples once.
      let levels = (0..<256).map { (Float($0) / 255 - mean[channel]) / deviation[channel] }
      return (0..<pixels).map { levels[Int(picture.pixels[3 * $0 + channel])] }
    }
  }

  /// A picture of any size as the network takes it at ``side``×``side``: squeezed into the square,
  /// nothing cut off.
  public static func squareNumbers(of picture: RGBImage) -> [Float] {
    numbers(of: picture.resized(height: side, width: side))
  }

  /// The classes of the greatest logits, the greatest first; the lower index first among equals.
  public static func classes(of logits: some Collection<Float>, most count: Int) -> [Int] {
    logits.enumerated()
      .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
      .prefix(count).map(\.offset)
  }
}
