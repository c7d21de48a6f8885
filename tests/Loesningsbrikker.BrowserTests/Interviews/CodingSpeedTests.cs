using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>How fast the coding page is in the browser on an interview of a million characters. The figures are printed.</summary>
[TestFixture(Screen.Desktop), NonParallelizable]
public sealed class CodingSpeedTests(Screen screen) : BrowserTest(screen)
{
    private const double MostForFirstMarks = 1000;
    private const double MostForNewMark = 100;
    private const double MostForOneTask = 100;

    [Test]
    public async Task Five_thousand_passages_are_painted_coded_and_scrolled_within_the_limits()
    {
        var speed = await MeasureAsync(1, 5_000);
        Assert.Multiple(() =>
        {
            Assert.That(speed.FirstMarks, Is.LessThanOrEqualTo(MostForFirstMarks), "first marks, ms");
            Assert.That(speed.NewMark, Is.LessThanOrEqualTo(MostForNewMark), "new mark, ms");
            Assert.That(speed.LongestTask, Is.LessThanOrEqualTo(MostForOneTask), "longest task while scrolling, ms");
        });
    }

    /// <summary>The growth, for scripts/bench browser and the release check.</summary>
    [Test, Category("Long")]
    public async Task Twenty_thousand_passages_are_within_twice_the_limits()
    {
        await MeasureAsync(1, 1_000);
        var speed = await MeasureAsync(2, 20_000);
        Assert.That(speed.FirstMarks, Is.LessThanOrEqualTo(2 * MostForFirstMarks));
        Assert.That(speed.NewMark, Is.LessThanOrEqualTo(2 * MostForNewMark));
    }

    private async Task<CodingSpeed> MeasureAsync(int number, int passages)
    {
        await LongInterview.AddAsync(Host, City, number, passages);
        if (number == 1)
            await SignInAsync(Role.Consultant);
        var speed = await CodingSpeed.MeasureAsync(Page, $"{City.Path}/interviews/{number}/coding");
        TestContext.Out.WriteLine($"1 MB, {passages} passages: {speed}");
        return speed;
    }
}
