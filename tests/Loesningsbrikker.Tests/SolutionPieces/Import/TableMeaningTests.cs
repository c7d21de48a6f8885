using Loesningsbrikker.Budget;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.SolutionPieces.Import;
using static Loesningsbrikker.Tests.SolutionPieces.Import.TableFiles;

namespace Loesningsbrikker.Tests.SolutionPieces.Import;

/// <summary>What is made of a table before the user has said anything: headings, columns, headlines, words.</summary>
public sealed class TableMeaningTests
{
    private static readonly PieceField[] MunicipalFields =
    [
        PieceField.Number, PieceField.Title, PieceField.Description, PieceField.Theme, PieceField.Stage, PieceField.DecidedOn, PieceField.Reason, PieceField.Amount, PieceField.Amount,
    ];

    [Test]
    public void Two_rows_of_headings_are_read_as_one_in_a_workbook_and_in_a_text_file([Values("brikker.xlsx", "brikker.csv")] string name)
    {
        var state = Read(name);
        Assert.That(state.Header, Is.EqualTo(new TableHeader(1, 2)));
        Assert.That(state.Header.Headings(state.Table), Is.EqualTo(new[]
        {
            "Nr.", "Brik – Titel", "Brik – Uddybning", "Tema", "Afgørelse – Status", "Afgørelse – Dato", "Afgørelse – Begrundelse",
            "Økonomi (1.000 kr.) – Drift 2027", "Økonomi (1.000 kr.) – Anlæg 2027",
        }));
        Assert.That(state.Columns.Select(c => c.Field), Is.EqualTo(MunicipalFields));
        Assert.That(state.Columns[8].Amount, Is.EqualTo(new AmountColumn(2027, CostKind.Capital, CostDirection.Expenditure)));
        Assert.That(state.Unit, Is.EqualTo(AmountUnit.Thousands));
    }

    [TestCase("Nr.;Brik;;Økonomi\n;Titel;Uddybning;Drift 2028\n1;Ro;Mere ro.;25", "Nr. | Brik – Titel | Brik – Uddybning | Økonomi – Drift 2028")]
    [TestCase("Nr.;Titel;Beskrivelse;Status\n1;Ro;Mere ro.;Ny", "Nr. | Titel | Beskrivelse | Status")]
    [TestCase("Titel;Beskrivelse;;Status\nRo;Mere ro.;Altså;Ny", "Titel | Beskrivelse |  | Status")]
    [TestCase("Oversigt over brikker;;\nTitel;Beskrivelse;Status\nRo;Mere ro.;Ny", "Titel | Beskrivelse | Status")]
    public void One_row_of_headings_is_told_from_two(string text, string headings)
    {
        var state = Pasted(text);
        Assert.That(string.Join(" | ", state.Header.Headings(state.Table)), Is.EqualTo(headings));
    }

    [TestCase("Status", null)]
    [TestCase("Økonomi (t.kr.)", AmountUnit.Thousands)]
    [TestCase("Udgift i 1.000 kr.", AmountUnit.Thousands)]
    [TestCase("Pris, mio. kr.", AmountUnit.Millions)]
    [TestCase("Beløb i kr.", AmountUnit.Kroner)]
    public void A_heading_names_the_unit_of_its_amounts(string heading, AmountUnit? unit) => Assert.That(HeaderWords.UnitOf(heading), Is.EqualTo(unit));

    [Test]
    public void Headlines_and_sums_between_the_rows_are_told_from_pieces([Values("brikker.xlsx", "brikker.csv")] string name)
    {
        var rows = Read(name).BodyRows();
        Assert.That(rows.Select(r => (r.Row.Number, r.Kind)), Is.EqualTo(new[]
        {
            (5, RowKind.Heading), (6, RowKind.Piece), (7, RowKind.Piece), (8, RowKind.Piece), (9, RowKind.Heading), (10, RowKind.Piece), (11, RowKind.Total),
        }));
        Assert.That(rows.Where(r => r.Kind != RowKind.Piece).Select(r => r.Why), Has.None.Empty);
    }

    [TestCase("Nr.;Forslag;Hvem skal handle;Område;Bemærkninger", "Number Title Class Theme Notes")]
    [TestCase("ID;Løsningsbrik;Beskrivelse af forslaget;Politisk/administrativ/lokal;Status;Tovholder", "Number Title Description Class Stage Responsible")]
    [TestCase("#;Titel;Baggrund;Skoler;Udgift 2028 (mio. kr.);Begrundelse for beslutning", "Number Title Description Institutions Amount Reason")]
    [TestCase("Tema;Indsats;Uddybning;Ansvarlig(e);Økonomiske konsekvenser;Kommentarer", "Theme Title Description Responsible Amount Notes")]
    [TestCase("Løbenr.;Overskrift;Indhold;Type;Dagtilbud;Dato for beslutning", "Number Title Description Class Institutions DecidedOn")]
    public void Columns_are_known_by_the_words_over_them(string headings, string fields)
    {
        var state = Pasted($"{headings}\n{string.Join(';', headings.Split(';').Select((_, i) => "ord" + i))}");
        Assert.That(string.Join(' ', state.Columns.Select(c => c.Field)), Is.EqualTo(fields));
    }

