using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>Codes become themes, challenges and pieces, in the order of the file.</summary>
public sealed partial class ProjectImport
{
    /// <summary>What each code is here; codes left out and themes are missing.</summary>
    private readonly Dictionary<Guid, (long? PieceId, long? ChallengeId)> _targets = [];
    private readonly Dictionary<Guid, long> _themes = [];

    private async Task StoreCodesAsync(IReadOnlyDictionary<Guid, ResolvedCode> choices)
    {
        await StoreThemesAsync(choices);
        var themeOf = ThemesOfCodes(choices);
        await StoreChallengesAsync(choices, themeOf);
        await StorePiecesAsync(choices, themeOf);
        foreach (var row in _plan.Codes)
            if (choices[row.Code.Guid] is { Fate: CodeFate.Existing } existing)
            {
                if (existing.Piece is { } piece)
                    await RowLocks.TieAsync(db, current.Id, piece.Number);
                if (existing.Piece is { } there && await db.SolutionPieces.AnyAsync(p => p.Id == there.Id && p.Stage == PieceStage.Merged))
                    throw new RuleException($"{_plan.Known.NameOf(there)} er lagt sammen med en anden, mens du så projektet igennem. Vælg den brik, den lever videre i.");
                _targets[row.Code.Guid] = (existing.Piece?.Id, existing.Challenge?.Id);
                Remember(existing.Piece is null ? ExchangeIdKind.Challenge : ExchangeIdKind.Piece, row.Code.Guid, existing.Piece?.Id ?? existing.Challenge!.Id, recognised: true);
            }
        await db.SaveChangesAsync();
    }

    private async Task StoreThemesAsync(IReadOnlyDictionary<Guid, ResolvedCode> choices)
    {
        var byName = (await db.Themes.Where(t => t.ProcessId == current.Id).Select(t => new { t.Id, t.Name }).ToListAsync())
            .DistinctBy(t => t.Name, DanishText.Comparer).ToDictionary(t => t.Name, t => t.Id, DanishText.Comparer);
        var wanted = _plan.Codes.Where(c => choices[c.Code.Guid].Fate == CodeFate.Theme).Select(c => (c.Code.Guid, Name: Short(c.Title)))
            .Concat(ImportLosses.ThemeSets(_plan.Loaded).Select(s => (s.Guid, Name: Short(s.Name[ExchangeWords.ThemePrefix.Length..]))));
        foreach (var (guid, name) in wanted.Where(w => w.Name.Length > 0))
        {
            var recognised = byName.TryGetValue(name, out var id);
            if (!recognised)
            {
                var theme = new Theme { ProcessId = current.Id, Name = name };
                db.Add(theme);
                await db.SaveChangesAsync();
                byName[name] = id = theme.Id;
            }
            _themes[guid] = id;
            Remember(ExchangeIdKind.Theme, guid, id, recognised: recognised);
        }
    }

    /// <summary>The theme of a code: that of the nearest theme above it, else that of the set that it is in.</summary>
    private Dictionary<Guid, long> ThemesOfCodes(IReadOnlyDictionary<Guid, ResolvedCode> choices)
    {
        var themeOf = new Dictionary<Guid, long>();
        foreach (var set in ImportLosses.ThemeSets(_plan.Loaded))
            foreach (var code in set.Codes)
                if (_themes.TryGetValue(set.Guid, out var theme))
                    themeOf.TryAdd(code, theme);
        // Parents come before their children.
        foreach (var row in _plan.Codes)
            if (choices[row.Code.Guid].Fate == CodeFate.Theme)
                themeOf[row.Code.Guid] = _themes.GetValueOrDefault(row.Code.Guid);
            else if (row.Parent is { } parent && themeOf.TryGetValue(parent, out var above))
                themeOf.TryAdd(row.Code.Guid, above);
        return themeOf;
    }

