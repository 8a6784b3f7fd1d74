extension DiagnosticCode {
  /// What the code stands for, in one line for the manual.
  public var meaning: Text { meanings[self] ?? Text(same: rawValue) }
}

private let meanings: [DiagnosticCode: Text] = [
  .unknownKey: Text("a key that means nothing at this place", "此处没有这个键"),
  .unknownParameter: Text("a path that names no parameter of the model", "路径不对应模型的任何参数"),
  .unknownId: Text("an id that is declared nowhere", "标识未在任何地方定义"),
  .unknownWord: Text("a word that is none of those that may stand here", "此处不能用这个词"),
  .badId: Text(
    "an id that is not lower-case words joined by -, or that other programs misread",
    "标识应为以 - 连接的小写单词，且不会被其他程序误读"),
  .duplicateKey: Text("the same key twice in one map", "同一映射中键重复"),
  .missingKey: Text("a required key is not there", "缺少必需的键"),
  .conflictingKeys: Text("keys that exclude each other stand in one map", "同一映射中有互斥的键"),
  .emptyValue: Text("a key without a value, which changes nothing", "键没有值，不起作用"),
  .wrongType: Text(
    "a map, a list or a single value where another of them is expected", "映射、列表与单个值用错了地方"),
  .notSupported: Text(
    "something the format allows for but this version does not compute", "格式允许但本版本尚不计算的内容"),

  .malformedNumber: Text("a number that cannot be read", "无法读取的数值"),
  .unknownUnit: Text("a unit that is not in the table of units", "单位表中没有的单位"),
  .missingUnit: Text("a number that needs a unit and has none", "数值缺少必需的单位"),
  .ambiguousUnit: Text(
    "a coal equivalent that does not say how it counts electricity", "标准煤未注明电力折算口径"),
  .wrongDimension: Text("a unit of another kind of quantity than the parameter has", "单位的量纲与参数不符"),
  .outOfBounds: Text("a value outside what the parameter can be", "数值超出参数的允许范围"),
  .sharesDoNotSum: Text("shares that do not sum to 1 within 0.1 %", "份额之和偏离 1 超过 0.1 %"),
  .decreasingYears: Text("years of a series that do not increase", "序列的年份不递增"),
  .yearOutOfRange: Text("a year outside the years of the scenario", "年份超出情景的时间范围"),
  .seriesStartsLate: Text("a series whose first point is after the base year", "序列的首个数据点晚于基准年"),
  .seriesEndsEarly: Text(
    "a series that says nothing of the last years of the run, or of the base year",
    "序列没有给出终止年前各年或基准年的数值"),
  .notYearly: Text(
    "a value of the whole run that is given or moved by the year", "全程只有一个值的参数被按年给出或改变"),
  .badCurve: Text("a curve whose numbers do not make one", "曲线的参数无法构成曲线"),
  .curveMissesBase: Text(
    "a curve that is more than 2 % off its own base value in the base year, or learning that does not start from the base year's cost and stock",
    "曲线在基准年偏离基年值超过 2%，或学习曲线未以基准年的成本与累计量为起点"),
  .carrierLoop: Text("a carrier that is made from itself", "能源由其自身转换而来"),
  .leverNeverFull: Text("a lever that is full only after the run ends", "措施在终止年之后才完全到位"),
  .leversAddUp: Text("two levers that set the same parameter", "两项措施设定同一参数"),
  .steepGrowth: Text("growth of more than 40 % a year", "年增长率超过 40%"),
  .jump: Text(
    "a value that leaps away from its neighbours, or a share that changes by half the whole in a year",
    "数值与相邻年份相差悬殊，或份额一年内变化过半"),
  .flattensSeries: Text(
    "one number in place of a series that changes over the years", "用一个数替代了逐年变化的序列"),
  .interleavedYears: Text(
    "years of an extended file stand between those of this one", "所引用文件的年份夹在本文件的年份之间"),
  .unansweredPrice: Text("a price on carbon that nothing answers to", "碳价没有任何响应"),
  .moreThanProduct: Text("shares of GDP that sum to more than 100 %", "占 GDP 的份额合计超过 100%"),
  .leverAgainstItsKind: Text(
    "a lever that moves a parameter the other way than measures do", "措施使参数向相反方向变化"),
  .leverRaisesEmissions: Text(
    "a lever that raises net emissions, alone and with all others", "措施使净排放增加（单独或与其他措施一并实施）"),
  .untouchedSource: Text(
    "a source of more than 5 % of the CO2 of the base year that no lever touches",
    "占基准年 CO2 排放 5% 以上而没有措施涉及的排放源"),
  .leverInPast: Text(
    "a lever that acts in the year of the plan or before", "措施在规划年份或更早就起作用"),
  .planYearPast: Text(
    "a plan of a year that has been observed already", "规划年份已有观测值"),
  .leverMovesNothing: Text("a lever that changes no parameter", "措施没有改变任何参数"),

  .unlikeAccounts: Text(
    "two emissions that are held against each other count different things",
    "相互对照的两项排放口径不同"),
  .historyAgainstDrivers: Text(
    "what was observed and what drives the run differ in a year that both have",
    "同一年份的观测值与驱动因素不一致"),
  .inventoryDistance: Text(
    "a base year further than 2 % from what was reported", "基年结果与报告值相差超过 2%"),
  .unusualValue: Text(
    "a value per person or per GDP, or of supply or a sink, far from all places known",
    "人均、单位 GDP、电源或碳汇数值远离已知地区"),
  .factorOfOne: Text("an emission factor of exactly 1", "排放因子恰为 1"),
  .madeUpHistory: Text("observed values that look made up", "观测值疑似编造"),

  .malformedYAML: Text("a text that is not YAML", "文本不符合 YAML 格式"),
  .tagNotAllowed: Text("a YAML tag, which scenario files do not use", "YAML 标签，情景文件不使用"),
  .mergeKeyNotAllowed: Text(
    "a YAML merge key; scenario files use extends", "YAML 合并键；情景文件用 extends"),
  .unknownAlias: Text("an alias without an anchor before it", "别名之前没有对应的锚点"),
  .severalDocuments: Text("more than one YAML document in a file", "一个文件中有多个 YAML 文档"),
  .controlCharacter: Text("a control character inside a text", "文本中有控制字符"),
  .aliasBomb: Text("aliases that expand to more values than a scenario can have", "别名展开后的值过多"),
  .tooDeep: Text("maps, lists or files nested too deeply", "映射、列表或文件嵌套过深"),
  .tooLarge: Text("a file, a line or a number of values beyond the limit", "文件、行或值的数量超出上限"),

  .noSuchFile: Text("a file that does not exist", "文件不存在"),
  .notAFile: Text("a folder, pipe or device where a file is expected", "应为文件，实为文件夹、管道或设备"),
  .unreadableFile: Text("a file the system does not let us read", "系统不允许读取该文件"),
  .emptyFile: Text("a file that says nothing", "文件没有内容"),
  .notUTF8: Text("a text in another encoding than UTF-8", "文本编码不是 UTF-8"),
  .outsideRoot: Text("a file outside the folder of the scenarios", "文件位于情景文件夹之外"),
  .extendsCycle: Text("files that extend each other in a circle", "文件之间循环 extends"),
  .removesNothing: Text(
    "a key set to ~ that the extended files do not have", "用 ~ 删除的键在被扩展的文件中不存在"),

  .csvSeparator: Text("a table whose columns are not separated by commas", "表格的列不是以逗号分隔"),
  .csvRaggedRow: Text("a row with more or fewer cells than the header", "该行的单元格数与表头不同"),
  .csvDuplicateHeader: Text("two columns of the same name", "两列同名"),
  .csvUnclosedQuote: Text("a quoted cell without its closing quote", "带引号的单元格没有右引号"),
  .csvStrayQuote: Text("a quote inside or after a cell", "单元格内部或之后有多余的引号"),
  .csvEmptyCell: Text("an empty cell where a number is expected", "应有数值的单元格为空"),
  .csvBadYear: Text("a cell of the year column that is not a year", "年份列的单元格不是年份"),
  .csvUnknownColumn: Text("a column the table does not have", "表格没有这一列"),
  .csvMissingRow: Text("a row the table must have and does not", "表格缺少必需的一行"),
  .csvHeadingRows: Text("headings in more than one row", "表头不止一行"),
  .csvNoValue: Text("a sign for no value, taken for a gap", "表示没有数值的符号，按空缺处理"),
  .provisionalValue: Text(
    "a year that is marked as provisional, or spans two calendar years", "年份带有初步数标记，或跨两个日历年"),
  .zeroValue: Text(
    "an observed value of 0, or below it, beside values above 0", "观测值为 0 或小于 0，而其他年份大于 0"),
  .unitConflict: Text(
    "a unit that contradicts the one a table states, or changes within a series",
    "单位与表格所注不符，或在序列中途改变"),
  .duplicateSeries: Text(
    "several series where one is expected, or two of one name", "应为一个序列而有多个，或两个序列同名"),
  .seriesChanges: Text("a source that changes within a series", "序列的数据来源中途改变"),
]
