using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Meetings.Phone;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Meetings;

/// <summary>Codes can not be guessed, and a hall that shares one address is not shut out by one who tries.</summary>
public sealed class WrongCodesTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task Eleven_wrong_slips_on_one_phone_are_too_many_and_the_neighbour_still_gets_in()
    {
        var live = await LiveMeeting.BeginAsync(Host, City, Db(City.User(Role.Leader)), secret: true, ("Ledere", 2));
        var guesser = Site.Anonymous(Host);
        await guesser.GetAsync($"/m/{live.Code}");
        for (var i = 0; i < WrongCodes.PerPhone; i++)
            LiveMeeting.AssertRefused(await guesser.PostAsync($"/m/{live.Code}/join", ("Slip", Slips.NewCode(Slips.Length))), "Ingen seddel til dette møde har den kode.");
        // Not even a right one gets in now, nor by its link.
        var right = live.NextSlip();
        LiveMeeting.AssertRefused(await guesser.PostAsync($"/m/{live.Code}/join", ("Slip", right)), "Vent ti minutter");
        Assert.That((await guesser.GetAsync($"/m/{live.Code}/{right}")).Text, Does.Contain("Vent ti minutter").And.Not.Contain("Ledere"));
        await live.JoinAsync();
    }

    [Test]
    public async Task A_code_may_be_typed_in_small_letters_with_spaces_and_a_wrong_one_leads_back_to_where_it_is_typed()
    {
        var live = await LiveMeeting.BeginAsync(Host, City, Db(City.User(Role.Leader)), secret: true, ("Ledere", 1));
        var site = Site.Anonymous(Host);
        await site.GetAsync("/m");
        Assert.That((await site.PostAsync("/m", ("Code", $" {live.Code[..2].ToLowerInvariant()} {live.Code[2..]}"))).Location, Is.EqualTo("/m/" + live.Code));
        LiveMeeting.AssertRefused(await site.PostAsync("/m", ("Code", "00000")), "Koden passer ikke til noget møde.");
        var slip = live.NextSlip();
        await site.GetAsync($"/m/{live.Code}");
        Assert.That((await site.PostAsync($"/m/{live.Code}/join", ("Slip", $"{slip[..3]}-{slip[3..].ToLowerInvariant()}"))).Status, Is.EqualTo(HttpStatusCode.Found));
        var lost = await site.GetAsync("/m/00000");
        Assert.That((lost.Status, lost.Text.Contains("Se efter på skærmen.", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.NotFound, true)));
    }
}

/// <summary>The limits by themselves, on a clock that the test moves.</summary>
public sealed class WrongCodesLimitTests
{
    private readonly MovableClock _clock = new();

    [Test]
    public void A_right_code_is_forgotten_and_ten_minutes_forget_the_wrong_ones()
    {
        var codes = new WrongCodes(_clock);
        for (var i = 0; i < 100; i++)
            codes.Try("K7RDX", "telefon")();
        for (var i = 0; i < WrongCodes.PerPhone; i++)
            codes.Try("K7RDX", "telefon");
        Assert.That(() => codes.Try("K7RDX", "telefon"), Throws.TypeOf<RuleException>());
        Assert.That(() => codes.Try("K7RDX", "naboens"), Throws.Nothing);
        _clock.Move(TimeSpan.FromMinutes(11));
        Assert.That(() => codes.Try("K7RDX", "telefon"), Throws.Nothing);
    }

    [Test]
    public void Somebody_who_changes_phones_meets_the_limit_of_the_meeting_for_a_minute_and_no_other_meeting_does()
    {
        var codes = new WrongCodes(_clock);
        for (var i = 0; i < WrongCodes.PerMeeting; i++)
            codes.Try("K7RDX", "telefon " + i);
        Assert.That(() => codes.Try("K7RDX", "endnu en"), Throws.TypeOf<RuleException>().With.Message.Contains("Vent et minut"));
        Assert.That(() => codes.Try("BBBBB", "endnu en"), Throws.Nothing);
        _clock.Move(TimeSpan.FromSeconds(61));
        Assert.That(() => codes.Try("K7RDX", "endnu en"), Throws.Nothing);
    }
}
