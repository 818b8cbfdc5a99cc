import Foundation
import StudyFixtures

extension Browser {
  /// Presses a pointer, moves it through places of the window, and lets go.
  ///
  /// - Parameter seconds: between two places.
  func stroke(
    _ places: [(x: Double, y: Double)], pointer: String = "mouse", button: Int = 0,
    seconds: Double = 0.016
  ) async throws {
    guard let first = places.first else { return }
    func move(_ place: (x: Double, y: Double), _ seconds: Double) -> JSONValue {
      [
        "type": "pointerMove", "duration": .number(1000 * seconds), "x": .number(place.x.rounded()),
        "y": .number(place.y.rounded()),
      ]
    }
    var actions: [JSONValue] = [
      move(first, 0), ["type": "pointerDown", "button": .number(Double(button))],
    ]
    actions += places.dropFirst().map { move($0, seconds) }
    actions.append(["type": "pointerUp", "button": .number(Double(button))])
    try await perform([
      [
        "type": "pointer", "id": .string(pointer), "parameters": ["pointerType": .string(pointer)],
        "actions": .array(actions),
      ]
    ])
  }

  /// Presses a key while others are held.
  func press(_ key: String, holding held: [String]) async throws {
    let down: [JSONValue] = held.map { ["type": "keyDown", "value": .string($0)] }
    let up: [JSONValue] = held.reversed().map { ["type": "keyUp", "value": .string($0)] }
    let stroke: [JSONValue] = [
      ["type": "keyDown", "value": .string(key)], ["type": "keyUp", "value": .string(key)],
    ]
    try await perform([
      ["type": "key", "id": "keys", "actions": .array(down + stroke + up)]
    ])
  }

  /// Turns the wheel over a place.
  func wheel(_ place: (x: Double, y: Double), by delta: Double) async throws {
    let turn: JSONValue = [
      "type": "scroll", "x": .number(place.x.rounded()), "y": .number(place.y.rounded()),
      "deltaX": 0, "deltaY": .number(delta), "duration": 0,
    ]
    try await perform([["type": "wheel", "id": "wheel", "actions": [turn]]])
  }

  /// Gives a file to an input.
  func choose(_ path: String, for selector: String) async throws {
    try await type(path, into: selector)
  }

  /// A window of exactly so many pixels, in a theme.
  func show(width: Int, height: Int, theme: String) async throws {
    try await devTools(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)), "deviceScaleFactor": 1,
        "mobile": false,
      ])
    try await devTools(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": .string(theme)]]])
  }
}
