import CIndexStore
import Foundation
import TestSupport

/// What the compiler noted while it built the tests: which file defines what, and which file uses it.
///
/// The face of the index store, a library that comes with the compiler.
struct IndexStore {
  /// The files that each file uses something of, by their paths from the top folder.
  let uses: [String: Set<String>]

  /// Why the index cannot be read.
  enum Failure: Error {
    case noCompiler
    case noLibrary(path: String, reason: String)
    case noFunction(String)
    case noStore(path: String)
  }

  /// Reads what was noted of the sources of a module.
  ///
  /// - Throws: ``Failure`` where the compiler has no such library or the tests were built without index.
  init(of module: String) throws {
    let reader = try IndexReader()
    let prefix = Repository.root.path + "/Sources/\(module)/"
    var definedIn: [String: String] = [:]
    var used: [(file: String, symbol: String)] = []
    for (file, records) in reader.records(ofSourcesUnder: prefix) {
      let path = String(file.dropFirst(Repository.root.path.count + 1))
      for occurrence in records.flatMap(reader.occurrences) {
        if occurrence.isDefinition {
          definedIn[occurrence.symbol] = path
        } else {
          used.append((path, occurrence.symbol))
        }
      }
    }
    var uses: [String: Set<String>] = [:]
    for path in Set(definedIn.values) { uses[path] = [] }
    for (file, symbol) in used {
      guard let owner = definedIn[symbol], owner != file else { continue }
      uses[file, default: []].insert(owner)
    }
    self.uses = uses
  }
}

/// The functions of the library that are called here.
private final class IndexReader {
  /// A place where a symbol stands in a file.
  struct Occurrence {
    let symbol: String
    let isDefinition: Bool
  }

  private let library: UnsafeMutableRawPointer
  private let store: UnsafeMutableRawPointer

  init() throws {
    let path = try Self.libraryFolder() + "/libIndexStore.so"
    guard let library = dlopen(path, RTLD_LAZY | RTLD_LOCAL) else {
      throw IndexStore.Failure.noLibrary(path: path, reason: String(cString: dlerror()))
    }
    self.library = library
    let folder = Repository.root.path + "/.build/debug/index/store"
    let create = try Self.function(
      "indexstore_store_create", in: library, as: index_store_create.self)
    guard FileManager.default.fileExists(atPath: folder), let store = create(folder, nil) else {
      throw IndexStore.Failure.noStore(path: folder)
    }
    self.store = store
  }

  deinit {
    function("indexstore_store_dispose", as: index_dispose.self)(store)
  }

  /// Where the compiler keeps its libraries, as it says itself.
  private static func libraryFolder() throws -> String {
    struct TargetInfo: Decodable {
      struct Paths: Decodable { let runtimeResourcePath: String }
      let paths: Paths
    }
    let output = try Repository.output(of: "swift", "-print-target-info")
    let info = try JSONDecoder().decode(TargetInfo.self, from: Data(output.utf8))
    return URL(filePath: info.paths.runtimeResourcePath).deletingLastPathComponent().path
  }

  private static func function<Function>(
    _ name: String, in library: UnsafeMutableRawPointer, as type: Function.Type
  ) throws -> Function {
    guard let symbol = dlsym(library, name) else { throw IndexStore.Failure.noFunction(name) }
    return unsafeBitCast(symbol, to: type)
  }

  private func function<Function>(_ name: String, as type: Function.Type) -> Function {
    guard let found = try? Self.function(name, in: library, as: type) else {
      fatalError("the compiler's index store has no function \(name)")
    }
    return found
  }

  private func text(_ name: String, of entry: UnsafeMutableRawPointer?) -> String {
    Self.string(function(name, as: index_text.self)(entry))
  }

  private static func string(_ text: index_string) -> String {
    guard let data = text.data else { return "" }
    return String(
      decoding: UnsafeRawBufferPointer(start: data, count: text.length), as: UTF8.self)
  }

  /// The records of the newest build of each source file that is still there.
  func records(ofSourcesUnder prefix: String) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for name in unitNames() {
      let create = function("indexstore_unit_reader_create", as: index_reader_create.self)
      guard let unit = create(store, name, nil) else { continue }
      defer { function("indexstore_unit_reader_dispose", as: index_dispose.self)(unit) }
      let file = text("indexstore_unit_reader_get_main_file", of: unit)
      let output = text("indexstore_unit_reader_get_output_file", of: unit)
      guard file.hasPrefix(prefix), FileManager.default.fileExists(atPath: file),
        output.contains("/debug/")
      else { continue }
      found[file] = records(of: unit, file)
    }
    return found
  }

  private func unitNames() -> [String] {
    let box = Box<String>()
    let visit = function("indexstore_store_units_apply_f", as: index_store_units.self)
    _ = visit(store, 0, Unmanaged.passUnretained(box).toOpaque()) { context, name in
      Box<String>.of(context).entries.append(IndexReader.string(name))
      return true
    }
    return box.entries
  }

  /// The names of the records of a unit that are of its own file.
  private func records(of unit: UnsafeMutableRawPointer, _ file: String) -> [String] {
    let isRecord: UInt32 = 2
    return entries("indexstore_unit_reader_dependencies_apply_f", of: unit) { entry in
      guard
        self.function("indexstore_unit_dependency_get_kind", as: index_kind.self)(entry)
          == isRecord,
        self.text("indexstore_unit_dependency_get_filepath", of: entry) == file
      else { return nil }
      return self.text("indexstore_unit_dependency_get_name", of: entry)
    }
  }

  /// Every occurrence of a symbol in a record.
  func occurrences(in record: String) -> [Occurrence] {
    let create = function("indexstore_record_reader_create", as: index_reader_create.self)
    guard let reader = create(store, record, nil) else { return [] }
    defer { function("indexstore_record_reader_dispose", as: index_dispose.self)(reader) }
    let definition: UInt64 = 1 << 1
    let symbol = function("indexstore_occurrence_get_symbol", as: index_symbol.self)
    let roles = function("indexstore_occurrence_get_roles", as: index_roles.self)
    return entries("indexstore_record_reader_occurrences_apply_f", of: reader) { entry in
      Occurrence(
        symbol: self.text("indexstore_symbol_get_usr", of: symbol(entry)),
        isDefinition: roles(entry) & definition != 0)
    }
  }

  /// What a reader lists, entry by entry.
  private func entries<Entry>(
    _ name: String, of reader: UnsafeMutableRawPointer,
    _ read: @escaping (UnsafeMutableRawPointer) -> Entry?
  ) -> [Entry] {
    var found: [Entry] = []
    let box = Box<Void>()
    box.visit = { entry in read(entry).map { found.append($0) } }
    _ = function(name, as: index_entries.self)(reader, Unmanaged.passUnretained(box).toOpaque()) {
      context, entry in
      if let entry { Box<Void>.of(context).visit?(entry) }
      return true
    }
    return found
  }
}

/// What a C function hands back to its caller while it lists entries.
private final class Box<Entry> {
  var entries: [Entry] = []
  var visit: ((UnsafeMutableRawPointer) -> Void)?

  static func of(_ context: UnsafeMutableRawPointer?) -> Box {
    guard let context else { fatalError("the index store gave no context back") }
    return Unmanaged<Box>.fromOpaque(context).takeUnretainedValue()
  }
}
