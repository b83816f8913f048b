namespace ReviewInsights.Training.Tests.Evaluation;

public sealed class CalibrationTests
{
    [Fact]
    public void The_error_is_the_distance_of_stated_and_observed_shares()
    {
        var calibration = new Calibration();
        for (var i = 0; i < 10; i++) calibration.Add(0.95, isRight: i < 8);

        calibration.ExpectedError.ShouldBe(0.15, tolerance: 1e-12);
        calibration.Count.ShouldBe(10);
    }

    [Fact]
    public void Certainty_falls_into_the_last_bin()
    {
        var calibration = new Calibration();
        calibration.Add(1, isRight: true);

        calibration.ExpectedError.ShouldBe(0);
        calibration.Bins.ShouldBe([(1, 1.0, 1.0)]);
    }
}
