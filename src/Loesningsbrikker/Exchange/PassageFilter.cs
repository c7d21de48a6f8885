using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Exchange;

/// <summary>Which passages, by what they are tied to and whether they may leave the staff's area.</summary>
public enum PassageState
{
    /// <summary>Tied to a piece.</summary>
    WithPiece,
    /// <summary>Tied to no piece.</summary>
    WithoutPiece,
    /// <summary>Released as a quotation.</summary>
    Released,
    /// <summary>Not released.</summary>
    NotReleased,
    /// <summary>With a consultant's note.</summary>
    WithNote,
}

/// <summary>What the address of the list of passages asks for, and of the files with the same; every part may be missing.</summary>
public sealed class PassageFilter
{
    /// <summary>Number of an interview.</summary>
    [FromQuery(Name = "interview")]
    public int? Interview { get; set; }
    /// <summary>Number of a piece.</summary>
    [FromQuery(Name = "piece")]
    public int? Piece { get; set; }
    /// <summary>Class of a piece.</summary>
    [FromQuery(Name = "class")]
    public PieceClass? Class { get; set; }
    /// <summary>Key of the theme of a piece or a challenge.</summary>
    [FromQuery(Name = "theme")]
    public long? ThemeId { get; set; }
    /// <summary>Key of an informant group that took part in the interview.</summary>
    [FromQuery(Name = "group")]
    public long? GroupId { get; set; }
    /// <summary>What they are tied to, or whether they are released.</summary>
    [FromQuery(Name = "state")]
    public PassageState? State { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsSet => Interview is not null || Piece is not null || Class is not null || ThemeId is not null || GroupId is not null || State is not null;

    /// <summary>The query of an address that asks for the same; empty for everything.</summary>
    public string Query
    {
        get
        {
            var query = new QueryBuilder();
            foreach (var (name, value) in new (string, object?)[]
                     {
                         ("interview", Interview), ("piece", Piece), ("class", Class), ("theme", ThemeId), ("group", GroupId), ("state", State),
                     })
                if (value?.ToString() is { } text)
                    query.Add(name, text);
            return query.ToString();
        }
    }

    /// <summary>The passages of the process that are asked for.</summary>
    internal IQueryable<Passage> Apply(LoesningsbrikkerContext db, long processId)
    {
        var passages = db.Passages.Where(p => p.ProcessId == processId);
        if (Interview is { } number)
            passages = passages.Where(p => db.Transcripts.Any(t => t.Id == p.TranscriptId && db.Interviews.Any(i => i.Id == t.InterviewId && i.Number == number)));
        if (GroupId is { } group)
            passages = passages.Where(p => db.Transcripts.Any(t => t.Id == p.TranscriptId
                && db.Interviews.Any(i => i.Id == t.InterviewId && i.Informants.Any(x => x.GroupId == group))));
        if (Piece is { } piece)
            passages = passages.Where(p => p.Codings.Any(c => db.SolutionPieces.Any(x => x.Id == c.SolutionPieceId && x.Number == piece)));
        if (Class is { } pieceClass)
            passages = passages.Where(p => p.Codings.Any(c => db.SolutionPieces.Any(x => x.Id == c.SolutionPieceId && x.Class == pieceClass)));
        if (ThemeId is { } theme)
            passages = passages.Where(p => p.Codings.Any(c => db.SolutionPieces.Any(x => x.Id == c.SolutionPieceId && x.ThemeId == theme)
                || db.Challenges.Any(x => x.Id == c.ChallengeId && x.ThemeId == theme)));
        return State switch
        {
            PassageState.WithPiece => passages.Where(p => p.Codings.Any(c => c.SolutionPieceId != null)),
            PassageState.WithoutPiece => passages.Where(p => !p.Codings.Any(c => c.SolutionPieceId != null)),
            PassageState.Released => passages.Where(p => p.ReleasedAtUtc != null),
            PassageState.NotReleased => passages.Where(p => p.ReleasedAtUtc == null),
            PassageState.WithNote => passages.Where(p => p.Note != ""),
            _ => passages,
        };
    }
}
