using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What somebody answers about one piece.</summary>
/// <param name="Place">The piece's place in the question.</param>
/// <param name="Value">The answer (<see cref="AnswerValues"/>); null to change the comment only; null or 0 for no coin or not chosen.</param>
/// <param name="Comment">A comment; null leaves the one there is.</param>
public sealed record PieceAnswer(int Place, int? Value, string? Comment = null);

/// <summary>What may be answered.</summary>
public sealed partial class Ballot
{
    /// <summary>
    /// Writes down the answers. Coins and choices are always told together, so those that are not told fall away; other answers are told
    /// piece by piece, and the rest stays.
    /// </summary>
    /// <param name="round">The question, with its pieces.</param>
    /// <exception cref="RuleException">An answer is none to this question, or there are too many coins or choices.</exception>
    public void Answer(MeetingRound round, IReadOnlyList<PieceAnswer> answers)
    {
        if (answers.Count == 0)
            throw new RuleException("Vælg et svar.");
        if (answers.DistinctBy(a => a.Place).Count() != answers.Count)
            throw new RuleException("Hver brik kan kun have ét svar.");
        var pieces = round.Pieces.ToDictionary(p => p.Place, p => p.SolutionPieceId);
        if (answers.Any(a => !pieces.ContainsKey(a.Place)))
            throw new RuleException("En af brikkerne er ikke med i spørgsmålet. Indlæs siden igen.");
        if (round.Kind is RoundKind.Coins or RoundKind.Choice)
            Replace([.. answers.Where(a => a.Value is not null && Told(round, a) > 0)], round, pieces);
        else
            foreach (var answer in answers)
                Set(pieces[answer.Place], answer.Value is null ? null : Told(round, answer), round.Kind == RoundKind.Validity ? answer.Comment : null);
    }

    private void Replace(IReadOnlyList<PieceAnswer> answers, MeetingRound round, Dictionary<int, long> pieces)
    {
        // Each is known to be small, so the sum cannot overflow.
        var coins = answers.Sum(a => a.Value!.Value);
        if (answers.Count == 0)
            throw new RuleException(round.Kind == RoundKind.Coins ? "Læg mindst én mønt." : "Vælg mindst én brik.");
        if (round.Kind == RoundKind.Coins && coins > MeetingRound.CoinsEach)
            throw new RuleException($"Du har lagt {coins} mønter. Der er {MeetingRound.CoinsEach} at lægge.");
        if (round.Kind == RoundKind.Choice && answers.Count > round.MaxChoices)
            throw new RuleException($"Du har valgt {answers.Count} brikker. Vælg højst {round.MaxChoices}.");
        var kept = answers.Select(a => pieces[a.Place]).ToHashSet();
        Answers.RemoveAll(a => !kept.Contains(a.SolutionPieceId));
        foreach (var answer in answers)
            Set(pieces[answer.Place], answer.Value, comment: null);
    }

    private void Set(long pieceId, int? value, string? comment)
    {
        var answer = Answers.Find(a => a.SolutionPieceId == pieceId);
        if (answer is null && value is null)
            throw new RuleException("Vælg først et svar. Kommentaren gemmes sammen med det.");
        if (answer is null)
            Answers.Add(answer = new BallotAnswer { BallotId = Id, MunicipalityId = MunicipalityId, SolutionPieceId = pieceId });
        answer.Value = value ?? answer.Value;
        if (comment is null)
            return;
        comment = PieceText.Lines(comment);
        if (comment.Length > BallotAnswer.MaxCommentLength)
            throw new RuleException($"Kommentaren må højst fylde {BallotAnswer.MaxCommentLength} tegn.");
        answer.Comment = comment;
    }

    private static int Told(MeetingRound round, PieceAnswer answer)
    {
        var (least, most) = round.Kind switch
        {
            RoundKind.Validity => (AnswerValues.Yes, AnswerValues.DontKnow),
            RoundKind.Professional or RoundKind.Economic => (1, 5),
            RoundKind.Coins => (0, MeetingRound.CoinsEach),
            RoundKind.Choice => (0, AnswerValues.Chosen),
            _ => throw new RuleException("Der svares ikke på telefonen på dette spørgsmål."),
        };
        return answer.Value is { } value && value >= least && value <= most
            ? value
            : throw new RuleException(round.Kind == RoundKind.Coins ? $"Læg mellem 0 og {MeetingRound.CoinsEach} mønter på en brik." : "Vælg et af svarene.");
    }
}
