using Loesningsbrikker.Accounts;
using Loesningsbrikker.Decisions;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Something that this visitor may do with the piece now.</summary>
/// <param name="Text">What stands on the button.</param>
/// <param name="Path">Address below the process.</param>
/// <param name="Posts">True for a button that acts at once, false for a link to a page.</param>
public sealed record PieceAction(string Text, string Path, bool Posts = false);

/// <summary>The one next step for a visitor, and what else may be done.</summary>
/// <param name="Next">The next step in the life of the piece; null when it is somebody else's turn.</param>
/// <param name="Others">What else the visitor may do.</param>
public sealed record PieceActions(PieceAction? Next, IReadOnlyList<PieceAction> Others)
{
    /// <summary>Reads it from the life of a piece, so that no button leads to a refusal.</summary>
    /// <param name="works">How the piece is carried out, as far as the visitor reads it.</param>
    /// <param name="hasEstimate">Whether a price is written.</param>
    /// <param name="can">Whether the visitor may do it in this process.</param>
    public static PieceActions Of(SolutionPiece piece, IReadOnlyList<PieceWork> works, bool hasEstimate, Func<Permission, bool> can)
    {
        if (piece.Stage is PieceStage.Merged or PieceStage.Withdrawn)
            return new PieceActions(null, []);
        var path = $"solution-pieces/{piece.Number}";
        bool May(PieceStep step) => PieceLife.Allows(step, piece.Class, piece.Stage);
        List<PieceAction> next = [], others = [];
        void Offer(bool may, bool isNext, PieceAction action)
        {
            if (may)
                (isNext ? next : others).Add(action);
        }
        var (writes, concludes) = (can(Permission.WritePieces), can(Permission.ConcludePieces));
        var (fresh, open) = (piece.Stage == PieceStage.Formulated, piece.Stage is PieceStage.Formulated or PieceStage.Validated);
        Offer(writes && May(PieceStep.Formulate), true,
            piece.Description.Length > 0 ? new("Formulér brikken", path + "/formulation", Posts: true) : new("Skriv en beskrivelse", path + "/edit"));
        Offer(concludes && May(PieceStep.Conclude), fresh,
            fresh ? new("Konkludér", "validation-meetings/conclusions") : new("Konkludér om", "validation-meetings/conclusions?again=true"));
        Offer(concludes && May(PieceStep.Submit), true, new("Send til politisk behandling", path + "/submission"));
        Offer(concludes && (May(PieceStep.Designate) || May(PieceStep.LeaveOut)), open, new(open ? "Vælg, om den udpeges" : "Vælg om", path + "/designation"));
        Offer(can(Permission.RecordDecisions) && May(PieceStep.Decide), true, new("Skriv beslutning", path + "/decision"));
        Offer(concludes && (May(PieceStep.Accept) || May(PieceStep.Decline)), open, new(open ? "Acceptér eller afvis" : "Svar om", path + "/acceptance"));
        Offer(concludes && May(PieceStep.HandOver), open, new(open ? "Overdrag til institution" : "Overdrag til flere", path + "/hand-over"));
        OfferWork(piece, works, can, next, others);
        Offer(can(Permission.WriteEstimates) && piece.Stage != PieceStage.Draft, !hasEstimate, new(hasEstimate ? "Ret prisskøn" : "Skriv prisskøn", path + "/estimate"));
        Offer(writes && May(PieceStep.Reword), false, new("Redigér", path + "/edit"));
        Offer(writes && May(PieceStep.Reclassify), false, new("Skift klasse", path + "/reclassification"));
        Offer(writes && May(PieceStep.Merge), false, new("Læg sammen", path + "/merge"));
        Offer(writes && May(PieceStep.Split), false, new("Del", path + "/split"));
        Offer(concludes && May(PieceStep.RollBack), false, new("Rul tilbage", path + "/roll-back"));
        return new PieceActions(next.FirstOrDefault(), [.. next.Skip(1), .. others]);
    }

    /// <summary>Whose turn it is, in one sentence for everybody.</summary>
    /// <param name="last">What the last body that decided said; null before any did.</param>
    public static string Waits(SolutionPiece piece, DecisionOutcome? last = null) => (piece.Stage, piece.Class) switch
    {
        (PieceStage.Draft, _) => "Konsulenterne skriver på brikken.",
        (PieceStage.Formulated, _) => "Brikken venter på fællesmødet og på forvaltningens konklusion.",
        (PieceStage.Validated, PieceClass.Political) => "Forvaltningen og lederne vælger, om brikken skal til politikerne.",
        (PieceStage.Validated, PieceClass.Administrative) => "Forvaltningen tager stilling til brikken.",
        (PieceStage.Validated, _) => "Forvaltningen overdrager brikken til de institutioner, den handler om.",
        (PieceStage.NotValidated, _) => "Brikken er ikke genkendt. Den går kun videre, hvis forvaltningen har en grund.",
        (PieceStage.Designated, _) => "Brikken skal sendes til politisk behandling.",
        (PieceStage.NotDesignated, _) => "Brikken er ikke valgt denne gang.",
        (PieceStage.Submitted, _) when last == DecisionOutcome.SentToBudget => "Politikerne har sendt brikken videre til budgettet. Den venter på budgetforhandlingerne.",
        (PieceStage.Submitted, _) when last == DecisionOutcome.Noted => "Politikerne har taget brikken til efterretning. Den venter på en afgørelse.",
        (PieceStage.Submitted, _) => "Politikerne behandler brikken.",
        (PieceStage.Postponed, _) => "Politikerne har udsat brikken. Den kan sendes til dem igen.",
        (PieceStage.Adopted or PieceStage.PartlyAdopted or PieceStage.Accepted, _) => "Der er sagt ja. Udmøntningen skal begynde.",
        (PieceStage.Rejected or PieceStage.Declined, _) => "Der er sagt nej til brikken.",
        (PieceStage.HandedOver, _) => "Institutionen skal begynde på brikken.",
        (PieceStage.InImplementation, _) => "Brikken bliver ført ud i livet.",
        (PieceStage.RolledBack, _) => "Det, der var vedtaget, er taget tilbage.",
        (PieceStage.Closed, _) => "Brikken er afsluttet.",
        _ => "",
    };

    private static void OfferWork(
        SolutionPiece piece, IReadOnlyList<PieceWork> works, Func<Permission, bool> can, List<PieceAction> next, List<PieceAction> others)
    {
        if (!can(Permission.WriteImplementations))
            return;
        // Who writes decisions down works for the department; a local leader begins only what was handed over to her institution.
        if (piece.Class != PieceClass.Local && PieceLife.Allows(PieceStep.Begin, piece.Class, piece.Stage))
        {
            if (can(Permission.RecordDecisions))
                next.Add(new PieceAction("Begynd udmøntningen", $"solution-pieces/{piece.Number}/implementation/new"));
            return;
        }
        var open = works.Where(w => w.MayWrite && !w.Standing.IsClosed).ToList();
        var first = open.Find(w => w.IsMine) ?? (open.Count == 1 ? open[0] : null);
        foreach (var work in open)
        {
            var where = open.Count > 1 ? $" ({work.Institution})" : "";
            var action = work.Standing.HasBegun
                ? new PieceAction("Skriv nyt" + where, $"implementations/{work.Id}/report")
                : new PieceAction("Begynd udmøntningen" + where, $"implementations/{work.Id}/begin");
            (work == first ? next : others).Add(action);
        }
    }
}
