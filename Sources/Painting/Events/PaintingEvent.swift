/// Something a painter did, with what came of it: enough to do the whole session again.
public struct PaintingEvent: Codable, Sendable, Equatable {
  /// The place among the events of one picture, from 1.
  public var sequence: Int
  /// Since the picture was shown, in milliseconds, by the painter's clock.
  public var milliseconds: Double
  /// What was done.
  public var action: Action
  /// Where a new colour came from; nil where no colour was chosen.
  public var source: ColorSource?
  /// Which suggestion was taken, from 1; nil unless the colour came from the palette.
  public var rank: Int?
  /// The state after it.
  public var state: PaintingState
  /// The colours that were suggested at that time, most probable first, as `#rrggbb`.
  public var suggested: [String]

  /// What a painter can do.
  public enum Action: String, Codable, Sendable, CaseIterable {
    /// The picture was shown for the first time.
    case open
    /// A point was added.
    case add
    /// A point was moved.
    case move
    /// A point got another colour.
    case recolor
    /// A point got another size.
    case resize
    /// A point was removed.
    case remove
    /// One step back.
    case undo
    /// One step forth again.
    case redo
    /// Everything was removed.
    case reset
    /// Another method was chosen.
    case method
    /// The global hints were changed.
    case global
    /// A saved session was opened.
    case load
    /// The result was kept by the painter.
    case save
    /// Time was up, and the result was kept.
    case timeout
  }

  /// Where a colour comes from.
  public enum ColorSource: String, Codable, Sendable, CaseIterable {
    /// The ab gamut.
    case gamut
    /// A suggested colour.
    case palette
    /// A colour used before.
    case recent
    /// Taken from the picture.
    case eyedropper
    /// Hue, saturation and value sliders.
    case sliders
    /// One of the common colours.
    case common
    /// The colour that the result had at the place.
    case result
  }

  /// Notes an event.
  public init(
    sequence: Int, milliseconds: Double, action: Action, source: ColorSource? = nil,
    rank: Int? = nil, state: PaintingState, suggested: [String] = []
  ) {
    self.sequence = sequence
    self.milliseconds = milliseconds
    self.action = action
    self.source = source
    self.rank = rank
    self.state = state
    self.suggested = suggested
  }
}
