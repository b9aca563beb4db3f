using System;
using System.Collections.Generic;

namespace PicsOnefile.Review;

/// <summary>The columns that reviews of one subject expect, and the messages about their rows.</summary>
/// <param name="Headings">The columns that are read.</param>
/// <param name="ParseKey">Reads the key; null for a text that is not the whole of one.</param>
/// <param name="KeyMissing">What is wrong with a row that has no key.</param>
/// <param name="KeyDamaged">What is wrong with a row whose key is damaged.</param>
/// <param name="Decisions">The decisions there are, as an instruction: "Write Accept".</param>
/// <param name="NamesHeadings">Whether a problem of a file names the heading beside the column's number.</param>
internal sealed record ReviewSubject<TKey>(
    IReadOnlyList<string> Headings,
    Func<string?, TKey?> ParseKey,
    string KeyMissing,
    string KeyDamaged,
    string Decisions,
    bool NamesHeadings
)
    where TKey : class;
