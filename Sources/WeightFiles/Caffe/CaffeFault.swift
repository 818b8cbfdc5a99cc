/// Why a file that begins like a Caffe model is none; offsets count from the start of the message.
public enum CaffeFault: Error, Sendable, Equatable {
  /// A field that goes on behind the end of its message.
  case truncated(offset: Int)
  /// An integer of more than 64 bits.
  case integer(offset: Int)
  /// A field of number 0 or of an unknown kind.
  case field(offset: Int)
  /// A group that is not closed, or that is closed without having been opened.
  case group(offset: Int)
  /// Groups within groups beyond any need.
  case depth(offset: Int)
  /// A field that a Caffe model has as another kind.
  case kind(field: Int)
  /// A name that is not UTF-8.
  case text(field: Int)
  /// More layers than are read.
  case layers(limit: Int)
  /// A layer with weights and without a name.
  case unnamedLayer(index: Int)
}
