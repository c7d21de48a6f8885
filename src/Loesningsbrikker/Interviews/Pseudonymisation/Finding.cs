using System.Text.Json.Serialization;

namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>What a finding is.</summary>
public enum FindingKind
{
    /// <summary>Somebody's name.</summary>
    Name,
    /// <summary>A CPR number (Danish personal identification number).</summary>
    Cpr,
    /// <summary>A phone number.</summary>
    Phone,
    /// <summary>An e-mail address.</summary>
    Email,
    /// <summary>A street, with or without house number.</summary>
    Address,
    /// <summary>Perhaps a place or a house, and not replaced unless the user wants it.</summary>
    Place,
    /// <summary>A word that the user added.</summary>
    Added,
}

/// <summary>Where a finding stands.</summary>
/// <param name="Paragraph">Index of the paragraph, from 0.</param>
/// <param name="Start">First UTF-16 code unit within the paragraph.</param>
/// <param name="Length">In UTF-16 code units, with the genitive ending if there is one.</param>
/// <param name="IsGenitive">True for "Mettes", "Mette's", "Jens'": the replacement gets an ending too.</param>
public readonly record struct FoundAt(int Paragraph, int Start, int Length, bool IsGenitive)
{
    /// <summary>The first code unit after it.</summary>
    [JsonIgnore]
    public int End => Start + Length;
}

/// <summary>One name, number or address as written, with every place where it stands, why it was found, and whether it is replaced.</summary>
public sealed class Finding
{
    /// <summary>What it is.</summary>
    public FindingKind Kind { get; init; }
    /// <summary>As written, without genitive ending.</summary>
    public string Text { get; init; } = "";
    /// <summary>Why it was taken for that, in Danish.</summary>
    public string Reason { get; init; } = "";
    /// <summary>Where it stands, in order; not empty.</summary>
    public List<FoundAt> Places { get; init; } = [];
    /// <summary>Index among <see cref="PersonalData.People"/>; null for what is no name.</summary>
    public int? Person { get; init; }
    /// <summary>Whether it is replaced.</summary>
    public bool Use { get; set; } = true;
    /// <summary>What the user wants instead; null while the proposal stands.</summary>
    public string? Typed { get; set; }
}

/// <summary>Somebody who is named in a text, under one or more forms of the name.</summary>
public sealed class Person
{
    /// <summary>Index of the speaker that it is; null when it does not speak.</summary>
    public int? Speaker { get; init; }
    /// <summary>What stands for the name when it is no speaker, e.g. "[person A]" or "[D-L-03]".</summary>
    public string Pseudonym { get; set; } = "";
    /// <summary>Key of the informant whose identity gave the name away; null when none did.</summary>
    public long? InformantId { get; init; }
}

/// <summary>What was found in a text.</summary>
/// <param name="Findings">In the order in which they first stand there.</param>
/// <param name="People">Who is named.</param>
public sealed record PersonalData(IReadOnlyList<Finding> Findings, IReadOnlyList<Person> People);
