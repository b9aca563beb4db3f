using System;
using System.Collections.Generic;
using System.Globalization;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>Idents as PICSWeb's customers make them: initials, numbers with leading zeros, and some that a spreadsheet takes for dates or numbers.</summary>
public sealed class Idents(Draw draw, string prefix)
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes an Ident that no record has yet.</summary>
    public string Next(string name)
    {
        while (true)
        {
            var ident = Candidate(name);
            if (_taken.Add(ident))
                return ident;
        }
    }

    private string Candidate(string name)
    {
        var number = draw.Below(2 * (_taken.Count + 50));
        return draw.Below(100) switch
        {
            < 55 => ContactDetails.Letters(name).PadRight(3, 'x')[..3].ToUpperInvariant() + number.ToString("000", CultureInfo.InvariantCulture),
            < 90 => number.ToString("00000", CultureInfo.InvariantCulture),
            < 93 => string.Create(CultureInfo.InvariantCulture, $"{draw.Between(1, 12)}-{number}"),
            < 96 => draw.Pick(Months) + number.ToString("00", CultureInfo.InvariantCulture),
            < 98 => string.Create(CultureInfo.InvariantCulture, $"{draw.Between(1, 9)}E{number}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{prefix}/{number}"),
        };
    }
}
