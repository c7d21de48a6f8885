using Loesningsbrikker.Dashboards;
using Loesningsbrikker.SolutionPieces;
using static Loesningsbrikker.SolutionPieces.PieceStatus;

namespace Loesningsbrikker.Tests.Dashboards;

public sealed class StatusParagraphTests
{
    [Test]
    public void A_process_in_the_middle_is_told_in_order_of_what_matters() =>
        Assert.That(
            Words((CarriedOut, 12), (BeingCarriedOut, 10), (Agreed, 4), (Waiting, 52), (Refused, 10), (Decided, 31), (AwaitsMoney, 9), (Late, 5), (Silent, 4)),
            Is.EqualTo("Af 88 brikker er 31 besluttet og 12 gennemført. 10 er under udmøntning, og 9 venter på penge. Til 10 er der sagt nej. "
                + "5 er forsinkede. 4 har været tavse i over et halvt år."));

    [Test]
    public void One_is_a_word_and_takes_the_singular() =>
        Assert.That(
            Words((CarriedOut, 1), (BeingCarriedOut, 1), (Waiting, 1), (Refused, 1), (Decided, 3), (AwaitsMoney, 1), (Late, 1), (Silent, 1)),
            Is.EqualTo("Af 4 brikker er 3 besluttet og én gennemført. Én er under udmøntning, og én venter på penge. Til én er der sagt nej. "
                + "Én er forsinket. Én har været tavs i over et halvt år."));

    [Test]
    public void Nothing_is_said_of_nothing()
    {
        Assert.That(Words((Waiting, 88)), Is.EqualTo("Af 88 brikker er ingen besluttet endnu."));
        Assert.That(Words((Waiting, 2), (AwaitsMoney, 2)), Is.EqualTo("Af 2 brikker er ingen besluttet endnu. 2 venter på penge."));
        Assert.That(Words((Waiting, 80), (Agreed, 8), (Decided, 8)), Is.EqualTo("Af 88 brikker er 8 besluttet, men ingen er gennemført endnu."));
    }

    [Test]
    public void When_all_is_decided_or_done_it_says_all()
    {
        Assert.That(Words((CarriedOut, 5), (Decided, 5)), Is.EqualTo("Alle 5 brikker er besluttet og gennemført."));
        Assert.That(Words((CarriedOut, 2), (BeingCarriedOut, 3), (Decided, 5)), Is.EqualTo("Alle 5 brikker er besluttet, og 2 er gennemført. 3 er under udmøntning."));
        Assert.That(Words((Agreed, 5), (Decided, 5)), Is.EqualTo("Alle 5 brikker er besluttet, men ingen er gennemført endnu."));
        Assert.That(Words((CarriedOut, 2), (Waiting, 3), (Decided, 2)), Is.EqualTo("Af 5 brikker er 2 besluttet og gennemført."));
        Assert.That(Words((Refused, 3)), Is.EqualTo("Af 3 brikker er ingen besluttet endnu. Der er sagt nej til dem alle."));
    }

    [Test]
    public void A_single_piece_is_told_of_as_one()
    {
        Assert.That(Words((Waiting, 1)), Is.EqualTo("Der er én brik. Den er ikke besluttet endnu."));
        Assert.That(Words((CarriedOut, 1), (Decided, 1)), Is.EqualTo("Der er én brik. Den er besluttet og gennemført."));
        Assert.That(
            Words((BeingCarriedOut, 1), (Decided, 1), (Late, 1), (Silent, 1)),
            Is.EqualTo("Der er én brik. Den er besluttet. Den er under udmøntning. Den er forsinket. Den har været tavs i over et halvt år."));
        Assert.That(Words((Refused, 1), (Decided, 1)), Is.EqualTo("Der er én brik. Den er besluttet. Der er sagt nej til den."));
    }

    [Test]
    public void No_piece_at_all_is_said_plainly()
    {
        Assert.That(Words(), Is.EqualTo("Der er ingen brikker at gøre status over endnu."));
        Assert.That(Own(), Is.EqualTo("Der er ingen brikker om din institution at gøre status over endnu."));
    }

    [Test]
    public void A_local_leader_is_told_of_her_own()
    {
        Assert.That(Own((BeingCarriedOut, 2), (Waiting, 5), (Decided, 2)), Is.EqualTo("Af dine 7 brikker er 2 besluttet, men ingen er gennemført endnu. 2 er under udmøntning."));
        Assert.That(Own((Waiting, 1)), Is.EqualTo("Der er én brik om din institution. Den er ikke besluttet endnu."));
        Assert.That(Own((CarriedOut, 3), (Decided, 3)), Is.EqualTo("Alle dine 3 brikker er besluttet og gennemført."));
    }

    [Test]
    public void Large_numbers_are_written_as_Danes_write_them() =>
        Assert.That(Words((Waiting, 1200)), Is.EqualTo("Af 1.200 brikker er ingen besluttet endnu."));

    [Test]
    public void Every_number_leads_to_its_pieces_and_what_is_wrong_stands_out()
    {
        var parts = Of(own: false, (Waiting, 3), (Late, 1), (Silent, 2));
        Assert.That(parts.Where(p => p.Query is not null).Select(p => p.Query), Is.EqualTo(new[] { "", "?status=Late", "?status=Silent" }));
        Assert.That(parts.Where(p => p.Urgent).Select(p => p.Text), Is.EqualTo(new[] { "Én er forsinket.", "2 har været tavse i over et halvt år." }));
    }

    private static string Words(params (PieceStatus Status, int Count)[] counts) => string.Concat(Of(own: false, counts).Select(p => p.Text));

    private static string Own(params (PieceStatus Status, int Count)[] counts) => string.Concat(Of(own: true, counts).Select(p => p.Text));

    private static IReadOnlyList<StatusPart> Of(bool own, params (PieceStatus Status, int Count)[] counts) =>
        StatusParagraph.Of(new DashboardFigures(counts.ToDictionary(c => c.Status, c => c.Count)), own);
}
