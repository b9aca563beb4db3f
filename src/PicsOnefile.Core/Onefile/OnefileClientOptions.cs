namespace PicsOnefile.Onefile;

/// <summary>What can be set about reading Onefile's lists.</summary>
public sealed record OnefileClientOptions
{
    /// <summary>Records per page. The largest that Onefile allows is not known; a server that caps it silently is read to the end all the same.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>More pages than any real list has: a server that goes on inventing records is not followed for ever.</summary>
    public int MostPages { get; init; } = 10_000;
}
