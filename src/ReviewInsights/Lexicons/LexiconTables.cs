namespace ReviewInsights.Lexicons;

/// <summary>Reads the text tables into a model. The header of a file says which table it is.</summary>
internal static class LexiconTables
{
    /// <summary>
    /// Header of the table of actions. It lies among the lexicons because people edit it there, but no review is read with it:
    /// the compiler leaves it out and the analytics embed it. An exact header, so that a misspelt one is still reported.
    /// </summary>
    internal const string ActionHeader = "stage aspect attribute cause_zh cause_en action_zh action_en owner_zh owner_en measure_zh measure_en";

    /// <summary>Header of the words by which personal data are recognised: left out as well, because masking works without a lexicon.</summary>
    internal const string PrivacyHeader = "word roles";

    private static readonly string[] Bindings = ["", "weak", "strong", "only", "excess", "neutral"];
    private static readonly string[] DegreeKinds = ["boost", "soften", "excess", "post"];
    private static readonly string[] ContrastKinds = ["but", "although", "but-initial"];
    private static readonly string[] HypotheticalKinds = ["wish", "condition", "hearsay", "advice"];

    /// <summary>The tables by header. Order matters for a whole folder: names are defined before they are used.</summary>
    private static readonly (string Header, Action<Table> Read)[] Readers =
    [
        ("from to", ReadFolding),
        ("stage zh en", ReadStage),
        ("aspect zh en stages", ReadAspect),
        ("attribute zh en stage", ReadAttribute),
        ("word frequency tag", ReadWord),
        ("word parts", ReadSplit),
        ("word documents", t => t.Model.Documents[Folded(t)] = (int)t.Row.Number(1, 1, int.MaxValue)),
        ("term attribute stage", ReadTarget),
        ("term valence attribute binding stage", ReadOpinion),
        ("term factor", t => AddTerm(t, TermKind.Negator, 0, t.Row.Number(1, -1, 0))),
        ("term factor kind", t => AddTerm(t, TermKind.Degree, (byte)t.Row.OneOf(2, DegreeKinds), t.Row.Number(1, 0, 3))),
        ("term kind", ReadLink),
        ("term", t => AddTerm(t, TermKind.Question)),
        ("cue stage", t => AddTerm(t, TermKind.StageCue, stage: Stage(t, 1))),
    ];

    /// <summary>Rank of the table with this header in reading order.</summary>
    internal static int RankOf(string headerLine)
    {
        var header = headerLine.Replace('\t', ' ');
        return Array.FindIndex(Readers, r => r.Header == header);
    }

    /// <summary>True for a table that lies among the lexicons without being part of them.</summary>
    internal static bool IsApart(string headerLine) => headerLine.Replace('\t', ' ') is ActionHeader or PrivacyHeader;

    internal static void Add(LexiconModel model, TextReader reader, string sourceName)
    {
        var rows = new TsvReader(reader, sourceName);
        rows.ReadHeader();
        var rank = RankOf(string.Join(' ', rows.Columns));
        if (rank < 0)
            throw rows.Error("RI110", 0, $"header '{string.Join(", ", rows.Columns)}' is none of: {string.Join("; ", Readers.Select(r => r.Header.Replace(" ", ", ", StringComparison.Ordinal)))}");
        var table = new Table(model, rows, model.AddSource(sourceName));
        while (rows.ReadRow()) Readers[rank].Read(table);
    }

    private static void ReadFolding(Table t)
    {
        string from = t.Row.Required(0), to = t.Row.Required(1);
        if (from.Length != 1) throw t.Row.Error("RI111", 0, $"'{from}' is not one character of the basic plane");
        if (to.Length != 1) throw t.Row.Error("RI111", 1, $"'{to}' is not one character of the basic plane");
        t.Model.Folding.Add(from[0], to[0]);
    }

    private static void ReadStage(Table t) => t.Model.Stages.Add(NewCode(t, t.Model.Stages));

    private static void ReadAspect(Table t)
    {
        var name = NewCode(t, t.Model.Attributes);
        if (t.Model.Aspects.Count != t.Model.Attributes.Count)
            throw t.Row.Error("RI112", 0, $"aspect '{name.Code}' is defined behind attributes; define all aspects first");
        uint allowed = 0;
        byte? first = null;
        foreach (var code in t.Row.Required(3).Split(','))
        {
            var stage = StageCode(t, 3, code);
            allowed |= AttributeEntry.StageBit(stage);
            first ??= stage;
        }
        t.Model.Aspects.Add(name);
        t.Model.Attributes.Add(name);
        t.Model.AttributeEntries.Add(new AttributeEntry
        {
            Aspect = (ushort)t.Model.AttributeEntries.Count,
            Stage = first!.Value,
            AllowedStages = allowed,
        });
    }

