namespace Loesningsbrikker.Accounts;

/// <summary>The Danish words for roles.</summary>
public static class RoleWords
{
    /// <summary>Administrator, Konsulent, Chef, Institutionsleder, Økonomikonsulent, Udvalgsmedlem.</summary>
    public static string ToDanish(this Role role) => role switch
    {
        Role.Administrator => "Administrator",
        Role.Consultant => "Konsulent",
        Role.Leader => "Chef",
        Role.LocalLeader => "Institutionsleder",
        Role.BudgetOfficer => "Økonomikonsulent",
        Role.Committee => "Udvalgsmedlem",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
