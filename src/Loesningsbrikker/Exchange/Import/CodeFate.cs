using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>What a code becomes here.</summary>
public enum CodeFate
{
    /// <summary>What was chosen for all codes that nothing else was chosen for.</summary>
    AsAll,
    /// <summary>A new political piece.</summary>
    Political,
    /// <summary>A new administrative piece.</summary>
    Administrative,
    /// <summary>A new local piece.</summary>
    Local,
    /// <summary>A new challenge, or one of that title.</summary>
    Challenge,
    /// <summary>A theme for the codes below it.</summary>
    Theme,
    /// <summary>A piece or a challenge that is here.</summary>
    Existing,
    /// <summary>Nothing; its passages come along untied.</summary>
    LeaveOut,
}

/// <summary>A code's fate as chosen.</summary>
/// <param name="Existing">Number and title of the piece, or title of the challenge, when it is one that is here; else empty.</param>
internal sealed record CodeChoice(CodeFate Fate, string Existing);

/// <summary>A piece that a code can be.</summary>
internal sealed record KnownPiece(long Id, int Number, string Title, PieceStage Stage, long? MergedIntoId);

/// <summary>A challenge that a code can be.</summary>
internal sealed record KnownChallenge(long Id, string Title);

/// <summary>What is here already, by what other tools know it.</summary>
internal sealed class KnownTargets(string prefix, IReadOnlyList<KnownPiece> pieces, IReadOnlyList<KnownChallenge> challenges, IReadOnlyDictionary<Guid, (ExchangeIdKind Kind, long RowId)> codes)
{
    private readonly Dictionary<long, KnownPiece> _pieces = pieces.ToDictionary(p => p.Id);

    /// <summary>The pieces that a code can be, by number; merged ones are not among them.</summary>
    public IEnumerable<KnownPiece> Pieces => pieces.Where(p => p.Stage != PieceStage.Merged);

    /// <summary>The challenges.</summary>
    public IReadOnlyList<KnownChallenge> Challenges => challenges;

    /// <summary>As the page writes it.</summary>
    public string NameOf(KnownPiece piece) => ExchangeWords.Label(prefix, piece.Number, piece.Title);

    /// <summary>What the text names: a piece by its number, or by number and title; else a piece or a challenge by its title.</summary>
    public (KnownPiece? Piece, KnownChallenge? Challenge) Find(string text)
    {
        text = text.Trim();
        // A number alone is enough; the pattern wants a title behind it.
        var (before, number, _) = ExchangeWords.Unlabel(text + " ");
        if (Same(before, prefix) && Pieces.FirstOrDefault(p => p.Number == number) is { } numbered)
            return (numbered, null);
        return Pieces.FirstOrDefault(p => Same(p.Title, text)) is { } piece ? (piece, null) : (null, challenges.FirstOrDefault(c => Same(c.Title, text)));
    }

    /// <summary>What the code was brought in as before; null when it was not, or when that is gone.</summary>
    public string? Remembered(Guid code)
    {
        if (!codes.TryGetValue(code, out var known))
            return null;
        if (known.Kind == ExchangeIdKind.Challenge)
            return challenges.FirstOrDefault(c => c.Id == known.RowId)?.Title;
        var piece = known.Kind == ExchangeIdKind.Piece ? _pieces.GetValueOrDefault(known.RowId) : null;
        // It lives on in the piece that it was merged into, and that one in another.
        for (var steps = 0; piece is { Stage: PieceStage.Merged, MergedIntoId: { } into } && steps < pieces.Count; steps++)
            piece = _pieces.GetValueOrDefault(into);
        return piece is null or { Stage: PieceStage.Merged } ? null : NameOf(piece);
    }

    /// <summary>Whether the code was brought in as a theme before.</summary>
    public bool WasTheme(Guid code) => codes.TryGetValue(code, out var known) && known.Kind == ExchangeIdKind.Theme;

    private static bool Same(string one, string other) => DanishText.Comparer.Equals(one, other);
}

