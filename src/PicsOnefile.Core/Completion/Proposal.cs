namespace PicsOnefile.Completion;

/// <summary>One way to go on with what a person has begun to type.</summary>
/// <param name="Value">What is typed in the end.</param>
/// <param name="Name">What it stands for, in words; empty for nothing.</param>
/// <param name="Place">What tells it from others of that name: a centre, a postcode, a time; empty for nothing.</param>
public sealed record Proposal(string Value, string Name, string Place)
{
    /// <summary>For the rows of the cache.</summary>
    internal Proposal()
        : this("", "", "") { }
}
