using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Tests.SolutionPieces;

public sealed class PieceLifeTests
{
    private static readonly DateTime Now = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);
    private static readonly PieceFacts NoFacts = new(null, [], [], []);

    [Test]
    public void A_new_piece_is_a_draft_and_says_who_wrote_it()
    {
        var piece = SolutionPiece.Draft(1, 14, PieceClass.Local, "  Flere voksne\n om morgenen ", 7, Now, " Fordi. ");
        Assert.Multiple(() =>
        {
            Assert.That(piece.Stage, Is.EqualTo(PieceStage.Draft));
            Assert.That(piece.Title, Is.EqualTo("Flere voksne om morgenen"));
            Assert.That(piece.Description, Is.EqualTo("Fordi."));
            Assert.That(piece.Events.Single(), Has.Property(nameof(PieceEvent.Kind)).EqualTo(PieceEventKind.Drafted)
                .And.Property(nameof(PieceEvent.ByUserId)).EqualTo(7L).And.Property(nameof(PieceEvent.AtUtc)).EqualTo(Now));
        });
    }

    [Test]
    public void A_class_that_is_none_is_refused_before_any_page_meets_it()
    {
        AssertRefused(() => SolutionPiece.Draft(1, 1, (PieceClass)99, "Flere voksne", 7, Now), "Vælg, hvem der skal handle.");
        var piece = SolutionPiece.Draft(1, 1, PieceClass.Local, "Flere voksne", 7, Now);
        AssertRefused(() => piece.Reclassify((PieceClass)(-1), null, 7, Now), "Vælg, hvem der skal handle.");
    }

    [TestCase("")]
    [TestCase(" \t\n")]
    [TestCase("\0\u0001")]
    [TestCase("\u200b\u202e")]
    public void A_piece_needs_a_title(string title) =>
        AssertRefused(() => SolutionPiece.Draft(1, 1, PieceClass.Local, title, 7, Now), "Giv brikken en titel.");

    [Test]
    public void A_title_has_an_upper_length() =>
        AssertRefused(() => SolutionPiece.Draft(1, 1, PieceClass.Local, new string('å', 301), 7, Now), "Titlen må højst fylde 300 tegn.");

    [Test]
    public void A_description_has_an_upper_length() =>
        AssertRefused(() => Draft().Reword("Titel", new string('x', 10_001), null, 7, Now), "Beskrivelsen må højst fylde 10000 tegn.");

    [Test]
    public void A_draft_becomes_formulated_once_it_has_a_description()
    {
        var piece = Draft(description: "");
        AssertRefused(() => piece.Formulate(7, Now), "Skriv en beskrivelse, før brikken kan blive formuleret.");
        piece.Reword(piece.Title, "Fordi.", null, 7, Now);
        piece.Formulate(7, Now);
        Assert.That(piece.Stage, Is.EqualTo(PieceStage.Formulated));
        Assert.That(piece.Events[^1], Has.Property(nameof(PieceEvent.FromStage)).EqualTo(PieceStage.Draft)
            .And.Property(nameof(PieceEvent.ToStage)).EqualTo(PieceStage.Formulated));
        AssertRefused(() => piece.Formulate(7, Now), "Brikken er allerede formuleret.");
    }

    [Test]
    public void Rewording_keeps_what_stood_before()
    {
        var piece = Draft();
        piece.Reword("Ny titel", piece.Description, null, 7, Now);
        Assert.That(piece.Events[^1].OldTitle, Is.EqualTo("Titel"));
        Assert.That(piece.Events[^1].OldDescription, Is.Null);
        Assert.That(piece.SearchText, Does.StartWith("ny titel"));
    }

    [Test]
    public void Rewording_to_the_same_words_is_no_event()
    {
        var piece = Draft(description: "To\nlinjer");
        Assert.That(piece.Reword(" Titel ", "To\r\nlinjer ", null, 7, Now), Is.False);
        Assert.That(piece.Events, Has.Count.EqualTo(1));
    }

    [Test]
    public void From_formulated_on_every_change_needs_a_reason()
    {
        const string due = "Skriv en begrundelse. Deltagerne kan læse den.";
        var piece = Formulated();
        var other = Formulated(2);
        AssertRefused(() => piece.Reword("Ny", piece.Description, " ", 7, Now), due);
        AssertRefused(() => piece.Reclassify(PieceClass.Political, null, 7, Now), due);
        AssertRefused(() => piece.ChangeFacts(NoFacts with { Theme = new Theme { Id = 3, Name = "Hverdag" } }, "", 7, Now), due);
        AssertRefused(() => piece.MergeInto(other, "\0", 7, Now), due);
        Assert.That(piece.Events, Has.Count.EqualTo(2));
        Assert.That(other.Events, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_formulated_piece_keeps_a_description() =>
        AssertRefused(() => Formulated().Reword("Titel", "", "Fordi", 7, Now), "En formuleret brik skal have en beskrivelse.");

    [Test]
    public void A_draft_may_move_between_classes_without_a_reason_and_leaves_history()
    {
        var piece = Draft();
        piece.Reclassify(PieceClass.Political, null, 7, Now);
        Assert.That(piece.Class, Is.EqualTo(PieceClass.Political));
        Assert.That(piece.Events[^1], Has.Property(nameof(PieceEvent.FromClass)).EqualTo(PieceClass.Local)
            .And.Property(nameof(PieceEvent.ToClass)).EqualTo(PieceClass.Political));
        AssertRefused(() => piece.Reclassify(PieceClass.Political, null, 7, Now), "Brikken er allerede politisk.");
    }

    [Test]
    public void Changed_facts_are_told_in_words()
    {
        var piece = Draft();
        var theme = new Theme { Id = 1, Name = "Hverdag" };
        var egen = new Institution { Id = 2, Name = "Egen" };
        piece.ChangeFacts(NoFacts with { Theme = theme, Institutions = [egen] }, null, 7, Now);
        Assert.That(piece.Events[^1].Details, Is.EqualTo("Tema: Hverdag. Institutioner tilføjet: Egen."));
        Assert.That(piece.ChangeFacts(NoFacts with { Theme = theme, Institutions = [egen] }, null, 7, Now), Is.False);
        piece.ChangeFacts(NoFacts, null, 7, Now);
        Assert.That(piece.Events[^1].Details, Is.EqualTo("Tema fjernet: Hverdag. Institutioner fjernet: Egen."));
        Assert.That(piece.Institutions, Is.Empty);
    }

    [Test]
    public void Merging_ends_one_piece_and_gives_the_other_the_facts_of_both()
    {
        var (piece, survivor) = (Draft(), Draft(2));
        var strategy = new Strategy { Id = 5, Name = "Politik" };
        piece.ChangeFacts(NoFacts with { Strategies = [strategy] }, null, 7, Now);
        piece.MergeInto(survivor, null, 7, Now, "Begge");
        Assert.Multiple(() =>
        {
            Assert.That(piece.Stage, Is.EqualTo(PieceStage.Merged));
            Assert.That(piece.MergedIntoId, Is.EqualTo(survivor.Id));
            Assert.That(piece.Events[^1].OtherPieceId, Is.EqualTo(survivor.Id));
            Assert.That(survivor.Events[^1], Has.Property(nameof(PieceEvent.Kind)).EqualTo(PieceEventKind.TookOver)
                .And.Property(nameof(PieceEvent.OtherPieceId)).EqualTo(piece.Id)
                .And.Property(nameof(PieceEvent.OldDescription)).EqualTo("Fordi."));
            Assert.That(survivor.Strategies, Is.EqualTo(new[] { strategy }));
            Assert.That(survivor.Description, Is.EqualTo("Begge"));
        });
    }

    [Test]
    public void Merging_is_refused_with_itself_across_processes_and_into_a_draft()
    {
        const string another = "Vælg en anden brik i samme dialogproces at lægge sammen med.";
        var piece = Formulated();
        AssertRefused(() => piece.MergeInto(piece, "Fordi", 7, Now), another);
        var elsewhere = SolutionPiece.Draft(2, 1, PieceClass.Local, "Titel", 7, Now);
        elsewhere.Id = 9;
        AssertRefused(() => piece.MergeInto(elsewhere, "Fordi", 7, Now), another);
        AssertRefused(() => piece.MergeInto(Draft(2), "Fordi", 7, Now),
            "En formuleret brik kan ikke ende i en kladde. Byt om, så den formulerede lever videre.");
    }

    [Test]
    public void A_merged_piece_cannot_change_any_more()
    {
        const string over = "Brikken er lagt sammen med en anden og kan ikke ændres.";
        var (piece, survivor) = (Draft(), Draft(2));
        piece.MergeInto(survivor, null, 7, Now);
        AssertRefused(() => piece.Reword("Ny", "", "Fordi", 7, Now), over);
        AssertRefused(() => piece.Formulate(7, Now), over);
        AssertRefused(() => piece.Reclassify(PieceClass.Political, "Fordi", 7, Now), over);
        AssertRefused(() => piece.ChangeFacts(NoFacts, "Fordi", 7, Now), over);
        AssertRefused(() => piece.MergeInto(Draft(3), "Fordi", 7, Now), over);
        AssertRefused(() => Draft(3).MergeInto(piece, "Fordi", 7, Now), over);
    }

    [Test]
    public void In_any_order_every_verb_that_succeeds_leaves_one_line_and_every_refused_one_none([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var pieces = Enumerable.Range(1, 6).Select(id => Draft(id)).ToList();
        var expected = pieces.ToDictionary(p => p, _ => 1);
        for (var step = 0; step < 120; step++)
        {
            var (piece, other) = (pieces[random.Next(6)], pieces[random.Next(6)]);
            if (!TryAnyVerb(random, piece, other, step, out var wasMerge))
                continue;
            expected[piece]++;
            if (wasMerge)
                expected[other]++;
        }
        Assert.That(pieces.Select(p => p.Events.Count), Is.EqualTo(pieces.Select(p => expected[p])));
        Assert.That(pieces.Where(p => p.Stage == PieceStage.Merged).All(p => p.MergedIntoId is not null));
    }

    private static bool TryAnyVerb(Random random, SolutionPiece piece, SolutionPiece other, int step, out bool wasMerge)
    {
        var verb = random.Next(12);
        var reason = random.Next(2) == 0 ? null : "Fordi";
        wasMerge = verb == 0;
        try
        {
            switch (verb)
            {
                case 0:
                    piece.MergeInto(other, reason, 7, Now);
                    return true;
                case 1:
                    piece.Formulate(7, Now);
                    return true;
                case < 5:
                    piece.Reclassify((PieceClass)random.Next(3), reason, 7, Now);
                    return true;
                case < 8:
                    return piece.ChangeFacts(NoFacts with { Theme = new Theme { Id = random.Next(1, 4), Name = "Tema" } }, reason, 7, Now);
                default:
                    return piece.Reword(random.Next(4) == 0 ? "" : "Titel " + step % 3, random.Next(4) == 0 ? "" : "Fordi.", reason, 7, Now);
            }
        }
        catch (RuleException)
        {
            return false;
        }
    }

    private static SolutionPiece Draft(int id = 1, string description = "Fordi.")
    {
        var piece = SolutionPiece.Draft(1, id, PieceClass.Local, "Titel", 7, Now, description);
        piece.Id = id;
        return piece;
    }

    private static SolutionPiece Formulated(int id = 1)
    {
        var piece = Draft(id);
        piece.Formulate(7, Now);
        return piece;
    }

    private static void AssertRefused(Action verb, string sentence) =>
        Assert.That(() => verb(), Throws.InstanceOf<RuleException>().With.Message.EqualTo(sentence));
}
