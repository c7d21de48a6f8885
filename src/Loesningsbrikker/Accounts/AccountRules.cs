using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Accounts;

/// <summary>What the forms of this room have in common.</summary>
internal static class AccountRules
{
    /// <summary>Nothing invisible: PostgreSQL refuses some control characters, and nobody types them.</summary>
    public const string NoControls = @"\P{Cc}+";

    /// <summary>An e-mail address as people write it; letters like æ, ø and å are fine.</summary>
    public const string Email = @"[^\s\p{C}@<>]+@[^\s\p{C}@<>]+\.[^\s\p{C}@<>]+";

    /// <summary>What is said when <see cref="Email"/> does not match.</summary>
    public const string EmailMessage = "Skriv en e-mailadresse som navn@kommune.dk.";

    /// <summary>The hint under a new password.</summary>
    public const string PasswordHint = "Mindst 12 tegn. Nogle ord efter hinanden er lette at huske og svære at gætte.";

    /// <summary>Turns Identity's refusal into a broken rule at <paramref name="field"/>.</summary>
    public static void OrThrow(this IdentityResult result, string? field = null)
    {
        if (result.Succeeded)
            return;
        var sentence = string.Join(' ', result.Errors.Select(e => e.Description).Distinct(StringComparer.Ordinal));
        throw result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure))
            ? new ConflictException(sentence)
            : new RuleException(sentence, field);
    }

    /// <summary>Lets one transaction at a time decide on who the first user is. SQLite has one writer anyway.</summary>
    public static Task TakeTurnForFirstUserAsync(LoesningsbrikkerContext db) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlRawAsync("""LOCK TABLE "AspNetUsers" IN SHARE ROW EXCLUSIVE MODE""");

    /// <summary>Lets one transaction at a time take administrators away in a municipality, so that two cannot remove each other.</summary>
    public static Task TakeTurnForAdministratorsAsync(LoesningsbrikkerContext db) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Municipalities" WHERE "Id" = {db.Actor.MunicipalityId} FOR UPDATE""");
}
