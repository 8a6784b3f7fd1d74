/// What Chinese input methods, word processors and habits put in place of the words of the format.
let keyboardFaults: [Patch] = [
  Patch("{to: 90%}", "{to1️⃣：90%}", .malformedYAML, "write ': '"),
  Patch("group: grid", "group: 1️⃣“grid”", .unknownWord, "write '\"': 'grid'"),
  Patch("efficiency: 3.2", "efficiency: 1️⃣“3.2”", .malformedNumber, "without quotes"),
  Patch("from: 2022\n", "from: 1️⃣２０２２\n", .wrongType, "'２' is a full-width character; write '2'"),
  Patch("gases: [CO2, CH4]", "gases: [1️⃣CO2、CH4]", .unknownWord, "'、' is an ordinary letter"),
  Patch("retrofit: 1.5%/yr", "retrofit: 1.5%/yr 1️⃣＃ x", .unknownUnit, "write '#'"),
  Patch("group: grid", "group: 1️⃣grid\u{A0}", .unknownWord, "U+00A0"),
  Patch("loss: 4.5%", "loss:1️⃣\u{A0}4.5%", .malformedYAML, "U+00A0"),
  Patch("loss: 4.5%", "1️⃣\u{200B}loss: 4.5%", .unknownParameter, "U+200B"),
  Patch(
    "gas-boiler: {carrier: natural-gas,", "gas-boiler: {carrier: 1️⃣gas,", .unknownId,
    "did you mean 'natural-gas'?"),
  Patch("station: {carrier: heat,", "station: {carrier: 1️⃣热力,", .unknownId, "did you mean 'heat'?"),
  Patch(
    "class: residential", "class: residential\n    1️⃣来源: x", .unknownParameter,
    "did you mean 'source'?"),
  Patch("source: city inventory", "1️⃣备注: x", .unknownParameter, "did you mean 'note'?"),
  Patch(
    "{2020: 500 MW, 2030: 3000 MW}", "{2020: 500 MW, 1️⃣单位: MW}", .unknownKey,
    "did you mean 'unit'?"),
  Patch(
    "scopes: [1, 2]", "scopes: [1, 2], 1️⃣weather: 1", .unknownKey,
    "expected one of: gases, gwp, electricity, scopes, inventory, peak-account, biogenic-capture, source, note, grade"
  ),
  Patch(
    "class: residential", "class: residential\n    1️⃣targets: {peak: {by: 2027}}",
    .unknownParameter, "stands at the top of the file"),
  Patch(
    "levers:\n", "levers:\n  1️⃣targets: {peak: {by: 2027}}\n", .unknownKey,
    "stands at the top of the file"),
  Patch(
    "industry:\n  steel:", "industry:\n  1️⃣levers: {a: {}}\n  steel:", .unknownParameter,
    "stands at the top of the file"),
]
