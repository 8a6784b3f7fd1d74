import Diagnostics
import FoundationEssentials
import Reporting
import ScenarioFiles

/// A city folder made from a template.
///
/// The library of shared defaults stays where it is if the new folder stands beside it; elsewhere
/// it is copied in, so that the folder can be moved and sent as it is. The schema of the format
/// stands beside the scenarios, and their first line leads editors to it.
struct NewCity {
  /// Why no city was made.
  enum Fault: Error {
    case badName(String, Text)
    case folderExists(String)
    case noTemplates
    case noSuchTemplate(String, known: [String])
    case cannotWrite(String)

    var status: ExitStatus {
      switch self {
      case .badName, .noSuchTemplate: .usage
      case .folderExists, .cannotWrite: .cannotWrite
      case .noTemplates: .noSuchFile
      }
    }

    var message: Text {
      switch self {
      case .badName(let name, let reason):
        Text(
          "'\(name)' cannot be a city's id: \(reason.english); write one like 'my-city'",
          "“\(name)”不能作为城市编号：\(reason.chinese)；请写成 my-city 这样")
      case .folderExists(let folder):
        Text("'\(folder)' exists already; nothing was written", "“\(folder)”已存在；未写入任何内容")
      case .noTemplates:
        Text(
          "the templates are not beside this program; set CARBONPEAK_SCENARIOS to the folder 'Scenarios' of carbonpeak",
          "找不到模板；请将环境变量 CARBONPEAK_SCENARIOS 设为 carbonpeak 的 Scenarios 文件夹")
      case .noSuchTemplate(let name, let known):
        Text(
          "no template '\(name)'; there are: \(known.joined(separator: ", "))",
          "没有模板“\(name)”；现有：\(known.joined(separator: "、"))")
      case .cannotWrite(let reason):
        Text("cannot write: \(reason)", "无法写入：\(reason)")
      }
    }
  }

  let folder: String
  let template: String

  private var id: String { String(folder.split(separator: "/").last ?? "") }

  /// Writes the city and gives the paths of its files.
  func write() throws(Fault) -> [String] {
    if let reason = ScenarioId.fault(id) { throw .badName(id, reason) }
    let files = FileManager.default
    guard !files.fileExists(atPath: folder) else { throw .folderExists(folder) }
    let scenarios = try BundledScenarios.folder()
    let templates = scenarios + "/templates"
    let known = ((try? files.contentsOfDirectory(atPath: templates)) ?? []).sorted()
    guard known.contains(template) else { throw .noSuchTemplate(template, known: known) }
    do {
      return try copy(from: templates + "/" + template, library: scenarios + "/library")
    } catch {
      throw .cannotWrite("\(error)")
    }
  }

  private func copy(from template: String, library: String) throws -> [String] {
    let files = FileManager.default
    let parent = folder.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let beside = (parent.isEmpty ? "." : parent.joined(separator: "/")) + "/library"
    let sharesLibrary = files.fileExists(atPath: beside)
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var written: [String] = []
    if !sharesLibrary {
      try files.copyItem(atPath: library, toPath: folder + "/library")
      written.append(folder + "/library")
    }
    for name in try files.subpathsOfDirectory(atPath: template).sorted() {
      var isFolder = false
      _ = files.fileExists(atPath: template + "/" + name, isDirectory: &isFolder)
      let target = folder + "/" + name
      if isFolder {
        try files.createDirectory(atPath: target, withIntermediateDirectories: true)
        continue
      }
      var text = try String(contentsOfFile: template + "/" + name, encoding: .utf8)
      text = text.replacing("my-city", with: id)
      if !sharesLibrary { text = text.replacing("../../library/", with: "library/") }
      if sharesLibrary { text = text.replacing("../../library/", with: "../library/") }
      if name.hasSuffix(".yaml") { text = ScenarioSchema.editorLine + "\n" + text }
      try text.write(toFile: target, atomically: false, encoding: .utf8)
      written.append(target)
    }
    let schema = folder + "/" + ScenarioSchema.fileName
    try ScenarioSchema().text.write(toFile: schema, atomically: false, encoding: .utf8)
    written.append(schema)
    return written
  }
}

/// Where the scenarios that come with carbonpeak are.
enum BundledScenarios {
  /// The folder `Scenarios`: named by CARBONPEAK_SCENARIOS, installed beside the program, or that
  /// of the working copy the program was built in.
  static func folder() throws(NewCity.Fault) -> String {
    let files = FileManager.default
    var candidates = [Console.variable("CARBONPEAK_SCENARIOS")].compactMap { $0 }
    var place = (try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    while let slash = place.lastIndex(of: "/") {
      place = String(place[..<slash])
      candidates.append(place + "/share/carbonpeak/Scenarios")
      candidates.append(place + "/Scenarios")
    }
    guard let found = candidates.first(where: { files.fileExists(atPath: $0 + "/templates") })
    else { throw .noTemplates }
    return found
  }
}
