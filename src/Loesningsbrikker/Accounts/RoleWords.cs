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

    /// <summary>What the role is for, in one sentence.</summary>
    public static string Explanation(this Role role) => role switch
    {
        Role.Administrator => "Opretter brugere og sætter systemet op; læser ikke interviews.",
        Role.Consultant => "Interviewer, knytter uddrag til brikker og skriver brikker.",
        Role.Leader => "Konkluderer, udpeger og frigiver.",
        Role.LocalLeader => "Svarer for sin egen institutions brikker.",
        Role.BudgetOfficer => "Regner på, hvad brikkerne koster.",
        Role.Committee => "Følger brikker og beslutninger; læser ikke interviews.",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
