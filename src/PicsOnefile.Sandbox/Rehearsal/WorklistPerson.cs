using System.Collections.Generic;
using System.IO;
using PicsOnefile.Sandbox.Control;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>The colleague who keys the worklist into PICSWeb, row by row: opens the page, finds the record, enters the value, and marks the row.</summary>
public sealed class WorklistPerson(Twin twin)
{
    // What PICSWeb's pages keep: the page and its field as they are called on the screen.
    private static readonly Dictionary<(string Page, string Field), (string Kind, string Field)> Pages = new()
    {
        [("Officer Summary > Officer Details", "Other System ID")] = ("officers", "additionalId"),
        [("Organisation Summary > Organisation Details", "Additional ID")] = ("organisations", "additionalId"),
        [("Qualification Configuration", "VQ Reference")] = ("qualifications", "vqReference"),
    };

    /// <summary>Keys in every row and returns how many there were.</summary>
    public int KeyIn(ReviewSheet sheet)
    {
        foreach (var row in sheet.Rows)
        {
            if (!Pages.TryGetValue((row.Shown("Page"), row.Shown("Field")), out var at))
                throw new InvalidDataException($"PICSWeb has no field '{row.Shown("Field")}' on a page '{row.Shown("Page")}'.");
            if (Editing.Set(twin, at.Kind, CodeOf(row.Shown("Record")), at.Field, row.Shown("NewValue")) is { } refusal)
                throw new InvalidDataException($"{row.Shown("Record")}: {refusal}");
            row["Done"] = "x";
        }

        return sheet.Rows.Count;
    }

    // "Arkwright, Ffion (0012)": people find a record by the code behind its name.
    private static string CodeOf(string record)
    {
        var open = record.LastIndexOf('(');
        return open < 0 ? record : record[(open + 1)..].TrimEnd(')');
    }
}
