using System;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Completion;

/// <summary>
/// What has been typed so far. It fits an ID that begins with it, and a name of which a word does; accents, apostrophes and letter case do not count.
/// </summary>
internal sealed class TypedPrefix(string typed)
{
    private readonly string _id = typed.Trim();
    private readonly string _word = " " + Letters.Fold(typed);

    /// <summary>Whether nothing has been typed, so that everything fits.</summary>
    public bool IsEmpty => _id.Length == 0;

    public bool Matches(string? id, string? name) =>
        (id is not null && id.StartsWith(_id, StringComparison.OrdinalIgnoreCase))
        || (_word.Length > 1 && name is not null && (" " + Letters.Fold(name)).IndexOf(_word, StringComparison.Ordinal) >= 0);
}
