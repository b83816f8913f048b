using F = ReviewInsights.Analytics.Reports.Figures;

namespace ReviewInsights.Analytics.Reports;

/// <summary>All words of the page. Both languages stand beside each other, so that neither can be forgotten.</summary>
internal sealed class ReportText(ReportLanguage language)
{
    private string T(string chinese, string english) => language == ReportLanguage.Chinese ? chinese : english;

    public string Of(DisplayName name) => T(name.Chinese, name.English);

    public string Code => T("zh-CN", "en");

    // Page
    public string ReportName => T("评论洞察报告", "Review insights");
    public string Skip => T("跳到正文", "Skip to content");
    public string Contents => T("目录", "Contents");
    public string DarkMode => T("深色", "Dark");
    public string PrintPage => T("打印", "Print");
    public string Footer => T("本页为单个文件，不联网；所有数字均可在图下的表格中核对。", "This page is one file and uses no network. Every number can be checked in the tables below the charts.");
    public string Period(string from, string to) => T($"{from} 至 {to}", $"{from} to {to}");
    public string NoPeriod => T("评论未注明时间", "Reviews name no time");
    public string ReviewCount(string n) => T($"{n} 条评论", $"{n} reviews");
    public string MeanTile => T("平均情感", "Mean score");
    public string PeakEndTile => T("峰终值", "Peak–end");
    public string BreakpointTile => T("断点", "Breakpoints");
    public string ReviewsTile => T("评论", "Reviews");
    public string PeriodTile => T("时间范围", "Period");
    public string FindingStep(string stage, string from, string drop) =>
        T($"顾客在「{stage}」环节流失最重：与「{from}」相比，情感均值{Fell(drop)}。", $"Customers are lost at {stage}: compared with {from}, the mean score {Fell(drop)}.");
    public string FindingValley(string stage, string drop) =>
        T($"顾客在「{stage}」环节流失最重：与全程均值相比，情感均值{Fell(drop)}。", $"Customers are lost at {stage}: compared with the whole journey, the mean score {Fell(drop)}.");
    public string FindingCause(string cause, string share) => T($"主因是{cause}（占降幅的 {share}）。", $"The main cause is {cause} ({share} of the fall).");
    public string FindingNone(string mean) => T($"没有发现断点：各环节没有超出偶然的下跌，情感均值为 {mean}。", $"No breakpoint: no stage falls by more than chance explains; the mean score is {mean}.");
    public string FindingNothing => T("评论太少，任何环节都不足以估计。", "Too few reviews: no stage has enough for an estimate.");
    private string Fell(string drop) => T($"下降 {drop}", $"falls by {drop}");

    // Curve
    public string CurveTitle => T("情感曲线", "Emotion curve");
    public string CurveLead => T("顾客在旅程各环节的感受，从 −1（很差）到 +1（很好）。色带为 95% 区间，下方柱形为提及该环节的评论占比。", "How customers feel at each stage of their journey, from −1 (bad) to +1 (good). The band is the 95 % interval; the bars below show the share of reviews that speak about the stage.");
    public string CurveNone => T("没有任何环节达到 5 条评论，因此不画曲线。", "No stage reaches 5 reviews, so no curve is drawn.");
    public string CurveAria(string points) => T($"情感曲线。{points}。", $"Emotion curve. {points}.");
    public string CurvePointAria(string stage, string mean, string n) => T($"{stage} {mean}，{n} 条", $"{stage} {mean}, {n} reviews");
    public string NoEstimate => T("无估计", "no estimate");
    public string TableBehind => T("图表数据", "Data of the chart");
    public string BreakpointNotes => T("断点速览", "Breakpoints at a glance");
    public string Details => T("查看诊断", "See the diagnosis");
    public string Stage => T("环节", "Stage");
    public string Reviews => T("评论数", "Reviews");
    public string Coverage => T("提及率", "Coverage");
    public string Mean => T("均值", "Mean");
    public string Interval => T("95% 区间", "95% interval");
    public string Positive => T("正面", "Positive");
    public string Neutral => T("中性", "Neutral");
    public string Negative => T("负面", "Negative");
    public string Reliability => T("可靠性", "Reliability");
    public string Reliable(PointReliability reliability) => reliability switch
    {
        PointReliability.None => T("不足 5 条", "under 5"),
        PointReliability.Small => T("样本小", "small"),
        _ => T("充足", "sufficient"),
    };
    public string Criticised => T("主要槽点", "Criticised most");
    public string Praised => T("主要亮点", "Praised most");

