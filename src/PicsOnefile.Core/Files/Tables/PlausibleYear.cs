namespace PicsOnefile.Files.Tables;

/// <summary>
/// Which years a date that somebody wrote may have. Export-Csv writes dates by the computer's own calendar, where that counts other years (2569, 1405, 1448);
/// read by one that does not, such a date would be another day, and nothing would show it.
/// </summary>
public static class PlausibleYear
{
    // Nobody who learns today was born before, and nothing is dated after.
    private const int First = 1850;
    private const int Last = 2400;

    /// <summary>Whether the year, counted as everybody counts, may be meant.</summary>
    public static bool Includes(int year) => year is >= First and <= Last;
}
