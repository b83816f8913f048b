namespace ReviewInsights.Tests;

public sealed class ReviewAnalyzerTests
{
    [Fact]
    public void A_review_shows_its_opinions_with_aspect_polarity_and_stage()
    {
        var analysis = Samples.Analyzer.Analyze("物流很快，但是电池不太耐用，客服态度倒是挺好。");

        analysis.Opinions.Select(o => (o.Aspect, o.Polarity, o.Stage)).ShouldBe(
        [
            ("logistics", Polarity.Positive, "anticipation"),
            ("usage", Polarity.Negative, "usage"),
            ("after_service", Polarity.Positive, "aftersales"),
        ]);
        analysis.Overall.Polarity.ShouldNotBe(Polarity.Neutral);
    }

    [Fact]
    public void Tokens_tile_the_text_whatever_it_is()
    {
        foreach (var text in Samples.All)
        {
            var end = 0;
            foreach (var token in Samples.Analyzer.Analyze(text).Tokens)
            {
                token.Span.Start.ShouldBe(end);
                token.Span.Length.ShouldBeGreaterThan(0);
                end = token.Span.End;
            }
            end.ShouldBe(text.Length);
        }
    }

    [Fact]
    public void Tokens_cut_no_surrogate_pair()
    {
        foreach (var text in Samples.All)
            foreach (var token in Samples.Analyzer.Analyze(text).Tokens)
                (token.Span.Start > 0 && char.IsSurrogatePair(text, token.Span.Start - 1) && token.Span.Start < text.Length).ShouldBeFalse(text);
    }

    [Fact]
    public void Spans_lie_in_their_clause_and_clauses_in_the_text()
    {
        foreach (var text in Samples.All)
        {
            var analysis = Samples.Analyzer.Analyze(text);
            var whole = new TextSpan(0, text.Length);
            foreach (var clause in analysis.Clauses) whole.Contains(clause).ShouldBeTrue();
            foreach (var opinion in analysis.Opinions)
            {
                analysis.Clauses.ShouldContain(opinion.Clause);
                opinion.Clause.Contains(opinion.Expression).ShouldBeTrue(text);
                if (opinion.Target is { } target) opinion.Clause.Contains(target).ShouldBeTrue(text);
                foreach (var step in opinion.Evidence) opinion.Clause.Contains(step.Span).ShouldBeTrue(text);
            }
        }
    }

    [Fact]
    public void A_clause_ends_after_a_thousand_characters_even_where_nothing_separates()
    {
        using var session = Samples.Analyzer.OpenSession();
        session.Analyze(string.Concat(Enumerable.Repeat("质量好", 2_000)));

        session.Clauses.Length.ShouldBe(6);
        session.Clauses[0].Span.Length.ShouldBeInRange(1_000, 1_010);
    }

    [Fact]
    public void The_chain_of_evidence_leads_from_zero_to_the_score()
    {
        var seen = 0;
        foreach (var text in Samples.All)
            foreach (var opinion in Samples.Analyzer.Analyze(text).Opinions)
            {
                seen++;
                var at = 0.0;
                foreach (var step in opinion.Evidence)
                {
                    step.Before.ShouldBe(at);
                    at = step.After;
                }
                opinion.Score.ShouldBe(at);
                Math.Sign(opinion.Score).ShouldBe((int)opinion.Polarity);
                opinion.Score.ShouldBeInRange(-1, 1);
                opinion.Confidence.ShouldBeInRange(0, 1);
            }
        seen.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Stage_scores_are_the_means_of_the_opinions_and_silence_is_absent()
    {
        var analysis = Samples.Analyzer.Analyze("质量很好，用了两天就坏了，物流快");

        foreach (var stage in analysis.Stages)
            stage.Mean.ShouldBe(analysis.Opinions.Where(o => o.Stage == stage.Stage).Average(o => o.Score), 1e-9);
        analysis.Stages.ShouldNotContain(s => s.Stage == "purchase");
    }

    [Fact]
    public void Opinions_that_disagree_make_an_aspect_mixed()
    {
        var analysis = Samples.Analyzer.Analyze("屏幕很清晰，就是电池不耐用");

        analysis.Aspects.ShouldBe([new AspectPolarity("usage", Polarity.Mixed)]);
    }

    [Fact]
    public void A_wish_to_the_seller_is_a_suggestion_with_its_span()
    {
        const string Text = "质量不错，希望改进包装";

        Samples.Analyzer.Analyze(Text).Suggestion.ShouldBe(new TextSpan(5, 6));
        Samples.Analyzer.Analyze("质量不错").Suggestion.ShouldBeNull();
    }

    [Fact]
    public void Traditional_and_full_width_text_is_read_and_offsets_stay()
    {
        var traditional = Samples.Analyzer.Analyze("質量很好，包裝嚴實");
        var simplified = Samples.Analyzer.Analyze("质量很好，包装严实");

        traditional.Opinions.Select(o => (o.Aspect, o.Score, o.Expression)).ShouldBe(simplified.Opinions.Select(o => (o.Aspect, o.Score, o.Expression)));
    }

    [Fact]
    public void Ten_megabytes_of_one_character_are_analysed()
    {
        const int Length = 10_000_000;
        foreach (var c in "好a！ ")
            Samples.Analyzer.Analyze(new string(c, Length)).Tokens.Sum(t => (long)t.Span.Length).ShouldBe(Length);
    }

    [Fact]
    public void Only_the_chosen_aspects_are_reported()
    {
        var analyzer = ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { Aspects = ["value"] });

        analyzer.Analyze("价格便宜，质量差").Opinions.Select(o => o.Aspect).ShouldBe(["value"]);
    }

    [Fact]
    public void Options_out_of_range_are_refused_with_their_name()
    {
        Should.Throw<ArgumentException>(() => ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { NeutralBand = 1 })).Message.ShouldContain("NeutralBand");
        Should.Throw<ArgumentException>(() => ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { Aspects = ["price"] })).Message.ShouldContain("'price'");
        Should.Throw<ArgumentException>(() => ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { MaxTextLength = 0 })).Message.ShouldContain("MaxTextLength");
    }

    [Fact]
    public void A_text_over_the_limit_is_refused_naming_both_lengths()
    {
        var analyzer = ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { MaxTextLength = 3 });

        var message = Should.Throw<ArgumentException>(() => analyzer.Analyze("质量很好")).Message;
        message.ShouldContain("4");
        message.ShouldContain("3");
    }

    [Fact]
    public void A_stage_the_source_knows_fills_in_for_an_opinion_without_one()
    {
        var review = new Review("1", "很满意，物流快") { Stage = "receiving" };

        Samples.Analyzer.Analyze(review).Opinions.Select(o => o.Stage).ShouldBe(["receiving", "anticipation"]);
    }
}
