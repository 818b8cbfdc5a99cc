import WeightFiles

/// A file's tensors under the published names: as they are, or translated from Caffe's.
struct NamedTensors {
  private(set) var names: [String]
  private(set) var tensors: [String: WeightTensor]
  private(set) var metadata: [String: String]

  init(_ file: WeightFile) throws {
    metadata = file.metadata
    if file.format == .caffe {
      let translated = try CaffeTranslation(file)
      names = translated.names
      tensors = translated.tensors
      metadata.merge(translated.metadata) { _, new in new }
    } else {
      names = file.names
      tensors = file.tensors
    }
  }
}
