using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Meetings;

/// <summary>From the first number typed in to the conclusion.</summary>
public sealed class MeetingJourneyTests(Screen screen) : BrowserTest(screen)
{
    [Test]
    public async Task A_leader_enters_results_by_keyboard_and_by_paste_and_concludes_what_is_ticked()
    {
        var meetingId = await HoldAMeetingAsync();
        await SignInAsync(Role.Leader);
        await Page.GotoAsync($"{City.Path}/validation-meetings/{meetingId}/results/1");
        await Assertions.Expect(Cell(0)).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("15");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync("4");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**/results/2", new() { WaitUntil = WaitUntilState.Commit });

        await Cell(0).EvaluateAsync("""
            cell => {
              const data = new DataTransfer();
              data.setData("text/plain", "3\t16\t1\t0\t0\t2\t8\t9\r\n");
              cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(Cell(7)).ToHaveValueAsync("9");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Gem og gå til næste" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Alle brikker har nu resultater.")).ToBeVisibleAsync();

        await Page.GotoAsync($"{City.Path}/validation-meetings/conclusions");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sæt kryds ved alle, hvor mødet siger ja" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("1 brik er valgt")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Konkludér denne D-2" }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Konkludér de valgte" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("1 brik er konkluderet.")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator(".meeting-row .form-error-message")).ToContainTextAsync("D-2: Skriv en begrundelse.");
        await Axe.AssertCleanAsync(Page);
        ExpectComplaint("status of 400");

        await Page.GetByLabel("Begrundelse").FillAsync("Det er løst i mellemtiden.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Konkludér de valgte" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Alle brikker er konkluderet.")).ToBeVisibleAsync();
    }

    private ILocator Cell(int cell) => Page.Locator(".meeting-grid input:not([type=hidden])").Nth(cell);

    private async Task<long> HoldAMeetingAsync()
    {
        await using var scope = Host.Scope(City.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var staff = new InformantGroup { ProcessId = City.Process.Id, Name = "Medarbejdere" };
        db.Add(staff);
        await db.SaveChangesAsync();
        var meeting = new ValidationMeeting { ProcessId = City.Process.Id, Title = "Fællesmøde", HeldOn = new DateOnly(2026, 10, 1), CreatedAtUtc = db.UtcNow };
        meeting.Attendances.Add(new MeetingAttendance { ProcessId = City.Process.Id, GroupId = staff.Id, Invited = 24, Present = 20 });
        db.Add(meeting);
        await db.SaveChangesAsync();
        foreach (var (number, title) in new[] { (1, "Flere hænder om morgenen"), (2, "Ét skema i stedet for tre") })
        {
            var piece = SolutionPiece.Draft(City.Process.Id, number, PieceClass.Political, title, null, db.UtcNow, "Det hjælper børnene.");
            piece.Formulate(null, db.UtcNow);
            db.Add(piece);
        }
        await db.SaveChangesAsync();
        return meeting.Id;
    }
}
