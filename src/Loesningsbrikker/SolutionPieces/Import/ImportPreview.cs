using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>All rows of a table as they would be brought in now. Pure: the same state and the same context give the same preview.</summary>
public sealed class ImportPreview
{
    private static readonly string[] ClassHeadlines = ["politisk", "politiske", "administrativ", "administrative", "administrativt", "lokal", "lokale", "lokalt"];

    private readonly ImportState _state;
    private readonly ImportContext _context;
    private readonly WordReading _words;

    private ImportPreview(ImportState state, ImportContext context) => (_state, _context, _words) = (state, context, new WordReading(state, context));

    /// <summary>The rows in the order of the table.</summary>
    public IReadOnlyList<PreviewRow> Rows { get; private set; } = [];

    /// <summary>Those that become pieces.</summary>
    public IReadOnlyList<PreviewRow> New => [.. Rows.Where(r => r.BecomesPiece)];

    /// <summary>How many wait for the user.</summary>
    public int Waiting => Rows.Count(r => r.Waits);

    /// <summary>Themes that are made on the way, in Danish order.</summary>
    public IReadOnlyList<string> NewThemes => Names(New.Select(r => r.Theme).OfType<NamedChoice>());

    /// <summary>Institutions that are made on the way, in Danish order.</summary>
    public IReadOnlyList<string> NewInstitutions => Names(New.SelectMany(r => r.Institutions));

    /// <summary>Works the preview out.</summary>
    public static ImportPreview Of(ImportState state, ImportContext context)
    {
        var preview = new ImportPreview(state, context);
        var rows = preview.Read();
        preview.Rows = new Resemblances(context, rows).Settle();
        return preview;
    }

    private static List<string> Names(IEnumerable<NamedChoice> choices) =>
        [.. choices.Where(c => c.Id is null).Select(c => c.Name).DistinctBy(Words.Plain).Order(DanishText.Comparer)];

    private List<PreviewRow> Read()
    {
        var headings = _state.Header.Headings(_state.Table);
        var rows = new List<PreviewRow>();
        var (headlineClass, headlineTheme) = ("", "");
        var body = _state.BodyRows();
        var themes = ThemesFromAbove(body);
        foreach (var row in body)
        {
            if (row.Kind == RowKind.Piece)
            {
                var values = RowValues.Of(row.Row, _state.Columns, headings, headlineClass, headlineTheme);
                if (values.Theme.Length == 0 && themes.GetValueOrDefault(row.Index) is { } above)
                    values = values with { Theme = above, Made = [.. values.Made, $"Temaet »{above}« er taget fra rækken over, fordi det kun står én gang for hver gruppe."] };
                rows.Add(Read(row, values));
                continue;
            }
            var isClass = row.Kind == RowKind.Heading && IsClass(row.Headline);
            if (isClass)
                headlineClass = row.Headline;
            else if (row.Kind == RowKind.Heading)
                headlineTheme = row.Headline;
            rows.Add(new PreviewRow
            {
                Row = row, Status = RowStatus.NoPiece, Correction = CorrectionOf(row),
                Remarks = row.Kind != RowKind.Heading ? [row.Why]
                    : [row.Why, isClass ? $"Rækkerne under den får klassen {PieceWordGuess.ClassOf(row.Headline)!.Value.ToDanish()}, hvis de ikke selv siger andet."
                        : $"Rækkerne under den får temaet »{row.Headline}«, hvis de ikke selv siger andet."],
            });
        }
        return rows;
    }

    /// <summary>
    /// A text file has no merged cells: a theme that was merged over its rows stands in the first one only. Where most rows are without a
    /// theme and the first one has one, it counts until the next.
    /// </summary>
    private Dictionary<int, string> ThemesFromAbove(IReadOnlyList<BodyRow> body)
    {
        var found = new Dictionary<int, string>();
        var column = _state.Columns.ToList().FindIndex(c => c.Field == PieceField.Theme);
        var rows = body.Where(r => r.Kind == RowKind.Piece).Select(r => (r.Index, Theme: column < 0 ? "" : PieceText.Line(r.Row.Cells[column].Own))).ToList();
        var named = rows.Count(r => r.Theme.Length > 0);
        if (named == 0 || rows[0].Theme.Length == 0 || named > rows.Count / 2)
            return found;
        var theme = "";
        foreach (var row in rows)
            found[row.Index] = theme = row.Theme.Length > 0 ? row.Theme : theme;
        return found;
    }

    private static bool IsClass(string headline) =>
        headline.Length <= 60 && Words.Plain(headline).Split(' ').Intersect(ClassHeadlines).Any() && PieceWordGuess.ClassOf(headline) is not null;

    private RowCorrection CorrectionOf(BodyRow row) => _state.Rows.GetValueOrDefault(row.Index) ?? new RowCorrection();

    private PreviewRow Read(BodyRow row, RowValues read)
    {
        var correction = CorrectionOf(row);
        var values = read with
        {
            Title = correction.Title ?? read.Title, Description = correction.Description ?? read.Description, Theme = correction.Theme ?? read.Theme,
            Reason = correction.Reason ?? read.Reason, Responsible = correction.Responsible ?? read.Responsible,
            Made = correction.Title is null ? read.Made : [],
        };
        (values, var personal) = PersonalMarks.Clean(values);
        var (lines, unclear) = AmountReading.Of(values.Amounts, _state.Unit);
        var (institutions, left) = _words.InstitutionsOf(values.Institutions);
        var result = new PreviewRow
        {
            Row = row, Values = values, Correction = correction, Institutions = institutions, Theme = ThemeOf(correction, values), Lines = lines,
            Class = correction.Class ?? _words.ClassOf(values.ClassWord),
            Wished = correction.Stage is null ? _words.StageOf(values.StageWord) : StageChoice.Of(correction.Stage), Fingerprint = RowValues.FingerprintOf(row.Row),
        };
        return WithStart(
            result with { Remarks = [.. values.Made, .. personal, .. Hidden(row), .. unclear.Select(u => $"»{u.Text}« er ikke et beløb, vi kan regne med. Det kommer med som note.")] },
            unclear, left);
    }

