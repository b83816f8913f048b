using System.Collections.Immutable;
using ReviewInsights.Lexicons;

namespace ReviewInsights.Analytics.Diagnosis;

/// <summary>Reads a table of actions and reports every error with its place.</summary>
internal static class ActionTableReader
{
    private const int StageColumn = 0;
    private const int AspectColumn = 1;
    private const int AttributeColumn = 2;
    private const int CauseColumn = 3;
    private const int ActionColumn = 5;
    private const int OwnerColumn = 7;
    private const int MeasureColumn = 9;

    /// <summary>What a decoder puts in place of bytes that are no UTF-8.</summary>
    private const char Undecodable = '\uFFFD';

    private static readonly string[] Columns = LexiconTables.ActionHeader.Split(' ');

    internal static ImmutableArray<StageAction> Read(TextReader reader, string sourceName, LexiconInfo? lexicon)
    {
        var rows = new TsvReader(reader, sourceName);
        rows.ReadHeader();
        CheckHeader(rows);
        var actions = ImmutableArray.CreateBuilder<StageAction>();
        var lines = new Dictionary<(string?, string, string?, string, string), int>();
        while (rows.ReadRow())
        {
            var action = ReadAction(rows, lexicon);
            // The same cause may have several actions, and the same action may serve several causes; both together stand once.
            var key = (action.Stage, action.Aspect, action.Attribute, action.Cause.Chinese, action.Action.Chinese);
            if (!lines.TryAdd(key, rows.Line))
                throw rows.Error("RI406", CauseColumn, $"cause '{action.Cause.Chinese}' has this action at this stage, aspect and attribute in line {lines[key]} already");
            actions.Add(action);
        }
        return actions.DrainToImmutable();
    }

    private static void CheckHeader(TsvReader rows)
    {
        if (rows.Columns.SequenceEqual(Columns, StringComparer.Ordinal)) return;
        var wrong = rows.Columns.Zip(Columns).TakeWhile(pair => pair.First == pair.Second).Count();
        throw rows.Error("RI401", wrong, $"the columns of a table of actions are, separated by tabs: {string.Join(", ", Columns)}; "
            + (wrong == rows.Columns.Length ? $"'{Columns[wrong]}' is missing"
                : wrong == Columns.Length ? $"'{rows.Columns[wrong]}' is one too many"
                : $"'{rows.Columns[wrong]}' stands where '{Columns[wrong]}' is expected"));
    }

    private static StageAction ReadAction(TsvReader rows, LexiconInfo? lexicon)
    {
        var stage = Optional(rows, StageColumn);
        var aspect = Required(rows, AspectColumn);
        var attribute = Optional(rows, AttributeColumn);
        if (lexicon is not null)
        {
            if (stage is not null) CheckKnown(rows, StageColumn, stage, lexicon.Stages);
            CheckKnown(rows, AspectColumn, aspect, lexicon.Aspects);
        }
        if (attribute is not null)
        {
            var prefix = aspect + ".";
            if (!attribute.StartsWith(prefix, StringComparison.Ordinal))
                throw rows.Error("RI404", AttributeColumn, $"attribute '{attribute}' does not begin with '{prefix}', the code of the row's aspect and a dot");
            if (lexicon is not null)
                CheckKnown(rows, AttributeColumn, attribute, lexicon.Attributes.Where(code => code.StartsWith(prefix, StringComparison.Ordinal)));
        }
        return new StageAction(
            stage, aspect, attribute, Texts(rows, CauseColumn), Texts(rows, ActionColumn), Texts(rows, OwnerColumn), Texts(rows, MeasureColumn));
    }

    private static DisplayName Texts(TsvReader rows, int column) => new(Required(rows, column), Required(rows, column + 1));

    private static string? Optional(TsvReader rows, int column) => rows.Field(column).Length == 0 ? null : Required(rows, column);

    private static string Required(TsvReader rows, int column)
    {
        var text = rows.Required(column);
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            throw rows.Error("RI402", column, $"{Columns[column]} '{text}' begins or ends with white space; write it without");
        if (text.Contains(Undecodable, StringComparison.Ordinal))
            throw rows.Error("RI403", column, $"{Columns[column]} '{text}' is not UTF-8; save the file in that encoding");
        return text;
    }

    private static void CheckKnown(TsvReader rows, int column, string code, IEnumerable<string> known)
    {
        if (!known.Contains(code, StringComparer.Ordinal))
            throw rows.Error("RI405", column, $"{Columns[column]} '{code}' is not one of: {string.Join(", ", known)}");
    }
}
