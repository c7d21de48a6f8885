using Loesningsbrikker.Budget;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using static Loesningsbrikker.Decisions.ColumnKind;

namespace Loesningsbrikker.Decisions;

/// <summary>The sheets with tables: which columns, in which order, explained how.</summary>
internal static class WorkbookSheets
{
    /// <summary>Of the sheet with the passages; it is left out when there are none.</summary>
    public const string TracesName = "Sporbarhed";

    /// <summary>Forslag: one row per piece.</summary>
    public static SheetPlan Proposals(WorkbookScope scope, IReadOnlyList<ProposalRow> rows) => SheetPlan.Of(
        "Forslag", "Én række for hver løsningsbrik.", frozenColumns: 1, ProposalColumns(scope), rows.Count, rows) with { PagesWide = 2 };

    /// <summary>Sporbarhed: one passage per row, with the piece that it led to.</summary>
    public static SheetPlan Traces(
        WorkbookScope scope, string prefix, IReadOnlyDictionary<long, InterviewVoices> voices, int rowCount, IEnumerable<TraceRow> rows) =>
        SheetPlan.Of(TracesName, TracePurpose(scope), frozenColumns: 1, TraceColumns(scope, prefix, voices), rowCount, rows);

    private static List<ColumnOf<ProposalRow>> ProposalColumns(WorkbookScope scope)
    {
        List<ColumnOf<ProposalRow>> columns =
        [
            new("Brik", 8, Text, "Brikkens nummer. Det ændrer sig aldrig.", r => r.Number),
            new("Klasse", 13, Text, "Hvem der skal handle: politisk, administrativ eller lokal.", r => r.Class.ToDanish()),
            new("Stadie", 13, Text, "Hvor brikken er i sit forløb.", r => r.Stage.ToDanish()),
            new("Titel", 28, Text, "Forslaget på én linje.", r => r.Title),
            new("Beskrivelse", 46, Text, "Hvad der foreslås og hvorfor.", r => r.Description),
            new("Tema", 14, Text, "Det tema, brikken hører under.", r => r.Theme),
            new("Strategier", 19, Text, "De politikker og strategier, brikken understøtter.", r => r.Strategies),
            new("Institutioner", 18, Text, "De skoler og dagtilbud, brikken handler om.", r => r.Institutions),
            new("Udfordringer", 24, Text, "De udfordringer, brikken svarer på.", r => r.Challenges),
            new("Antal uddrag", 10, Number, "Hvor mange steder i interviewene der peger på brikken, også dem der ikke er frigivet som citat.", r => r.PassageCount),
            new("Antal grupper", 10, Number, "Hvor mange informantgrupper de uddrag kommer fra.", r => r.GroupCount),
            new("Konklusion", 12, Text, "Administrationens konklusion efter fællesmødet: genkendt eller ikke genkendt. Tom, før der er en.", r => r.Conclusion?.Word()),
            new("Udpeget", 10, Text, "Ja, når brikken er udpeget til politisk behandling.", r => EconomySheet.YesNo(PieceStanding.IsDesignated(r.Class, r.Stage))),
            new("Vedtaget", 10, Text, "Ja, når brikken er vedtaget politisk, helt eller delvist, og ikke siden rullet tilbage.", r => EconomySheet.YesNo(PieceStanding.IsAdopted(r.Class, r.Stage))),
            new("Beslutning", 16, Text, "Det seneste, et udvalg eller forvaltningen har sagt. Indstillet betyder, at et andet organ afgør det.", r => r.Decision?.Word()),
            new("Besluttet af", 21, Text, "Det organ, der sagde det.", r => r.Decision?.Body.ToDanish()),
            new("Besluttet den", 12, Date, "Den dag, det blev besluttet eller indstillet.", r => r.Decision?.DecidedOn),
            new("Prisskøn", 14, Text, "Hvor sikkert prisskønnet er. Beløbene står i arket Økonomi.", r => !r.IsInPlay ? null : r.Estimate?.ToDanish() ?? BudgetWords.NotCalculated),
            new("Grundlag", 30, Text, "Hvad prisskønnet bygger på.", r => r.EstimateNote),
            new("Lagt sammen med", 14, Text, "Den brik, forslaget lever videre i. Tom, når brikken står alene.", r => r.MergedInto),
        ];
        if (scope.ForCommittee)
            columns.RemoveAll(c => c.Header == "Grundlag");
        return columns;
    }

