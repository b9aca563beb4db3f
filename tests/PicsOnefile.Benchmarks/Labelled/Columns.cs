using System.Collections.Generic;

namespace PicsOnefile.Benchmarks.Labelled;

/// <summary>Which columns besides the name the matching is shown; the others are as empty as if nobody had filled them in.</summary>
public sealed record Columns(string Name)
{
    public static readonly Columns All = new("all columns");
    public static readonly Columns WithoutTelephone = new("without telephone") { Telephone = false };
    public static readonly Columns WithoutEmail = new("without e-mail") { Email = false };
    public static readonly Columns WithoutBoth = new("without both") { Telephone = false, Email = false };
    public static readonly Columns NamesOnly = new("names only")
    {
        Telephone = false,
        Email = false,
        Address = false,
        MisId = false,
    };

    public bool Telephone { get; init; } = true;

    /// <summary>E-mail address and website.</summary>
    public bool Email { get; init; } = true;

    /// <summary>Address, postcode and employer number.</summary>
    public bool Address { get; init; } = true;

    public bool MisId { get; init; } = true;

    public static IReadOnlyList<Columns> Variants { get; } = [All, WithoutTelephone, WithoutEmail, WithoutBoth, NamesOnly];
}
