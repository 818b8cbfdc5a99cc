import Colorimetry
import Colorization
import Testing

/// Ranks from 1, falling probabilities that sum to 1, no colour twice, a and b of what is shown.
func expectInOrder(_ colors: [SuggestedColor]) {
  #expect(colors.map(\.rank) == Array(1...max(colors.count, 1)))
  #expect(abs(colors.map(\.probability).reduce(0, +) - 1) < 1e-12)
  for (color, next) in zip(colors, colors.dropFirst()) {
    #expect(color.probability >= next.probability)
  }
  #expect(Set(colors.map { SIMD3($0.red, $0.green, $0.blue) }).count == colors.count)
  for color in colors {
    let lab = LabColor(
      red: Double(color.red) / 255, green: Double(color.green) / 255,
      blue: Double(color.blue) / 255)
    #expect((lab.a, lab.b) == (color.a, color.b))
  }
}
