using System.Text;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>A piece as plain text for the agenda system (Kopiér til dagsorden): what it says, what the meeting said, the choice, the price, the decisions.</summary>
public static class AgendaText
{
    /// <summary>Reads the text. It carries no quotation; the price only where <paramref name="side"/> has one to show.</summary>
    public static async Task<string> ReadAsync(LoesningsbrikkerContext db, DialogueProcess process, SolutionPiece piece, PieceSide side)
    {
        var designation = await db.Designations.Where(d => d.SolutionPieceId == piece.Id).OrderByDescending(d => d.Id)
            .Select(d => new { d.Choice, d.Reason, d.AtUtc }).FirstOrDefaultAsync();
        var chain = await DecisionChain.ReadAsync(db, piece.Id);
        var text = new StringBuilder();
        void Section(string heading, string? words)
        {
            if (!string.IsNullOrWhiteSpace(words))
                text.Append('\n').Append(heading).Append('\n').Append(words.Trim()).Append('\n');
        }
        text.Append($"{process.NumberOf(piece)} {piece.Title}\n");
        text.Append($"{piece.Class.ToDanish()} løsningsbrik fra {process.Name}. Stadie: {piece.Stage.ToDanish()}.\n");
        Section("Forslag", piece.Description);
        Section("Fællesmødets input", MeetingInput(side));
        // A choice that was made before the piece changed its class says nothing about it now.
        if (designation is not null && piece.Class == PieceClass.Political)
            Section("Udpegning", $"{designation.Choice.ToDanish()} {DanishText.Date(DanishText.Day(designation.AtUtc))}. {designation.Reason}");
        if (piece.Class == PieceClass.Political || side.Estimate is not null)
            Section("Økonomi", Price(process, side));
        Section("Beslutninger", string.Join('\n', chain.Select(l => l.Sentence + (l.Reason.Length > 0 ? " Begrundelse: " + l.Reason : ""))));
        return text.ToString();
    }

    private static string? MeetingInput(PieceSide side)
    {
        if (side.Figures?.Total is not { } votes)
            return null;
        var words = $"{votes.Yes} af {votes.Yes + votes.No} genkender brikken.";
        if (side.Figures.Professional.Total?.Median is { } professional)
            words += $" Faglig prioritet {professional.ToString("0.#", DanishText.Culture)} af 5.";
        if (side.Figures.Economic.Total?.Median is { } economic)
            words += $" Økonomisk prioritet {economic.ToString("0.#", DanishText.Culture)} af 5.";
        return words + (side.Figures.Disagree ? " Der er uenighed om brikken." : "");
    }

    private static string Price(DialogueProcess process, PieceSide side) => side is { Cost: { } cost, Estimate: { } status }
        ? $"{DanishText.Thousands(cost.Net)} (1.000 kr.) {PieceCosts.InTotal(process, cost)}, {status.ToDanish().ToLower(DanishText.Culture)}, {cost.PriceLevel}-priser."
        : BudgetWords.NotCalculated + ".";
}
