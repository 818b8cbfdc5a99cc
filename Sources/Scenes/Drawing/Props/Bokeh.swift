/// A garden far out of focus: soft masses of leaf and light.
struct Bokeh {
  private let ramp: Ramp
  private let spots: [Swatch]
  private let masses: Noise

  init(_ random: inout Random) {
    let leaf = Foliage.swatch(&random, autumn: 0.2)
    ramp = Ramp([
      leaf.lighter(by: -0.2), leaf.lighter(by: -0.05), leaf.lighter(by: 0.1),
      leaf.lighter(by: 0.25).muted(to: 0.6),
    ])
    spots = [
      leaf.lighter(by: 0.2), Swatch(0.85, 0.06, 95), Swatch(0.72, 0.1, random.float(0...360)),
      leaf.lighter(by: -0.12), Swatch(0.88, 0.03, 230),
    ]
    masses = Noise(&random)
  }

  func paint(on canvas: inout Canvas, light: Light, _ random: inout Random) {
    canvas.wash { point in
      let mass = masses.fractal(point * 2.3, octaves: 3, gain: 0.4)
      return ramp.color(at: 0.5 + 0.42 * mass - 0.25 * (point.y - 0.5))
    }
    for (x, stream) in canvas.columns(every: 0.03, &random) {
      var own = stream
      let radius = own.float(0.025...0.085)
      let color = own.pick(spots).varied(&own).color
      let center = Point(x, own.float(-0.05...1.05))
      let opacity = own.float(0.12...0.4)
      canvas.fill(.circle(center, radius), softness: 0.5 * radius, opacity: opacity) {
        _, distance in
        color * (1 + 0.25 * smoothstep(-0.4 * radius, 0, distance))
      }
    }
  }
}
