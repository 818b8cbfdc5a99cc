import NetworkWeights

/// The weights that come with the package: the default of the paper's networks.
public enum BundledWeights {
  /// The file for a variant: `local-hints.safetensors` or `global-hints.safetensors`.
  public static func file(of variant: HintNetworkArchitecture.Variant) -> BundledFile {
    BundledFile("\(variant.rawValue)-hints.safetensors", of: "HintNetwork")
  }
}
