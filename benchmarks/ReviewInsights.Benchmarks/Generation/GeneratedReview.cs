namespace ReviewInsights.Benchmarks.Generation;

/// <summary>One row of a dump; the generator fills it anew for each.</summary>
internal sealed class GeneratedReview : IDisposable
{
    /// <summary>Number of the row, 1-based; also its id.</summary>
    internal long Number { get; set; }

    /// <summary>Days since the first day that dumps know.</summary>
    internal int Day { get; set; }

    internal int SecondOfDay { get; set; }

    internal Fragment Product { get; set; }

    internal Fragment Brand { get; set; }

    internal Fragment Channel { get; set; }

    /// <summary>Stars, 1 to 5; the text agrees with them by and large.</summary>
    internal int Rating { get; set; }

    /// <summary>What the customer wrote, UTF-8, without line breaks.</summary>
    internal ByteBuffer Text { get; } = new(16 * 1024);

    public void Dispose() => Text.Dispose();
}
