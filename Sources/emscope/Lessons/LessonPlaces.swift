#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the files may be that a lesson names.
struct LessonPlaces {
  /// Folders in which they are looked for, the likeliest first; each with the slash at its end, or
  /// nothing for where one stands.
  var folders: [String] = [""]
  /// Whether they are also looked for without the folders in their names.
  var looksForNames = false

  /// The place of a built-in lesson, which names none.
  init() {}

  /// The folder of a lesson's own file.
  init(folder: String) { folders = [folder] }

  /// Where the lesson of a saved session may have its files.
  ///
  /// - Parameters:
  ///   - session: The session's file.
  ///   - lesson: The folder of the lesson at that time, if it is known.
  init(besideSession session: String, lesson: String?) {
    folders = [LessonFile.folder(of: session), ""] + (lesson.map { [$0] } ?? [])
    looksForNames = true
  }

  /// The path of a file that a lesson names: the likeliest that is there, or else the likeliest.
  func path(of name: String) -> String {
    guard !name.hasPrefix("/") else { return name }
    var paths = folders.map { $0 + name }
    if looksForNames, let last = name.split(separator: "/").last {
      paths.append(folders[0] + last)
    }
    return paths.first { access($0, F_OK) == 0 } ?? paths[0]
  }

  /// The whole path of the likeliest folder, with the slash at its end.
  var wholeFolder: String {
    URL(fileURLWithPath: folders[0].isEmpty ? "." : folders[0]).standardizedFileURL.path + "/"
  }
}
