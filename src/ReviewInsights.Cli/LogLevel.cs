namespace ReviewInsights.Cli;

/// <summary>How much is said on standard error. A level includes those before it.</summary>
internal enum LogLevel
{
    /// <summary>Why a command failed.</summary>
    Error = 0,

    /// <summary>What was odd about the input, and what could not be written as it was.</summary>
    Warning = 1,

    /// <summary>What a command did: rows, rate, version of the lexicon.</summary>
    Info = 2,

    /// <summary>How it did it.</summary>
    Debug = 3,
}
