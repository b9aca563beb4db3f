using System.Collections.Generic;

namespace PicsOnefile.Matching.Words;

/// <summary>What a word list looks like; the lists themselves are the files <c>*.tsv</c> beside this one.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Columns">Its heading row.</param>
/// <param name="Kinds">What the second column may say; empty where it is free text, or where there is none.</param>
internal sealed record WordListForm(string File, IReadOnlyList<string> Columns, IReadOnlyList<string> Kinds)
{
    /// <summary>A list in which every row is a word.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="column">The heading.</param>
    public WordListForm(string file, string column)
        : this(file, [column], []) { }
}
