using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Dashboards;

/// <summary>A stretch of the paragraph.</summary>
/// <param name="Text">The words.</param>
/// <param name="Query">What the list of pieces is asked for when the stretch is a number; empty for all pieces, null where it is no link.</param>
/// <param name="Urgent">Whether somebody must do something about it.</param>
public sealed record StatusPart(string Text, string? Query = null, bool Urgent = false);

/// <summary>The figures as Danish sentences: one and many as the language has them, and nothing said of nothing.</summary>
public sealed class StatusParagraph
{
    private readonly DashboardFigures _figures;
    private readonly bool _own;
    private readonly List<StatusPart> _parts = [];

    private StatusParagraph(DashboardFigures figures, bool own) => (_figures, _own) = (figures, own);

    /// <summary>The paragraph.</summary>
    /// <param name="own">Whether the reader sees the pieces of her own institutions only.</param>
    public static IReadOnlyList<StatusPart> Of(DashboardFigures figures, bool own)
    {
        var paragraph = new StatusParagraph(figures, own);
        paragraph.Write();
        return paragraph._parts;
    }

    private void Write()
    {
        if (_figures.Total == 0)
        {
            Say(_own ? "Der er ingen brikker om din institution at gøre status over endnu." : "Der er ingen brikker at gøre status over endnu.");
            return;
        }
        if (_figures.Total == 1)
            SayWhatBecameOfTheOnly();
        else
            SayHowManyAreDecided();
        SayWhatGoesOn();
        SayWhatWasRefused();
        SayWhatIsWrong();
    }

    private void SayWhatBecameOfTheOnly()
    {
        Say("Der er ");
        Link("én brik", "");
        Say(_own ? " om din institution. Den er " : ". Den er ");
        if (_figures.Of(PieceStatus.CarriedOut) == 1)
            Link("besluttet og gennemført", PieceStatus.CarriedOut);
        else if (_figures.Of(PieceStatus.Decided) == 1)
            Link("besluttet", PieceStatus.Decided);
        else
            Say("ikke besluttet endnu");
        Say(".");
    }

    private void SayHowManyAreDecided()
    {
        var (total, decided, done) = (_figures.Total, _figures.Of(PieceStatus.Decided), _figures.Of(PieceStatus.CarriedOut));
        var all = decided == total;
        Say(all ? "Alle " : "Af ");
        Say(_own ? "dine " : "");
        Link($"{Number(total)} brikker", "");
        Say(" er ");
        if (decided == 0)
            Say("ingen besluttet endnu");
        else if (decided == done)
            Link(all ? "besluttet og gennemført" : $"{Small(decided)} besluttet og gennemført", PieceStatus.CarriedOut);
        else
        {
            Link(all ? "besluttet" : $"{Small(decided)} besluttet", PieceStatus.Decided);
            if (done == 0)
                Say(", men ingen er gennemført endnu");
            else
            {
                Say(all ? ", og " : " og ");
                Link($"{Small(done)}{(all ? " er" : "")} gennemført", PieceStatus.CarriedOut);
            }
        }
        Say(".");
    }

    private void SayWhatGoesOn()
    {
        var (begun, money) = (_figures.Of(PieceStatus.BeingCarriedOut), _figures.Of(PieceStatus.AwaitsMoney));
        if (begun > 0)
        {
            Say(" ");
            Link($"{Subject(begun)} er under udmøntning", PieceStatus.BeingCarriedOut);
        }
        if (money > 0)
        {
            Say(begun > 0 ? ", og " : " ");
            Link($"{(begun > 0 ? Small(money) : Subject(money))} venter på penge", PieceStatus.AwaitsMoney);
        }
        Say(begun + money > 0 ? "." : "");
    }

    private void SayWhatWasRefused()
    {
        var refused = _figures.Of(PieceStatus.Refused);
        if (refused == 0)
            return;
        Say(" ");
        if (refused == _figures.Total)
            Link(refused == 1 ? "Der er sagt nej til den" : "Der er sagt nej til dem alle", PieceStatus.Refused);
        else
            Link($"Til {Small(refused)} er der sagt nej", PieceStatus.Refused);
        Say(".");
    }

    private void SayWhatIsWrong()
    {
        var (late, silent) = (_figures.Of(PieceStatus.Late), _figures.Of(PieceStatus.Silent));
        if (late > 0)
        {
            Say(" ");
            _parts.Add(new StatusPart($"{Subject(late)} er {(late == 1 ? "forsinket" : "forsinkede")}.", QueryOf(PieceStatus.Late), Urgent: true));
        }
        if (silent > 0)
        {
            Say(" ");
            _parts.Add(new StatusPart($"{Subject(silent)} har været {(silent == 1 ? "tavs" : "tavse")} i over et halvt år.", QueryOf(PieceStatus.Silent), Urgent: true));
        }
    }

    /// <summary>How a sentence begins about so many; about the only one there is, it goes on about it.</summary>
    private string Subject(int n) => n > 1 ? Number(n) : _figures.Total == 1 ? "Den" : "Én";

    private static string Small(int n) => n == 1 ? "én" : Number(n);

    private static string Number(int n) => n.ToString("N0", DanishText.Culture);

    private static string QueryOf(PieceStatus status) => new PieceFilter { Status = status }.Query;

    private void Say(string text)
    {
        if (text.Length > 0)
            _parts.Add(new StatusPart(text));
    }

    private void Link(string text, PieceStatus status) => Link(text, QueryOf(status));

    private void Link(string text, string query) => _parts.Add(new StatusPart(text, query));
}
