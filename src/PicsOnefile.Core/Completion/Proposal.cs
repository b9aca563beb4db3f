namespace PicsOnefile.Completion;

/// <summary>One completion of a typed beginning.</summary>
/// <param name="Value">The completed text.</param>
/// <param name="Name">Its meaning, in words; may be empty.</param>
/// <param name="Place">The difference from others of that name: a centre, a postcode, a time; may be empty.</param>
public sealed record Proposal(string Value, string Name, string Place)
{
    /// <summary>For the rows of the cache.</summary>
    internal Proposal()
        : this("", "", "") { }
}
