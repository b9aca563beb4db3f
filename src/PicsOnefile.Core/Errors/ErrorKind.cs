namespace PicsOnefile.Errors;

/// <summary>One line of the table of errors.</summary>
/// <param name="Id">The stable error ID; scripts may rely on it.</param>
/// <param name="Category">PowerShell's category.</param>
/// <param name="Action">What the administrator should do next, in a sentence.</param>
public sealed record ErrorKind(string Id, ErrorKindCategory Category, string Action)
{
    /// <summary>Creates an exception of this kind for one record or setting.</summary>
    /// <param name="target">The record or setting; the target object of PowerShell's error record.</param>
    /// <param name="message">The error in a sentence; never with a secret.</param>
    /// <param name="inner">The underlying exception, or null.</param>
    public PicsOnefileException For(object? target, string message, System.Exception? inner = null) => new(this, message, target, inner);
}
