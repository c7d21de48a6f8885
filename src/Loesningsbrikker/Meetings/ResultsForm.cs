using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Meetings;

/// <summary>What each group answered about one piece, as it is typed in.</summary>
public sealed class ResultsForm
{
    /// <summary>One line per group that was present.</summary>
    public List<GroupResultForm> Rows { get; set; } = [];
}

/// <summary>One group's line in the grid.</summary>
public sealed class GroupResultForm
{
    /// <summary>The answers in the order of the columns: where each question begins, and how many answers it has.</summary>
    public static readonly IReadOnlyList<(MeetingQuestion Question, int Start, int Count)> Questions =
        [(MeetingQuestion.Vote, 0, 3), (MeetingQuestion.Professional, 3, 5), (MeetingQuestion.Economic, 8, 5)];

    /// <summary>How many cells a line has.</summary>
    public const int Cells = 13;

    /// <summary>Key of the group.</summary>
    public long GroupId { get; set; }

    /// <summary>The version that was shown; null when nothing was stored.</summary>
    public Guid? Version { get; set; }

    /// <summary>The numbers typed; null for an empty cell.</summary>
    public List<int?> Counts { get; set; } = [];

    /// <summary>Name of the group; filled before the page is shown.</summary>
    [BindNever, ValidateNever]
    public string Name { get; set; } = "";

    /// <summary>How many of the group were present; filled before the page is shown.</summary>
    [BindNever]
    public int Present { get; set; }

    /// <summary>True when no cell has a number: the group has not answered.</summary>
    public bool IsEmpty => Counts.All(c => c is null);

    /// <summary>The numbers typed for one question.</summary>
    public IReadOnlyList<int?> Of(MeetingQuestion question)
    {
        var (_, start, count) = Questions.Single(q => q.Question == question);
        return [.. Enumerable.Range(start, count).Select(i => i < Counts.Count ? Counts[i] : null)];
    }

    /// <summary>The line of a stored result.</summary>
    public static GroupResultForm Of(MeetingResult result) => new()
    {
        GroupId = result.GroupId, Version = result.Version,
        Counts = [result.Yes, result.No, result.DontKnow, .. result.Professional, .. result.Economic],
    };
}

/// <summary>A group that was present at a meeting.</summary>
public sealed record PresentGroup(long GroupId, string Name, int Present);

/// <summary>A meeting, as its pages name it.</summary>
public sealed record MeetingHead(long Id, string Title, DateOnly HeldOn, string Place);

/// <summary>A piece, as the pages of a meeting name it.</summary>
public sealed record MeetingPiece(long Id, int Number, PieceClass Class, string Title);

/// <summary>A piece in the list of what is entered.</summary>
/// <param name="Groups">How many groups have results.</param>
public sealed record EntryRow(long Id, int Number, PieceClass Class, string Title, int Groups);

/// <summary>The list of what is entered.</summary>
/// <param name="Present">How many groups were present.</param>
/// <param name="Entered">How many pieces have a result.</param>
public sealed record EntryPage(MeetingHead Meeting, PageOf<EntryRow> Page, int Present, int Entered, int? FirstMissing);

/// <summary>What surrounds the grid.</summary>
/// <param name="Next">Number of the next piece; null after the last.</param>
/// <param name="Place">Which piece it is, from 1.</param>
/// <param name="Total">How many pieces there are.</param>
public sealed record EntryContext(MeetingHead Meeting, MeetingPiece Piece, string Description, int? Previous, int? Next, int Place, int Total);
