using System.Globalization;
using System.Linq;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>
/// The colleague who knows which qualification of PICSWeb is which component of a standard: decides the review file of standards by the twin's truth.
/// </summary>
public sealed class StandardsPerson(Truth truth)
{
    /// <summary>Decides the rows in place and returns how many.</summary>
    public int Decide(ReviewSheet sheet)
    {
        foreach (var row in sheet.Rows)
        {
            string code = row.Shown("Code"),
                proposed = row.Shown("QualificationId");
            var right = truth.Qualifications.Where(one => one.IsLive && one.Code == code).ToList();
            if (right.Any(one => Id(one) == proposed))
                row["Decision"] = "Accept";
            else if (right is [var only] && only.VqReference != code)
                (row["Decision"], row["OtherId"]) = ("Accept", Id(only));
            else if (proposed.Length > 0)
                row["Decision"] = "Reject";
        }

        return sheet.Rows.Count(row => row["Decision"].Length > 0);
    }

    private static string Id(TrueReference reference) => reference.QualificationId.ToString(CultureInfo.InvariantCulture);
}
