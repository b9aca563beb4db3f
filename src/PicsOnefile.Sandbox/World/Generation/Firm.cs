using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.World.Names;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>A made-up organisation as it really is. A branch is one of its own, with the firm's name and domain and another town.</summary>
public sealed record Firm
{
    public required int Entity { get; init; }

    /// <summary>The name before trade and legal form; the whole name of a public body.</summary>
    public required string Core { get; init; }

    public FirmWord? Trade { get; init; }

    public FirmWord? LegalForm { get; init; }

    public FirmWord? PublicBody { get; init; }

    /// <summary>The town in a public body's name; its branches elsewhere keep it.</summary>
    public required Town NameTown { get; init; }

    /// <summary>The words that distinguish the branch from its sisters in the name, such as <c> - Leeds</c>; may be empty.</summary>
    public string BranchSuffix { get; init; } = "";

    public required Town Town { get; init; }

    public required IReadOnlyList<string> Lines { get; init; }

    public required string Postcode { get; init; }

    public required string Telephone { get; init; }

    public required string Domain { get; init; }

    public required string Email { get; init; }

    public required string Edrs { get; init; }

    public string Name => Join(Core, Trade?.Text, LegalForm?.Text) + BranchSuffix;

    public static string Join(params string?[] words) => string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));
}

/// <summary>What one system says of an organisation.</summary>
public sealed class FirmForm(Firm firm)
{
    public string Name { get; set; } = firm.Name;

    public IReadOnlyList<string> Lines { get; set; } = firm.Lines;

    public string Postcode { get; set; } = firm.Postcode;

    public string Telephone { get; set; } = firm.Telephone;

    public string Email { get; set; } = firm.Email;

    public string Web { get; set; } = "www." + firm.Domain;
}

/// <summary>Invents organisations: firms, public bodies, branches, tenants of one building.</summary>
public sealed class FirmInventor(int seed, ContactDetails contacts)
{
    private static readonly string[] Mailboxes = ["info", "office", "hr", "admin", "reception", "training"];
    private readonly Draw _draw = new(seed, "firms");
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public Firm Next(int entity)
    {
        for (var attempt = 0; ; attempt++)
        {
            var firm = Invent(entity);
            if (_names.Add(firm.Name) || attempt > 50)
                return firm;
        }
    }

    /// <summary>Another firm of the same name somewhere else.</summary>
    public Firm Namesake(int entity, Firm of) => Placed(of with { Entity = entity, BranchSuffix = "" }, _draw.Pick(NameLists.Towns), of.Domain + ".example");

    /// <summary>A sister branch: the same firm and domain in another town.</summary>
    public Firm Branch(int entity, Firm of, int number)
    {
        var town = _draw.Pick(NameLists.Towns.Where(other => other != of.Town).ToList());
        var branch = Placed(of with { Entity = entity }, town, of.Domain);
        return branch with { BranchSuffix = Suffix(of, town, number) };
    }

    /// <summary>Another firm in the same building, reached through the same switchboard.</summary>
    public static Firm InBuildingOf(Firm tenant, Firm host) =>
        tenant with
        {
            Town = host.Town,
            Lines = host.Lines,
            Postcode = host.Postcode,
            Telephone = host.Telephone,
        };

    private static string Suffix(Firm of, Town town, int number) =>
        (of.Core.Length % 5) switch
        {
            0 => $" - {town.Name}",
            1 => $" ({town.Name})",
            2 => $", {town.Name}",
            3 => string.Create(CultureInfo.InvariantCulture, $" (Branch {number})"),
            _ => "",
        };

    private Firm Invent(int entity)
    {
        var town = _draw.Pick(NameLists.Towns);
        var kind = _draw.Below(100);
        if (kind < 12)
        {
            var body = _draw.Pick(NameLists.PublicBodies);
            return Placed(new Draft(entity, Fill(body.Text, town), null, null, body), town);
        }

        var core = kind < 60 ? _draw.Pick(NameLists.FirmStems, word => word.Weight).Text : Surname();
        if (kind is >= 60 and < 68)
            core = $"{(char)('A' + _draw.Below(26))} {core}";
        if (kind is >= 68 and < 74)
            core = $"{core} & {Surname()}";
        if (kind % 4 == 0)
            core = $"{town.Name} {core}";
        return Placed(new Draft(entity, core, _draw.Pick(NameLists.Trades), _draw.Pick(NameLists.LegalForms, form => form.Weight), null), town);
    }

