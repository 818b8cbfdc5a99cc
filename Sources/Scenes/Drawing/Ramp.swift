/// Colours along a line from 0 to 1, blended between evenly spaced stops.
struct Ramp {
  private let stops: [Color]

  init(_ swatches: [Swatch]) {
    stops = swatches.map(\.color)
  }

  func color(at position: Float) -> Color {
    let place = clamp(position) * Float(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    return mix(stops[index], stops[index + 1], place - Float(index))
  }
}
