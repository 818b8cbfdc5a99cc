import Painting
import WebService

/// What a painter did, in order.
struct EventsRequest: PlausibleRequest {
  let events: [PaintingEvent]

  private static let most = 200
  /// A week.
  private static let longest = 7.0 * 86_400_000

  var isPlausible: Bool {
    (1...Self.most).contains(events.count) && events.allSatisfy(Self.isPlausible)
  }

  private static func isPlausible(_ event: PaintingEvent) -> Bool {
    event.sequence >= 1 && (0...longest).contains(event.milliseconds)
      && (event.rank.map { (1...9).contains($0) } ?? true) && event.suggested.count <= 16
      && event.suggested.allSatisfy(isColor) && event.state.isPlausible
  }

  /// `#rrggbb`.
  private static func isColor(_ text: String) -> Bool {
    let letters = Array(text.utf8)
    return letters.count == 7 && letters[0] == UInt8(ascii: "#")
      && letters.dropFirst().allSatisfy { letter in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter)
      }
  }
}
