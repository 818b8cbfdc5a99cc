import Foundation
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

  /// An image that cannot be shown.
  public struct LeftOut: Sendable, Equatable {
    /// The file stem.
    public let image: String
    /// Why.
    public let reason: String
  }

  /// Images that can be shown, by name in byte order.
  private(set) var files: [Files] = []
  /// Images of the truth folder that cannot be shown, by name in byte order.
  public private(set) var leftOut: [LeftOut] = []

  /// Matches the pictures of a declared study and decodes each of them.
  ///
  /// - Throws: ``PerceptualStudyError/missing(_:)`` or
  ///   ``PerceptualStudyError/unreadable(_:)`` for a folder,
  ///   ``PerceptualStudyError/noCommonImages(truth:detail:)``.
  init(truth: String, methods: [StudyDeclaration.Method]) throws(PerceptualStudyError) {
    let real = try Self.stems(of: truth)
    var folders: [[String: [String]]] = []
    for method in methods { folders.append(try Self.stems(of: method.folder)) }
    var matched: [Files] = []
    for image in real.keys.sorted(by: Self.precedes) {
      let all = [real[image] ?? []] + folders.map { $0[image] ?? [] }
      let names = ["the truth"] + methods.map(\.name)
      let lacking = zip(names, all).filter { $1.isEmpty }.map(\.0)
      let doubled = zip(names, all).filter { $1.count > 1 }.map(\.0)
      if !lacking.isEmpty {
        leftOut.append(
          LeftOut(image: image, reason: "has no picture of \(lacking.joined(separator: ", "))"))
      } else if !doubled.isEmpty {
        leftOut.append(
          LeftOut(
            image: image,
            reason: "has more than one picture of \(doubled.joined(separator: ", "))"))
      } else {
        let paths = all.compactMap(\.first)
        matched.append(Files(image: image, truth: paths[0], fakes: Array(paths.dropFirst())))
      }
    }
    decodeAll(matched)
    guard !files.isEmpty else {
      let detail =
        leftOut.first.map { "'\($0.image)' \($0.reason), and so on" } ?? "it holds no PNG or JPEG"
      throw .noCommonImages(truth: truth, detail: detail)
    }
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
    leftOut.sort { Self.precedes($0.image, $1.image) }
  }

  private static func stems(of folder: String) throws(PerceptualStudyError) -> [String: [String]] {
    let paths: [String]
    do throws(ImagingError) { paths = try ImageFolder.list(folder) } catch {
      if case .missing = error { throw .missing(folder) }
      throw .unreadable(folder)
    }
    return Dictionary(grouping: paths) { path in
      ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    }
  }

  private static func precedes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}
