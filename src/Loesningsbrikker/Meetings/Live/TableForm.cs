using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Meetings.Phone;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What the table host sends: who answers, and what.</summary>
public sealed class TableForm
{
    /// <summary>A slip's or an informant's code; empty for somebody who has neither.</summary>
    [Display(Name = "Kode på seddel eller informant"), MaxLength(40)]
    public string? Code { get; set; }

    /// <summary>Key of the group of somebody who has no code.</summary>
    [Display(Name = "Gruppe")]
    public long? GroupId { get; set; }

    /// <summary>Made with the page, so that a second tap on the button is the same ballot.</summary>
    public Guid BallotId { get; set; }

    /// <summary>Made with the page, so that a second tap puts nobody on the list twice. Not the ballot's id, which must lead to nobody.</summary>
    public Guid NewcomerId { get; set; }

    /// <summary>The answers.</summary>
    [MaxLength(MeetingRound.MaxPieces)]
    public List<AnswerForm> Answers { get; set; } = [];
}

/// <summary>What surrounds the form.</summary>
/// <param name="OnPaper">True when the question is closed for phones and answers on paper are entered.</param>
/// <param name="Voters">How many have answered.</param>
/// <param name="Entered">How many of them were entered by the staff.</param>
/// <param name="Groups">The groups somebody without a code can be of.</param>
public sealed record TablePage(MeetingHead Meeting, RoundQuestion Question, bool OnPaper, int Voters, int Entered, IReadOnlyList<JoinGroup> Groups);
