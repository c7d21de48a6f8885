using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Interviews.Journal;

/// <summary>Base of the tests of the journal: one text, and two consultants who have it open.</summary>
public abstract class JournalTest(DatabaseKind database) : HouseTest(database)
{
    protected const string First = "Klokken halv fire er der én tilbage på stuen.";
    protected const string Second = "Vikarerne kender ikke børnenes navne.";
    protected const string Third = "Vi vil gerne have faste voksne om morgenen.";

    /// <summary>The other consultant.</summary>
    private protected User Jonas { get; private set; } = null!;

    private protected Testimony Said { get; private set; } = null!;

    private protected async Task<JournalCase> OpenAsync(params string[] paragraphs)
    {
        Said = new Testimony(Db(City.User(Role.Consultant)), City.Process);
        var transcript = await Said.TranscriptAsync(await Said.InterviewAsync("Leder", "Ledere"), TranscriptKind.Verbatim, paragraphs.Length > 0 ? paragraphs : [First, Second, Third]);
        return new JournalCase(await SignInAsync(Role.Consultant), City, transcript);
    }

    /// <summary>Somebody else at the same text.</summary>
    private protected async Task<JournalCase> JonasAtAsync(JournalCase mine)
    {
        await using var scope = Host.Scope(City.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        Jonas = await City.AddUserAsync(scope.ServiceProvider.GetRequiredService<UserManager<User>>(), db, Role.Consultant);
        Jonas.DisplayName = "Jonas Kode";
        db.Add(new ProcessMember { ProcessId = City.Process.Id, UserId = Jonas.Id, AddedAtUtc = db.UtcNow });
        await db.SaveChangesAsync();
        return new JournalCase(await Site.SignInAsync(Host, Jonas.Email!), City, mine.Transcript);
    }

    private protected Task<IReadOnlyList<string>> RowsAsync() => JournalCase.RowsAsync(Db(), City);
}
