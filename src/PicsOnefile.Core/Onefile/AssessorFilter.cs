namespace PicsOnefile.Onefile;

/// <summary>The server's own filters of a user search; null leaves a filter out.</summary>
/// <param name="FirstName">Forename.</param>
/// <param name="LastName">Surname.</param>
/// <param name="Email">E-mail address. Rows do not carry it, so that only the server can filter by it.</param>
/// <param name="MisId">The MIS Value.</param>
public sealed record AssessorFilter(string? FirstName = null, string? LastName = null, string? Email = null, string? MisId = null)
{
    /// <summary>The filter that matches everyone.</summary>
    public static AssessorFilter None { get; } = new();

    /// <summary>Whether nothing is filtered, so that the result is the whole list.</summary>
    public bool IsNone => FirstName is null && LastName is null && Email is null && MisId is null;
}