    private static void ReadAttribute(Table t)
    {
        var name = NewCode(t, t.Model.Attributes);
        var aspect = t.Model.Aspects.FindIndex(a => name.Code.StartsWith(a.Code + ".", StringComparison.Ordinal));
        if (aspect < 0) throw t.Row.Error("RI113", 0, $"attribute '{name.Code}' does not begin with the code of an aspect and a dot ({Known(t.Model.Aspects)})");
        var entry = t.Model.AttributeEntries[aspect];
        if (t.Row.Field(3).Length > 0) entry.Stage = Stage(t, 3);
        entry.AllowedStages |= AttributeEntry.StageBit(entry.Stage);
        t.Model.Attributes.Add(name);
        t.Model.AttributeEntries.Add(entry);
    }

    private static void ReadWord(Table t)
    {
        var word = Folded(t);
        double? frequency = t.Row.Field(1) switch { "" => null, "join" => double.PositiveInfinity, _ => t.Row.Number(1, 0, 1e9) };
        t.Model.AddWord(word, frequency, WordTags.Parse(t.Row.Field(2)));
    }

    private static void ReadSplit(Table t)
    {
        var word = Folded(t);
        var parts = t.Model.Folding.Fold(t.Row.Field(1)).Split('|', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) t.Model.RemoveWord(word);
        else if (parts.Length == 1 || string.Concat(parts) != word) throw t.Row.Error("RI120", 1, $"'{t.Row.Field(1)}' is not '{word}' with | where it is to be cut");
        else t.Model.SplitWord(word, parts);
    }

    private static void ReadTarget(Table t) =>
        AddTerm(t, TermKind.Target, attribute: Attribute(t, 1), stage: t.Row.Field(2).Length == 0 ? TermEntry.NoStage : Stage(t, 2));

    private static void ReadOpinion(Table t)
    {
        var binding = (Binding)t.Row.OneOf(3, Bindings);
        if (binding is Binding.Weak or Binding.Strong or Binding.Only or Binding.Excess && t.Row.Field(2).Length == 0)
            throw t.Row.Error("RI114", 2, $"binding '{Bindings[(int)binding]}' needs an attribute");
        AddTerm(t, TermKind.Opinion, (byte)binding, t.Row.Number(1, -1, 1),
            t.Row.Field(2).Length == 0 ? TermEntry.NoAttribute : Attribute(t, 2),
            t.Row.Field(4).Length == 0 ? TermEntry.NoStage : Stage(t, 4));
    }

    private static void ReadLink(Table t)
    {
        var kind = t.Row.OneOf(1, [.. ContrastKinds, .. HypotheticalKinds]);
        if (kind < ContrastKinds.Length) AddTerm(t, TermKind.Contrast, (byte)kind);
        else AddTerm(t, TermKind.Hypothetical, (byte)(kind - ContrastKinds.Length));
    }

    private static void AddTerm(Table t, TermKind kind, byte variant = 0, double value = 0,
        ushort attribute = TermEntry.NoAttribute, byte stage = TermEntry.NoStage)
    {
        var entry = new TermEntry
        {
            Value = (float)value,
            Attribute = attribute,
            Kind = kind,
            Variant = variant,
            Stage = stage,
            Source = t.Source,
            Line = t.Row.Line,
        };
        var replaced = t.Model.AddTerm(new TermRow(Folded(t), entry));
        if (replaced is { } row && row.Entry.Source == t.Source)
            throw t.Row.Error("RI119", 0, $"'{t.Row.Field(0)}' stands twice: line {row.Entry.Line} says it already");
    }

    private static string Folded(Table t)
    {
        var text = t.Row.Required(0);
        var folded = t.Model.Folding.Fold(text);
        return folded.Contains('\0', StringComparison.Ordinal)
            ? throw t.Row.Error("RI115", 0, "the term holds a null character")
            : folded;
    }

    private static ushort Attribute(Table t, int column)
    {
        var code = t.Row.Field(column);
        var index = t.Model.FindAttribute(code);
        return index >= 0 ? (ushort)index : throw t.Row.Error("RI116", column, $"'{code}' is not an aspect or attribute ({Known(t.Model.Attributes)})");
    }

    private static byte Stage(Table t, int column) => StageCode(t, column, t.Row.Required(column));

    private static byte StageCode(Table t, int column, string code)
    {
        if (code == Lexicon.NoStageCode) return TermEntry.NoStage;
        var index = t.Model.FindStage(code);
        return index >= 0 ? (byte)index : throw t.Row.Error("RI117", column, $"stage '{code}' is not one of: {Known(t.Model.Stages)}, {Lexicon.NoStageCode}");
    }

    private static NamedCode NewCode(Table t, List<NamedCode> existing)
    {
        var code = t.Row.Required(0);
        return existing.Exists(e => e.Code == code)
            ? throw t.Row.Error("RI118", 0, $"'{code}' is defined twice")
            : new NamedCode(code, t.Row.Required(1), t.Row.Required(2));
    }

    private static string Known(List<NamedCode> codes) => string.Join(", ", codes.Select(c => c.Code));

    /// <summary>A table being read: where its rows go and where they come from.</summary>
    private sealed record Table(LexiconModel Model, TsvReader Row, ushort Source);
}
