import Diagnostics
import Glibc
import Reporting

/// Makes pictures of pixels from drawings, through the program `rsvg-convert` of librsvg.
enum Rasteriser {
  private static let program = "rsvg-convert"

  /// Makes sure that the program is there.
  ///
  /// - Throws: What to install.
  static func require() throws(Refusal) {
    guard output(of: "command -v \(program)").status != 0 else { return }
    throw Refusal(
      Text(
        "--png needs \(program), which is not installed (Debian: apt-get install librsvg2-bin fonts-noto-cjk)",
        "--png 需要 \(program)，尚未安装（Debian：apt-get install librsvg2-bin fonts-noto-cjk）"),
      .missingProgram)
  }

  /// The drawing as PNG, at twice its size.
  ///
  /// - Throws: Which picture could not be made.
  static func image(of drawing: ResultFile) throws(Refusal) -> ResultFile {
    let name = drawing.name.split(separator: ".").dropLast().joined(separator: ".")
    guard let file = tmpfile() else { throw failure(drawing.name) }
    defer { fclose(file) }
    let isWritten =
      fwrite(drawing.bytes, 1, drawing.bytes.count, file) == drawing.bytes.count
      && fflush(file) == 0
    guard isWritten else { throw failure(drawing.name) }
    let found = output(
      of: "\(program) --format png --zoom 2 --keep-aspect-ratio </dev/fd/\(fileno(file))")
    guard found.status == 0, !found.bytes.isEmpty else { throw failure(drawing.name) }
    return ResultFile(name: name + ".png", bytes: found.bytes)
  }

  private static func failure(_ name: String) -> Refusal {
    Refusal(
      Text("\(program) could not make a picture of \(name)", "\(program) 无法转换 \(name)"),
      .readWriteError)
  }

  /// What a line of the shell writes to its standard output, and the status it ends with.
  private static func output(of line: String) -> (bytes: [UInt8], status: Int32) {
    guard let pipe = popen(line, "r") else { return ([], -1) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, pipe)
      guard count > 0 else { break }
      bytes += block[..<count]
    }
    return (bytes, pclose(pipe))
  }
}
