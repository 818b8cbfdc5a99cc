import Painting

/// What was done.
struct EventsBody: Encodable {
  let events: [PaintingEvent]
}
