import Foundation

/// A description of an archive in Croissant 1.1, http://mlcommons.org/croissant/1.1.
struct CroissantDescription {
  let design: StudyDesign
  let credits: StudyArchive.Credits
  /// Files with their media types and bytes.
  let files: [(name: String, type: String, bytes: Data)]
  /// The columns of the tables among them.
  let columns: [Codebook.Entry]

  /// The file's name.
  static let fileName = "croissant.json"

  /// The JSON-LD.
  func data() throws(PerceptualStudyError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    do { return try encoder.encode(dataset) + Data("\n".utf8) } catch {
      throw .unusable(file: Self.fileName, explanation: "it cannot be written as JSON")
    }
  }

  private var dataset: JSONValue {
    [
      "@context": Self.context, "@type": "sc:Dataset",
      "conformsTo": "http://mlcommons.org/croissant/1.1",
      "name": .text(design.study), "description": .text(summary),
      "license": .text(credits.licence), "url": .text(credits.url),
      "creator": ["@type": "sc:Organization", "name": .text(credits.creator)],
      "datePublished": .text(credits.date), "version": "1.0.0", "inLanguage": "en",
      "isLiveDataset": false,
      "keywords": [
        "image colorization", "real-vs-fake", "two-alternative forced choice", "perceptual study",
      ],
      "distribution": .list(files.map(Self.file)),
      "recordSet": .list(recordSets),
    ]
  }

  private var summary: String {
    "Answers of people to a real-vs-fake study of image colorization: \(design.title). Each trial "
      + "shows a true picture and a colorized one, one after the other, for "
      + "\(design.exposure.picture) ms each; the judge names the fake. "
      + "\(design.methods.count) methods, \(design.schedules.count) planned judges. Names of judges "
      + "have no meaning; pictures are not part of it. Design: SHA-256 \(design.hash)."
  }

  private static func file(_ file: (name: String, type: String, bytes: Data)) -> JSONValue {
    [
      "@type": "cr:FileObject", "@id": .text(file.name), "name": .text(file.name),
      "contentUrl": .text(file.name), "contentSize": .text("\(file.bytes.count) B"),
      "encodingFormat": .text(file.type), "sha256": .text(DesignHash.sha256(file.bytes)),
    ]
  }

  private var recordSets: [JSONValue] {
    var order: [String] = []
    for entry in columns where !order.contains(entry.file) { order.append(entry.file) }
    return order.map { file in
      let name = (file as NSString).deletingPathExtension
      let fields = columns.filter { $0.file == file }.map { entry -> JSONValue in
        let id = "\(name)/\(entry.column)"
        return [
          "@type": "cr:Field", "@id": .text(id), "name": .text(entry.column),
          "description": .text("\(entry.meaning) (\(entry.values))"),
          "dataType": .text(Self.types[entry.type] ?? "sc:Text"),
          "source": [
            "fileObject": ["@id": .text(file)], "extract": ["column": .text(entry.column)],
          ],
        ]
      }
      return [
        "@type": "cr:RecordSet", "@id": .text(name), "name": .text(name), "field": .list(fields),
      ]
    }
  }

  private static let types = [
    "integer": "sc:Integer", "number": "sc:Float", "text": "sc:Text",
  ]

  /// The context that the specification recommends, Appendix 1.
  private static let context: JSONValue = {
    let terms = [
      "annotation", "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty",
      "excludes", "extract", "field", "fileObject", "fileProperty", "fileSet", "format", "includes",
      "isArray", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "readLines",
      "recordSet", "references", "regex", "sdVersion", "separator", "source", "subField",
      "transform", "unArchive", "value",
    ]
    var context: [String: JSONValue] = [
      "@language": "en", "@vocab": "http://schema.org/", "sc": "http://schema.org/",
      "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
      "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo",
      "data": ["@id": "cr:data", "@type": "@json"],
      "dataType": ["@id": "cr:dataType", "@type": "@vocab"],
      "examples": ["@id": "cr:examples", "@type": "@json"],
    ]
    for term in terms { context[term] = .text("cr:\(term)") }
    return .object(context)
  }()
}
