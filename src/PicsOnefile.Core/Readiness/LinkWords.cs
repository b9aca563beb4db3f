using PicsOnefile.Records;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>The words and commands of one kind of link, as messages and remedies use them.</summary>
/// <param name="PicsWeb">PICSWeb's word for its record, or the customer's own.</param>
/// <param name="Onefile">Onefile's word for its record, or the customer's own.</param>
/// <param name="Type">The kind of link.</param>
internal sealed record LinkWords(Term PicsWeb, Term Onefile, LinkType Type)
{
    public const string MisValueScreen = "the MIS Value on the record's page in Onefile";

    /// <summary>The line that finds candidates.</summary>
    public string Find => Type.FindUnlinked;

    /// <summary>The cmdlet that makes a link.</summary>
    public string Set => Type.Set;

    /// <summary>The cmdlet that takes one off.</summary>
    public string Remove => Type.Remove;

    /// <summary>The parameter for the Onefile ID.</summary>
    public string OnefileParameter => $"-{Type.Onefile.Id}";

    /// <summary>The parameter for the Ident.</summary>
    public string IdentParameter => $"-{Type.PicsWeb.Id}";

    /// <summary>The field on PICSWeb's screen.</summary>
    public string Screen => Type.PicsWeb.Screen!.ToString();

    /// <summary>Makes the words of a kind. The customer's word for a record takes the place of the vendor's.</summary>
    /// <returns>The words.</returns>
    public static LinkWords For(LinkKind kind, Terms terms) => new(terms.PicsWeb(kind), terms.Onefile(kind), LinkType.For(kind));
}
