using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.SolutionPieces.Import;
using static Loesningsbrikker.Tests.SolutionPieces.Import.TableFiles;

namespace Loesningsbrikker.Tests.SolutionPieces.Import;

/// <summary>What the preview says of each row, from the table, the user's choices and what the process has.</summary>
public sealed class ImportPreviewTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Test]
    public void A_headline_gives_class_and_a_row_its_theme_amounts_and_decision()
    {
        var state = State("brikker.xlsx", Municipal()) with { Body = DecisionBody.Council };
        var rows = Of(state).New;
        Assert.That(rows.Select(r => (r.Values.Number, r.Class, r.Theme!.Name)), Is.EqualTo(new[]
        {
            ("1", PieceClass.Political, "Normering"), ("2", PieceClass.Political, "Normering"), ("3", PieceClass.Political, "Rum"), ("4", PieceClass.Administrative, "Normering"),
        }));
        Assert.That(rows.Select(r => r.Start!.Stage), Is.EqualTo(new[] { PieceStage.Adopted, PieceStage.Rejected, PieceStage.Submitted, PieceStage.Declined }));
        Assert.That(rows[0].Lines.Single().Amount, Is.EqualTo(1_250_000));
        Assert.That(rows[1].Start!.DecidedOn, Is.EqualTo(new DateOnly(2025, 10, 9)));
        Assert.That(rows[1].Start!.Reason, Is.EqualTo("Der var ikke penge i budgettet."));
        Assert.That(rows[2].Lines.Single().Kind, Is.EqualTo(CostKind.Capital));
    }

    [Test]
    public void A_stage_whose_facts_are_missing_is_lowered_step_by_step_and_each_step_is_explained()
    {
        var row = Of(State("brikker.xlsx", Municipal())).New[2];
        Assert.That(row.Start!.Stage, Is.EqualTo(PieceStage.Submitted));
        Assert.That(row.Remarks, Is.EqualTo(new[]
        {
            "Bliver »Vedtaget« i stedet for »Under udmøntning«: der står ikke, hvem der er ansvarlig.",
            "Bliver »Til politisk behandling« i stedet for »Vedtaget«: datoen for beslutningen mangler.",
        }));
        var known = Of(State("brikker.xlsx", Municipal()) with { Responsible = "Dagtilbudschef" }).New[2];
        Assert.That(known.Start!.Stage, Is.EqualTo(PieceStage.InImplementation));
    }

    [Test]
    public void Words_nobody_knows_wait_for_the_user_and_say_why()
    {
        var preview = Of(Pasted("Titel;Beskrivelse;Klasse;Status\nRo;Mere ro;Fælles;Vist nok\nLys;Mere lys;Politisk;Klar"));
        Assert.That(preview.Rows[0].Status, Is.EqualTo(RowStatus.Unclear));
        Assert.That(preview.Rows[0].Problems, Is.EqualTo(new[]
        {
            "»Fælles« er ingen klasse. Vælg, hvem der skal handle.", "»Vist nok« er ikke et stadie, vi kender. Vælg et.",
        }));
        Assert.That(preview.Rows[1].Status, Is.EqualTo(RowStatus.New));
        Assert.That(preview.Waiting, Is.EqualTo(1));
    }

    [Test]
    public void What_the_words_mean_and_what_was_corrected_in_a_row_counts()
    {
        var state = Pasted("Titel;Beskrivelse;Klasse;Status\nRo;Mere ro;Fælles;Vist nok\nLys;Mere lys;Fælles;Vist nok") with
        {
            Words = new WordChoices { Classes = { ["fælles"] = nameof(PieceClass.Local) }, Stages = { ["vist nok"] = nameof(PieceStage.Formulated) } },
            Rows = new() { [2] = new RowCorrection { Class = PieceClass.Political, Title = "Lys i rummene", Stage = nameof(PieceStage.Draft), Theme = "Rum" } },
        };
        var rows = Of(state).New;
        Assert.That(rows.Select(r => (r.Class, r.Start!.Stage, r.Values.Title)), Is.EqualTo(new[]
        {
            (PieceClass.Local, PieceStage.Formulated, "Ro"), (PieceClass.Political, PieceStage.Draft, "Lys i rummene"),
        }));
        Assert.That(rows[1].Theme, Is.EqualTo(new NamedChoice(null, "Rum")));
    }

    [Test]
    public void A_row_that_resembles_a_piece_or_an_earlier_row_waits_for_a_choice()
    {
        var state = Pasted("Titel;Beskrivelse\nFaste voksne hver morgen;Ro\nNy legeplads;Til alle\nNye legepladser;Til nogle") with { DefaultClass = PieceClass.Local };
        var context = Context(Piece(14, "Faste voksne om morgenen"));
        var rows = Of(state, context).Rows;
        Assert.That(rows.Select(r => r.Status), Is.EqualTo(new[] { RowStatus.Resembles, RowStatus.New, RowStatus.Resembles }));
        Assert.That(rows[0].Resemblances.Single().Name, Is.EqualTo("D-14"));
        Assert.That(rows[0].Resemblances.Single().Why, Does.Match("Titlerne ligner hinanden \\d+.?%\\. Fælles ord: faste og voksne\\."));
        Assert.That(rows[2].Resemblances.Single().Name, Is.EqualTo("række 3"));
        var chosen = state with
        {
            Rows = new()
            {
                [1] = new RowCorrection { Choice = RowChoiceKind.MergeInto, Other = 14 }, [3] = new RowCorrection { Choice = RowChoiceKind.SameAsRow, Other = 2 },
            },
        };
        Assert.That(Of(chosen, context).Rows.Select(r => r.Status), Is.EqualTo(new[] { RowStatus.Merged, RowStatus.New, RowStatus.LeftOut }));
    }

    [Test]
    public void A_row_that_was_brought_in_before_is_known_however_the_file_is_sorted_and_formatted()
    {
        var first = Of(Pasted("Nr;Titel\n1;Ro\n2;Lys") with { DefaultClass = PieceClass.Local });
        var context = Context(Piece(14, "Helt andre ord")) with { Origins = new Dictionary<string, int> { [first.Rows[1].Fingerprint] = 14 } };
        var again = Of(Pasted("Nr;Titel\n2; LYS \n3;Luft") with { DefaultClass = PieceClass.Local }, context);
        Assert.That(again.Rows.Select(r => r.Status), Is.EqualTo(new[] { RowStatus.AlreadyIn, RowStatus.New }));
        Assert.That(again.Rows[0].Remarks.Single(), Is.EqualTo("Rækken er indlæst før. Den er D-14 »Helt andre ord«."));
    }

    [Test]
    public void The_same_number_alone_is_no_resemblance_because_every_table_counts_from_one()
    {
        var context = Context(Piece(14, "Faste voksne om morgenen") with { FormerNumber = "1" });
        Assert.That(Of(Pasted("Nr;Titel\n1;Ny legeplads\n2;Lys") with { DefaultClass = PieceClass.Local }, context).Rows[0].Status, Is.EqualTo(RowStatus.New));
        Assert.That(Of(Pasted("Nr;Titel\n1;Faste voksne hele dagen\n2;Lys") with { DefaultClass = PieceClass.Local }, context).Rows[0].Resemblances.Single().Why, Does.Contain("samme tidligere nummer (1)"));
        Assert.That(Of(Pasted("Nr;Titel\n1;faste voksne om morgenen!\n2;Lys") with { DefaultClass = PieceClass.Local }, context).Rows[0].Status, Is.EqualTo(RowStatus.AlreadyIn));
    }

    [Test]
    public void A_text_in_the_place_of_a_title_becomes_title_and_description()
    {
        var long_ = "Der skal være flere voksne om morgenen. " + string.Concat(Enumerable.Repeat("Det siger alle, vi har talt med. ", 20));
        var state = Pasted($"Forslag;Klasse\n{long_};Lokal\nKort;Lokal");
        var row = Of(state).New[0];
        Assert.That(row.Values.Title, Is.EqualTo("Der skal være flere voksne om morgenen"));
        Assert.That(row.Values.Description, Is.EqualTo(long_.Trim()));
        Assert.That(row.Remarks, Has.Some.Contains("første ord"));
    }

    [Test]
    public void What_has_no_field_is_kept_as_a_note()
    {
        var state = Pasted("Titel;Klasse;Økonomi;Skoler;Ansvarlig;Noter\nRo;Lokal;2-3 mio.;Nordskolen, Ukendt;Skolechef;Spørg Mette") with
        {
            Words = new WordChoices { Institutions = { ["ukendt"] = WordChoices.None } },
        };
        var row = Of(state, Context() with { Institutions = [new PieceChoice(5, "Nordskolen")] }).New.Single();
        Assert.That(row.Institutions, Is.EqualTo(new[] { new NamedChoice(5, "Nordskolen") }));
        Assert.That(row.Start!.Notes, Is.EqualTo("Spørg Mette\nØkonomi: 2-3 mio.\nInstitutioner i tabellen: Ukendt\nAnsvarlig i tabellen: Skolechef"));
    }

    [Test]
    public void A_CPR_number_is_replaced_and_a_phone_number_is_pointed_out()
    {
        var row = Of(Pasted("Titel;Beskrivelse;Klasse;Noter\nRo;Mor til 010190-1234 fortalte det.;Lokal;Ring på tlf. 87 65 43 21\nLys;Mere lys;Lokal;")).New[0];
        Assert.That(row.Values.Description, Is.EqualTo("Mor til [CPR-nummer] fortalte det."));
        Assert.That(row.Remarks, Is.EqualTo(new[]
        {
            "1 CPR-nummer er erstattet med [CPR-nummer].", "Teksten nævner »87 65 43 21«. Er det en persons, så fjern det: mange kan læse brikken.",
        }));
    }

    [Test]
    public void Institutions_are_told_apart_and_found_by_nearly_the_same_name()
    {
        var context = Context() with { Institutions = [new PieceChoice(1, "Børnehuset Solgården"), new PieceChoice(2, "Skole og SFO Nord"), new PieceChoice(3, "Bakken")] };
        var state = Pasted("Titel;Institutioner\nRo;Solgården børnehus\nLys;Skole og SFO Nord\nLuft;Bakken og Dalen") with { DefaultClass = PieceClass.Local };
        var rows = Of(state, context).New;
        Assert.That(rows.Select(r => string.Join('|', r.Institutions.Select(i => $"{i.Id} {i.Name}"))), Is.EqualTo(new[]
        {
            "1 Børnehuset Solgården", "2 Skole og SFO Nord", "3 Bakken| Dalen",
        }));
        Assert.That(Of(state, context).NewInstitutions, Is.EqualTo(new[] { "Dalen" }));
    }

    [Test]
    public void A_headline_can_be_turned_into_a_piece_and_a_piece_into_a_headline()
    {
        var state = State("brikker.xlsx", Municipal());
        var turned = state with { Rows = new() { [3] = new RowCorrection { Kind = RowKind.Piece, Title = "Politiske brikker" }, [4] = new RowCorrection { Kind = RowKind.Heading } } };
        var rows = Of(turned with { DefaultClass = PieceClass.Local }).Rows;
        Assert.That(rows[0].Status, Is.EqualTo(RowStatus.New));
        Assert.That(rows[1].Status, Is.EqualTo(RowStatus.NoPiece));
    }

    [Test]
    public void Five_hundred_rows_against_five_hundred_pieces_are_compared_in_a_moment()
    {
        string[] words = ["voksne", "morgen", "legeplads", "rum", "lys", "ro", "vikar", "mad", "skov", "bus", "bøger", "musik"];
        string Title(int i) => $"{words[i % 12]} {words[i / 12 % 12]} {words[i / 144 % 12]} {i}";
        var text = "Titel;Beskrivelse\n" + string.Join('\n', Enumerable.Range(0, 500).Select(i => $"{Title(i)};{string.Concat(Enumerable.Repeat(Title(i + 7) + " og ", 8))}"));
        var context = Context([.. Enumerable.Range(0, 500).Select(i => Piece(i + 1, Title(i + 300)))]);
        var state = Pasted(text) with { DefaultClass = PieceClass.Local };
        var read = 0;
        Assert.That(Interviews.CpuClock.TimeOf(() => read = Of(state, context).Rows.Count), Is.LessThan(TimeSpan.FromSeconds(2)));
        Assert.That(read, Is.EqualTo(500));
    }

    private static ExistingPiece Piece(int number, string title) => new(number, number, $"D-{number}", title, "", "", PieceClass.Local, PieceStage.Draft);

    private static ImportContext Context(params ExistingPiece[] pieces) => new(pieces, new Dictionary<string, int>(), [], [], [2027, 2028, 2029, 2030], Today);

    private static ImportPreview Of(ImportState state, ImportContext? context = null) => ImportPreview.Of(state, context ?? Context());

    private static ImportState Pasted(string text) => ImportState.Of("Indsat tabel", TableFile.ReadPasted(text), 2027);
}
