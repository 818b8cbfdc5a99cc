import CNeuralKernels
import COneDNN

/// The sizes of a tensor and how its numbers lie in memory.
struct TensorLayout: Sendable, Hashable {
  enum Form: Sendable, Hashable {
    /// [batch][channels][height][width], float32.
    case plain
    /// [batch][blocks][height][width][B]: channels padded with zeros to whole blocks of B.
    case blocked
  }

  let batch: Int
  let channels: Int
  let height: Int
  let width: Int
  let precision: CompilationOptions.Precision
  var form = Form.blocked

  /// B: 16 float32 (8 without AVX-512), or 32 bfloat16.
  static func block(_ precision: CompilationOptions.Precision) -> Int {
    precision == .bfloat16 ? 32 : Int(hb_channel_block())
  }

  var block: Int { Self.block(precision) }
  var blocks: Int { (channels + block - 1) / block }
  /// Channels with padding.
  var paddedChannels: Int { blocks * block }
  var pixels: Int { height * width }
  /// Height and width are 1.
  var isVector: Bool { height == 1 && width == 1 }
  /// Numbers without padding.
  var plainCount: Int { batch * channels * pixels }
  var byteCount: Int {
    form == .plain ? 4 * plainCount : batch * paddedChannels * pixels * precision.byteCount
  }

  /// The same number type and, where not given, the same sizes and form.
  func with(
    channels: Int? = nil, height: Int? = nil, width: Int? = nil, form: Form? = nil
  ) -> TensorLayout {
    TensorLayout(
      batch: batch, channels: channels ?? self.channels, height: height ?? self.height,
      width: width ?? self.width, precision: precision, form: form ?? self.form)
  }

  /// As the kernels take it.
  var described: hb_stack {
    hb_stack(
      batch: Int32(batch), blocks: Int32(blocks), height: Int32(height), width: Int32(width),
      block: Int32(block), bfloat16: precision == .bfloat16)
  }
}
