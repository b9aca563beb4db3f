namespace PicsOnefile.Records;

/// <summary>Where a person keys a value into PICSWeb; the names are PICSWeb's own.</summary>
/// <param name="Page">The page to open.</param>
/// <param name="Field">The field on it.</param>
public sealed record RecordScreen(string Page, string Field)
{
    /// <summary>The page on which a record of the kind is added; null where the module adds none.</summary>
    public string? AddPage { get; init; }

    /// <summary>Page and field as one way through the menus.</summary>
    public override string ToString() => $"{Page} > {Field}";
}
