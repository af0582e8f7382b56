import Foundation

extension Pty {
  /// Starts a line of the shell, in which `$emscope` is the program, in a folder.
  convenience init(in folder: URL, _ line: String) throws {
    let program = try Program.url.get().path
    try self.init(
      ["-c", "cd '\(folder.path)' && emscope='\(program)' && \(line)"], program: "/bin/sh")
  }
}