    // Diagnosis
    public string DiagnosisTitle => T("断点诊断", "Breakpoint diagnosis");
    public string DiagnosisLead => T("顾客在哪里流失、为什么、怎么办。", "Where customers are lost, why, and what to do about it.");
    public string DiagnosisNone => T("没有发现断点，因此没有需要诊断的环节。", "No breakpoint was found, so there is nothing to diagnose.");
    public string FromStage(string from) => T($"相对「{from}」", $"from {from}");
    public string FromMean => T("相对全程均值", "from the journey's mean");
    public string PlainP(string p, string share) => T($"p {p}：若真实情况没有下跌，仅凭偶然出现这样降幅的可能不超过 {share}。", $"p {p}: without a real fall, chance alone would show one this large in at most {share} of cases.");
    public string SpeakOf(string n) => T($"{n} 条评论提到该环节", $"{n} reviews speak about this stage");
    public string OfTheFall(string share) => T($"占降幅 {share}", $"{share} of the fall");
    public string Blame(string n) => T($"{n} 条评论", $"{n} reviews");
    public string Expressions => T("常见说法", "Wordings");
    public string Quotes => T("原话", "In customers' words");
    public string NoQuotes => T("记录中没有原文，无法引用。", "The records carry no text, so nothing can be quoted.");
    public string NoCauses => T("没有可归因的观点。", "No opinion can be named as the cause.");
    public string Actions => T("建议", "What to do");
    public string NoActions => T("行动表中没有对应条目。", "The action table has no entry for this cause.");
    public string Owner => T("负责", "Owner");
    public string Measure => T("衡量", "Measure");

    // Groups
    public string GroupTitle(string by) => T($"分组对比：{by}", $"Journeys by {by}");
    public string GroupLead(string shown, string all) => T($"每组一条曲线，纵轴一致，按评论数排序；共 {all} 组，图示 {shown} 组，表格列出全部。", $"One curve a group on one scale, most reviews first. Drawn: {shown} of {all}; the table has all.");
    public string GroupNone => T("数据没有注明分组（如商品），因此不作分组对比。", "The data names no groups (such as products), so there is nothing to compare.");
    public string GroupHeading => T("分组对比", "Groups");
    public string GroupMissing => T("数据没有分组。", "No groups in the data.");
    public string Group => T("分组", "Group");
    public string Breakpoint => T("断点", "Breakpoint");
    public string GroupBreakpoint(string stage, string change) => T($"断点：{stage} {change}", $"Breakpoint: {stage} {change}");
    public string NoBreakpoint => T("无断点", "No breakpoint");
    public string By(string by) => by switch
    {
        "product" => T("商品", "product"),
        "brand" => T("品牌", "brand"),
        "batch" => T("批次", "batch"),
        "channel" => T("渠道", "channel"),
        "category" => T("品类", "category"),
        _ => by,
    };
    public string MainCause => T("主因", "Main cause");

    // Heat
    public string HeatTitle => T("方面 × 环节", "Aspects by stages");
    public string HeatLead => T("每格为负面评论占比，下方小字为评论数。橙色偏负面，蓝色偏正面；不足 5 条的不着色。", "Each cell is the share of negative reviews, with the number of reviews below it. Orange leans negative, blue positive; cells under 5 reviews are not coloured.");
    public string HeatNone => T("没有评论对方面表达看法，因此没有热力图。", "No review voices an opinion about an aspect, so there is no heat map.");
    public string HeatCaption => T("各方面在各环节的负面占比", "Share of negative reviews by aspect and stage");
    public string Aspect => T("方面", "Aspect");
    public string Legend => T("负面占比", "Share negative");
    public string NoData => T("无", "none");
    public string NoStage => T("未归环节", "No stage");

