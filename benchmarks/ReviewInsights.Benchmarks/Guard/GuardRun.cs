namespace ReviewInsights.Benchmarks.Guard;

/// <summary>Takes measures, judges them and prints the table.</summary>
internal sealed class GuardRun(Baseline baseline, TextWriter output)
{
    /// <summary>How often a measure that failed is taken again before it counts: shared machines have bad moments.</summary>
    internal const int Repeats = 2;

    /// <summary>Takes all measures, one after another.</summary>
    internal List<Verdict> Take(IEnumerable<IMeasure> measures)
    {
        output.WriteLine($"{"measure",-20} {"baseline",9} {"measured",9} {"limit",9}");
        var verdicts = new List<Verdict>();
        foreach (var measure in measures)
        {
            var verdict = Take(measure);
            verdicts.Add(verdict);
            output.WriteLine($"{verdict.Name,-20} {Verdict.Number(verdict.Baseline),9} {Verdict.Number(verdict.Measured),9} "
                + $"{(measure.Ceiling is null ? "≥" : "≤") + Verdict.Number(verdict.Limit),9}  {(verdict.Passed ? "ok    " : verdict.IsWorthRepeating ? "FAILED" : "NEW   ")} {measure.Description}");
            output.Flush();
        }
        return verdicts;
    }

    private Verdict Take(IMeasure measure)
    {
        var verdict = Once();
        for (var repeat = 0; repeat < Repeats && verdict.IsWorthRepeating; repeat++) verdict = verdict.Better(Once());
        return verdict;

        Verdict Once() => Verdict.Of(measure, measure.Take(), baseline.Of(measure.Name));
    }
}