/// <summary>A code with its place in the tree and what is proposed for it.</summary>
/// <param name="Depth">0 at the top.</param>
/// <param name="Codings">How many passages are tied to it.</param>
/// <param name="Title">Its name here: without number, with the name of what it stands below where another code has the same.</param>
/// <param name="Number">The number in its name; null without one.</param>
/// <param name="Parent">The code it stands below; null at the top.</param>
internal sealed record CodeRow(QdaCode Code, int Depth, int Codings, string Title, int? Number, Guid? Parent, CodeChoice Proposed);

/// <summary>Proposes what each code becomes.</summary>
internal static class CodeProposals
{
    /// <summary>The codes in the order of the file.</summary>
    public static List<CodeRow> Of(LoadedProject loaded, KnownTargets known, Func<QdaCode, string> nameOf)
    {
        var codings = loaded.Sources.SelectMany(s => s.Passages).SelectMany(p => p.Selections.SelectMany(s => s.Codings.Select(c => c.Code)).Distinct())
            .CountBy(code => code).ToDictionary();
        List<CodeRow> rows = [];
        foreach (var code in loaded.Project.Codes)
            Add(rows, code, null, heading: null, known, codings, nameOf);
        var doubled = rows.GroupBy(r => r.Title, DanishText.Comparer).Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet();
        var byCode = rows.ToDictionary(r => r.Code.Guid);
        return [.. rows.Select(r => doubled.Contains(r) && r.Parent is { } parent && !ExchangeWords.IsHeading(byCode[parent].Code, byCode[parent].Depth)
            ? r with { Title = $"{byCode[parent].Title}: {r.Title}" } : r)];
    }

    private static void Add(
        List<CodeRow> rows, QdaCode code, CodeRow? parent, CodeFate? heading, KnownTargets known, Dictionary<Guid, int> codings, Func<QdaCode, string> nameOf)
    {
        var count = codings.GetValueOrDefault(code.Guid);
        var isHeading = ExchangeWords.IsHeading(code, parent is null ? 0 : parent.Depth + 1);
        var own = isHeading ? HeadingFate(code) : heading;
        var name = nameOf(code);
        // Only pieces have a number before their title.
        var (_, number, bare) = heading is null or CodeFate.Challenge ? ("", null, name) : ExchangeWords.Unlabel(name);
        var row = new CodeRow(code, parent is null ? 0 : parent.Depth + 1, count, bare, number, parent?.Code.Guid, Propose(code, count, isHeading, heading, name, bare, known));
        rows.Add(row);
        foreach (var child in code.Children)
            Add(rows, child, row, own, known, codings, nameOf);
    }

    private static CodeChoice Propose(QdaCode code, int codings, bool isHeading, CodeFate? heading, string name, string bare, KnownTargets known)
    {
        if (known.Remembered(code.Guid) is { } remembered)
            return new CodeChoice(CodeFate.Existing, remembered);
        if (isHeading && codings == 0)
            return new CodeChoice(CodeFate.LeaveOut, "");
        if (known.WasTheme(code.Guid) || (code.Children.Count > 0 && codings == 0))
            return new CodeChoice(CodeFate.Theme, "");
        // A number alone may belong to another piece here; number and title together do not.
        if (known.Find(name) is { Piece: { } piece } && (DanishText.Comparer.Equals(piece.Title, bare) || DanishText.Comparer.Equals(piece.Title, name)))
            return new CodeChoice(CodeFate.Existing, known.NameOf(piece));
        if (heading is CodeFate.Challenge or null && known.Challenges.FirstOrDefault(c => DanishText.Comparer.Equals(c.Title, name)) is { } challenge)
            return new CodeChoice(CodeFate.Existing, challenge.Title);
        return new CodeChoice(heading ?? CodeFate.AsAll, "");
    }

    private static CodeFate HeadingFate(QdaCode code) => ExchangeWords.ClassOf(code) switch
    {
        PieceClass.Political => CodeFate.Political,
        PieceClass.Administrative => CodeFate.Administrative,
        PieceClass.Local => CodeFate.Local,
        _ => CodeFate.Challenge,
    };
}
