using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Accounts;

public sealed partial class UsersTests(DatabaseKind database) : HouseTest(database)
{
    private static readonly string[] Verbs = ["", "/password", "/unlocking", "/authenticator-removal", "/closing", "/reopening"];

    private User Administrator => City.User(Role.Administrator);

    [Test]
    public async Task A_new_user_gets_a_password_shown_once_and_signs_in_with_it()
    {
        var site = await SignInAsync(Role.Administrator);
        var email = $"åse-{Guid.NewGuid():N}@prøveby.example";
        await site.GetAsync("/users/new");
        var answer = await site.PostAsync("/users", ("DisplayName", "Åse Ørum"), ("Email", email), ("Roles", "Consultant"), ("Roles", "Leader"));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);

        var password = PasswordOf(await site.GetAsync(answer.Location!));
        Assert.That(PasswordOf(await site.GetAsync(answer.Location!)), Is.Empty);
        var own = await Site.SignInAsync(Host, email, password);
        Assert.That((await own.GetAsync("/account")).Text, Does.Contain("Åse Ørum").And.Contain("Konsulent, Chef"));
        var granted = await Db().RoleAssignments.Where(r => r.GrantedByUserId == Administrator.Id).ToListAsync();
        Assert.That(granted.Select(r => r.Role), Is.EquivalentTo(new[] { Role.Consultant, Role.Leader }));
    }

    [Test]
    public async Task A_new_password_is_shown_on_no_other_users_page()
    {
        var site = await SignInAsync(Role.Administrator);
        var (own, other) = ($"/users/{City.User(Role.Leader).Id}", $"/users/{City.User(Role.Consultant).Id}");
        await site.GetAsync(own);
        await site.PostAsync(own + "/password");
        Assert.That(PasswordOf(await site.GetAsync(other)), Is.Empty);
        Assert.That(PasswordOf(await site.GetAsync(own)), Is.Not.Empty);
    }

    [TestCase("", "a@prøveby.example", "Consultant", "Udfyld Navn.")]
    [TestCase("Bo\u007f", "a@prøveby.example", "Consultant", "Navn er ikke skrevet rigtigt.")]
    [TestCase("Bo", "a@prøveby", "Consultant", "Skriv en e-mailadresse som navn@kommune.dk.")]
    [TestCase("Bo", "a b@prøveby.example", "Consultant", "Skriv en e-mailadresse som navn@kommune.dk.")]
    [TestCase("Bo", "a@prøveby.example", "99", "»99«")]
    [TestCase("Bo", "a@prøveby.example", null, "Vælg mindst én rolle.")]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept(string name, string email, string? role, string sentence)
    {
        var site = await SignInAsync(Role.Administrator);
        await site.GetAsync("/users/new");
        var fields = new List<(string, string)> { ("DisplayName", name), ("Email", email) };
        if (role is not null)
            fields.Add(("Roles", role));
        var answer = await site.PostAsync("/users", [.. fields]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain(sentence));
        Assert.That(WebUtility.HtmlDecode(answer.Html), Does.Contain($"value=\"{email}\""));
    }

    [Test]
    public async Task An_address_can_be_used_once_in_the_whole_system()
    {
        var other = await TestCity.CreateAsync(Host);
        var site = await SignInAsync(Role.Administrator);
        foreach (var email in new[] { City.User(Role.Leader).Email!, other.User(Role.Leader).Email!.ToUpperInvariant() })
        {
            await site.GetAsync("/users/new");
            var answer = await site.PostAsync("/users", ("DisplayName", "Bo"), ("Email", email), ("Roles", "Leader"));
            Assert.That(answer.Text, Does.Contain("Der er allerede en bruger med e-mailadressen " + email));
        }
    }

    [Test]
    public async Task The_list_is_filtered_by_a_part_of_name_or_email_and_ordered_in_Danish()
    {
        await RenameAsync(Role.Leader, "Åge Østergård", "aage");
        await RenameAsync(Role.Consultant, "Ærø Østergård", "aeroe");
        var site = await SignInAsync(Role.Administrator);
        var byName = await site.GetAsync("/users?q=" + Uri.EscapeDataString("øsTERG"));
        Assert.That(byName.Text, Does.Match("2 brugere.*Ærø Østergård.*Åge Østergård"));
        Assert.That(byName.Text, Does.Not.Contain("Prøve BudgetOfficer"));
        var byEmail = await site.GetAsync("/users?q=aero");
        Assert.That(byEmail.Text, Does.Contain("1 bruger med").And.Contain("Ærø Østergård"));
        Assert.That((await site.GetAsync("/users?q=%25")).Text, Does.Contain("Ingen bruger har »%«"));
        Assert.That((await site.GetAsync("/users?q=%00")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_list_comes_in_pages_of_25_with_as_many_queries_for_one_page_as_for_two()
    {
        var site = await SignInAsync(Role.Administrator);
        var few = await QueryCounter.CountAsync(() => site.GetAsync("/users"));
        await using (var scope = Host.Scope(City.MunicipalityId))
            for (var i = 0; i < 22; i++)
                await City.AddUserAsync(
                    scope.ServiceProvider.GetRequiredService<UserManager<User>>(),
                    scope.ServiceProvider.GetRequiredService<Loesningsbrikker.Shared.LoesningsbrikkerContext>(), Role.Committee);
        var many = await QueryCounter.CountAsync(() => site.GetAsync("/users"));
        Assert.That((few, many), Is.EqualTo((2, 2)));
        Assert.That((await site.GetAsync("/users")).Text, Does.Contain("28 brugere").And.Contain("Side 1 af 2"));
        Assert.That(RowPattern().Count((await site.GetAsync("/users?page=2")).Html), Is.EqualTo(3));
    }

    [Test]
    public async Task Users_of_another_municipality_are_neither_listed_nor_found()
    {
        var other = await TestCity.CreateAsync(Host);
        var stranger = other.User(Role.Leader);
        var site = await SignInAsync(Role.Administrator);
        Assert.That((await site.GetAsync("/users?q=" + Uri.EscapeDataString(stranger.Email!))).Text, Does.Contain("Ingen bruger har"));
        Assert.That((await site.GetAsync($"/users/{stranger.Id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        await site.GetAsync("/users/new");
        foreach (var verb in Verbs)
        {
            var answer = await site.PostAsync($"/users/{stranger.Id}{verb}", ("DisplayName", "Kapret"), ("Email", "kapret@prøveby.example"), ("Roles", "Leader"));
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound), verb);
        }
        var invalid = await site.PostAsync($"/users/{stranger.Id}", ("DisplayName", ""));
        Assert.That(invalid.Status, Is.EqualTo(HttpStatusCode.NotFound), "an invalid form is no way to look either");
        await Site.SignInAsync(Host, stranger.Email!);
    }

    [Test]
    public async Task Only_administrators_get_in(
        [Values(Role.Consultant, Role.Leader, Role.LocalLeader, Role.BudgetOfficer, Role.Committee)] Role role)
    {
        var site = await SignInAsync(role);
        var id = City.User(role).Id;
        foreach (var path in new[] { "/users", "/users/new", $"/users/{id}" })
            Assert.That((await site.GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.Forbidden), path);
        await site.GetAsync("/account");
        foreach (var path in Verbs.Select(verb => $"/users/{id}{verb}").Append("/users"))
            Assert.That((await site.PostAsync(path)).Status, Is.EqualTo(HttpStatusCode.Forbidden), path);
    }

    [Test]
    public async Task Changing_roles_keeps_who_gave_the_ones_that_stay()
    {
        var site = await SignInAsync(Role.Administrator);
        var (page, path) = await OpenAsync(site, Role.Leader);
        var answer = await site.PostAsync(path, UserFields.Of(page, [Role.Leader, Role.BudgetOfficer], name: "Karen Ny"));
        Assert.That(answer.Location, Is.EqualTo("/users"), answer.Text);

        var roles = await Db().RoleAssignments.Where(r => r.UserId == City.User(Role.Leader).Id).OrderBy(r => r.Id).ToListAsync();
        Assert.That(roles.Select(r => (r.Role, r.GrantedByUserId)), Is.EqualTo(new (Role, long?)[] { (Role.Leader, null), (Role.BudgetOfficer, Administrator.Id) }));
        Assert.That((await site.GetAsync(path)).Text, Does.Contain("Karen Ny").And.Contain("af Prøve Administrator"));
    }

    [Test]
    public async Task A_new_email_is_the_new_name_to_sign_in_with()
    {
        var site = await SignInAsync(Role.Administrator);
        var (page, path) = await OpenAsync(site, Role.Leader);
        var email = $"ny-{Guid.NewGuid():N}@prøveby.example";
        await site.PostAsync(path, UserFields.Of(page, [Role.Leader], email: email));
        await Site.SignInAsync(Host, email);
    }

    [Test]
    public async Task Two_who_edit_the_same_user_do_not_overwrite_each_other()
    {
        var (first, second) = (await SignInAsync(Role.Administrator), await SignInAsync(Role.Administrator));
        var (page, path) = await OpenAsync(first, Role.Leader);
        await second.GetAsync(path);
        await first.PostAsync(path, UserFields.Of(page, [Role.Leader], name: "Først"));
        var lost = await second.PostAsync(path, UserFields.Of(page, [Role.Committee], name: "Sidst"));
        Assert.That(lost.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(WebUtility.HtmlDecode(lost.Html), Does.Contain("Sidst"));
        Assert.That((await first.GetAsync(path)).Text, Does.Contain("Først"));
    }

    [Test]
    public async Task A_locked_user_is_unlocked()
    {
        await LockAsync(Role.Leader);
        var site = await SignInAsync(Role.Administrator);
        var (page, path) = await OpenAsync(site, Role.Leader);
        Assert.That(page.Text, Does.Contain("Låst efter ti forkerte forsøg"));
        await site.PostAsync(path + "/unlocking");
        await SignInAsync(Role.Leader);
    }

    [Test]
    public async Task A_new_password_also_unlocks_and_the_old_one_is_void()
    {
        await LockAsync(Role.Leader);
        var site = await SignInAsync(Role.Administrator);
        var (_, path) = await OpenAsync(site, Role.Leader);
        await site.PostAsync(path + "/password");
        await Site.SignInAsync(Host, City.User(Role.Leader).Email!, PasswordOf(await site.GetAsync(path)));
        Assert.That((await TryAsync(Role.Leader, TestCity.Password)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_lost_authenticator_app_is_turned_off()
    {
        await AuthenticatorApp.TurnOnAsync(await SignInAsync(Role.Leader));
        var site = await SignInAsync(Role.Administrator);
        var (_, path) = await OpenAsync(site, Role.Leader);
        await site.PostAsync(path + "/authenticator-removal");
        Assert.That((await TryAsync(Role.Leader, TestCity.Password)).Location, Is.EqualTo("/"));
    }

    [Test]
    public async Task A_closed_user_cannot_sign_in_until_the_account_is_opened_again()
    {
        var site = await SignInAsync(Role.Administrator);
        var (_, path) = await OpenAsync(site, Role.Leader);
        await site.PostAsync(path + "/closing");
        Assert.That((await TryAsync(Role.Leader, TestCity.Password)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await site.GetAsync(path)).Text, Does.Contain("Kontoen er lukket").And.Contain("af Prøve Administrator"));
        await site.PostAsync(path + "/reopening");
        Assert.That((await TryAsync(Role.Leader, TestCity.Password)).Status, Is.EqualTo(HttpStatusCode.Found));
    }

    [Test]
    public async Task Nobody_closes_himself_or_goes_around_the_own_password()
    {
        var site = await SignInAsync(Role.Administrator);
        var (_, path) = await OpenAsync(site, Role.Administrator);
        Assert.That((await site.PostAsync(path + "/closing")).Text, Does.Contain("Du kan ikke lukke din egen konto"));
        Assert.That((await site.PostAsync(path + "/password")).Text, Does.Contain("Skift din egen adgangskode under Min konto"));
        Assert.That((await site.PostAsync(path + "/authenticator-removal")).Text, Does.Contain("Slå din egen app fra under Min konto"));
        await SignInAsync(Role.Administrator);
    }

    [Test]
    public async Task The_last_open_administrator_keeps_the_role()
    {
        var other = await AddAdministratorAsync();
        var site = await SignInAsync(Role.Administrator);
        await site.GetAsync("/users/new");
        await site.PostAsync($"/users/{other.Id}/closing");
        var (page, path) = await OpenAsync(site, Role.Administrator);
        var answer = await site.PostAsync(path, UserFields.Of(page, [Role.Leader]));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain("mindst én åben administrator"));
        Assert.That((await site.GetAsync("/users")).Status, Is.EqualTo(HttpStatusCode.OK));

        await site.PostAsync($"/users/{other.Id}/reopening");
        (page, _) = await OpenAsync(site, Role.Administrator);
        Assert.That((await site.PostAsync(path, UserFields.Of(page, [Role.Leader]))).Location, Is.EqualTo("/"));
        Assert.That((await site.GetAsync("/users")).Status, Is.EqualTo(HttpStatusCode.Forbidden), "the own cookie follows at once");
    }

    [Test]
    public async Task Two_administrators_who_close_each_other_at_once_leave_one()
    {
        var other = await AddAdministratorAsync();
        var (first, second) = (await SignInAsync(Role.Administrator), await Site.SignInAsync(Host, other.Email!));
        await Task.WhenAll(first.PostAsync($"/users/{other.Id}/closing"), second.PostAsync($"/users/{Administrator.Id}/closing"));
        var open = await Db().Users.CountAsync(u => u.DeactivatedAtUtc == null && u.Roles.Any(r => r.Role == Role.Administrator));
        Assert.That(open, Is.EqualTo(1));
    }
}