    private Firm Placed(Draft draft, Town town)
    {
        var domain = contacts.FirmDomain(draft.Core + draft.Trade?.Text);
        return Placed(
            new Firm
            {
                Entity = draft.Entity,
                Core = draft.Core,
                Trade = draft.Trade,
                LegalForm = draft.LegalForm,
                PublicBody = draft.PublicBody,
                NameTown = town,
                Town = town,
                Lines = [],
                Postcode = "",
                Telephone = "",
                Domain = domain,
                Email = "",
                Edrs = "",
            },
            town,
            domain
        );
    }

    private Firm Placed(Firm firm, Town town, string domain) =>
        firm with
        {
            Town = town,
            Lines = contacts.AddressLines(town),
            Postcode = contacts.Postcode(town),
            Telephone = contacts.Landline(town),
            Domain = domain,
            Email = $"{_draw.Pick(Mailboxes)}@{domain}",
            Edrs = _draw.Between(900_000_000, 999_999_999).ToString(CultureInfo.InvariantCulture),
        };

    private string Surname() =>
        _draw.Chance(0.5)
            ? _draw.Pick(NameLists.Surnames, name => name.Weight).Name
            : _draw.Pick(NameLists.RareSurnameStarts) + _draw.Pick(NameLists.RareSurnameEnds);

    /// <summary>Puts the town and county into a public body's name.</summary>
    public static string Fill(string pattern, Town town) =>
        pattern.Replace("{town}", town.Name, StringComparison.Ordinal).Replace("{county}", town.County, StringComparison.Ordinal);

    private sealed record Draft(int Entity, string Core, FirmWord? Trade, FirmWord? LegalForm, FirmWord? PublicBody);
}

/// <summary>The ways in which one system writes an organisation otherwise than the other.</summary>
public sealed class FirmVariation(int seed, ContactDetails contacts)
{
    private const double UnusualForms = 0.35;
    private readonly Draw _draw = new(seed, "firms' variation");

    /// <summary>Another legal form, a short form, a trading name, or a small word more or less.</summary>
    public string OtherName(Firm firm)
    {
        if (firm.PublicBody is { } body)
            return FirmInventor.Fill(AnotherForm(body), firm.NameTown) + firm.BranchSuffix;
        string legal = firm.LegalForm?.Text ?? "",
            trade = firm.Trade?.Text ?? "",
            core = firm.Core;
        var name = _draw.Below(100) switch
        {
            < 40 => Firm.Join(core, trade, _draw.Chance(0.25) ? "" : AnotherForm(firm.LegalForm!)),
            < 65 when firm.Trade!.Forms.Count > 0 => Firm.Join(core, AnotherForm(firm.Trade), _draw.Chance(0.5) ? legal : AnotherForm(firm.LegalForm!)),
            < 75 => $"{Firm.Join(core, trade)} {_draw.Pick(["T/A", "t/a", "trading as"])} {core}",
            < 83 => $"{_draw.Pick(NameLists.RareSurnameStarts)}{_draw.Pick(NameLists.RareSurnameEnds)} Holdings Ltd T/A {Firm.Join(core, trade)}",
            < 90 => "The " + Firm.Join(core, trade, legal),
            < 95 when core.Contains('&', StringComparison.Ordinal) => Firm.Join(core.Replace("&", "and", StringComparison.Ordinal), trade, legal),
            _ => Firm.Join(core, trade),
        };
        return (name == Firm.Join(core, trade, legal) ? Firm.Join(trade, "-", core) : name) + firm.BranchSuffix;
    }

    /// <summary>One slip in the name's longest word.</summary>
    public string MistypedName(string name)
    {
        var longest = name.Split(' ').MaxBy(word => word.Length)!;
        var at = name.IndexOf(longest, StringComparison.Ordinal);
        return name[..at] + TypingError.In(longest, _draw) + name[(at + longest.Length)..];
    }

    /// <summary>The address of one side is missing or that of another site.</summary>
    public void OtherAddress(FirmForm form, Firm firm)
    {
        var missing = _draw.Chance(0.5);
        form.Lines = missing ? [] : contacts.AddressLines(firm.Town);
        form.Postcode = missing ? "" : contacts.Postcode(firm.Town);
    }

    /// <summary>Another mailbox of the same firm, or an owner's private one.</summary>
    public string OtherMail(Firm firm) =>
        _draw.Chance(0.7)
            ? $"{_draw.Pick(["accounts", "enquiries", "apprentices", "manager"])}@{firm.Domain}"
            : $"{ContactDetails.Letters(firm.Core)}@mail.example.net";

    private string AnotherForm(FirmWord word)
    {
        if (word.Forms.Count == 0)
            return word.Text;
        var unusual = _draw.Chance(UnusualForms);
        var kind = word.Forms.Where(form => form.Unusual == unusual).ToList();
        return _draw.Pick(kind.Count > 0 ? kind : word.Forms).Text;
    }
}
