namespace ReviewInsights.Benchmarks.Guard.Measures;

/// <summary>Bytes allocated a review on the thread that works, once buffers have grown.</summary>
/// <param name="name">Key in the baseline.</param>
/// <param name="description">What is measured.</param>
/// <param name="ceiling">Bytes a review that are allowed.</param>
/// <param name="reviews">How many reviews a pass goes over.</param>
/// <param name="pass">One pass.</param>
internal sealed class AllocationMeasure(string name, string description, double ceiling, int reviews, Action pass) : IMeasure
{
    public string Name => name;

    public string Description => description;

    public double? Ceiling => ceiling;

    /// <summary>
    /// The least of several passes: a collection that another thread starts closes this thread's allocation buffer and counts its
    /// unused rest.
    /// </summary>
    public double Take()
    {
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            pass();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return (double)least / reviews;
    }
}
