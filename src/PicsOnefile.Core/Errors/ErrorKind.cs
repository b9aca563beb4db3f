namespace PicsOnefile.Errors;

/// <summary>One line of the table of errors.</summary>
/// <param name="Id">The stable error ID; scripts may rely on it.</param>
/// <param name="Category">PowerShell's category.</param>
/// <param name="Action">What the administrator should do next, in a sentence.</param>
public sealed record ErrorKind(string Id, ErrorKindCategory Category, string Action)
{
    /// <summary>An exception of this kind about one record or setting.</summary>
    public PicsOnefileException For(object? target, string message, System.Exception? inner = null) => new(this, message, target, inner);
}
