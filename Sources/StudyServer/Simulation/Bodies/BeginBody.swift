/// Begins a session on a screen that does not exist.
struct BeginBody: Encodable, Sendable {
  let tab: String
  let consent: String
  let screen = Screen()
  let simulated = true

  struct Screen: Encodable, Sendable {
    let width = 1280
    let height = 900
    let viewportWidth = 1280
    let viewportHeight = 757
    let pixelRatio = 1.0
    let zoom = 1.0
    let frameMilliseconds = 1000.0 / 60
    let isTouch = false
    let isDark = false
    let platesShown = 0
    let platesRight = 0
  }
}
