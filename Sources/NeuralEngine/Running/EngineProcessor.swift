import CNeuralKernels
import COneDNN

/// What the engine found on this machine.
public enum EngineProcessor {
  /// The instruction set that oneDNN uses, such as `avx512_core`.
  public static var instructionSet: String { String(cString: hb_instruction_set()) }

  /// True where convolutions can run by Winograd's filtering.
  public static var hasWinograd: Bool { Stack.block == 16 && hb_winograd_available() }

  /// True where bfloat16 works at all; it is fast only where ``hasNativeBFloat16``.
  public static var hasBFloat16: Bool { Stack.block == 16 }

  /// True where the processor multiplies bfloat16 by itself.
  public static var hasNativeBFloat16: Bool { hb_native_bfloat16() }

  /// The version of oneDNN, such as `2.6.3`.
  public static var oneDNNVersion: String { String(cString: hb_onednn_version()) }
}
