import Diagnostics
import Testing

@testable import Reporting

@Suite struct `The chapter of results` {
  @Test(arguments: ResultChapter.tables.map(\.name))
  func `says of every column what it means, in both languages`(name: String) throws {
    let table = try #require(ResultChapter.tables.first { $0.name == name })
    #expect(!table.heads.isEmpty)
    for head in table.heads {
      #expect(head.meaning.english.hasSuffix("."), "\(head.name)")
      #expect(head.meaning.chinese.hasSuffix("。"), "\(head.name)")
      #expect(!head.label.english.isEmpty && !head.label.chinese.isEmpty, "\(head.name)")
    }
  }

  @Test func `names every table once, and every column of a table once`() {
    let names = ResultChapter.tables.map(\.name)
    #expect(Set(names).count == names.count)
    for table in ResultChapter.tables {
      let columns = table.heads.map(\.name)
      #expect(Set(columns).count == columns.count, "\(table.name): \(columns)")
    }
  }

  @Test(arguments: Language.allCases)
  func `has a row for every column`(language: Language) {
    let text = ResultChapter.text(language)
    for table in ResultChapter.tables {
      #expect(text.contains("## \(table.name).csv\n"))
      for head in table.heads { #expect(text.contains("| `\(head.name)` | ")) }
    }
  }
}
