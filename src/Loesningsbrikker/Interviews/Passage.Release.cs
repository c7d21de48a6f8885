using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews;

/// <summary>A passage leaves the staff's area only when a person has released it as a quotation.</summary>
public sealed partial class Passage
{
    /// <summary>Releases it as a quotation.</summary>
    /// <param name="by">Key of the user who releases.</param>
    /// <exception cref="RuleException">It is released already, or its words no longer stand in the text.</exception>
    public void Release(long by, DateTime utcNow)
    {
        if (LooseSinceUtc is not null)
            throw new RuleException("Uddraget er løsrevet: ordene står ikke længere i interviewets tekst. Giv det et sted, før det frigives.");
        if (ReleasedAtUtc is not null)
            throw new RuleException("Citatet er allerede frigivet.");
        (ReleasedAtUtc, ReleasedByUserId) = (utcNow, by);
    }

    /// <summary>Takes the quotation back. Who and when stand in the history of the pieces it is tied to.</summary>
    /// <exception cref="RuleException">It is not released.</exception>
    public void Withdraw()
    {
        if (ReleasedAtUtc is null)
            throw new RuleException("Citatet er ikke frigivet.");
        (ReleasedAtUtc, ReleasedByUserId) = (null, null);
    }
}
