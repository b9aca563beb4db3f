namespace PicsOnefile.Files;

/// <summary>The source of a list and the way of reading it.</summary>
/// <param name="Name">The way of reading with its settings: an API with its map, or a file with its columns. Two that differ may read different lists.</param>
/// <param name="Path">The exported file with its full path; null where a system is asked.</param>
public sealed record ListSource(string Name, string? Path = null)
{
    /// <summary>Whether the other is the same place, read in the same way.</summary>
    public bool IsSameAs(ListSource other) =>
        Name == other.Name && (Path is null || other.Path is null ? Path == other.Path : FileIdentity.SamePath(Path, other.Path));
}
