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
    private readonly Draw _draw = new(seed, "contact details");
    private readonly Dictionary<string, Queue<string>> _telephones = [];
    private readonly HashSet<string> _furtherTelephones = [];
    private readonly HashSet<string> _mailboxes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _domains = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The domain that the provider's own staff write from.</summary>
    public string StaffDomain { get; } = "northmoor-training.example";

    public string Mobile() => Next(DramaMobileRange, FurtherMobiles);

    public string Landline(Town town) => Next(town.TelephoneRange, FurtherLandlines);

    /// <summary>The same number as another person would have typed it.</summary>
    public string Reformat(string telephone)
    {
        string digits = new(telephone.Where(char.IsAsciiDigit).ToArray());
        return _draw.Below(5) switch
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
        var local = _draw.Below(10) switch
        {
            < 6 => $"{first}.{last}",
            < 8 => $"{first[..1]}.{last}",
            8 => $"{first}{last[..1]}",
            _ => $"{first[..1]}{last}",
        };
        var domain = _draw.Chance(0.8) ? StaffDomain : _draw.Pick(["example.org", "example.net", "example.com"]);
        return Free(local, domain);
    }

    /// <summary>An address of the same person elsewhere: private, a former employer's, or a mailbox that several share.</summary>
    public string OtherMail(string forename, string surname) =>
        _draw.Below(6) switch
        {
            0 => "assessors@" + StaffDomain,
            1 or 2 => Free($"{Letters(surname)}{_draw.Between(1, 99)}", "mail.example.net"),
            _ => Free($"{Letters(forename)}.{Letters(surname)}", _draw.Pick(["post.example.com", "brightpath-college.example", "old-provider.example"])),
        };

    /// <summary>A firm's domain, made of its name; no two firms share one.</summary>
    public string FirmDomain(string name)
    {
        var label = Letters(name);
        if (label.Length > 24)
            label = label[..24];
        var domain = label + ".example";
        for (var number = 2; !_domains.Add(domain); number++)
            domain = string.Create(CultureInfo.InvariantCulture, $"{label}{number}.example");
        return domain;
    }

    public string Postcode(Town town) =>
        string.Create(CultureInfo.InvariantCulture, $"{town.PostcodeArea}{_draw.Between(1, 29)} {_draw.Between(1, 9)}{InwardLetter()}{InwardLetter()}");

    public string[] AddressLines(Town town)
    {
        var street = string.Create(CultureInfo.InvariantCulture, $"{_draw.Between(1, 180)} {_draw.Pick(NameLists.Streets)}");
        return _draw.Chance(0.3)
            ? [string.Create(CultureInfo.InvariantCulture, $"Unit {_draw.Between(1, 40)}"), _draw.Pick(NameLists.Estates), street, town.Name, town.County]
            : [street, town.Name, town.County];
    }

    /// <summary>Plain lower-case letters without diacritics; never empty.</summary>
    public static string Letters(string text)
    {
        var letters = new StringBuilder();
        foreach (var letter in text.Replace('ł', 'l').Replace('Ł', 'L').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(letter))
                letters.Append(char.ToLowerInvariant(letter));
        }

        return letters.Length == 0 ? "x" : letters.ToString();
    }

    private char InwardLetter() => _draw.Pick("ABDEFGHJLNPQRSTUWXYZ".ToCharArray());

    private string Free(string local, string domain)
    {
        var address = $"{local}@{domain}";
        for (var number = 2; !_mailboxes.Add(address); number++)
            address = string.Create(CultureInfo.InvariantCulture, $"{local}{number}@{domain}");
        return address;
    }

    private string Next(string range, string further)
    {
        if (!_telephones.TryGetValue(range, out var free))
        {
            _telephones[range] = free = new Queue<string>(
                _draw.Shuffle(Enumerable.Range(0, 1000)).Select(number => range + number.ToString("000", CultureInfo.InvariantCulture))
            );
        }

        if (free.Count > 0)
            return free.Dequeue();
        while (true)
        {
            var telephone = further + _draw.Below(900_000).ToString("000000", CultureInfo.InvariantCulture);
            if (_furtherTelephones.Add(telephone))
                return telephone;
        }
    }
}
