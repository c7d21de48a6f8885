using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Decisions;

/// <summary>For whom a workbook is made.</summary>
public enum WorkbookEdition
{
    /// <summary>The administration works with it (administrationens udgave).</summary>
    Staff,
    /// <summary>May be handed out: from Formulated on, released quotations only (udvalgets udgave).</summary>
    Committee,
}

/// <summary>What one person gets in one edition.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="WithTestimony">
/// True when passages that are not released, notes and informant codes are included
/// (docs/decisions/0007-quotations-in-the-staff-workbook.md).
/// </param>
/// <param name="OwnInstitutionsOnly">True when the person sees the pieces of her own institutions only.</param>
public sealed record WorkbookScope(WorkbookEdition Edition, bool WithTestimony, bool OwnInstitutionsOnly)
{
    /// <summary>True for the edition that may be handed out.</summary>
    public bool ForCommittee => Edition == WorkbookEdition.Committee;

    /// <summary>What the signed-in person gets in the process in the address.</summary>
    public static WorkbookScope Of(WorkbookEdition edition, CurrentProcess current) => new(
        edition,
        WithTestimony: edition == WorkbookEdition.Staff && current.Can(Permission.ReadTestimony),
        OwnInstitutionsOnly: current.Roles.Contains(Role.LocalLeader) && !current.Can(Permission.DownloadStaffWorkbook)
                             && !current.Roles.Contains(Role.Committee));
}
