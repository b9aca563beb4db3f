namespace PicsOnefile.Matching;

/// <summary>What can be wrong with a record that is to be matched.</summary>
public enum MatchProblemKind
{
    /// <summary>The record has no ID; it is left out.</summary>
    IdMissing,

    /// <summary>An earlier record has the same ID; this one is left out.</summary>
    SameIdTwice,

    /// <summary>The record has no name; it is compared by what else it has.</summary>
    NameMissing,

    /// <summary>The name is so long that only its beginning is compared.</summary>
    NameTooLong,
}

/// <summary>Something wrong with one record; the others are not affected.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="OnefileSide">True for a Onefile record, false for a PICSWeb record.</param>
/// <param name="Id">The record's ID or Ident; empty where that is what is missing.</param>
/// <param name="Position">The record's place in its list, from 1.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Record">The record itself.</param>
public sealed record MatchProblem(MatchProblemKind Kind, bool OnefileSide, string Id, int Position, string Message, object Record)
{
    /// <summary>True where the record takes no part; false where it is compared all the same.</summary>
    public bool LeavesOut => Kind is MatchProblemKind.IdMissing or MatchProblemKind.SameIdTwice;
}
