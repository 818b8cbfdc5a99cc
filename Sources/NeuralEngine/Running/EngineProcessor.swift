import CNeuralKernels
import COneDNN

/// What the engine found on this machine.
public enum EngineProcessor {
  /// The instruction set that oneDNN uses, such as `avx512_core`.
  public static var instructionSet: String { String(cString: hb_instruction_set()) }

  /// True where convolutions can run by Winograd's filtering.
  public static var hasWinograd: Bool {
    TensorLayout.block(.float32) == 16 && hb_winograd_available()
  }

  /// True where the processor has matrix units for bfloat16 (AMX) and the system lets us use them.
  public static var hasMatrixUnits: Bool { hb_tiles_available() }

  /// True where the processor multiplies bfloat16 by itself.
  public static var hasNativeBFloat16: Bool { hb_native_bfloat16() }

  /// The version of oneDNN, such as `2.6.3`.
  public static var oneDNNVersion: String { String(cString: hb_onednn_version()) }
}
