import Diagnostics
import Testing

/// A defect of ours, met on purpose in the real binary.
@Suite struct `A defect` {
  @Test(arguments: ["condition", "place"])
  func `ends the program with a word and its own status`(kind: String) throws {
    let outcome = try Program.run(["defect", kind])
    #expect(outcome.status == defectStatus)
    #expect(outcome.errors.contains("please report this"), "\(outcome.errors)")
    #expect(outcome.errors.contains("程序缺陷"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `of a condition of ours says where it stands`() throws {
    let errors = try Program.run(["defect"]).errors
    #expect(errors.contains(/carbonpeak: defect at CommandLine\/DefectCommand.swift:\d+: .+;/))
  }

  @Test func `is no command that people are shown`() throws {
    #expect(!(try Program.run(["--help"]).output.contains("defect")))
  }
}
