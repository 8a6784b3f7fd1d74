import Diagnostics

/// A file somebody names, and where it is named: the place faults of the file are told at.
struct FilePlace {
  /// The path to open and to show.
  let path: String
  /// Where it is named; the file as a whole if on the command line.
  let location: SourceLocation
  /// The characters of the name there.
  let length: Int

  init(path: String, location: SourceLocation, length: Int) {
    self.path = path
    self.location = location
    self.length = length
  }

  /// The file that `node` names, relative to the file that holds `node`.
  init(naming path: String, at node: Node) {
    let joined = joinPath(folder(of: node.location.path), path)
    let tidy = tidyPath(joined)
    let isSame = (try? realPath(tidy)) == (try? realPath(joined))
    self.init(path: isSame ? tidy : joined, location: node.location, length: node.length)
  }
}

extension FilePlace {
  /// What is wrong with the file, told where it is named.
  func diagnostic(for fault: FileFault, limits: ReadingLimits) -> Diagnostic {
    switch fault {
    case .missing: missing()
    case .isFolder:
      error(.notAFile, Text("'\(path)' is a folder, not a file", "'\(path)' 是文件夹，不是文件"))
    case .notRegular:
      error(
        .notAFile,
        Text("'\(path)' is a pipe or a device, not a file", "'\(path)' 是管道或设备，不是普通文件"))
    case .tooLarge:
      error(
        .tooLarge,
        Text(
          "'\(path)' is larger than \(limits.bytes / 1_048_576) MB",
          "'\(path)' 超过 \(limits.bytes / 1_048_576) MB"))
    case .refused(let reason):
      error(
        .unreadableFile,
        Text(
          "cannot read '\(path)': \(reason)", "无法读取 '\(path)'：\(reason)"))
    }
  }

  /// There is no such file; the closest of the names there are is suggested.
  private func missing() -> Diagnostic {
    let meant =
      path.isEmpty
      ? nil
      : closestName(to: lastComponent(of: path), among: names(inFolder: folder(of: path)))
    return error(
      .noSuchFile, Text("there is no file '\(path)'", "文件 '\(path)' 不存在"),
      suggestion: meant.map { Text("did you mean '\($0)'?", "是否指 '\($0)'？") })
  }

  /// The file lies where scenario files may not reach.
  func outside(root: String) -> Diagnostic {
    error(
      .outsideRoot,
      Text(
        "'\(path)' lies outside the scenario folder '\(lastComponent(of: root))'",
        "'\(path)' 位于情景文件夹 '\(lastComponent(of: root))' 之外"),
      suggestion: lastComponent(of: root) == FileReach.rootName
        ? Text(
          "move the file into the folder, or allow it with --allow-outside",
          "请把文件移入该文件夹，或加上 --allow-outside")
        : Text(
          "a scenario may name files of its own folder, and all files below a folder called 'Scenarios': give that name to the folder that holds both, or allow any file with --allow-outside",
          "情景只能引用自身文件夹中的文件，或名为 Scenarios 的文件夹下的文件：请把同时包含两者的文件夹改名为 Scenarios，或加上 --allow-outside"
        ))
  }

  private func error(
    _ code: DiagnosticCode, _ message: Text, suggestion: Text? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, code: code, message: message, at: location, length: length, suggestion: suggestion)
  }
}
