/// Head and shoulders of a person before a wall or greenery out of focus.
enum Portrait: Painting {
  static func paint(on canvas: inout Canvas, random: inout Random) {
    var light = Light.indoors(&random)
    light.direction = Vector(light.direction.x * 0.8, -0.5, 0.9).normalized
    light.sun *= 1.05
    if random.chance(0.5) {
      Backdrop(&random).paint(on: &canvas, light: light)
    } else {
      Bokeh(&random).paint(on: &canvas, light: light, &random)
    }
    Person(&random, light: light).paint(on: &canvas, &random)
  }
}