    /// <summary>A theme that was typed in the row is that very theme, whatever the words were taken for.</summary>
    private NamedChoice? ThemeOf(RowCorrection correction, RowValues values)
    {
        if (correction.Theme is null)
            return _words.ThemeOf(values.Theme);
        var name = PieceText.Line(correction.Theme);
        return name.Length == 0 ? null : new NamedChoice(_context.Themes.FirstOrDefault(t => Words.Plain(t.Name) == Words.Plain(name))?.Id, name);
    }

    private PreviewRow WithStart(PreviewRow row, IReadOnlyList<AmountCell> unclear, IReadOnlyList<string> left)
    {
        var values = row.Values;
        var problems = ProblemsOf(row);
        if (row is not { Class: { } pieceClass, Wished: { } wished } || problems.Count > 0)
            return row with { Problems = problems };
        var start = new PieceStart(wished.Stage, $"»{_state.Source}«, {row.Place}")
        {
            FormerNumber = values.Number, Reason = values.Reason, Body = _state.Body, Outcome = wished.Outcome,
            DecidedOn = row.Correction.DecidedOn ?? RowValues.Day(values.DecidedOn) ?? _state.DecidedOn,
            Responsible = values.Responsible.Length > 0 ? values.Responsible : _state.Responsible,
        };
        var (lowered, why, missing) = LoweredStart.Of(start, pieceClass, PieceText.Lines(values.Description).Length > 0, row.Institutions.Count, _context.Today);
        if (values.DecidedOn.Length > 0 && row.Correction.DecidedOn is null && RowValues.Day(values.DecidedOn) is null)
            why = [$"»{values.DecidedOn}« er ikke en dato, vi kan læse.", .. why];
        return row with { Missing = missing, Start = lowered with { Notes = Notes(row, lowered.Stage, unclear, left) }, Remarks = [.. row.Remarks, .. why] };
    }

    /// <summary>What the user must correct before the row can become a piece.</summary>
    private static List<string> ProblemsOf(PreviewRow row)
    {
        var values = row.Values;
        var (title, description) = (PieceText.Line(values.Title), PieceText.Lines(values.Description));
        var problems = new List<string>();
        void Check(bool broken, string sentence)
        {
            if (broken)
                problems.Add(sentence);
        }
        Check(title.Length == 0, "Titlen mangler.");
        Check(title.Length > SolutionPiece.MaxTitleLength, $"Titlen må højst fylde {SolutionPiece.MaxTitleLength} tegn.");
        Check(description.Length > SolutionPiece.MaxDescriptionLength, $"Beskrivelsen må højst fylde {SolutionPiece.MaxDescriptionLength} tegn.");
        Check(values.Number.Length > SolutionPiece.MaxFormerNumberLength, $"Nummeret må højst fylde {SolutionPiece.MaxFormerNumberLength} tegn.");
        Check(row.Class is null, values.ClassWord.Length == 0 ? "Rækken siger ikke, hvem der skal handle. Vælg en klasse." : $"»{values.ClassWord}« er ingen klasse. Vælg, hvem der skal handle.");
        Check(row.Wished is null, $"»{values.StageWord}« er ikke et stadie, vi kender. Vælg et.");
        Check(values.Reason.Length > SolutionPiece.MaxReasonLength, $"Begrundelsen må højst fylde {SolutionPiece.MaxReasonLength} tegn.");
        Check(values.Responsible.Length > Implementations.Implementation.MaxRoleLength, $"Den ansvarlige må højst fylde {Implementations.Implementation.MaxRoleLength} tegn.");
        return problems;
    }

    /// <summary>What has no field of its own is kept as a note, so that nothing of the table gets lost.</summary>
    private string Notes(PreviewRow row, PieceStage stage, IReadOnlyList<AmountCell> unclear, IReadOnlyList<string> left)
    {
        var values = row.Values;
        var notes = new List<string> { values.Notes };
        notes.AddRange(unclear.Select(u => $"{(u.Heading.Length > 0 ? u.Heading : "Beløb")}: {u.Text}"));
        if (left.Count > 0)
            notes.Add($"Institutioner i tabellen: {string.Join(", ", left)}");
        if (values.Responsible.Length > 0 && stage is not (PieceStage.InImplementation or PieceStage.Closed))
            notes.Add($"Ansvarlig i tabellen: {values.Responsible}");
        // A draft has no estimate.
        if (row.Lines.Count > 0 && stage == PieceStage.Draft)
            notes.AddRange(values.Amounts.Except(unclear).Select(a => $"{(a.Heading.Length > 0 ? a.Heading : "Beløb")}: {a.Text} ({_state.Unit.ToDanish().ToLower(DanishText.Culture)})"));
        return string.Join("\n", notes.Where(n => n.Length > 0));
    }

    private static string[] Hidden(BodyRow row) => row.Row.IsHidden ? ["Rækken er skjult i regnearket."] : [];
}