    /// <summary>The conclusion in one word.</summary>
    public static string Word(this Conclusion conclusion) =>
        (conclusion == Conclusion.Recognised ? PieceStage.Validated : PieceStage.NotValidated).ToDanish();

    private static string Word(this Decision decision) => decision switch
    {
        { Standing: DecisionStanding.Recommends } => $"Indstillet: {decision.Outcome.ToDanish().ToLower(DanishText.Culture)}",
        { Body: DecisionBody.Department, Outcome: DecisionOutcome.Adopted } => PieceStage.Accepted.ToDanish(),
        { Body: DecisionBody.Department, Outcome: DecisionOutcome.Rejected } => PieceStage.Declined.ToDanish(),
        _ => decision.Outcome.ToDanish(),
    };

    private static string TracePurpose(WorkbookScope scope) => scope switch
    {
        { ForCommittee: true } => "Fra udsagn til brik: ét frigivet citat på hver række.",
        { WithTestimony: true } => "Fra udsagn til brik: ét uddrag på hver række. Nederst står de uddrag, der ikke er knyttet til en brik.",
        _ => "Fra udsagn til brik: ét frigivet citat på hver række. Nederst står de citater, der ikke er knyttet til en brik.",
    };

    private static List<ColumnOf<TraceRow>> TraceColumns(
        WorkbookScope scope, string prefix, IReadOnlyDictionary<long, InterviewVoices> voices)
    {
        InterviewVoices Of(TraceRow row) => voices.GetValueOrDefault(row.InterviewId, InterviewVoices.Nobody);
        List<ColumnOf<TraceRow>> columns =
        [
            new("Brik", 8, Text, "Nummeret på den brik, uddraget er knyttet til. Tom, når der ingen er.", r => r.PieceNumber is { } n ? $"{prefix}-{n}" : null),
            new("Brikkens titel", 24, Text, "Titlen på brikken.", r => r.PieceTitle),
            new("Interview", 11, Number, "Interviewets nummer.", r => r.InterviewNumber),
            new("Dato", 12, Date, "Den dag, interviewet fandt sted.", r => r.HeldOn),
            new("Metode", 14, Text, "Hvordan input blev givet.", r => Word(r.Method)),
            new("Informantgruppe", 19, Text, "Den eller de grupper, der gav input.", r => Of(r).Groups),
            new("Informanter", 13, Text, "Informanternes koder, aldrig navne.", r => Of(r).Codes),
            new("Teksttype", 12, Text, "Ordret eller gengivet. En gengivet tekst er et referat og ikke et citat.", r => Word(r.Kind)),
            new("Afsnit", 9, Number, "Nummeret på det afsnit i teksten, hvor uddraget begynder.", r => r.ParagraphNumber),
            new("Uddrag", 60, Text, "Det, der blev sagt eller skrevet.", r => r.Quote),
            new("Note", 24, Text, "Konsulentens egen note til uddraget.", r => r.Note),
            new("Frigivet", 12, Date, "Den dag, uddraget blev frigivet som citat. Tom, når det ikke er frigivet.", r => Day(r.ReleasedAtUtc)),
            new("Knyttet", 12, Date, "Den dag, uddraget blev knyttet til brikken.", r => Day(r.CodedAtUtc)),
        ];
        if (!scope.WithTestimony)
            columns.RemoveAll(c => c.Header is "Informanter" or "Note");
        return columns;
    }

    private static DateOnly? Day(DateTime? utc) =>
        utc is { } moment ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, DanishText.Copenhagen)) : null;

    private static string Word(InterviewMethod method) => method switch
    {
        InterviewMethod.Interview => "Interview",
        InterviewMethod.ChildEnvironmentSurvey => "Børnemiljøundersøgelse",
        InterviewMethod.DialogueMeeting => "Dialogmøde",
        InterviewMethod.WrittenInput => "Skriftligt input",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    private static string Word(TranscriptKind kind) => kind == TranscriptKind.Verbatim ? "Ordret" : "Gengivet";
}