    [Test]
    public void Columns_without_words_are_known_by_what_stands_in_them()
    {
        var state = Pasted("1;Mere ro i garderoben;Politisk;Børnene bliver afbrudt, når de leger, fordi alle går igennem rummet hele dagen.\n"
            + "2;Flere hænder;Lokal;Om morgenen er der for få voksne til at tage imod alle børn på en god måde.\n"
            + "3;Fast vikar;Administrativ;En vikar, som børnene kender, gør en stor forskel på de dage, hvor nogen er syge.");
        Assert.That(state.Header, Is.EqualTo(TableHeader.None));
        Assert.That(state.Columns.Select(c => c.Field), Is.EqualTo(new[] { PieceField.Number, PieceField.Title, PieceField.Class, PieceField.Description }));
    }

    [Test]
    public void A_list_of_titles_is_a_table_of_one_column()
    {
        var state = Pasted("Mere ro i garderoben\nFlere hænder om morgenen\nFast vikar");
        Assert.That(state.Columns.Single().Field, Is.EqualTo(PieceField.Title));
        Assert.That(state.BodyRows().Select(r => r.Kind), Is.All.EqualTo(RowKind.Piece));
    }

    [Test]
    public void A_piece_with_a_title_only_is_no_headline()
    {
        var state = Pasted("Titel;Beskrivelse\nRo;Mere ro\nLys;\nLuft;Frisk luft");
        Assert.That(state.BodyRows().Select(r => r.Kind), Is.All.EqualTo(RowKind.Piece));
    }

    [TestCase("Politisk", PieceClass.Political)]
    [TestCase("pol.", PieceClass.Political)]
    [TestCase("A", PieceClass.Administrative)]
    [TestCase("Lokalt niveau", PieceClass.Local)]
    [TestCase("Forvaltningen", PieceClass.Administrative)]
    public void Words_for_a_class_are_known(string word, PieceClass pieceClass) => Assert.That(PieceWordGuess.ClassOf(word), Is.EqualTo(pieceClass));

    [TestCase("Politisk og lokal")]
    [TestCase("Fælles")]
    [TestCase("")]
    public void A_word_for_two_classes_or_for_none_is_left_to_the_user(string word) => Assert.That(PieceWordGuess.ClassOf(word), Is.Null);

    [TestCase("Vedtaget", "Adopted")]
    [TestCase("Ikke vedtaget", "Rejected")]
    [TestCase("delvist vedtaget i budget 2026", "PartlyAdopted")]
    [TestCase("Igangsat", "InImplementation")]
    [TestCase("Gennemført", "Closed-Achieved")]
    [TestCase("Ikke gennemført", "Closed-NotAchieved")]
    [TestCase("Sendt til politisk behandling", "Submitted")]
    [TestCase("Ikke udpeget", "NotDesignated")]
    [TestCase("Kladde", "Draft")]
    public void Words_for_a_stage_are_known(string word, string key) => Assert.That(PieceWordGuess.StageOf(word)?.Key, Is.EqualTo(key));

    [TestCase("1.250", AmountUnit.Kroner, 1250)]
    [TestCase("1.250", AmountUnit.Thousands, 1_250_000)]
    [TestCase("1.250.000 kr.", AmountUnit.Thousands, 1_250_000)]
    [TestCase("1 250 000", AmountUnit.Kroner, 1_250_000)]
    [TestCase("1250000,50", AmountUnit.Kroner, 1_250_001)]
    [TestCase("1250.5", AmountUnit.Thousands, 1_250_500)]
    [TestCase("ca. 1,2 mio. kr.", AmountUnit.Kroner, 1_200_000)]
    [TestCase("kr. 500.000,-", AmountUnit.Thousands, 500_000)]
    [TestCase("800 t.kr.", AmountUnit.Kroner, 800_000)]
    [TestCase("-300", AmountUnit.Thousands, -300_000)]
    [TestCase("(300)", AmountUnit.Thousands, -300_000)]
    [TestCase("0", AmountUnit.Millions, 0)]
    public void Amounts_are_read_in_their_unit(string text, AmountUnit unit, long kroner) => Assert.That(AmountReading.Kroner(text, unit), Is.EqualTo(kroner));

    [TestCase("2-3 mio.")]
    [TestCase("ikke beregnet")]
    [TestCase("99999999999999999999999999")]
    [TestCase("1,2,3")]
    [TestCase("")]
    public void What_is_no_amount_is_not_guessed(string text) => Assert.That(AmountReading.Kroner(text, AmountUnit.Kroner), Is.Null);

    [TestCase("Faste voksne om morgenen", "Faste voksne hver morgen", true)]
    [TestCase("Normeringsløft i ydertimerne", "Løft af normeringen i ydertimerne", true)]
    [TestCase("Flere voksne i ydertimerne", "Flere voksne om morgenen", false)]
    [TestCase("Ny legeplads", "Ny skole", false)]
    public void Titles_resemble_each_other_by_their_letters(string one, string other, bool resemble)
    {
        var found = Comparable.Of(one, "").Resembles(Comparable.Of(other, ""));
        Assert.That(found is not null, Is.EqualTo(resemble), $"{Trigrams.Of(one).Similarity(Trigrams.Of(other)):P0}");
        if (resemble)
            Assert.That(found!.Value.Why, Does.StartWith("Titlerne ligner hinanden"));
    }

    private static ImportState Read(string name) => State(name, name.EndsWith("xlsx", StringComparison.Ordinal) ? Municipal() : Windows1252.GetBytes(MunicipalCsv));

    private static ImportState Pasted(string text) => ImportState.Of("Indsat tabel", TableFile.ReadPasted(text), 2027);
}
