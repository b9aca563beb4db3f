namespace PicsOnefile.Matching.Linkage;

/// <summary>What the two records of a kind are called in a message.</summary>
internal sealed record KindWords(string Onefile, string PicsWeb, string TwoOnefile)
{
    /// <summary>Assessors and officers.</summary>
    public static readonly KindWords People = new("account", "officer", "two accounts");

    /// <summary>Placements and organisations.</summary>
    public static readonly KindWords Organisations = new("placement", "organisation", "two placements");
}
