namespace ReviewInsights.Benchmarks.Generation;

/// <summary>Writes the text of a review: clauses until its length is nearly reached, then an ending that fits.</summary>
internal sealed class ClauseWriter(Vocabulary vocabulary, GeneratedReview review)
{
    // Clauses are some ten code units long: what is left below this is filled by an ending.
    private const int RoomForClause = 11;

    // A clause of contrast has two halves.
    private const int RoomForContrast = 26;

    // One clause in so many is followed by an emoji, and one in so many ends a sentence.
    private const int ClausesPerEmoji = 24;
    private const int ClausesPerSentence = 3;

    // Shares of praise, blame, contrast in hundredths, added up, by stars; the rest is plain telling.
    private static readonly int[][] MoodsByStars = [[4, 70, 80], [10, 60, 85], [25, 50, 80], [50, 60, 85], [65, 70, 80]];

    private static readonly Punctuation[] Punctuations =
    [
        new(Weight: 70, Fragment.Of("，"), Ends: null),
        new(Weight: 10, Fragment.Of(","), [Fragment.Of("."), Fragment.Of("!")]),
        new(Weight: 9, Fragment.Of(" "), [Fragment.Of("  ")]),
        new(Weight: 4, Fragment.Of("！"), [Fragment.Of("！！！"), Fragment.Of("~~")]),
        new(Weight: 7, Fragment.Of(""), [Fragment.Of("")]),
    ];

    private int _length;

    /// <summary>Writes a text of about this length into the review.</summary>
    /// <param name="chance">The numbers of the row.</param>
    /// <param name="trade">What the review is about.</param>
    /// <param name="length">In UTF-16 code units.</param>
    internal void Write(ref SplitMix chance, Trade trade, int length)
    {
        _length = 0;
        var punctuation = NextPunctuation(ref chance);
        var mood = NextMood(ref chance);
        while (length - _length >= RoomForClause)
        {
            if (mood == Mood.Contrast && length - _length < RoomForContrast) mood = Mood.Praise;
            WriteClause(ref chance, trade, chance.Pick(vocabulary.Templates(mood)), punctuation.Pause);
            if (chance.Below(ClausesPerEmoji) == 0) Append(chance.Pick(vocabulary.Emoji));
            var isEnd = chance.Below(ClausesPerSentence) == 0;
            Append(isEnd ? chance.Pick(punctuation.Ends ?? vocabulary.Ends) : punctuation.Pause);
            mood = NextMood(ref chance);
        }
        if (length > _length) Append(chance.Pick(vocabulary.Closings(mood, length - _length)));
    }

    private void WriteClause(ref SplitMix chance, Trade trade, Template template, in Fragment pause)
    {
        var aspect = chance.Pick(trade.Aspects);
        foreach (ref readonly var piece in template.Pieces.AsSpan())
        {
            switch (piece.Slot)
            {
                case Slot.Choice: Append(chance.Pick(piece.Choices)); break;
                case Slot.Part: Append(chance.Pick(aspect.Part)); break;
                case Slot.Good: Append(chance.Pick(aspect.Good)); break;
                case Slot.Bad: Append(chance.Pick(aspect.Bad)); break;
                case Slot.Plus: Append(chance.Pick(aspect.Plus)); break;
                case Slot.Minus: Append(chance.Pick(aspect.Minus)); break;
                case Slot.Product: Append(review.Product); break;
                case Slot.Brand: Append(review.Brand); break;
                case Slot.Pause: Append(pause); break;
                case Slot.Turn: aspect = chance.Pick(trade.Aspects); break;
            }
        }
    }

    private void Append(in Fragment fragment)
    {
        review.Text.Append(fragment.Utf8);
        _length += fragment.Length;
    }

    private Mood NextMood(ref SplitMix chance)
    {
        var moods = MoodsByStars[review.Rating - 1];
        var share = chance.Below(100);
        return share < moods[0] ? Mood.Praise : share < moods[1] ? Mood.Blame : share < moods[2] ? Mood.Contrast : Mood.Plain;
    }

    private static Punctuation NextPunctuation(ref SplitMix chance)
    {
        var share = chance.Below(100);
        var next = 0;
        while (share >= Punctuations[next].Weight) share -= Punctuations[next++].Weight;
        return Punctuations[next];
    }

    /// <summary>How a customer punctuates.</summary>
    /// <param name="Weight">Share of reviews, in hundredths.</param>
    /// <param name="Pause">Between clauses.</param>
    /// <param name="Ends">Ends of sentences; null takes those of the vocabulary.</param>
    private sealed record Punctuation(int Weight, Fragment Pause, Fragment[]? Ends);
}
