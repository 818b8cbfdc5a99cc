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
  /// The colours that were suggested at that time, most probable first, as `#rrggbb`; left out of
  /// JSON where there are none.
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

extension PaintingEvent {
  private enum CodingKeys: CodingKey {
    case sequence, milliseconds, action, source, rank, state, suggested
  }

  /// Reads an event.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    sequence = try fields.decode(Int.self, forKey: .sequence)
    milliseconds = try fields.decode(Double.self, forKey: .milliseconds)
    action = try fields.decode(Action.self, forKey: .action)
    source = try fields.decodeIfPresent(ColorSource.self, forKey: .source)
    rank = try fields.decodeIfPresent(Int.self, forKey: .rank)
    state = try fields.decode(PaintingState.self, forKey: .state)
    suggested = try fields.decodeIfPresent([String].self, forKey: .suggested) ?? []
  }

  /// Writes an event: what it does not have is not mentioned.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(sequence, forKey: .sequence)
    try fields.encode(milliseconds, forKey: .milliseconds)
    try fields.encode(action, forKey: .action)
    try fields.encodeIfPresent(source, forKey: .source)
    try fields.encodeIfPresent(rank, forKey: .rank)
    try fields.encode(state, forKey: .state)
    if !suggested.isEmpty { try fields.encode(suggested, forKey: .suggested) }
  }
}
