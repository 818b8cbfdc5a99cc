import Files
import Imaging
import ParallelWork

/// The images that have a true picture and one of every method, matched by file stem.
public struct ImageMatch: Sendable {
  /// An image's files.
  struct Files: Sendable {
    let image: String
    let truth: String
    /// In the methods' order.
    let fakes: [String]
  }

  /// An image that cannot be shown, or a file that is none.
  public struct LeftOut: Sendable, Equatable {
    /// The file stem; the whole name of what is no picture at all.
    public let image: String
    /// Why, to be read after the name.
    public let reason: String
  }

  /// Images that can be shown, by name in byte order.
  private(set) var files: [Files] = []
  /// What cannot be shown of any of the folders, by name in byte order.
  public private(set) var leftOut: [LeftOut] = []

  /// Matches the pictures of a declared study and decodes each of them.
  ///
  /// - Throws: ``PerceptualStudyError/missing(_:)``, ``PerceptualStudyError/unusable(file:explanation:)``
  ///   or ``PerceptualStudyError/unreadable(_:)`` for a folder,
  ///   ``PerceptualStudyError/noCommonImages(truth:detail:)``.
  init(truth: String, methods: [StudyDeclaration.Method]) throws(PerceptualStudyError) {
    let names = ["the truth"] + methods.map(\.name)
    var folders: [[ExactName: [String]]] = []
    for (name, folder) in zip(names, [truth] + methods.map(\.folder)) {
      let listing = try Self.list(folder)
      leftOut += listing.leftOut.map {
        LeftOut(image: $0.name, reason: "of \(name) \($0.reason)")
      }
      folders.append(Dictionary(grouping: listing.pictures) { ExactName(FilePath.stem(of: $0)) })
    }
    var matched: [Files] = []
    for image in Set(folders.flatMap(\.keys)).sorted() {
      let all = folders.map { $0[image] ?? [] }
      if let reason = Self.mismatch(of: all, names) {
        leftOut.append(LeftOut(image: image.text, reason: reason))
      } else {
        let paths = all.compactMap(\.first)
        matched.append(
          Files(image: image.text, truth: paths[0], fakes: Array(paths.dropFirst())))
      }
    }
    decodeAll(matched)
    guard !files.isEmpty else {
      let detail =
        leftOut.first.map { "'\($0.image)' \($0.reason), and so on" } ?? "it holds no PNG or JPEG"
      throw .noCommonImages(truth: truth, detail: detail)
    }
  }

  /// Why the pictures of one image do not match; nil where there is exactly one in every folder.
  ///
  /// - Parameters:
  ///   - pictures: in each folder, the truth's first.
  ///   - names: of the folders.
  private static func mismatch(of pictures: [[String]], _ names: [String]) -> String? {
    func listed(_ isWanted: ([String]) -> Bool) -> String {
      zip(names, pictures).filter { isWanted($1) }.map(\.0).joined(separator: ", ")
    }
    let lacking = listed(\.isEmpty)
    guard lacking.isEmpty else {
      let isFakeOnly = pictures.first?.isEmpty ?? true
      return "has no picture of \(lacking)"
        + (isFakeOnly ? ", only of \(listed { !$0.isEmpty })" : "")
    }
    let doubled = listed { $0.count > 1 }
    return doubled.isEmpty ? nil : "has more than one picture of \(doubled)"
  }

  private mutating func decodeAll(_ matched: [Files]) {
    let faults = parallelMap(matched.count) { index -> String? in
      for path in [matched[index].truth] + matched[index].fakes {
        do throws(ImagingError) { _ = try ImageFile.read(path) } catch { return error.message }
      }
      return nil
    }
    for (files, fault) in zip(matched, faults) {
      if let fault {
        leftOut.append(LeftOut(image: files.image, reason: fault))
      } else {
        self.files.append(files)
      }
    }
    leftOut.sort { ExactName($0.image) < ExactName($1.image) }
  }

  private static func list(_ folder: String) throws(PerceptualStudyError) -> ImageFolder.Listing {
    do throws(ImagingError) {
      return try ImageFolder.list(folder)
    } catch {
      switch error {
      case .missing: throw .missing(folder)
      case .notAFolder:
        throw .unusable(file: folder, explanation: "is a file; a folder of pictures is wanted")
      default: throw .unreadable(folder)
      }
    }
  }
}
