using PicsOnefile.Runs;

namespace PicsOnefile.Records;

/// <summary>What the two ends of a link are called, in the vendors' words or the customer's.</summary>
public static class LinkTerms
{
    /// <summary>What Onefile's record of such a link is called.</summary>
    public static Term Onefile(this Terms terms, LinkKind kind) => terms.From(LinkType.For(kind).Onefile.JournalKind);

    /// <summary>What PICSWeb's record of such a link is called.</summary>
    public static Term PicsWeb(this Terms terms, LinkKind kind) => terms.From(LinkType.For(kind).PicsWeb.JournalKind);
}
