using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>A member in the list.</summary>
/// <param name="KeySinceUtc">Since when the member may read identities; null while not.</param>
/// <param name="KeyByName">Who gave that right; null when unknown or not given.</param>
public sealed record MemberRow(
    long Id, long UserId, string Name, string Email, IReadOnlyList<Role> Roles, bool IsClosed, DateTime AddedAtUtc, DateTime? KeySinceUtc, string? KeyByName);

/// <summary>Somebody who may be added.</summary>
public sealed record Candidate(long UserId, string Name, string Email, IReadOnlyList<Role> Roles);

/// <summary>The members page.</summary>
/// <param name="Query">What was searched for; empty for nothing.</param>
/// <param name="CandidateCount">How many fit the search; at most ten are shown.</param>
public sealed record MembersPage(PageOf<MemberRow> Members, string Query, IReadOnlyList<Candidate> Candidates, int CandidateCount);

/// <summary>Who takes part in a process.</summary>
[Route("dialogue-processes/{processId}/members"), Permit(Permission.ManageProcess)]
public sealed class MembersController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    private const int ShownCandidates = 10;

    private IQueryable<ProcessMember> Members => Db.ProcessMembers.Where(m => m.ProcessId == Current.Id);

    /// <summary>Users with a role in processes who are not members yet.</summary>
    private IQueryable<User> Addable => Db.Users.Where(u =>
        u.DeactivatedAtUtc == null && u.Roles.Any(r => r.Role != Role.Administrator) && Members.All(m => m.UserId != u.Id));

    /// <summary>Shows the members and those who may be added.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(string? q, int page = 1)
    {
        var members = await Members
            .Select(m => new MemberRow(
                m.Id, m.UserId, m.User.DisplayName, m.User.Email!, m.User.Roles.Select(r => r.Role).ToList(), m.User.DeactivatedAtUtc != null,
                m.AddedAtUtc, m.KeyPermissionSinceUtc,
                Db.Users.Where(u => u.Id == m.KeyPermissionByUserId).Select(u => u.DisplayName).FirstOrDefault()))
            .ToDanishPageAsync(page, m => m.Name);
        var query = TypedText.OneLine(q);
        var found = await FindAsync(query.Length > 100 ? query[..100] : query);
        return View("Index", new MembersPage(members, query, [.. found.Take(ShownCandidates)], found.Count));
    }

    /// <summary>Adds a user of the municipality.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long userId)
    {
        var user = await Addable.FirstOrDefaultAsync(u => u.Id == userId)
            ?? throw new RuleException("Brugeren kan ikke tilføjes. Måske er vedkommende allerede medlem.");
        Db.Add(new ProcessMember { ProcessId = Current.Id, UserId = user.Id, AddedAtUtc = Db.UtcNow, AddedByUserId = Db.Actor.UserId });
        await Db.SaveChangesAsync();
        Confirm($"{user.DisplayName} er nu medlem.");
        return Redirect($"/dialogue-processes/{Current.Id}/members");
    }

    /// <summary>Ends a membership; the change log keeps that it was there.</summary>
    [HttpPost("{id}/remove")]
    public async Task<IActionResult> Delete(long id)
    {
        var member = await Members.Include(m => m.User).FirstOrDefaultAsync(m => m.Id == id) ?? throw new NotFoundException();
        Db.Remove(member);
        await Db.SaveChangesAsync();
        Confirm($"{member.User.DisplayName} er ikke længere medlem.");
        var stillSees = member.UserId != Db.Actor.UserId || Current.Roles.Contains(Role.Administrator);
        return Redirect(stillSees ? $"/dialogue-processes/{Current.Id}/members" : "/");
    }

    private async Task<List<Candidate>> FindAsync(string query)
    {
        // A municipality has hundreds of users at most; SQLite's lower() knows no æøå, so the search is made here.
        var users = await Addable
            .Select(u => new Candidate(u.Id, u.DisplayName, u.Email!, u.Roles.Select(r => r.Role).ToList()))
            .ToListAsync();
        var term = DanishText.SearchForm(query);
        return [.. users
            .Where(u => DanishText.SearchForm(u.Name + " " + u.Email).Contains(term, StringComparison.Ordinal))
            .OrderBy(u => u.Name, DanishText.Comparer)];
    }
}

/// <summary>The right of a member to read who stands behind a code (kodenøgle).</summary>
[Route("dialogue-processes/{processId}/members/{id}/key-permission"), Permit(Permission.GrantKeyPermission)]
public sealed class KeyPermissionsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Gives it.</summary>
    [HttpPost]
    public Task<IActionResult> Create(long id) => ChangeAsync(
        id, m => m.GiveKeyPermission(Db.Actor.RequiredUserId, Db.UtcNow), m => $"{m.User.DisplayName} har nu kodenøglen.");

    /// <summary>Takes it back.</summary>
    [HttpPost("withdraw")]
    public Task<IActionResult> Delete(long id) => ChangeAsync(
        id, m => m.WithdrawKeyPermission(), m => $"{m.User.DisplayName} har ikke længere kodenøglen.");

    private async Task<IActionResult> ChangeAsync(long id, Action<ProcessMember> change, Func<ProcessMember, string> confirmation)
    {
        var member = await Db.ProcessMembers.Include(m => m.User.Roles)
            .FirstOrDefaultAsync(m => m.Id == id && m.ProcessId == Current.Id) ?? throw new NotFoundException();
        change(member);
        await Db.SaveChangesAsync();
        Confirm(confirmation(member));
        return Redirect($"/dialogue-processes/{Current.Id}/members");
    }
}