    // Trend
    public string TrendTitle => T("时间趋势", "Trend over time");
    public string TrendLead(string unit) => T($"每{unit}负面评论占比，色带为 95% 区间；粗阶梯线为两次变化之间的水平；浅色底为活动期；下方柱形为评论数。", $"Share of negative reviews per {unit} with its 95 % interval; the bold steps are the level between changes; shaded spans are promotion phases; bars below count reviews.");
    public string TrendNone => T("评论没有时间，因此没有趋势。", "Reviews carry no time, so there is no trend.");
    public string TrendHeadingLead => T("负面占比如何随时间变化。", "How the share of negative reviews moves.");
    public string Unit(string unit) => unit switch { "day" => T("天", "day"), "week" => T("周", "week"), "month" => T("月", "month"), _ => unit };
    public string TrendAria(string from, string to, string first, string last, string changes) =>
        T($"负面占比趋势，{from} 至 {to}，开头 {first}，末尾 {last}，变化 {changes} 处。", $"Share of negative reviews from {from} to {to}: {first} at the start, {last} at the end, {changes} lasting changes.");
    public string Changes => T("持久变化", "Lasting changes");
    public string ChangeAt(string day, string before, string after) => T($"{day} 起：{before} → {after}", $"From {day}: {before} → {after}");
    public string ChangeInterval(string low, string high) => T($"差值的 95% 区间 {low} 至 {high} 个百分点", $"95 % interval of the difference: {low} to {high} percentage points");
    public string NoChanges => T("没有发现持久变化。", "No lasting change was found.");
    public string Phases => T("活动期", "Promotion phases");
    public string NoPhases => T("未给出活动期。", "No promotion phases were given.");
    public string From => T("开始", "From");
    public string NegativeShare => T("负面占比", "Share negative");
    public string Level => T("水平", "Level");

    // Rankings
    public string RankingTitle => T("榜单 TOP10", "TOP 10");
    public string RankingLead => T("按 95% 把握下至少达到的占比排序，少量评论不会让一组登榜；「超出」为比全体水平多出的条数。", "Ranked by the share a group exceeds with 95 % certainty, so a few reviews do not put it here. Excess counts reviews beyond the level of all groups.");
    public string WorstTen => T("差评 TOP10", "Most negative");
    public string BestTen => T("好评 TOP10", "Most positive");
    public string RankingNone => T("数据没有分组，因此没有榜单。", "The data names no groups, so there is no ranking.");
    public string RankingEmpty => T("没有任何组可以上榜。", "No group qualifies.");
    public string Hits => T("命中", "Hits");
    public string Rate => T("占比（收缩后）", "Share, shrunk");
    public string Bound => T("至少", "At least");
    public string Excess => T("超出", "Excess");

    // Feedback
    public string FeedbackTitle => T("标签反馈", "Feedback by aspect");
    public string FeedbackLead => T("最近三十天（不足六十天的数据取后一半）里夸与批各方面的评论数，以及批评占全部评论的比例与此前同长时期相比的变化。", "Reviews that praise and blame each aspect in the last thirty days (the later half of less than sixty), and how the share of all reviews that blame it moved against the stretch before.");
    public string FeedbackNone => T("这一时期没有评论对方面表达看法。", "No review of this period voices an opinion about an aspect.");
    public string FeedbackNoBefore => T("数据不足以覆盖上一时期，因此不作环比。", "The data does not reach back to a period before, so there is no comparison.");
    public string Praise => T("夸", "Praise");
    public string BlameColumn => T("批", "Blame");
    public string Balance => T("对比", "Balance");
    public string Before => T("上期负面占比", "Blame before");
    public string Change => T("变化（百分点）", "Change (points)");
    public string Verdict => T("判断", "Verdict");
    public string Worse => T("▲ 变差", "▲ worse");
    public string Better => T("▼ 变好", "▼ better");
    public string Unclear => T("不确定", "unclear");
    public string Unknown => T("未知", "unknown");

