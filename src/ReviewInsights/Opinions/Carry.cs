namespace ReviewInsights.Opinions;

/// <summary>The target that a later clause may leave unsaid: 屏幕我看了, 很清晰.</summary>
internal struct Carry
{
    /// <summary>For how many clauses a target is remembered.</summary>
    private const int Reach = 2;

    internal TargetMark Target;
    private int _left;

    internal readonly bool Exists => _left > 0;

    /// <summary>Whether it still waits for its opinion.</summary>
    internal readonly bool IsOpen => Exists && !Target.IsEvaluated;

    internal void Set(TargetMark target)
    {
        Target = target;
        _left = Reach;
    }

    internal void Fade() => _left--;

    internal void Clear() => _left = 0;
}
