import Imaging

/// A picture that NumPy makes too:
/// `r, c, k = np.ogrid[:h, :w, :3]; (3*r*r + 7*c*(k+1) + r*c + 40*k + shift) % 256`.
func formulaPicture(height: Int = 24, width: Int = 32, shift: Int = 0) -> RGBImage {
  var pixels: [UInt8] = []
  for row in 0..<height {
    for column in 0..<width {
      for channel in 0..<3 {
        let value = 3 * row * row + 7 * column * (channel + 1) + row * column + 40 * channel
        pixels.append(UInt8((value + shift) % 256))
      }
    }
  }
  return RGBImage(height: height, width: width, pixels: pixels)
}
