import WebService

/// The judge has agreed, and the screen is fit.
struct BeginRequest: PlausibleRequest {
  let tab: String
  let worker: WorkerReference?
  /// The hash of the consent text that was shown.
  let consent: String
  /// What the pictures are seen on.
  let screen: Screen
  /// Whether a program judges, which says so itself; nil for a page.
  let simulated: Bool?

  var isPlausible: Bool {
    RandomToken.isToken(tab) && worker?.isPlausible ?? true && consent.utf8.count <= 64
      && screen.isPlausible
  }

  /// The judge's screen, and how the colour-vision plates were read.
  struct Screen: PlausibleRequest, Encodable {
    let width: Int
    let height: Int
    let viewportWidth: Int
    let viewportHeight: Int
    let pixelRatio: Double
    let zoom: Double
    let frameMilliseconds: Double
    let isTouch: Bool
    let isDark: Bool
    let platesShown: Int
    let platesRight: Int

    var isPlausible: Bool {
      let sizes = [width, height, viewportWidth, viewportHeight]
      return sizes.allSatisfy { (0...100_000).contains($0) } && (0.05...20).contains(pixelRatio)
        && (0.05...20).contains(zoom) && (0...10_000).contains(frameMilliseconds)
        && (0...100).contains(platesShown) && (0...platesShown).contains(platesRight)
    }
  }
}
