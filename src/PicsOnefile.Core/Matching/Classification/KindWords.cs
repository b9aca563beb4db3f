using PicsOnefile.Runs;

namespace PicsOnefile.Matching.Classification;

/// <summary>What the two records of a kind are called in a message.</summary>
internal sealed record KindWords(Term Onefile, Term PicsWeb)
{
    // Everybody in Onefile has an account, assessors and others: the word is neither vendor's for a kind of record.
    private static readonly Term Account = Term.Vendors("Account");

    /// <summary>Assessors and officers.</summary>
    public static KindWords People(Terms terms) => new(Account, terms.Officer);

    /// <summary>Placements and organisations.</summary>
    public static KindWords Organisations(Terms terms) => new(terms.Placement, terms.Organisation);
}
