using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces.Import;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>A table of pieces that waits at its last step: two tables to choose among, words of every kind, and a row in every state.</summary>
internal static class SampleTableDraft
{
    private const string Table =
        """
        Nr.;Titel;Uddybning;Klasse;Status;Tema;Institution;Beløb 2028;Begrundelse
        Om hverdagen;;;;;;;;
        1;Faste voksne hver morgen;De samme to.;Lokal;Overdraget;Normering;Solgården;;
        2;Flere hænder om eftermiddagen;Alle steder.;Politisk;Ikke vedtaget;;;1.200;Der var ikke råd.
        3;Fælles værksted;;Fælles;Vist nok;;;ca. to mio.;
        4;Cykeltur hver uge;Ud i skoven.;Administrativ;Afvist;;;;
        I alt;;;;;;;1.200;
        """;

    /// <summary>Adds the consultant's draft; the caller saves.</summary>
    public static void Add(LoesningsbrikkerContext db, TestCity city, long processId, DraftCipher cipher)
    {
        var draft = ImportDraft.Begin(processId, city.User(Role.Consultant).Id, db.UtcNow, DraftKind.PieceTable);
        var tables = TableFile.ReadPasted(Table);
        var state = ImportState.Of("brikker.csv", [.. tables, new SourceTable("Ark2", "", [], [], TooLarge: "Den har mere end 2000 rækker med indhold.")], 2028);
        state = state.Choose(0, 2028) with { ColumnsConfirmed = true, WordsConfirmed = true };
        cipher.Write(draft, state.Source, state);
        db.Add(draft);
    }
}
