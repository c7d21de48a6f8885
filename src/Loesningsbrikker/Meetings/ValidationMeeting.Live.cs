using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Meetings;

/// <summary>The meeting while it is held live: people answer on their phones.</summary>
public sealed partial class ValidationMeeting
{
    /// <summary>How many signs the meeting's code has.</summary>
    public const int JoinCodeLength = 5;

    /// <summary>The code on the projector, under which phones find the meeting; null before it has been live. Unique in the whole system.</summary>
    public string? JoinCode { get; set; }
    /// <summary>When people could first join, in UTC; null before.</summary>
    public DateTime? LiveSinceUtc { get; set; }
    /// <summary>Who let them; null before.</summary>
    public long? LiveByUserId { get; set; }
    /// <summary>True when a ballot of the next question carries no participant; each question keeps what held when it opened.</summary>
    public bool BallotsAreSecret { get; set; }
    /// <summary>When that was decided, in UTC; null before.</summary>
    public DateTime? SecrecyDecidedAtUtc { get; set; }
    /// <summary>Who decided it; null before.</summary>
    public long? SecrecyDecidedByUserId { get; set; }
    /// <summary>Since when somebody without a slip may join by the meeting's code, in UTC; null while nobody may.</summary>
    public DateTime? JoinsWithoutSlipSinceUtc { get; set; }
    /// <summary>Who allowed it; null while nobody may.</summary>
    public long? JoinsWithoutSlipByUserId { get; set; }
    /// <summary>When it ended, in UTC; null before.</summary>
    public DateTime? EndedAtUtc { get; set; }
    /// <summary>Who ended it; null before.</summary>
    public long? EndedByUserId { get; set; }

    /// <summary>True while people can join and questions can be opened.</summary>
    public bool IsLive => LiveSinceUtc is not null && EndedAtUtc is null;

    /// <summary>Lets people join, or goes on with a meeting that was ended too early; then its code stays.</summary>
    /// <param name="freshCode">A code that no meeting has; used when this one has none yet.</param>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">It is live already.</exception>
    public void GoLive(string freshCode, long by, DateTime utcNow)
    {
        if (IsLive)
            throw new RuleException("Mødet er allerede i gang.");
        JoinCode ??= freshCode;
        if (LiveSinceUtc is null)
            (LiveSinceUtc, LiveByUserId) = (utcNow, by);
        (EndedAtUtc, EndedByUserId) = (null, null);
    }

    /// <summary>Decides whether ballots are secret.</summary>
    /// <param name="hasAsked">Whether a question that counts has been opened.</param>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">People have answered under the other condition.</exception>
    public void DecideSecrecy(bool secret, bool hasAsked, long by, DateTime utcNow)
    {
        if (SecrecyDecidedAtUtc is not null && secret == BallotsAreSecret)
            return;
        if (hasAsked)
            throw new RuleException("Det første spørgsmål er stillet, så det kan ikke længere ændres, om svarene er hemmelige.", nameof(BallotsAreSecret));
        (BallotsAreSecret, SecrecyDecidedAtUtc, SecrecyDecidedByUserId) = (secret, utcNow, by);
    }

    /// <summary>Lets people without a slip join by the meeting's code, or stops it; those who have joined stay.</summary>
    /// <param name="by">Key of the user.</param>
    public void LetJoinWithoutSlip(bool allowed, long by, DateTime utcNow)
    {
        if (allowed == JoinsWithoutSlipSinceUtc.HasValue)
            return;
        JoinsWithoutSlipSinceUtc = allowed ? utcNow : null;
        JoinsWithoutSlipByUserId = allowed ? by : null;
    }

    /// <summary>Ends it. Answers on paper may still be entered.</summary>
    /// <param name="hasOpenRound">Whether a question is open.</param>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">It is not live, or a question is open.</exception>
    public void End(bool hasOpenRound, long by, DateTime utcNow)
    {
        EnsureLive();
        if (hasOpenRound)
            throw new RuleException("Et spørgsmål er åbent. Luk det, før mødet sluttes.");
        (EndedAtUtc, EndedByUserId) = (utcNow, by);
    }

    /// <summary>Raises the attendance of a group to what the meeting itself has seen; what was written higher stays.</summary>
    /// <param name="invited">How many of the group are on the meeting's list.</param>
    /// <param name="present">How many of them have come or answered.</param>
    internal void SeePresent(long groupId, int invited, int present)
    {
        var row = Attendances.Find(a => a.GroupId == groupId);
        if (row is null)
            Attendances.Add(row = new MeetingAttendance { ProcessId = ProcessId, GroupId = groupId });
        (row.Invited, row.Present) = (Math.Max(row.Invited, invited), Math.Max(row.Present, present));
    }

    /// <exception cref="RuleException">It is not live.</exception>
    internal void EnsureLive()
    {
        if (LiveSinceUtc is null)
            throw new RuleException("Mødet er ikke i gang endnu. Start det på dagsordenen.");
        if (EndedAtUtc is not null)
            throw new RuleException("Mødet er slut.");
    }
}
