namespace ReviewInsights.Cli.Tagging;

/// <summary>What whoever feeds an input expects while it is read.</summary>
internal enum Dialogue
{
    /// <summary>Nothing: it is a file.</summary>
    None = 0,

    /// <summary>Results whenever the input pauses: it is a pipe or a keyboard.</summary>
    AnswersPauses = 1,

    /// <summary>A line for every line, one that cannot be read too: an engine pipes rows through.</summary>
    AnswersEveryLine = 2,
}
