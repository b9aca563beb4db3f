using System;
using System.Collections.Generic;
using PicsOnefile.Runs;

namespace PicsOnefile.PicsWeb.Export;

/// <summary>A field of an exported list and the headings it is known by.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Needed">Whether a list without it is of no use.</param>
/// <param name="Headings">The known headings; two of them in one list are an error. Letter case, blanks and punctuation do not count.</param>
internal sealed record ListColumn(string Field, bool Needed, IReadOnlyList<string> Headings);

/// <summary>One kind of exported list.</summary>
/// <param name="Name">What the list is of in the customer's words, for messages.</param>
/// <param name="Key">The field that a row without identity is named by.</param>
/// <param name="Identity">Returns the identity of a row, or null for an unusable row.</param>
/// <param name="Linking">The field whose absence hides what is linked already, or null.</param>
/// <param name="Columns">Its fields.</param>
internal sealed record ListKind(Func<Terms, string> Name, string Key, Func<ListRow, string?> Identity, string? Linking, IReadOnlyList<ListColumn> Columns);
