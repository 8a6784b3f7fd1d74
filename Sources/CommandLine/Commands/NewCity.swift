import Diagnostics
import FoundationEssentials
import Glibc
import Reporting
import ScenarioFiles

/// A city folder made from a template.
///
/// The library of shared defaults stays where it is if the new folder stands beside it; elsewhere
/// it is copied in, so that the folder can be moved and sent as it is. The schema of the format
/// stands beside the scenarios, and their first line leads editors to it.
struct NewCity {
  /// Why no city was made.
  enum Fault: Refused {
    case badName(String, Text)
    case folderExists(String)
    case noTemplates
    case noSuchTemplate(String, known: [String])
    case cannotRead(String)
    case cannotWrite(WriteError)

    var refusal: Refusal { Refusal(message, status) }

    private var status: ExitStatus {
      switch self {
      case .badName, .noSuchTemplate: .usage
      case .folderExists, .cannotWrite: .cannotWrite
      case .noTemplates, .cannotRead: .noSuchFile
      }
    }

    private var message: Text {
      switch self {
      case .badName(let name, let reason):
        Text(
          "'\(name)' cannot be a city's id: \(reason); write one like 'my-city'",
          "“\(name)”不能作为城市编号：\(reason)；请写成 my-city 这样")
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
      case .cannotRead(let path):
        Text("cannot read the template's '\(path)'", "无法读取模板文件“\(path)”")
      case .cannotWrite(let error):
        Text(english: error.text(.english), chinese: error.text(.chinese))
      }
    }
  }

  /// Its path, without a slash at the end.
  let folder: String
  private let template: String

  /// Names the folder to make, and what it is made from.
  init(folder: String, template: String) {
    var name = folder[...]
    while name.count > 1, name.hasSuffix("/") { name = name.dropLast() }
    self.folder = String(name)
    self.template = template
  }

  private var id: String { String(folder.split(separator: "/").last ?? "") }
  /// The folder in which the new one will stand.
  private var parent: String {
    guard let slash = folder.lastIndex(of: "/") else { return "." }
    return slash == folder.startIndex ? "/" : String(folder[..<slash])
  }

  /// Writes the city, whole or not at all, and gives the paths of its files.
  func write() throws(Fault) -> [String] {
    if let reason = ScenarioId.folderFault(id) { throw .badName(id, reason) }
    let files = FileManager.default
    guard !files.fileExists(atPath: folder) else { throw .folderExists(folder) }
    let scenarios = try BundledScenarios.folder()
    let templates = scenarios + "/templates"
    let known = ((try? files.contentsOfDirectory(atPath: templates)) ?? []).sorted()
    guard known.contains(template) else { throw .noSuchTemplate(template, known: known) }
    let sharesLibrary = files.fileExists(atPath: parent + "/library")
    let library = sharesLibrary ? "../library/" : "library/"
    let copied = try texts(in: templates + "/" + template).map { name, text in
      let own = text.replacing("my-city", with: id).replacing("../../library/", with: library)
      return (name, name.hasSuffix(".yaml") ? ScenarioSchema.editorLine + "\n" + own : own)
    }
    let shared = sharesLibrary ? [] : try texts(in: scenarios + "/library")
    do throws(WriteError) {
      try place(
        shared.map { ("library/" + $0, $1) } + copied
          + [(ScenarioSchema.fileName, ScenarioSchema().text)])
    } catch {
      throw .cannotWrite(error)
    }
    let own = copied.map(\.0) + [ScenarioSchema.fileName]
    return ((sharesLibrary ? [] : ["library"]) + own).map { folder + "/" + $0 }
  }

  /// The files of a folder and of those below, by their names from there.
  private func texts(in place: String) throws(Fault) -> [(String, String)] {
    let files = FileManager.default
    guard let names = try? files.subpathsOfDirectory(atPath: place).sorted() else {
      throw .cannotRead(place)
    }
    var found: [(String, String)] = []
    for name in names {
      var isFolder = false
      _ = files.fileExists(atPath: place + "/" + name, isDirectory: &isFolder)
      if isFolder { continue }
      guard let text = try? String(contentsOfFile: place + "/" + name, encoding: .utf8) else {
        throw .cannotRead(place + "/" + name)
      }
      found.append((name, text))
    }
    return found
  }

  /// Writes files beside the new folder's place and gives that its name when all are there.
  private func place(_ texts: [(String, String)]) throws(WriteError) {
    let temporary = Temporary.path(of: id, in: parent + "/")
    for left in Temporary.abandoned(of: id, in: parent + "/") {
      try? FileManager.default.removeItem(atPath: left)
    }
    do throws(WriteError) {
      try ResultFolder(temporary).write([])
      Temporary.claimFolder(temporary)
      for (name, text) in texts {
        let parts = name.split(separator: "/").map(String.init)
        let inner = ([temporary] + parts.dropLast()).joined(separator: "/")
        let file = ResultFile(name: parts.last ?? name, bytes: Array(text.utf8))
        try ResultFolder(inner).write([file])
      }
      guard rename(temporary, folder) == 0 else {
        throw WriteError(path: folder, code: errno)
      }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
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
