namespace Loesningsbrikker.Shared;

/// <summary>Who acts in this request or job: stamped on rows, read by the municipality filter.</summary>
public sealed class Actor
{
    /// <summary>The signed-in user's key; null for jobs and before sign-in.</summary>
    public long? UserId { get; set; }

    /// <summary>The municipality everything belongs to; null before sign-in, and then no row is visible.</summary>
    public long? MunicipalityId { get; set; }

    /// <summary>The user's key, for verbs that need somebody to have done it.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public long RequiredUserId => UserId ?? throw new InvalidOperationException("No user is signed in.");
}