    // Quality
    public string QualityTitle => T("数据质量", "Data quality");
    public string QualityLead => T("这份数据能说明什么、缺什么。缺的不补。", "What this data can carry and what it lacks. Nothing is filled in.");
    public string Read => T("读入评论", "Reviews read");
    public string Rejected => T("无法读取的行", "Rows that could not be read");
    public string Silent => T("没有环节观点的评论", "Reviews without an opinion on a stage");
    public string WithoutText => T("没有原文", "Without text");
    public string WithoutTime => T("没有时间", "Without time");
    public string WithoutGroup => T("没有分组", "Without a group");
    public string WithoutRating => T("没有评分", "Without a rating");
    public string Effect => T("影响", "What follows");
    public string Item => T("项目", "Item");
    public string Share => T("占比", "Share");
    public string EffectRejected => T("不计入任何数字。", "They count nowhere.");
    public string EffectSilent => T("不影响曲线；沉默不当作 0 分。", "They do not move the curve; silence is not a score of 0.");
    public string EffectText => T("不能引用原话。", "They cannot be quoted.");
    public string EffectTime => T("不进入趋势和标签反馈。", "They are missing in the trend and in the feedback by aspect.");
    public string EffectGroup => T("不进入分组和榜单。", "They are missing in groups and rankings.");
    public string EffectRating => T("没有评分可核对。", "No rating to check against.");
    public string Complete => T("齐全", "complete");
    public string Lexicons(string versions) => T($"词典版本：{versions}", $"Lexicons: {versions}");
    public string NoLexicons => T("未注明词典版本。", "The records name no lexicon version.");

    // Glossary
    public string GlossaryTitle => T("名词解释", "Glossary");
    public string GlossaryLead => T("报告里的统计名词，用平常话说。", "The statistics of this report in plain words.");
    public IReadOnlyList<(string Term, string Meaning)> Glossary =>
    [
        (T("情感分", "Score"), T("一条评论在一个环节上各观点的平均，−1 最差，+1 最好。没提到就是缺失，不算 0。", "The mean of a review's opinions at a stage, −1 worst, +1 best. What is not mentioned is missing, not 0.")),
        (T("95% 区间", "95% interval"), T("重复抽样一百次，约九十五次会包住真实值的范围。区间越宽，数据越少。", "A range that holds the true value in about 95 of 100 samples. The wider, the less data.")),
        (T("提及率", "Coverage"), T("提到该环节的评论占全部评论的比例。", "The share of all reviews that speak about the stage.")),
        (T("断点", "Breakpoint"), T("旅程中顾客流失的环节：下跌至少 0.20，且超出偶然。它不是时间上的变化。", "A stage where customers are lost: a fall of at least 0.20 that chance does not explain. It is not a change in time.")),
        (T("p 值", "p-value"), T("如果其实没有下跌，仅凭偶然看到这么大降幅的可能性。已按同时比较的次数校正（Holm）。", "How often chance alone would show a fall this large if there was none; corrected for the number of comparisons (Holm).")),
        (T("占降幅", "Share of the fall"), T("一个原因在该环节批评中的份额；比较各组时，再乘以它比其他组多出的程度：人人都被批的，解释不了某一组的下跌。", "A cause's share of the blame at the stage; among groups, times how far it exceeds the other groups: what all are blamed for explains no group's fall.")),
        (T("持久变化", "Lasting change"), T("负面占比从某天起换到新水平并保持下去，而不是一天的波动。", "The share of negative reviews moves to a new level and stays there; one odd day is not enough.")),
        (T("收缩", "Shrinkage"), T("评论少的组向全体平均靠拢：一条差评不等于最差商品。", "Groups with few reviews are drawn towards the average: one bad review does not make the worst product.")),
        (T("峰终值", "Peak–end"), T("最高点与终点的平均，近似顾客留下的记忆。", "The mean of the highest and the last stage: roughly what is remembered.")),
    ];


    public string Estimate(StageEstimate? estimate) => estimate is null ? NoEstimate : F.Score(estimate.Mean);
}
