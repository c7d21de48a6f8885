using Loesningsbrikker.Meetings;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.SolutionPieces;
using static Loesningsbrikker.Decisions.ColumnKind;

namespace Loesningsbrikker.Decisions;

/// <summary>One row of the sheet Prioritering: what the joint meeting said about a piece, and what was chosen.</summary>
/// <param name="Number">With prefix, e.g. D-14.</param>
/// <param name="Conclusion">The administration's conclusion; null before there is one.</param>
/// <param name="Figures">What may be shown of the meeting; null when it gave no results for the piece.</param>
/// <param name="DesignationReason">Why it was designated or left out; empty where neither stands.</param>
internal sealed record PriorityRow(
    string Number, string Title, PieceClass Class, PieceStage Stage, Conclusion? Conclusion, PieceFigures? Figures, string DesignationReason)
{
    /// <summary>Udpeget, Ikke udpeget; null where neither stands.</summary>
    public string? Designation =>
        PieceStanding.IsDesignated(Class, Stage) ? PieceStage.Designated.ToDanish() : Stage == PieceStage.NotDesignated ? Stage.ToDanish() : null;
}

/// <summary>The sheet Prioritering. Small groups were hidden before the figures came here.</summary>
internal static class PrioritySheet
{
    private const string TooFew = "Under fem svar";

    /// <summary>The sheet.</summary>
    public static SheetPlan Plan(IReadOnlyList<PriorityRow> rows) => SheetPlan.Of<PriorityRow>(
        "Prioritering", "Hvad fællesmødet sagde om hver brik, og hvad der siden blev udpeget. Mødets svar er et input, ikke en beslutning. Færre end fem svar vises ikke.",
        frozenColumns: 2,
        [
            new("Brik", 8, Text, "Brikkens nummer.", r => r.Number),
            new("Titel", 30, Text, "Forslaget på én linje.", r => r.Title),
            new("Klasse", 14, Text, "Hvem der skal handle.", r => r.Class.ToDanish()),
            new("Konklusion", 12, Text, "Administrationens konklusion: genkendt eller ikke genkendt. Tom, før der er en.", r => r.Conclusion?.Word()),
            new("Svar", 9, Number, "Hvor mange der svarede på, om brikken er genkendt.", r => r.Figures is null ? null : r.Figures.Total?.People ?? (object)TooFew),
            new("Ja", 7, Number, "Hvor mange der genkender brikken.", r => r.Figures?.Total?.Yes),
            new("Nej", 7, Number, "Hvor mange der ikke gør.", r => r.Figures?.Total?.No),
            new("Ved ikke", 8, Number, "Hvor mange der svarede ved ikke.", r => r.Figures?.Total?.DontKnow),
            new("Andel ja", 8, Share, "Ja ud af ja og nej.", r => r.Figures?.Total?.Share),
            .. Priority("Faglig", f => f.Professional), .. Priority("Økonomisk", f => f.Economic),
            .. Coins(rows),
            new("Laveste gruppe", 18, Text, "Den gruppe, der er mindst enig i, at brikken er genkendt. Kun grupper med fem svar eller flere.", r => r.Figures?.Lowest?.Name),
            new("Afstand", 9, ColumnKind.Decimal, "Afstanden mellem den mest og den mindst enige gruppe, fra 0 til 1.", r => r.Figures?.Gap),
            new("Udpegning", 13, Text, "Udpeget eller ikke udpeget til politisk behandling.", r => r.Designation),
            new("Begrundelse", 40, Text, "Hvorfor brikken blev udpeget eller ikke udpeget.", r => r.DesignationReason),
        ],
        rows.Count, rows) with { PagesWide = 2 };

    /// <summary>Most meetings lay no coins, and then the sheet has no empty columns for them.</summary>
    private static ColumnOf<PriorityRow>[] Coins(IReadOnlyList<PriorityRow> rows) => rows.Any(r => Laid(r) is not null)
        ?
        [
            new("Mønter, svar", 9, Number, "Hvor mange der lagde mønter i det spørgsmål, brikken var med i. Tom, når den ikke var med.",
                r => Laid(r) is { } coins ? coins.Total?.People ?? (object)TooFew : null),
            new("Mønter", 9, Number, $"Hvor mange mønter de lagde på brikken; hver havde {MeetingRound.CoinsEach} til alle.", r => Laid(r)?.Total?.Coins),
        ]
        : [];

    /// <summary>The coins; null where the piece was not among those that coins could be laid on.</summary>
    private static CoinFigures? Laid(PriorityRow row) => row.Figures?.Coins is { } coins && coins.Total is not { People: 0 } ? coins : null;

    private static ColumnOf<PriorityRow>[] Priority(string name, Func<PieceFigures, PriorityFigures> of)
    {
        PriorityCounts? Shown(PriorityRow row) => row.Figures is { } figures ? of(figures).Total : null;
        return
        [
            new($"{name}, svar", 11, Number, $"Hvor mange der gav en {name.ToLowerInvariant()} prioritet.", r => r.Figures is null ? null : Shown(r)?.People ?? (object)TooFew),
            new($"{name}, median", 11, Median, "Den midterste prioritet, 1 er lavest og 5 højest.", r => Shown(r)?.Median),
            new($"{name}, enighed", 11, ColumnKind.Decimal, "van der Eijks A: 1 er helt enige, 0 er spredt, −1 er to lejre.", r => Shown(r)?.Agreement),
        ];
    }
}
