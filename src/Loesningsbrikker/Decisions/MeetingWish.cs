using Loesningsbrikker.Meetings;

namespace Loesningsbrikker.Decisions;

/// <summary>The one rule for what the joint meeting wanted, so that a choice that differs is seen and explained.</summary>
public static class MeetingWish
{
    /// <summary>From this professional median, 1 to 5, the meeting counts as wanting the piece.</summary>
    public const double LeastProfessional = 4;

    /// <summary>The rule as it stands on the page.</summary>
    public const string Sentence = "Fællesmødet ønsker en brik, når flere siger ja end nej, og den midterste faglige prioritet er mindst 4 af 5.";

    /// <summary>Whether the meeting wanted the piece; false when there is nothing that may be shown.</summary>
    /// <param name="figures">What the meeting said; null when it said nothing.</param>
    public static bool Wanted(PieceFigures? figures) =>
        figures?.MeetingSaysYes == true && figures.Professional.Total?.Median >= LeastProfessional;
}
