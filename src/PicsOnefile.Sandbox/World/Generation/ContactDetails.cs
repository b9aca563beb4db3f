using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using PicsOnefile.Sandbox.World.Names;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>
/// Telephone numbers, e-mail addresses and postal addresses that are visibly made up: numbers from the ranges that Ofcom keeps free for drama,
/// mail domains under the reserved names example.org, example.net, example.com and .example. Ofcom's ranges hold a thousand numbers each; a world with
/// more people takes its further numbers from 01632, the code of no place, and its further mobiles from the block <see cref="FurtherMobiles"/>.
/// </summary>
public sealed class ContactDetails(int seed)
{
    public const string FurtherMobiles = "07200 ";
    public const string FurtherLandlines = "01632 ";

    private const string DramaMobileRange = "07700 900";
    private readonly Draw draw = new(seed, "contact details");
    private readonly Dictionary<string, Queue<string>> telephones = [];
    private readonly HashSet<string> furtherTelephones = [];
    private readonly HashSet<string> mailboxes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> domains = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The domain that the provider's own staff write from.</summary>
    public string StaffDomain { get; } = "northmoor-training.example";

    public string Mobile() => Next(DramaMobileRange, FurtherMobiles);

    public string Landline(Town town) => Next(town.TelephoneRange, FurtherLandlines);

    /// <summary>The same number as another person would have typed it.</summary>
    public string Reformat(string telephone)
    {
        string digits = new(telephone.Where(char.IsAsciiDigit).ToArray());
        return draw.Below(5) switch
        {
            0 => digits,
            1 => "+44" + digits[1..],
            2 => "+44 (0)" + digits[1..5] + " " + digits[5..],
            3 => digits[..5] + " " + digits[5..],
            _ => telephone,
        };
    }

    /// <summary>A person's mail address; no two people share one.</summary>
    public string PersonalMail(string forename, string surname)
    {
        string first = Letters(forename),
            last = Letters(surname);
        string local = draw.Below(10) switch
        {
            < 6 => $"{first}.{last}",
            < 8 => $"{first[..1]}.{last}",
            8 => $"{first}{last[..1]}",
            _ => $"{first[..1]}{last}",
        };
        string domain = draw.Chance(0.8) ? StaffDomain : draw.Pick(["example.org", "example.net", "example.com"]);
        return Free(local, domain);
    }

    /// <summary>An address of the same person elsewhere: private, a former employer's, or a mailbox that several share.</summary>
    public string OtherMail(string forename, string surname) =>
        draw.Below(6) switch
        {
            0 => "assessors@" + StaffDomain,
            1 or 2 => Free($"{Letters(surname)}{draw.Between(1, 99)}", "mail.example.net"),
            _ => Free($"{Letters(forename)}.{Letters(surname)}", draw.Pick(["post.example.com", "brightpath-college.example", "old-provider.example"])),
        };

    /// <summary>A firm's domain, made of its name; no two firms share one.</summary>
    public string FirmDomain(string name)
    {
        string label = Letters(name);
        if (label.Length > 24)
            label = label[..24];
        string domain = label + ".example";
        for (int number = 2; !domains.Add(domain); number++)
            domain = string.Create(CultureInfo.InvariantCulture, $"{label}{number}.example");
        return domain;
    }

    public string Postcode(Town town) =>
        string.Create(CultureInfo.InvariantCulture, $"{town.PostcodeArea}{draw.Between(1, 29)} {draw.Between(1, 9)}{InwardLetter()}{InwardLetter()}");

    public string[] AddressLines(Town town)
    {
        string street = string.Create(CultureInfo.InvariantCulture, $"{draw.Between(1, 180)} {draw.Pick(NameLists.Streets)}");
        return draw.Chance(0.3)
            ? [string.Create(CultureInfo.InvariantCulture, $"Unit {draw.Between(1, 40)}"), draw.Pick(NameLists.Estates), street, town.Name, town.County]
            : [street, town.Name, town.County];
    }

    /// <summary>Plain lower-case letters without diacritics; never empty.</summary>
    public static string Letters(string text)
    {
        var letters = new StringBuilder();
        foreach (char letter in text.Replace('ł', 'l').Replace('Ł', 'L').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(letter))
                letters.Append(char.ToLowerInvariant(letter));
        }

        return letters.Length == 0 ? "x" : letters.ToString();
    }

    private char InwardLetter() => draw.Pick("ABDEFGHJLNPQRSTUWXYZ".ToCharArray());

    private string Free(string local, string domain)
    {
        string address = $"{local}@{domain}";
        for (int number = 2; !mailboxes.Add(address); number++)
            address = string.Create(CultureInfo.InvariantCulture, $"{local}{number}@{domain}");
        return address;
    }

    private string Next(string range, string further)
    {
        if (!telephones.TryGetValue(range, out var free))
        {
            telephones[range] = free = new Queue<string>(
                draw.Shuffle(Enumerable.Range(0, 1000)).Select(number => range + number.ToString("000", CultureInfo.InvariantCulture))
            );
        }

        if (free.Count > 0)
            return free.Dequeue();
        while (true)
        {
            string telephone = further + draw.Below(900_000).ToString("000000", CultureInfo.InvariantCulture);
            if (furtherTelephones.Add(telephone))
                return telephone;
        }
    }
}
