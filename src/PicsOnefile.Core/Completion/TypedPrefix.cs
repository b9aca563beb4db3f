using System;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Completion;

/// <summary>
/// The typed text. It fits an ID that begins with it, and a name with a word that begins with it. Accents, apostrophes and letter case do not count.
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