    private async Task StoreChallengesAsync(IReadOnlyDictionary<Guid, ResolvedCode> choices, Dictionary<Guid, long> themeOf)
    {
        var byTitle = _plan.Known.Challenges.DistinctBy(c => c.Title, DanishText.Comparer).ToDictionary(c => c.Title, c => c.Id, DanishText.Comparer);
        foreach (var row in _plan.Codes.Where(c => choices[c.Code.Guid].Fate == CodeFate.Challenge))
        {
            var title = Title(row);
            var recognised = byTitle.TryGetValue(title, out var id);
            if (!recognised)
            {
                var challenge = new Challenge
                {
                    ProcessId = current.Id, Title = title, ThemeId = ThemeIn(themeOf, row), Description = Description(row, LongestChallengeDescription),
                };
                db.Add(challenge);
                await db.SaveChangesAsync();
                byTitle[title] = id = challenge.Id;
                _record.Challenges++;
            }
            _targets[row.Code.Guid] = (null, id);
            Remember(ExchangeIdKind.Challenge, row.Code.Guid, id, recognised: recognised);
        }
    }

    private async Task StorePiecesAsync(IReadOnlyDictionary<Guid, ResolvedCode> choices, Dictionary<Guid, long> themeOf)
    {
        var rows = _plan.Codes.Where(c => choices[c.Code.Guid].Class is not null).ToList();
        // A process without pieces keeps the numbers that everybody knows them by.
        var keep = rows.Count > 0 && await ProcessNumbers.HasNoPieceAsync(db, current.Id)
            && rows.TrueForAll(r => r.Number is > 0 and <= ProcessNumbers.HighestKept) && rows.DistinctBy(r => r.Number).Count() == rows.Count;
        foreach (var row in rows)
        {
            var number = keep ? await ProcessNumbers.KeepPieceAsync(db, current.Id, row.Number!.Value) : await ProcessNumbers.NextPieceAsync(db, current.Id);
            var piece = SolutionPiece.Draft(
                current.Id, number, choices[row.Code.Guid].Class!.Value, Title(row), db.Actor.RequiredUserId, db.UtcNow, Description(row, SolutionPiece.MaxDescriptionLength));
            piece.ThemeId = ThemeIn(themeOf, row);
            piece.Challenges.AddRange(await AnsweredByAsync(row.Code.Guid));
            piece.Events[0].Details = $"Indlæst fra {(_record.ProjectName.Length > 0 ? $"projektet »{_record.ProjectName}«" : _record.FileName)}.";
            db.Add(piece);
            await db.SaveChangesAsync();
            _targets[row.Code.Guid] = (piece.Id, null);
            Remember(ExchangeIdKind.Piece, row.Code.Guid, piece.Id);
            _record.Pieces++;
        }
    }

    /// <summary>The challenges that a link says the piece answers.</summary>
    private async Task<List<Challenge>> AnsweredByAsync(Guid piece)
    {
        var ids = _plan.Loaded.Project.Links.Where(l => l.Origin == piece).Select(l => _targets.GetValueOrDefault(l.Target).ChallengeId).OfType<long>().ToList();
        return ids.Count == 0 ? [] : await db.Challenges.Where(c => ids.Contains(c.Id)).ToListAsync();
    }

    private static long? ThemeIn(Dictionary<Guid, long> themeOf, CodeRow row) =>
        themeOf.TryGetValue(row.Code.Guid, out var theme) && theme != 0 ? theme : null;

    private static string Title(CodeRow row) =>
        CanonicalText.OneLine(row.Title, SolutionPiece.MaxTitleLength) is { Length: > 0 } title ? title : "Uden navn";

    /// <summary>The description with its notes; a name that is too long for a title stands in front of it.</summary>
    private string Description(CodeRow row, int longest)
    {
        var text = _plan.Texts.Description(row.Code, _plan.Replacement);
        if (Title(row) is var title && title != row.Title && row.Title.Length > title.Length)
            text = row.Title + "\n\n" + text;
        if (text.Length <= longest)
            return text;
        _losses.Add(QdaLoss.LongDescription, title);
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    private const int LongestChallengeDescription = 4000;
}
