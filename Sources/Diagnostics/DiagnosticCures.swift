extension DiagnosticCode {
  /// What to do about it, for the manual; the message of a fault often knows more.
  public var cure: Text { cures[self] ?? meaning }
}

private let cures: [DiagnosticCode: Text] = [
  .unknownKey: Text(
    "Correct the key; the message names the nearest one. `carbonpeak manual parameters` lists all.",
    "改正键名；消息会给出最接近的键。全部键见 `carbonpeak manual parameters`。"),
  .unknownParameter: Text(
    "Correct the path. A parameter that the city does not give cannot be moved: give it a value first.",
    "改正路径。城市没有给出的参数无法改变：请先给它赋值。"),
  .unknownId: Text(
    "Correct the id, or declare it: a carrier under `carriers`, equipment under `equipment`.",
    "改正标识，或先定义它：能源在 `carriers` 下，设备在 `equipment` 下。"),
  .unknownWord: Text("Write one of the words that the message lists.", "从消息列出的词中选一个。"),
  .badId: Text(
    "Write lower-case words joined by `-`. Names for people go into `name` and `name-zh`.",
    "用 `-` 连接的小写单词。给人看的名称写在 `name` 和 `name-zh`。"),
  .duplicateKey: Text("Take one of the two lines out.", "删去其中一行。"),
  .missingKey: Text(
    "Write the key, or extend the file that holds it, such as `../library/fuels.yaml`.",
    "写上该键，或 `extends` 含有它的文件，如 `../library/fuels.yaml`。"),
  .conflictingKeys: Text(
    "Keep one of them. To take out an inherited key write `~` as its value.",
    "只保留其一。要去掉继承来的键，把它的值写成 `~`。"),
  .emptyValue: Text(
    "Write a value, or take the line out; `~` on purpose takes out an inherited key.",
    "写上值，或删去这一行；写 `~` 表示去掉继承来的键。"),
  .wrongType: Text(
    "Write what the message expects: a map as `{a: 1}`, a list as `[1, 2]`, or a single value.",
    "按消息所要求的类型书写：映射 `{a: 1}`、列表 `[1, 2]` 或单个值。"),
  .notSupported: Text(
    "Leave it out; the message says what this version does instead.",
    "请去掉；消息会说明本版本可用的写法。"),

  .malformedNumber: Text(
    "Write digits with `.` as decimal point and no separators, then the unit: `12300.5 MW`.",
    "写数字，小数点用 `.`，不加千分位，后接单位：`12300.5 MW`。"),
  .unknownUnit: Text(
    "Correct the unit; the message names the nearest. `carbonpeak manual units` lists all; they are joined as in `kWh/m2`.",
    "改正单位；消息会给出最接近的单位。全部单位见 `carbonpeak manual units`，组合写作 `kWh/m2`。"),
  .missingUnit: Text(
    "Write the unit after the number, or `unit:` once in the map of the series.",
    "在数值后写单位，或在序列的映射中统一写 `unit:`。"),
  .wrongDimension: Text(
    "Write a unit of the kind that the message asks for: power is not energy, `GW` is not `GWh`.",
    "用消息要求的量纲：功率不是电量，`GW` 不是 `GWh`。"),
  .ambiguousUnit: Text(
    "For electricity write `tce(calorific)` (0.1229 kgce/kWh) or `tce(equivalent)` (0.30 kgce/kWh), for fuels `tce`.",
    "电力写 `tce(calorific)`（当量值 0.1229 kgce/kWh）或 `tce(equivalent)`（等价值 0.30 kgce/kWh），燃料写 `tce`。"),
  .outOfBounds: Text(
    "Check the number and its unit: mostly a power of ten, a `%` or a sign is wrong. The bounds are in `carbonpeak manual parameters`.",
    "核对数值与单位：多为差了数量级、漏写 `%` 或正负号。上下限见 `carbonpeak manual parameters`。"),
  .sharesDoNotSum: Text(
    "Correct the shares of that year, or write `rest` for one of them.",
    "改正该年的份额，或把其中一项写成 `rest`。"),
  .decreasingYears: Text(
    "Write each year once, the earliest first; `by` not before `from`, `end` not before `base`.",
    "年份由早到晚、各写一次；`by` 不早于 `from`，`end` 不早于 `base`。"),
  .yearOutOfRange: Text(
    "Write a year within the range that the message names.",
    "年份改到消息所述的范围之内。"),
  .seriesStartsLate: Text(
    "Give the base year a value, or say what holds before: `before: hold` or `before: 0`.",
    "给出基年的值，或注明此前取值：`before: hold`（沿用首值）或 `before: 0`。"),
  .seriesEndsEarly: Text(
    "Give values to the end of the run or `growth:`; `after: hold` says that the last value stays, beside a series or once at the top of a file.",
    "给出至终止年的数值或 `growth:`；`after: hold` 表示沿用末值，可写在序列中，或在文件顶层写一次。"),
  .notYearly: Text(
    "Write one number. A lever cannot move it; set it in the scenario or with `--set`.",
    "只写一个数。措施不能改变它；请在情景中或用 `--set` 设定。"),
  .badCurve: Text(
    "Correct the numbers that the message names: signs, order, or a list of another length.",
    "改正消息指出的数：正负号、大小次序或列表长度。"),
  .curveMissesBase: Text(
    "Fit the curve again to the base value (`calibrate --curve`), or correct the base. Beside learning, write the cost of the base year alone.",
    "按基年值重新拟合曲线（`calibrate --curve`），或改正基年值；有学习曲线时成本只写基准年值。"),
  .carrierLoop: Text(
    "Let it run on a carrier that is not made from it.", "改用不由其自身转换而来的能源。"),
  .leverMovesNothing: Text(
    "Look at `level`, at `to` (does the reference reach it by itself?) and at the end of the run.",
    "检查 `level`、`to`（基准情景是否已自行达到？）以及终止年。"),
  .leverNeverFull: Text(
    "Nothing, if this is meant; else end it earlier or extend `years.end`.",
    "若有意如此则不必理会；否则提前 `by`，或延后 `years.end`。"),
  .leverAgainstItsKind: Text(
    "Check the sign of `change` and the point of `to`, and what the reference reaches by itself.",
    "核对 `change` 的正负号、`to` 的小数点，以及基准情景自行达到的水平。"),
  .leverRaisesEmissions: Text(
    "Check its moves; power or hydrogen made from coal can also be why: then clean them first, or take the lever out.",
    "核对其各项变化；也可能因电力或氢来自煤：应先使其清洁化，或删去该措施。"),
  .untouchedSource: Text(
    "Add a lever that moves its activity, intensity, carriers or capture; or switch off a branch that the city does not have.",
    "增加改变其活动水平、强度、用能结构或捕集的措施；若本市没有该行业，请将其关闭。"),
  .leverInPast: Text(
    "Leave `from` out: the lever begins with the plan. What was done before belongs into the reference.",
    "删去 `from`，措施即从规划年份之后开始；此前已实施的写入基准情景。"),
  .planYearPast: Text(
    "Write the year in which the plan is made, after the last year observed.",
    "请写编制规划的年份，应晚于最后一个观测年份。"),
  .leversAddUp: Text(
    "Know that both act: the moves add up. Take the parameter out of one lever if one should hold.",
    "两项措施的变化会相加。若只应由一项决定，请从另一项中去掉该参数。"),
  .steepGrowth: Text(
    "Check the rate: growth is per year, `5%`, not `5` and not the growth of five years.",
    "核对增长率：按年计，写 `5%`，不是 `5`，也不是五年的总增幅。"),
  .jump: Text(
    "Check the digits and the unit of the two years. A leap that is real is written `shape: step`.",
    "核对这两年的数字与单位。若确有突变，写 `shape: step`。"),
  .moreThanProduct: Text(
    "Check the value added of each branch: services need a part of GDP too.",
    "核对各行业增加值：服务业也占 GDP 的一部分。"),
  .flattensSeries: Text(
    "Write a series if the years should differ, as in `{2020: 5%, 2060: 3%}`; else nothing.",
    "若各年不同，写成序列，如 `{2020: 5%, 2060: 3%}`；否则不必理会。"),
  .interleavedYears: Text(
    "Points of both files are one series. Write the years between too, or take them out with `2025: ~`.",
    "两个文件的年份合为一个序列。请一并改写中间的年份，或写 `2025: ~` 将其去掉。"),
  .unansweredPrice: Text(
    "Set `costs: {market: on}` and give elasticities, or know that the price is a payment only.",
    "设 `costs: {market: on}` 并给出弹性；否则碳价只是一笔支付。"),

  .unlikeAccounts: Text(
    "Say of both which total and scopes they count (`account:`, `scopes:`), or compare like with like.",
    "为两者注明口径（`account:`、`scopes:`），或改为同口径比较。"),
  .historyAgainstDrivers: Text(
    "Bring both to one base: GDP at the prices of the base year, the same population (permanent residents).",
    "统一两者口径：GDP 用基准年不变价，人口用同一口径（如常住人口）。"),
  .inventoryDistance: Text(
    "Compare sector by sector with the inventory; the largest gap mostly is one activity or one factor.",
    "与清单逐部门核对；最大的差距多半来自某项活动水平或排放因子。"),
  .unusualValue: Text(
    "Check the unit and its power of ten first. If the city really is like that, nothing.",
    "先核对单位（万、亿、人均）。若本市确实如此，则不必理会。"),
  .factorOfOne: Text(
    "Put in the real factor; 1 mostly stands where one was forgotten.",
    "填入真实的排放因子；恰为 1 多半是忘了填。"),
  .madeUpHistory: Text(
    "Take the values from the source again, and leave out the years that it lacks: gaps are kept.",
    "从来源重新取数，来源缺的年份留空：空缺会保留。"),

  .malformedYAML: Text(
    "Look at the place named: mostly a missing space after `:`, an open bracket or quote, a full-width `：` or `，`.",
    "看所指位置：多为 `:` 后缺空格、括号或引号未闭合、用了全角 `：` 或 `，`。"),
  .tagNotAllowed: Text("Take the word that begins with `!` out.", "删去以 `!` 开头的词。"),
  .mergeKeyNotAllowed: Text("Use `extends:` in place of `<<:`.", "用 `extends:` 代替 `<<:`。"),
  .unknownAlias: Text(
    "Put a text that begins with `*` in quotes, or write its anchor `&` before it.",
    "以 `*` 开头的文本加引号，或在其前定义锚点 `&`。"),
  .severalDocuments: Text(
    "Take out the line `---`; one file, one scenario.", "删去 `---` 行；一个文件一个情景。"),
  .controlCharacter: Text(
    "Delete the character; it mostly came with a copy from another program.",
    "删去该字符；多半是从其他程序复制时带入的。"),
  .aliasBomb: Text("Write the values out, or fewer aliases.", "直接写出数值，或少用别名。"),
  .tooDeep: Text(
    "Close the brackets that were left open, or extend fewer files in a row.",
    "补上未闭合的括号，或减少逐层 `extends` 的文件。"),
  .tooLarge: Text(
    "Check that this is the file you meant; put long series into CSV tables.",
    "确认文件无误；较长的序列放到 CSV 表中。"),

  .noSuchFile: Text(
    "Correct the name. Paths in a scenario are counted from the file they stand in.",
    "改正文件名。情景中的路径相对于所在文件。"),
  .notAFile: Text("Name a file in the folder, such as `city.yaml`.", "写明文件夹中的文件，如 `city.yaml`。"),
  .unreadableFile: Text(
    "Change the file's permissions: `chmod u+r FILE`.", "修改文件权限：`chmod u+r 文件`。"),
  .emptyFile: Text(
    "Check that the file was saved, and that not every line is a comment.",
    "确认文件已保存，且并非全是注释。"),
  .notUTF8: Text(
    "Save it as UTF-8; in a spreadsheet program choose 'CSV UTF-8'.",
    "另存为 UTF-8；在电子表格程序中选“CSV UTF-8”。"),
  .outsideRoot: Text(
    "Move the file below the folder of the scenarios, or allow it with `--allow-outside`.",
    "把文件移到情景文件夹之内，或用 `--allow-outside` 允许。"),
  .extendsCycle: Text(
    "Take one `extends` out of the circle: the reference extends the city, not the other way round.",
    "去掉循环中的一处 `extends`：由基准情景扩展城市文件，而不是相反。"),
  .removesNothing: Text(
    "Correct the key, or take the line out: there is nothing to take out.",
    "改正键名，或删去这一行：没有可去掉的内容。"),

  .csvSeparator: Text(
    "Save the table with commas; semicolons and tabs are not read.",
    "以逗号分隔保存；不读取分号或制表符分隔的表。"),
  .csvRaggedRow: Text(
    "Look for a comma inside a number or a text: take it out or quote the cell.",
    "检查数字或文字中的逗号：去掉它，或给单元格加引号。"),
  .csvDuplicateHeader: Text("Rename one of the columns.", "给其中一列改名。"),
  .csvUnclosedQuote: Text("Close the quote at the end of the cell.", "在单元格末尾补上引号。"),
  .csvStrayQuote: Text(
    "Quote the whole cell and double the quotes inside it.",
    "给整个单元格加引号，其中的引号写两次。"),
  .csvEmptyCell: Text(
    "Fill the cell or delete the row; only `history` and observed tables may have gaps.",
    "填上数值或删去该行；只有 `history` 与观测表可以有空缺。"),
  .csvBadYear: Text(
    "Write years as 2020 in the column of years, each once.",
    "在年份列中写年份，如 2020，不得重复。"),
  .csvUnknownColumn: Text(
    "Correct `column:`; the message lists the columns of the table.",
    "改正 `column:`；消息会列出表中的列。"),
  .csvHeadingRows: Text(
    "Keep one row of headings above the values, with units in brackets: `emissions [Mt]`.",
    "数值之上只留一行表头，单位写在括号内：`排放 [万吨]`。"),
  .csvNoValue: Text(
    "Leave cells without a value empty. `0` means that nothing was emitted.",
    "没有数值的单元格请留空；`0` 表示确实为零。"),
  .provisionalValue: Text(
    "Nothing, if the year is meant to count; else take it out until its value is final.",
    "若该年应计入则不必理会；否则请在定稿前去掉。"),
  .zeroValue: Text(
    "Check the cell: empty where there is no value, and the right sign. Zeros are left out of a judgement.",
    "核对该单元格：没有数值请留空，并检查正负号。判断达峰时不计零值。"),
  .unitConflict: Text(
    "Write the unit that the table states, or convert the values; nothing is converted in silence.",
    "请写表格所注的单位，或换算数值；程序不会自行换算。"),
  .duplicateSeries: Text(
    "Keep the rows of one, add them up, or give each a name of its own.",
    "只保留其一，或合并，或各自写明不同名称。"),
  .seriesChanges: Text(
    "Make sure that both sources count the same; else keep one of them.",
    "确认前后来源口径一致；否则只保留其一。"),
  .csvMissingRow: Text(
    "Add the row: every combination of the key columns is needed.",
    "补上该行：各关键列的每种组合都要有。"),
]
