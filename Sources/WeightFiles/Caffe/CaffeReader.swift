/// Reads a Caffe model: a binary `NetParameter` message.
///
/// The field numbers are those of Caffe's `caffe.proto`; unknown fields are skipped.
struct CaffeReader {
  private let bytes: ByteView
  private let path: String

  init(_ bytes: ByteView, path: String) {
    self.bytes = bytes
    self.path = path
  }

  func read(into contents: inout WeightFileContents) throws(WeightFileError) {
    let layers: [CaffeLayer]
    do throws(CaffeFault) {
      layers = try readLayers(into: &contents.metadata)
    } catch {
      throw .badCaffe(path: path, fault: error)
    }
    for (index, layer) in layers.enumerated() {
      guard !layer.name.isEmpty || layer.blobs.isEmpty else {
        throw .badCaffe(path: path, fault: .unnamedLayer(index: index))
      }
      contents.metadata["layer:\(layer.name)"] = layer.type
      for (number, message) in layer.blobs.enumerated() {
        let name = "\(layer.name).\(number)"
        try contents.append(name, try tensor(message, name: name))
      }
    }
  }

  private func readLayers(into metadata: inout [String: String]) throws(CaffeFault) -> [CaffeLayer]
  {
    var reader = ProtobufReader(bytes)
    var layers: [CaffeLayer] = []
    while let field = try reader.next() {
      guard layers.count <= WeightFileContents.maximumCount else {
        throw .layers(limit: WeightFileContents.maximumCount)
      }
      switch field.number {
      case 1: metadata["name"] = try field.text()
      case 2: layers.append(try CaffeLayer(version1: try field.bytes()))
      case 100: layers.append(try CaffeLayer(try field.bytes()))
      default: break
      }
    }
    return layers
  }

  private func tensor(_ message: ByteView, name: String) throws(WeightFileError) -> WeightTensor {
    let blob: CaffeBlob
    do throws(CaffeFault) {
      blob = try CaffeBlob(message)
    } catch {
      throw .badCaffe(path: path, fault: error)
    }
    do throws(TensorFault) {
      return try blob.tensor()
    } catch {
      throw .badTensor(path: path, tensor: name, fault: error)
    }
  }
}
