import CNeuralKernels
import COneDNN

/// Images in blocked memory: [batch][blocks][height][width][B], channels padded with zeros to
/// whole blocks of B = 16 (8 without AVX-512).
struct Stack: Sendable, Hashable {
  let batch: Int
  let channels: Int
  let height: Int
  let width: Int
  let precision: CompilationOptions.Precision

  /// B, for this processor.
  static let block = Int(hb_channel_block())

  /// Channels with padding.
  static func padded(_ channels: Int) -> Int { (channels + block - 1) / block * block }

  var blocks: Int { paddedChannels / Self.block }
  /// Channels with padding.
  var paddedChannels: Int { Self.padded(channels) }
  var count: Int { batch * paddedChannels * height * width }
  var byteCount: Int { count * precision.byteCount }

  /// The same number type and, where not given, the same sizes.
  func with(
    batch: Int? = nil, channels: Int? = nil, height: Int? = nil, width: Int? = nil
  ) -> Stack {
    Stack(
      batch: batch ?? self.batch, channels: channels ?? self.channels,
      height: height ?? self.height, width: width ?? self.width, precision: precision)
  }

  /// As the kernels take it.
  var described: hb_stack {
    hb_stack(
      batch: Int32(batch), blocks: Int32(blocks), height: Int32(height), width: Int32(width),
      block: Int32(Self.block), bfloat16: precision == .bfloat16)
  }
}
