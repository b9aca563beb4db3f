using System.Collections.Generic;
using System.Linq;

namespace PicsOnefile.Records;

/// <summary>
/// One kind of link: the two kinds of record that it ties together. A new kind is a row of <see cref="All"/>; what differs between the records themselves is
/// a row of <see cref="RecordType"/>.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="PicsWeb">PICSWeb's end.</param>
/// <param name="Onefile">Onefile's end.</param>
/// <param name="Exclusion">What an exclusion of either end is about.</param>
/// <param name="Code">The letter of the kind in the keys of review files. It never changes: files of earlier versions have it.</param>
public sealed record LinkType(LinkKind Kind, RecordType PicsWeb, RecordType Onefile, ExclusionKind Exclusion, string Code)
{
    /// <summary>Every kind, in the order in which they are shown.</summary>
    public static IReadOnlyList<LinkType> All { get; } =
    [
        new(LinkKind.Officer, RecordType.Officer, RecordType.Assessor, ExclusionKind.Officer, "O"),
        new(LinkKind.Organisation, RecordType.Organisation, RecordType.Placement, ExclusionKind.Organisation, "G"),
    ];

    /// <summary>The kinds alone.</summary>
    public static IReadOnlyList<LinkKind> Kinds { get; } = [.. All.Select(type => type.Kind)];

    /// <summary>The cmdlet that finds candidates.</summary>
    public string Find => $"Find-{Kind}Link";

    /// <summary>The cmdlet that makes a link.</summary>
    public string Set => $"Set-{Kind}Link";

    /// <summary>The cmdlet that takes one off.</summary>
    public string Remove => $"Remove-{Kind}Link";

    /// <summary>The line that finds candidates of what is not linked.</summary>
    public string FindUnlinked => $"{Onefile.Get} -Unlinked | {Find}";

    /// <summary>The columns of both keys.</summary>
    public IReadOnlyList<string> Ids => [PicsWeb.Id, Onefile.Id];

    /// <summary>The row of a kind of link.</summary>
    public static LinkType For(LinkKind kind) => All.First(type => type.Kind == kind);

    /// <summary>The kind of link that a kind of record is an end of, or null.</summary>
    public static LinkType? For(RecordKind kind) => All.FirstOrDefault(type => type.PicsWeb.Kind == kind || type.Onefile.Kind == kind);

    /// <summary>The kind of link that an exclusion is about, or null.</summary>
    public static LinkType? For(ExclusionKind kind) => All.FirstOrDefault(type => type.Exclusion == kind);

    /// <summary>The kind of link with a letter in the keys of review files, or null.</summary>
    public static LinkType? ForCode(string? code) => All.FirstOrDefault(type => type.Code == code);

    /// <summary>The end whose field a link is written to.</summary>
    public RecordType Written(LinkBy linkBy) => linkBy == LinkBy.AdditionalId ? PicsWeb : Onefile;

    /// <summary>Checks whether the links are read from a list.</summary>
    /// <returns>True for a list of either side.</returns>
    public bool IsReadFrom(GuardedList list) => PicsWeb.List == list || Onefile.List == list;
}
