namespace PicsOnefile.Files.Tables;

/// <summary>
/// The plausible years of a date in a file. Export-Csv writes dates in the computer's own calendar, which may count other years (2569, 1405, 1448). Another
/// computer would silently read such a date as another day.
/// </summary>
public static class PlausibleYear
{
    // No learner of today was born before, and no date is later.
    private const int First = 1850;
    private const int Last = 2400;

    /// <summary>Whether a year of the Gregorian calendar is plausible.</summary>
    public static bool Includes(int year) => year is >= First and <= Last;
}
