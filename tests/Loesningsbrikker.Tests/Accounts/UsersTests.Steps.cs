using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Accounts;

/// <summary>What the tests of user administration do again and again.</summary>
public sealed partial class UsersTests
{
    private static async Task<Page> TryAsync(TestHost host, string email, string password)
    {
        var site = Site.Anonymous(host);
        await site.GetAsync("/sign-in");
        return await site.PostAsync("/sign-in", ("Email", email), ("Password", password));
    }

    private static string PasswordOf(Page page) => PasswordPattern().Match(page.Html).Groups["password"].Value;

    private Task<Page> TryAsync(Role role, string password) => TryAsync(Host, City.User(role).Email!, password);

    private async Task<(Page Page, string Path)> OpenAsync(Site site, Role role)
    {
        var path = $"/users/{City.User(role).Id}";
        return (await site.GetAsync(path), path);
    }

    private async Task<User> AddAdministratorAsync()
    {
        await using var scope = Host.Scope(City.MunicipalityId);
        return await City.AddUserAsync(
            scope.ServiceProvider.GetRequiredService<UserManager<User>>(),
            scope.ServiceProvider.GetRequiredService<Loesningsbrikker.Shared.LoesningsbrikkerContext>(), Role.Administrator);
    }

    private async Task RenameAsync(Role role, string name, string emailPart)
    {
        var db = Db();
        var user = await db.Users.SingleAsync(u => u.Id == City.User(role).Id);
        user.DisplayName = name;
        user.Email = $"{emailPart}-{Guid.NewGuid():N}@prøveby.example";
        user.NormalizedEmail = user.Email.ToUpperInvariant();
        await db.SaveChangesAsync();
    }

    private async Task LockAsync(Role role)
    {
        for (var i = 0; i < 10; i++)
            await TryAsync(role, "forkert");
    }

    [GeneratedRegex("<code class=\"account-key\">(?<password>[a-z2-9-]{19})</code>", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PasswordPattern();

    [GeneratedRegex("<th scope=\"row\">", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex RowPattern();
}
